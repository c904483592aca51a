# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Before a file is stored it is told which rows look like somebody, and no more than at intake."""

import json
from collections.abc import Callable

import pytest
from django.test import Client

from ponte.accounts.models import User
from ponte.people import identity
from ponte.people.matching.records import from_sheet
from ponte.people.models import Card
from ponte.people.presence import Kind
from ponte.people.review.models import MatchPair
from ponte.people.sheet import PeopleImport
from ponte.platform.audit.models import AuditEvent
from ponte.platform.database.actor import acting_as
from ponte.platform.spreadsheets.importing import RowAlike, examine_only, run
from ponte.platform.spreadsheets.models import ImportRun
from ponte.platform.spreadsheets.reading import read_bytes
from tests.cast import Cast
from tests.people.support import registered
from tests.people.test_browser_import import browse, send
from tests.people.test_imported_twice import FILE
from tests.people.test_presence import AMINA
from tests.people.worker import do_queued_imports
from tests.support import system_role

__all__ = ["browse"]
FIRST_ROW = "\n".join(FILE.split("\n")[:2])


def looked_at(cast: Cast, text: str = FILE, *, by_operator: bool = True) -> list[RowAlike]:
    kind = PeopleImport(source="prova", service=cast.job_desk, by=cast.coordinator if by_operator else None)
    with system_role():
        return examine_only(read_bytes(text.encode(), "persone.csv"), kind)[1]


def test_rows_like_a_card_or_an_earlier_row_are_told_and_nothing_is_stored(cast: Cast) -> None:
    there = registered(cast.operator, cast.job_desk, **AMINA)
    card, earlier = looked_at(cast)
    assert (card.number, card.row_said, card.likeness) == (2, "El Idrissi Aminah", "stessa persona")
    assert card.others == [(f"scheda {there.code}: Amina El Idrissi, 1985", f"/persone/{there.code}/")]
    assert (earlier.number, [said for said, _address in earlier.others]) == (4, ["riga 3: Wang Xiaoming"])
    with system_role():
        assert Card.objects.count() == 1
        assert not MatchPair.objects.exists()


@pytest.mark.parametrize(
    ("owner", "service", "said"),
    [
        ("stranger", "foreign_desk", "Amina El Idrissi, 1985, che conosce Sportelli per stranieri (Azienda Sociale"),
        ("social_worker", "psychology", "una persona che un servizio riservato conosce: c'è un referente"),
        ("protected", "trans_desk", None),
    ],
)
def test_of_others_people_no_more_is_told_than_at_intake(
    cast: Cast, owner: str, service: str, said: str | None
) -> None:
    there = registered(cast.users[owner], getattr(cast, service), **AMINA)
    found = looked_at(cast, FIRST_ROW)
    assert len(found) == (1 if said else 0)
    assert there.code not in repr(found)
    if said:
        ((words, address),) = found[0].others
        assert words.startswith(said)
        assert address == ""
    if service == "psychology":
        assert "Amina El" not in repr(found[0].others)
        assert "1985" not in repr(found)
    (by_command,) = looked_at(cast, FIRST_ROW, by_operator=False)
    assert there.code in by_command.others[0][0]


def test_who_was_told_of_whom_is_in_the_trail(cast: Cast) -> None:
    """A file of names must not be a way to ask unseen who is known."""
    there = registered(cast.stranger, cast.foreign_desk, **AMINA)
    guarded = registered(cast.protected, cast.trans_desk, **AMINA)
    looked_at(cast)
    with system_role():
        event = AuditEvent.objects.get(action="people.preview_import")
    assert (event.actor_id, event.after["cards"]) == (cast.coordinator.pk, str(there.pk))
    assert str(guarded.pk) not in event.after["cards"].split(",")


def test_the_preview_finds_what_storing_finds(cast: Cast) -> None:
    registered(cast.operator, cast.job_desk, **AMINA)
    found = looked_at(cast)
    kind = PeopleImport(source="prova", service=cast.job_desk, by=cast.coordinator)
    with system_role():
        stored = run(read_bytes(FILE.encode(), "persone.csv"), kind)
    assert stored.counts["look_alike"] == len(found)


def test_a_file_brought_in_again_asks_only_about_what_changed_and_is_still_open(cast: Cast) -> None:
    there = registered(cast.operator, cast.job_desk, **AMINA)
    kind = PeopleImport(source="prova", service=cast.job_desk, by=cast.coordinator)
    with system_role():
        run(read_bytes(FILE.encode(), "persone.csv"), kind)
        own = Card.objects.get(import_ref="1")
    assert looked_at(cast) == []
    changed = FILE.replace("12/03/1985,", "12/03/1985,333 1112223")
    assert [row.number for row in looked_at(cast, changed)] == [2]
    with acting_as(cast.operator.pk):
        identity.decide_different(one=own, other=there, by=cast.operator)
    assert looked_at(cast, changed) == []


