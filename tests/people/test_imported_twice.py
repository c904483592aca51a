# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A file's rows that look like somebody who is there are stored and put to people, and tell nothing more."""

import pytest

from ponte.network.models import Service
from ponte.people.models import Acquaintance, Card
from ponte.people.review.models import MatchPair
from ponte.people.sheet import PeopleImport
from ponte.platform.spreadsheets.importing import ImportResult, run
from ponte.platform.spreadsheets.reading import read_bytes
from tests.cast import Cast
from tests.people.support import registered
from tests.people.test_presence import AMINA
from tests.support import system_role

FILE = """ref,given_name,family_name,birth_date,phone
1,El Idrissi,Aminah,12/03/1985,
2,Wang,Xiaoming,1990,333 7654321
3,王小明,,1990,3337654321
4,Carla,Bianchi,1971,
"""


def bring(cast: Cast, text: str = FILE, *, by_operator: bool = True) -> ImportResult:
    kind = PeopleImport(source="prova", service=cast.job_desk, by=cast.coordinator if by_operator else None)
    with system_role():
        return run(read_bytes(text.encode(), "persone.csv"), kind)


def pairs() -> set[tuple[str, str]]:
    with system_role():
        return {
            (pair.card_a.import_ref, pair.card_b.import_ref)
            for pair in MatchPair.objects.filter(source="import").select_related("card_a", "card_b")
        }


def test_rows_like_a_card_or_another_row_are_stored_and_proposed(cast: Cast) -> None:
    there = registered(cast.operator, cast.job_desk, **AMINA)
    result = bring(cast)
    assert result.counts == {"created": 4, "updated": 0, "unchanged": 0, "look_alike": 2}
    assert pairs() == {("", "1"), ("2", "3")}
    (remark,) = result.remarks
    assert f"riga 2: come la scheda {there.code} (stessa persona)" in remark
    assert "riga 4: come la riga 3 (" in remark
    with system_role():
        assert Card.objects.count() == 5


@pytest.mark.parametrize(
    ("owner", "service", "said"),
    [
        ("stranger", "foreign_desk", "come una persona che un altro servizio conosce"),
        ("social_worker", "psychology", "come una persona che un altro servizio conosce"),
        ("protected", "trans_desk", None),
    ],
)
def test_of_others_people_no_more_is_told_than_at_intake(
    cast: Cast, owner: str, service: str, said: str | None
) -> None:
    known_by: Service = getattr(cast, service)
    there = registered(cast.users[owner], known_by, **AMINA)
    result = bring(cast, "\n".join(FILE.split("\n")[:2]))
    assert result.counts.get("look_alike") == (1 if said else None)
    assert [said in remark for remark in result.remarks] == ([True] if said else [])
    assert there.code not in repr(result)
    with system_role():
        (pair,) = MatchPair.objects.all()
        assert pair.guarded_by_id == (known_by.pk if said is None else None)


def test_a_file_brought_in_again_proposes_nothing_again(cast: Cast) -> None:
    registered(cast.operator, cast.job_desk, **AMINA)
    bring(cast)
    result = bring(cast)
    assert result.counts == {"created": 0, "updated": 0, "unchanged": 4}
    assert result.remarks == []
    changed = bring(cast, FILE.replace("Carla,Bianchi,1971", "Amina,El Idrissi,12/03/1985"))
    assert changed.counts["updated"] == 1
    assert changed.counts["look_alike"] == 1
    assert ("", "4") in pairs()


def test_the_command_line_names_every_card(cast: Cast) -> None:
    there = registered(cast.protected, cast.trans_desk, **AMINA)
    (remark,) = bring(cast, by_operator=False).remarks
    assert there.code in remark


def test_nobody_alike_and_nobody_at_all(cast: Cast) -> None:
    assert bring(cast, "ref,given_name\n1,Zoe\n").remarks == []
    with system_role():
        Acquaintance.objects.all().delete()
    assert bring(cast, "ref,given_name\n1,Zoe\n").counts["unchanged"] == 1
