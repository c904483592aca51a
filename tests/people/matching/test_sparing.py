# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Comparing less to be quicker must lose nobody: what is shown, and how sure it is, stays the same."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ponte.people.matching import batch, model
from ponte.people.matching.lookup import Lookup, Match
from ponte.people.matching.records import from_sheet
from ponte.people.matching.scoring import Scored, Scorer
from tests.people.matching.test_quality import person, written_again

MODEL = model.delivered()


def found() -> batch.Found:
    rng = random.Random(9)
    people = [person(rng) for _ in range(300)]
    return batch.find((from_sheet(row) for one in people for row in (one, written_again(rng, one))), MODEL)


def test_names_that_cannot_matter_are_not_compared_and_nobody_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(batch, "families_live_here", lambda *_: True)
    score, asked = Scorer.score, list[bool]()

    def whole(scorer: Scorer, *given: object, only_shown: bool = False) -> Scored:
        asked.append(only_shown)
        return score(scorer, *given)  # type: ignore[arg-type]

    spared = found()
    monkeypatch.setattr(Scorer, "score", whole)
    expected = found()
    assert True in asked
    assert len(expected.pairs) > 200
    assert np.array_equal(spared.pairs, expected.pairs)
    assert np.array_equal(spared.bits, expected.bits)
    assert np.array_equal(spared.vectors, expected.vectors)
    assert (spared.bands, spared.groups) == (expected.bands, expected.groups)


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 2**32 - 1))
def test_an_answer_is_the_same_as_if_everybody_was_compared_with_everybody(seed: int) -> None:
    """Few letters and years, so that many have names and dates in common and stand against one another."""
    rng = random.Random(seed)
    people = [person(rng) | {"birth_date": f"{rng.randint(1968, 1972)}-0{rng.randint(1, 4)}-11"} for _ in range(60)]
    rows = [row for one in people for row in (one, written_again(rng, one))]
    asked = [
        {column: text for column, text in written_again(rng, one).items() if rng.random() < 0.5} for one in people
    ]
    questions = [from_sheet(row) for row in asked]

    def answers() -> list[list[Match]]:
        return list(Lookup([from_sheet(row) for row in rows], MODEL).answers(questions, top=10))

    spared = answers()
    with pytest.MonkeyPatch.context() as patch:
        score = Scorer.score
        patch.setattr(Scorer, "score", lambda scorer, *given, at_least=None: score(scorer, *given))
        assert answers() == spared
