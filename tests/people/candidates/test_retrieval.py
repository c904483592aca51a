# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whoever is in the registry is found by what the person in front of the desk says."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ponte.people import candidates
from ponte.people.candidates import retrieval
from ponte.people.matching.likeness import Band
from ponte.people.matching.records import Record, from_sheet
from ponte.platform.database.actor import acting_as
from tests.cast import Cast
from tests.people.support import registered
from tests.support import system_role

OLENA = {
    "given_name": "Олена", "family_name": "Шевченко", "birth_year": 1985, "birth_month": 3, "birth_day": 12,
    "sex": "F", "citizenships": ["UA"], "phone": "333 1234567",
}  # fmt: skip


@pytest.mark.parametrize(
    "told",
    [
        {"given_name": "Olena", "family_name": "Shevchenko"},
        {"given_name": "Scevcenco", "family_name": "Olena"},
        {"given_name": "Olena", "family_name": "Sevcenko", "birth_date": "1985"},
        {"phone": "+39 3331234567"},
        {"given_name": "Olena", "birth_date": "12/03/1985"},
        {"given_name": "Oleana", "family_name": "Shevchenk", "birth_date": "03/12/1985"},
    ],
)
def test_a_few_words_are_enough(cast: Cast, told: dict[str, str]) -> None:
    card = registered(cast.operator, cast.job_desk, **OLENA)
    registered(cast.operator, cast.job_desk, given_name="Olga", family_name="Shevchuk", birth_year=1985)
    with system_role():
        found = candidates.likely_matches(from_sheet(told))
    assert found, told
    assert found[0].card_ids == (card.pk,)


def test_the_whole_description_is_the_same_person_and_another_year_is_not(cast: Cast) -> None:
    card = registered(cast.operator, cast.job_desk, **OLENA)
    told = {"given_name": "Olena", "family_name": "Shevchenko", "birth_date": "12/03/1985", "phone": "3331234567"}
    with system_role():
        (same,) = candidates.likely_matches(from_sheet(told))
        assert (same.card_ids, same.likeness.band) == ((card.pk,), Band.SAME)
        other = candidates.likely_matches(from_sheet(told | {"birth_date": "07/11/1961", "phone": ""}))
        assert [match.likeness.band for match in other if match.likeness.band != Band.POSSIBLE] == []


def test_nothing_said_finds_nobody(cast: Cast) -> None:
    registered(cast.operator, cast.job_desk, **OLENA)
    with system_role():
        assert candidates.likely_matches(Record()) == []
        assert candidates.likely_matches(from_sheet({"given_name": "N.N.", "family_name": "sconosciuto"})) == []


def test_cards_of_one_person_are_one_answer(cast: Cast) -> None:
    one = registered(cast.operator, cast.job_desk, **OLENA)
    other = registered(cast.operator, cast.job_desk, **OLENA)
    with system_role():
        assert len(candidates.likely_matches(candidates.record_of(one))) == 2
        other.person = one.person
        other.save(update_fields=["person"])
        (match,) = candidates.likely_matches(candidates.record_of(one))
        assert set(match.card_ids) == {one.pk, other.pk}
        assert candidates.likely_matches(candidates.record_of(one), ignoring=[one.pk, other.pk]) == []


MOHAMED = {
    "given_name": "Mohamed", "family_name": "Ahmed", "birth_year": 1968, "sex": "M", "citizenships": ["EG"],
}  # fmt: skip


def _four_namesakes(cast: Cast) -> None:
    for born, phone in (((2, 3), "333 1234567"), ((5, 17), "328 7711002"), ((8, 29), "347 5550918"), ((11, 8), "")):
        registered(cast.operator, cast.job_desk, **MOHAMED, birth_month=born[0], birth_day=born[1], phone=phone)


def test_of_several_with_one_name_and_year_none_is_more_than_possible(cast: Cast) -> None:
    """At most one of four is the person: told that each is likely, a desk would take the first."""
    _four_namesakes(cast)
    with system_role():
        found = candidates.likely_matches(
            from_sheet({"given_name": "Mohamed", "family_name": "Ahmed", "birth_date": "1968"})
        )
    assert [match.likeness.band for match in found] == [Band.POSSIBLE] * 4
    assert all("altre persone somigliano quasi altrettanto" in _reasons(match) for match in found)


