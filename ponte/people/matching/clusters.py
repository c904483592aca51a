# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which records are one person, from the evidence between them: never a bare chain.

Two groups become one where their likest two say so, and the other pairs between them are heard too; never where a
pair between them is ruled out, by different codici fiscali or by people.
"""

from collections.abc import Mapping, Sequence
from math import inf
from typing import Final

import numpy as np
import numpy.typing as npt

from ponte.people.matching.likeness import Band

Evidence = Mapping[tuple[int, int], float]

RULED_OUT: Final = -inf
UNCOMPARED: Final = 0.0
# Pairs between two groups repeat one another: beside the likest, each of the others counts for so much of its bits,
# of which there are at most and at least so many.
OTHERS: Final = 0.2
MOST_FOR: Final = 3.0
MOST_AGAINST: Final = -12.0


def grown(evidence: Evidence, threshold: float) -> list[list[int]]:
    """Groups of two and more, grown from the surest pair to the least sure, each in the order of its rows.

    `evidence` is in bits after the prior, by pair of rows, the lower row first. Pairs that speak against belong in
    it; one that is missing counts as `UNCOMPARED`.
    """
    group_of: dict[int, int] = {}
    members: dict[int, list[int]] = {}
    for _, (one, other) in sorted((-bits, pair) for pair, bits in evidence.items() if bits >= threshold):
        for row in (one, other):
            members.setdefault(group_of.setdefault(row, row), [row])
        a, b = group_of[one], group_of[other]
        if a == b or _likeness(members[a], members[b], evidence) < threshold:
            continue
        kept, gone = sorted((a, b), key=lambda group: (-len(members[group]), group))
        for row in members.pop(gone):
            group_of[row] = kept
            members[kept].append(row)
    return sorted(sorted(group) for group in members.values() if len(group) > 1)


def _likeness(a: list[int], b: list[int], evidence: Evidence) -> float:
    """What all pairs between two groups say together, in bits."""
    best, total = RULED_OUT, 0.0
    for one in a:
        for other in b:
            bits = evidence.get((one, other) if one < other else (other, one), UNCOMPARED)
            if bits == RULED_OUT:
                return RULED_OUT
            best = max(best, bits)
            total += _heard(bits)
    return best + OTHERS * (total - _heard(best))


def _heard(bits: float) -> float:
    return min(max(bits, MOST_AGAINST), MOST_FOR)


def group_of(groups: Sequence[Sequence[int]], rows: int) -> npt.NDArray[np.int32]:
    """The number of each row's group; -1 for a row in none."""
    numbers = np.full(rows, -1, np.int32)
    for number, group in enumerate(groups):
        numbers[list(group)] = number
    return numbers


def settled(
    pairs: npt.NDArray[np.int64], bands: Sequence[Band], groups: Sequence[Sequence[int]], rows: int
) -> list[Band]:
    """The bands of the pairs as the groups leave them.

    Two of one group are at least likely one person. A surer pair that did not end in one group, because something
    speaks against it, is only possible: it is shown, and decided by people.
    """
    group = group_of(groups, rows)[pairs]
    together = (group[:, 0] == group[:, 1]) & (group[:, 0] >= 0)
    found: list[Band] = []
    for band, same_group in zip(bands, together.tolist(), strict=True):
        if same_group:
            found.append(band if band is Band.SAME else Band.LIKELY)
        else:
            found.append(Band.POSSIBLE if band in {Band.SAME, Band.LIKELY} else band)
    return found


def connected(pairs: npt.NDArray[np.int64], rows: int) -> npt.NDArray[np.int64]:
    """For each row the least one that a chain of pairs leads to: only to find which further pairs to compare."""
    chain = np.arange(rows)
    one, other = pairs.T
    while True:
        least = np.minimum(chain[one], chain[other])
        before = chain.copy()
        for row in (one, other, before[one], before[other]):
            np.minimum.at(chain, row, least)
        chain = chain[chain]
        if np.array_equal(chain, before):
            return chain


def members_of(chain: npt.NDArray[np.int64]) -> list[list[int]]:
    """The rows of each chain of two and more, in their order."""
    order = np.argsort(chain, kind="stable")
    starts = np.flatnonzero(np.diff(chain[order], prepend=-1))
    lengths = np.diff(starts, append=len(chain))
    return [order[at : at + length].tolist() for at, length in zip(starts, lengths, strict=True) if length > 1]