def test_the_page_shows_them_and_leaves_out_what_somebody_ticks(cast: Cast, browse: Callable[[User], Client]) -> None:
    there = registered(cast.operator, cast.job_desk, **AMINA)
    client = browse(cast.coordinator)
    address = send(client, cast, FILE)
    text = client.get(address).content.decode()
    for shown in ("Righe che somigliano a qualcuno", there.code, "riga 3: Wang Xiaoming", "Non importare la riga 2"):
        assert shown in text, shown
    # Row 5 looks like nobody, so nobody was asked about it.
    client.post(f"{address}conferma/", {"leave_out": ["2", "5", "x"]})
    do_queued_imports()
    with system_role():
        assert set(Card.objects.values_list("import_ref", flat=True)) == {"", "2", "3", "4"}
        stored = ImportRun.objects.get()
        assert (stored.left_out, stored.found["counts"]["left_out"]) == ([2], 1)
        assert AuditEvent.objects.get(action="spreadsheets.confirm_import").after["left_out"] == "2"
    assert "Lasciate fuori" in client.get(address).content.decode()


def test_when_all_rows_are_left_out_nothing_is_stored(cast: Cast) -> None:
    kind = PeopleImport(source="prova", service=cast.job_desk, by=cast.coordinator)
    with system_role():
        result = run(read_bytes(FIRST_ROW.encode(), "persone.csv"), kind, leave_out={2})
        assert result.counts == {"left_out": 1}
        assert not Card.objects.exists()


def test_a_row_is_compared_as_the_card_that_it_would_become(cast: Cast) -> None:
    """Or the preview and the outcome would differ: comuni by code, several citizenships, households of the source."""
    from ponte.people.candidates import records_of
    from ponte.people.import_preview import _records
    from ponte.platform.spreadsheets.importing import examine

    text = (
        "ref,given_name,family_name,native_name,chosen_name,sex,birth_date,birth_country,citizenship,municipality,"
        "phone,email,fiscal_code,document,address,postcode\n"
        "1,Mei,Wang,王美,Maya,F,1990-05,CN,CN;IT,015146,+39 333 1234567,M@x.org,,ab 12345,Via Roma 1,20121\n"
    )
    kind = PeopleImport(source="prova", service=cast.job_desk, by=cast.coordinator)
    sheet = read_bytes(text.encode(), "persone.csv")
    with system_role():
        run(sheet, kind)
        rows, problems = examine(sheet, kind, kind.mapping)
        (card,) = Card.objects.all()
        assert problems == []
        assert _records(rows, "prova")[2] == records_of([card.pk])[card.pk]
        assert from_sheet({"given_name": "Mei"}) != _records(rows, "prova")[2]


def test_kinds_are_those_of_intake() -> None:
    assert set(Kind) == {"own", "shared", "reserved"}, "a new kind needs its words in the preview"


def test_the_findings_survive_as_json(cast: Cast, browse: Callable[[User], Client]) -> None:
    registered(cast.operator, cast.job_desk, **AMINA)
    send(browse(cast.coordinator), cast, FILE)
    with system_role():
        found = ImportRun.objects.get().found
    assert json.loads(json.dumps(found["alike"])) == found["alike"]
    assert found["alike_count"] == 2
    assert found["counts"] == {"created": 4, "updated": 0, "unchanged": 0}


def test_of_several_cards_that_fit_a_row_none_is_likely(cast: Cast) -> None:
    """At most one of them is the row's person: told that each is likely, whoever imports would leave the row out."""
    for month, day in ((2, 3), (5, 17), (8, 29)):
        registered(
            cast.operator, cast.job_desk, given_name="Mohamed", family_name="Ahmed", birth_year=1968,
            birth_month=month, birth_day=day,
        )  # fmt: skip
    text = "ref,given_name,family_name,birth_date\n1,Mohamed,Ahmed,1968\n"
    (row,) = looked_at(cast, text)
    assert (row.likeness, len(row.others)) == ("possibile", 3)


def test_cards_that_nothing_is_told_of_take_nothing_from_the_others(cast: Cast) -> None:
    """Else a weaker word would tell that a protected service knows somebody of that name."""
    born = {"given_name": "Mohamed", "family_name": "Ahmed", "birth_year": 1968, "birth_month": 5, "birth_day": 3}
    registered(cast.operator, cast.job_desk, **born)
    text = "ref,given_name,family_name,birth_date\n1,Mohamed,Ahmed,1968\n"
    before = looked_at(cast, text)
    registered(cast.protected, cast.trans_desk, **born | {"birth_month": 8, "birth_day": 17})
    assert looked_at(cast, text) == before
