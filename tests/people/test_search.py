# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Seconds at the desk: a person is found by whatever of them is known, and only by those who may."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ponte.people import actions, queries
from ponte.people.invariants import INVARIANTS
from ponte.people.models import Acquaintance, Card, CardIdentifier, KnownName
from ponte.people.search import search
from ponte.platform.audit.watching import watching
from ponte.platform.database.actor import acting_as
from tests.cast import Cast
from tests.people.support import registered


@pytest.fixture
def people(cast: Cast) -> dict[str, Card]:
    rows = {
        "amina": {
            "given_name": "Amina",
            "family_name": "El Idrissi",
            "native_name": "أمينة الإدريسي",
            "phone": "333 1234567",
        },
        "aminata": {"given_name": "Aminata", "family_name": "Diop", "email": "aminata@example.org"},
        "olena": {"given_name": "Olena", "family_name": "Shevchenko", "native_name": "Олена Шевченко"},
        "xiaoming": {"native_name": "王小明"},
        "chosen": {"given_name": "Mario", "family_name": "Rossi", "chosen_name": "Maria"},
    }
    cards = {key: registered(cast.operator, cast.job_desk, **fields) for key, fields in rows.items()}
    with acting_as(cast.operator.pk):
        actions.add_detail(
            detail=CardIdentifier(card=cards["olena"], kind="passport", value="FE123456"), by=cast.operator
        )
    return cards


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("amina", ["amina", "aminata"]),
        ("AMIN", ["amina", "aminata"]),
        ("idrissi amina", ["amina"]),
        ("el am", ["amina"]),
        ("أمينة", ["amina"]),
        ("shevch", ["olena"]),
        ("Шевченко", ["olena"]),
        ("王", ["xiaoming"]),
        ("小明", ["xiaoming"]),
        ("wang xiaoming", ["xiaoming"]),
        ("maria rossi", ["chosen"]),
        ("3331234567", ["amina"]),
        ("+39 333 12", ["amina"]),
        ("333 1234", ["amina"]),
        ("fe 123456", ["olena"]),
        ("aminata@example.org", ["aminata"]),
        ("nessuno", []),
        ("", []),
        ("%", []),
        ("amina' OR 1=1", []),
    ],
)
def test_found_by(cast: Cast, people: dict[str, Card], query: str, expected: list[str]) -> None:
    with acting_as(cast.operator.pk):
        found = search(cast.operator, query).cards
    assert sorted(card.pk for card in found) == sorted(people[key].pk for key in expected)


def test_whole_words_come_first(cast: Cast, people: dict[str, Card]) -> None:
    with acting_as(cast.operator.pk):
        assert [card.pk for card in search(cast.operator, "amina").cards] == [
            people["amina"].pk,
            people["aminata"].pk,
        ]


def test_found_by_code(cast: Cast, people: dict[str, Card]) -> None:
    with acting_as(cast.operator.pk):
        code = people["olena"].code
        assert [card.code for card in search(cast.operator, f" {code[:4].lower()} {code[4:]} ").cards] == [code]


def test_strangers_find_nobody(cast: Cast, people: dict[str, Card]) -> None:
    for user in (cast.stranger, cast.protected, cast.org_coordinator, cast.administrator):
        with acting_as(user.pk):
            for query in ("amina", "333 1234567", "FE123456", people["amina"].code):
                assert search(user, query).cards == []


def test_more_than_fits_is_said(cast: Cast, people: dict[str, Card]) -> None:
    with acting_as(cast.operator.pk):
        found = search(cast.operator, "a", most=1)
        assert (len(found.cards), found.there_are_more) == (1, True)


def test_the_index_of_words_serves_behind_row_level_security(cast: Cast, people: dict[str, Card]) -> None:
    """With a million people, a search that reads every word takes seconds."""
    with acting_as(cast.operator.pk), CaptureQueriesContext(connection) as captured:
        search(cast.operator, "shevch")
    statement = next(q["sql"] for q in reversed(captured.captured_queries) if "people_knownname" in q["sql"])
    with acting_as(cast.operator.pk), connection.cursor() as cursor:
        cursor.execute("SET LOCAL enable_seqscan = off")
        cursor.execute(f"EXPLAIN {statement}")
        plan = "\n".join(row[0] for row in cursor.fetchall())
    conditions = [line for line in plan.splitlines() if "Index Cond" in line]
    assert any("~>=~" in condition for condition in conditions), plan


def test_recent_people_of_my_teams(cast: Cast, people: dict[str, Card]) -> None:
    registered(cast.protected, cast.trans_desk)
    with acting_as(cast.operator.pk):
        page = queries.recent(cast.operator, queries.Filters())
        assert {card.pk for card in page.cards} == {card.pk for card in people.values()}
        assert not page.there_are_more
        assert queries.recent(cast.operator, queries.Filters(citizenship="MA")).cards == []
        assert queries.recent(cast.operator, queries.Filters(only_enrolled=True)).cards == []
        assert queries.recent(cast.operator, queries.Filters(service=cast.trans_desk.pk)).cards == []


def test_what_a_team_can_search_follows_names_and_acquaintance(cast: Cast, people: dict[str, Card]) -> None:
    """A person renamed, or known to one more team, is found at once, and no longer by the old name."""
    card = people["olena"]
    with acting_as(cast.operator.pk):
        renamed = {"given_name": "Vira", "family_name": "Bondar", "native_name": ""}
        actions.change_card(card=card, fields=renamed, by=cast.operator)
        assert search(cast.operator, "bondar").cards == [card]
        assert search(cast.operator, "shevchenko").cards == []
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE ponte_system")
        cursor.execute(next(sql for title, sql in INVARIANTS.items() if "every word" in title))
        assert cursor.fetchone() == (0,)
        Acquaintance.objects.create(card=card, service=cast.trans_desk)
        assert KnownName.objects.filter(service=cast.trans_desk).count() == 2
        Acquaintance.objects.filter(card=card, service=cast.trans_desk).delete()
        assert not KnownName.objects.filter(service=cast.trans_desk).exists()


def test_only_who_is_shown_counts_as_seen(cast: Cast) -> None:
    """The one beyond is loaded to know that there are more: each key typed would leave an event more."""
    for _number in range(3):
        registered(cast.operator, cast.job_desk, given_name="Amina", family_name="Berrada")
    with acting_as(cast.operator.pk), watching() as watch:
        found = search(cast.operator, "berrada", most=2)
    assert found.there_are_more
    assert dict(watch.untold()) == {"people.card": sorted(card.pk for card in found.cards)}