def test_the_one_who_has_the_whole_date_stays_certain_among_namesakes(cast: Cast) -> None:
    _four_namesakes(cast)
    told = {"given_name": "Mohamed", "family_name": "Ahmed", "birth_date": "29/08/1968", "phone": "347 5550918"}
    with system_role():
        first, *others = candidates.likely_matches(from_sheet(told))
    assert first.likeness.band == Band.SAME
    assert {match.likeness.band for match in others} <= {Band.POSSIBLE}
    assert "altre persone somigliano quasi altrettanto" not in _reasons(first)


def test_two_cards_of_one_person_not_joined_yet_do_not_stand_against_each_other(cast: Cast) -> None:
    """Else a person registered twice would be the harder to recognise a third time."""
    for _ in range(2):
        registered(cast.operator, cast.job_desk, **OLENA)
    with system_role():
        found = candidates.likely_matches(
            from_sheet({"given_name": "Olena", "family_name": "Shevchenko", "birth_date": "12/03/1985"})
        )
    assert [match.likeness.band for match in found] == [Band.SAME, Band.SAME]


@pytest.mark.parametrize(
    ("told", "right"),
    [
        ({"given_name": "Mohamed", "family_name": "Ahmed"}, 2),
        ({"given_name": "Mohammed", "family_name": "Ahmad", "birth_date": "1975"}, 1),
    ],
)
def test_of_more_namesakes_than_can_be_compared_those_spelt_so_or_of_that_year_are(
    cast: Cast, monkeypatch: pytest.MonkeyPatch, told: dict[str, str], right: int
) -> None:
    monkeypatch.setattr(retrieval, "MOST_CANDIDATES", 1)
    spelt = (("Mohammad", "Ahmad", 1968), ("Muhammad", "Ahmad", 1975), ("Mohamed", "Ahmed", 1982))
    cards = [
        registered(cast.operator, cast.job_desk, given_name=given, family_name=family, birth_year=year)
        for given, family, year in spelt
    ]
    with system_role():
        (found,) = candidates.likely_matches(from_sheet(told))
    assert found.card_ids == (cards[right].pk,)


def _reasons(match: candidates.Match) -> list[str]:
    return [reason.text for reason in match.likeness.reasons]


@pytest.mark.parametrize("people", [1, 3])
def test_a_question_costs_as_many_statements_for_one_answer_as_for_three(cast: Cast, people: int) -> None:
    for _ in range(people):
        registered(cast.operator, cast.job_desk, **OLENA)
    with system_role(), CaptureQueriesContext(connection) as captured:
        assert (
            len(candidates.likely_matches(from_sheet({"given_name": "Olena", "family_name": "Shevchenko"}))) == people
        )
    assert len(captured) == 4


def test_a_role_finds_only_what_it_may_see(cast: Cast) -> None:
    """Retrieval alone opens no door: without a privileged role it answers of one's own people."""
    registered(cast.protected, cast.trans_desk, **OLENA)
    with acting_as(cast.operator.pk):
        assert candidates.likely_matches(from_sheet({"given_name": "Olena", "family_name": "Shevchenko"})) == []


def test_the_reasons_are_said_in_words(cast: Cast) -> None:
    """A person decides by what agrees and what does not, never by a number."""
    card = registered(cast.operator, cast.job_desk, **OLENA)
    other = registered(cast.operator, cast.job_desk, **(OLENA | {"given_name": "Olena", "phone": "320 7654321"}))
    told = {"given_name": "Olena", "family_name": "Shevchenko", "birth_date": "12/03/1985"}
    with system_role():
        (match, *_) = candidates.likely_matches(from_sheet(told), ignoring=[other.pk])
        assert "stessa data di nascita" in [reason.text for reason in match.likeness.reasons]
        between = {reason.text: reason.speaks_for for reason in candidates.likeness_of(card, other).reasons}
    assert between["stessa data di nascita"]
    assert not between["telefono cambiato"]
