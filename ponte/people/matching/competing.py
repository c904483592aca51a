# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who of several is the one described: at most one person is, so each is the less likely the more the others are.

See docs/adr/0039-one-answer-is-right.md.
"""

from collections.abc import Sequence
from itertools import combinations
from math import log2
from typing import Final

import numpy as np
import numpy.typing as npt
from django.utils.translation import gettext as _

from ponte.people.matching import clusters
from ponte.people.matching.levels import Levels
from ponte.people.matching.likeness import Band, Reason
from ponte.people.matching.model import Model
from ponte.people.matching.scoring import FIELDS, Scorer
from ponte.people.matching.table import RecordTable

OTHERS: Final = "others"
# What others take away is worth a word from here on, in bits.
LEAST_TOLD: Final = 1.0


def bits_among(bits: Sequence[float]) -> list[float]:
    """The evidence for each of some persons, in bits after the prior, once the others are heard.

    Odds of each against nobody known become odds against nobody known or another of them.
    """
    odds = [2.0**one for one in bits]
    together = sum(odds)
    return [one - log2(1 + max(together - own, 0.0)) for one, own in zip(bits, odds, strict=True)]


def people(
    scorer: Scorer, table: RecordTable, rows_of: Sequence[npt.NDArray[np.int64]], prior: float, *, least: float
) -> list[list[list[int]]]:
    """For each question, the places of its rows by person, as far as at least so many bits speak for one; in order of
    the first.

    A name in common alone makes nobody one person.
    """

    def hear(pairs: list[tuple[int, int, int]], at_least: float | None) -> None:
        if not pairs:
            return
        one = np.array([rows_of[number][a] for number, a, _b in pairs], np.int64)
        other = np.array([rows_of[number][b] for number, _a, b in pairs], np.int64)
        scored = scorer.score(table, one, table, other, at_least=at_least)
        said = scored.bits + np.float32(prior)
        said = np.where(agree(scorer.model, scored.levels), said, np.minimum(said, np.float32(least - 1)))
        for (number, a, b), bits in zip(pairs, said.tolist(), strict=True):
            evidence[number][a, b] = bits

    evidence: list[dict[tuple[int, int], float]] = [{} for _question in rows_of]
    wanted = [(number, *pair) for number, rows in enumerate(rows_of) for pair in combinations(range(len(rows)), 2)]
    hear(wanted, least - prior)
    chains = []
    for number, of_rows in enumerate(evidence):
        said = np.array([pair for pair, bits in of_rows.items() if bits >= least], np.int64).reshape(-1, 2)
        members = clusters.members_of(clusters.connected(said, len(rows_of[number])))
        chains += [(number, chain) for chain in members]
    # Where three and more may be one, also what is far from enough between two of them is heard.
    wanted = [(number, *pair) for number, chain in chains if len(chain) > 2 for pair in combinations(chain, 2)]
    hear(wanted, None)
    found = []
    for rows, of_rows in zip(rows_of, evidence, strict=True):
        groups = clusters.grown(of_rows, least)
        alone = set(range(len(rows))).difference(*groups)
        found.append(sorted([*groups, *([place] for place in alone)]))
    return found


def band(model: Model, bits: float) -> Band:
    """Whoever was worth showing alone is shown beside others too."""
    found = model.band(bits)
    return found if found.is_shown else Band.POSSIBLE


def agree(model: Model, levels: Levels) -> npt.NDArray[np.bool_]:
    """Where anything but the names speaks for one person."""
    weights = np.stack([model.weights[field][levels[:, at]] for at, field in enumerate(FIELDS)], axis=1)
    return np.asarray((weights > 0).any(1))


def reasons(model: Model, alone: float, among: float) -> tuple[Reason, ...]:
    """That others are about as like, where this makes a difference."""
    if alone - among < LEAST_TOLD or model.band(among) is Band.SAME:
        return ()
    return (Reason(OTHERS, "alike", among - alone, _("altre persone somigliano quasi altrettanto")),)
