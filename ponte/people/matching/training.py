# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Weights learnt from the people at hand, without anyone saying who is who.

Expectation and maximisation after Winkler (1988): how often a level occurs among different people is read off random
pairs; how often among the same ones is estimated by turns with who they are. The delivered model is the beginning,
and counts for as much as `STEADINESS` pairs, so that few people hardly move it.
"""

from dataclasses import replace
from typing import Final

import numpy as np

from ponte.people.matching.levels import COMPARISONS, LEVEL_NAMES, Levels
from ponte.people.matching.model import Model
from ponte.people.matching.names.likeness import Bits
from ponte.people.matching.scoring import FIELDS, Scored, Scorer
from ponte.people.matching.table import RecordTable

ROUNDS: Final = 8
RANDOM_PAIRS: Final = 400_000
STEADINESS: Final = 30.0
FEWEST_MATCHES: Final = 100
SEED: Final = 20211231
# Added to the version of weights that hold for one run only: its scores cannot be worked out again.
FITTED: Final = "+em"


def trained(scorer: Scorer, table: RecordTable, scored: Scored) -> Model:
    """The scorer's model, fitted to these records, whose candidate pairs were `scored`."""
    prior = np.float32(scorer.model.prior(len(table)))
    apart = _among_different(table)
    start = model = scorer.model
    for _ in range(ROUNDS):
        scorer.model = model
        bits = scorer.again(scored) + prior
        same = 1 / (1 + np.exp2(-np.clip(bits, -60, 60)))
        if same.sum() < FEWEST_MATCHES:
            scorer.model = start
            return start
        model = replace(
            start,
            version=f"{start.version}{FITTED}",
            weights={
                field: _weights(start.weights[field], scored.levels[:, at], same, apart[field])
                for at, field in enumerate(FIELDS)
            },
        )
    scorer.model = model
    return model


def _among_different(table: RecordTable) -> dict[str, Bits]:
    """How often each level occurs among random pairs, almost none of which are one person."""
    rng = np.random.default_rng(SEED)
    i, j = rng.integers(0, len(table), (2, RANDOM_PAIRS))
    i, j = i[i != j], j[i != j]
    return {
        field: np.bincount(compare(table, i, table, j), minlength=len(LEVEL_NAMES[field])).astype(np.float32)
        for field, compare in COMPARISONS.items()
    }


def _weights(start: Bits, levels: Levels, same: Bits, apart: Bits) -> Bits:
    together = np.bincount(levels, weights=same, minlength=len(start)).astype(np.float32)
    said_together, said_apart = together[1:].sum(), apart[1:].sum()
    if said_together < FEWEST_MATCHES or not said_apart:
        return start
    among_different = (apart[1:] + 0.5) / (said_apart + 0.5 * len(apart[1:]))
    expected = among_different * np.exp2(start[1:])
    expected = expected / expected.sum()
    among_same = (together[1:] + STEADINESS * expected) / (said_together + STEADINESS)
    weights = np.zeros_like(start)
    weights[1:] = np.log2(among_same / among_different)
    return weights
