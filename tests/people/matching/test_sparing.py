# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Comparing less to be quicker must lose nobody: what is shown, and how sure it is, stays the same."""

import random

import numpy as np
import pytest

from ponte.people.matching import batch, model
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
