# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""`ponte dedupe` over the registry: who has two cards comes before people, once."""

import json

import pytest

from ponte.people.duplicates import in_registry, questions
from ponte.people.review import actions as review
from ponte.people.review.models import MatchPair
from tests.cast import Cast
from tests.people.support import registered
from tests.support import system_role

OLENA = {
    "given_name": "Олена", "family_name": "Шевченко", "birth_year": 1985, "birth_month": 3, "birth_day": 12,
    "sex": "F", "citizenships": ["UA"], "phone": "333 1234567",
}  # fmt: skip
AGAIN = OLENA | {"given_name": "Olena", "family_name": "Shevchenko"}


def test_two_cards_of_one_person_wait_for_review_and_are_not_proposed_again(cast: Cast) -> None:
    one, other = (registered(cast.operator, cast.job_desk, **fields) for fields in (OLENA, AGAIN))
    registered(cast.operator, cast.job_desk, given_name="Mario", family_name="Rossi", birth_year=1950)
    with system_role():
        done = in_registry.propose()
        assert (done.proposed, done.found.groups) == (1, [[0, 1]])
        (pair,) = MatchPair.objects.all()
        assert {pair.card_a_id, pair.card_b_id} == {one.pk, other.pk}
        assert (pair.band, pair.source) == ("same", "dedupe")
        assert in_registry.propose().proposed == 0


def test_a_run_that_is_broken_off_adds_only_what_is_missing_when_it_runs_again(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(3):
        registered(cast.operator, cast.job_desk, **OLENA)
    propose = review.propose

    def breaks(*given: object, **named: object) -> int:
        monkeypatch.setattr(review, "propose", lambda *_, **__: 1 / 0)
        return propose(*given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(in_registry, "AT_ONCE", 1)
    monkeypatch.setattr(review, "propose", breaks)
    with system_role():
        with pytest.raises(ZeroDivisionError):
            in_registry.propose()
        assert MatchPair.objects.count() == 1
        monkeypatch.setattr(review, "propose", propose)
        assert in_registry.propose().proposed == 2
        assert MatchPair.objects.count() == 3


def test_the_registry_answers_a_question_in_words(cast: Cast) -> None:
    card = registered(cast.operator, cast.job_desk, **OLENA)
    with system_role():
        question = questions.read('{"id": 7, "given_name": "Olena", "family_name": "Sevcenko"}', 1)
        (line,) = in_registry.answers([question], top=10)
    found = json.loads(line)
    assert (found["id"], found["matches"][0]["refs"]) == (7, [str(card.pk)])
    assert found["matches"][0]["reasons"]
