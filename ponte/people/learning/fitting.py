# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Weights corrected by answers: the delivered ones are where they are held to be, and as firmly as `FIRMNESS` pairs.

A logistic regression on the levels of the fields, most likely after the fact (MAP): each weight is drawn to the
delivered one as by so many answers. Within a field, a level that the delivered weights hold to be better evidence
never becomes worse evidence than another. What families share and fields that say the same thing count as in
`scoring`, whose contributions are taken as they are and worked out anew between rounds.
"""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt

from ponte.people.learning.lessons import Lessons
from ponte.people.matching.model import Model
from ponte.people.matching.names.likeness import Bits, Rarity
from ponte.people.matching.names.vocabulary import Vocabulary
from ponte.people.matching.scoring import FIELDS, Scorer

FIRMNESS: Final = 30.0
# The whole scale moves only when very many answers agree that it should.
FIRMNESS_OF_OFFSET: Final = 200.0
ROUNDS: Final = 3
SWEEPS: Final = 40
ENOUGH: Final = 1e-4
LN2: Final = float(np.log(2))
_NOTHING: Final = 1e-6

Numbers = npt.NDArray[np.float64]


def scorer_of(model: Model, people: int = 1) -> Scorer:
    """Weighs kept comparisons; compares no names."""
    return Scorer(model, Vocabulary(), Rarity.counted({}, people))


def bits_of(model: Model, lessons: Lessons, people: int) -> Bits:
    """The pairs by these weights, after the prior, as if they were compared among so many people today."""
    return scorer_of(model, people).again(lessons.scored) + np.float32(model.prior(people))


def corrected(delivered: Model, lessons: Lessons, *, people: int, version: str) -> Model:
    """The delivered weights as these answers correct them; the same where there are none."""
    model = delivered
    for _round in range(ROUNDS):
        steps = _steps(model, delivered, lessons)
        bits = bits_of(model, lessons, people).astype(np.float64)
        offset = _descend(steps, bits, model.offset - delivered.offset, lessons)
        column = {field: np.array(delivered.weights[field], np.float64) for field in FIELDS}
        for step in steps:
            column[step.field][step.levels] += step.moved
        model = replace(
            delivered,
            version=version,
            offset=delivered.offset + offset,
            weights={field: np.round(bits, 2).astype(np.float32) for field, bits in column.items()},
        )
    return model


@dataclass(slots=True)
class _Step:
    """How much higher a level stands above the next lower one, together with all that stand above it in its field.

    `moved` is by how much it is wider than delivered, at least `narrowest`, so that the order stays. The first step
    of a field lifts all its levels and may go anywhere.
    """

    field: str
    levels: list[int]
    narrowest: float
    share: Numbers  # of a bit, that a pair gets for each bit of this step
    moved: float


def _steps(model: Model, delivered: Model, lessons: Lessons) -> list[_Step]:
    scored = lessons.scored
    parts = scorer_of(model).parts(scored)
    steps = []
    for at, field in enumerate(FIELDS):
        levels, start = scored.levels[:, at], delivered.weights[field].astype(np.float64)
        said = model.weights[field].astype(np.float64)[levels]
        counts = np.abs(said) > _NOTHING
        share = np.where(counts, parts[field] / np.where(counts, said, 1.0), 1.0)
        share[levels == 0] = 0.0
        order = sorted(range(1, len(start)), key=lambda level: (start[level], level))
        now = model.weights[field].astype(np.float64) - start
        below = 0.0
        for place, level in enumerate(order):
            above = order[place:]
            steps.append(
                _Step(
                    field,
                    above,
                    narrowest=-np.inf if place == 0 else start[order[place - 1]] - start[level],
                    share=np.where(np.isin(levels, above), share, 0.0),
                    moved=now[level] - below,
                )
            )
            below = now[level]
    return steps


def _descend(steps: list[_Step], bits: Numbers, offset: float, lessons: Lessons) -> float:
    """Newton's method, one step after the other, until none moves; returns how far the offset is from delivered."""
    same, weight = lessons.same.astype(np.float64), lessons.weight.astype(np.float64)
    firmness = FIRMNESS * LN2**2 / 4
    whole = np.ones(len(bits))
    moved = {field: np.zeros(1 + max(max(s.levels) for s in steps if s.field == field)) for field in FIELDS}
    for step in steps:
        moved[step.field][step.levels] += step.moved

    def newton(share: Numbers, pull: float, firm: float) -> float:
        chance = 1 / (1 + np.exp(-LN2 * np.clip(bits, -60, 60)))
        slope = LN2 * float(np.sum(weight * share * (chance - same))) + firm * pull
        bend = LN2**2 * float(np.sum(weight * share**2 * chance * (1 - chance)))
        # Where answers and weights are far apart, a full step would overshoot.
        return float(np.clip(-slope / (bend + max(firm, _NOTHING)), -1.0, 1.0))

    for _sweep in range(SWEEPS):
        farthest = 0.0
        firm = FIRMNESS_OF_OFFSET * LN2**2 / 4
        by = newton(whole, offset, firm)
        offset, bits, farthest = offset + by, bits + by, abs(by)
        for step in steps:
            mine = moved[step.field]
            by = newton(step.share, float(mine[step.levels].mean()), firmness * len(step.levels))
            by = max(by, step.narrowest - step.moved)
            if by:
                step.moved += by
                mine[step.levels] += by
                bits = bits + step.share * by
                farthest = max(farthest, abs(by))
        if farthest < ENOUGH:
            break
    return offset
