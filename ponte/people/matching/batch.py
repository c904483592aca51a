# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""All records of a sheet or registry against one another."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

from ponte.people.matching import clusters, keys, pairs, processes, training
from ponte.people.matching.encoding import Encoded, Traits
from ponte.people.matching.levels import LEVEL_NAMES
from ponte.people.matching.likeness import Band
from ponte.people.matching.model import Model
from ponte.people.matching.names.likeness import Bits, Rarity
from ponte.people.matching.pairs import Pairs
from ponte.people.matching.records import Record
from ponte.people.matching.scoring import BEFORE_LEVELS, FIELDS, Scored, Scorer, Vectors, families_live_here
from ponte.people.matching.stages import Stages
from ponte.people.matching.table import RecordTable
from ponte.people.matching.table_keys import Keyed

NOTHING_KEPT: Final = Stages()
Progress = Callable[[str, int, int], None]
Pair = tuple[int, int]
PairFinder = Callable[[Keyed, Traits], Pairs]

CHUNK: Final = 250_000
# Chains of more records than this are of a name or address that says nothing: only pairs found by keys count there.
LARGEST_CHAIN: Final = 200
MOST_TO_LEARN_FROM: Final = 1_500_000
_DIFFERENT_CODES: Final = LEVEL_NAMES["fiscal_code"].index("different")


@dataclass(frozen=True, slots=True)
class Found:
    """`pairs` from band possible up, the surest first, with their bits after the prior; `groups` are of one person.

    Pairs and groups never contradict each other: two records of one group are at least likely one person, two of
    different groups at most possibly. All pairs within a group are among `pairs`.
    """

    pairs: Pairs
    bits: Bits
    bands: list[Band]
    # For each pair what the names say in bits, how many words are unplaced, then the level of each field.
    vectors: Vectors
    groups: list[list[int]]
    model: Model


class Compared(NamedTuple):
    """Pairs of rows, their bits after the prior, and their vectors."""

    pairs: Pairs
    bits: Bits
    vectors: Vectors


def silent(_stage: str, _done: int, _total: int) -> None:
    """Progress that nobody watches."""


def rarity_of(records: Sequence[Record]) -> Rarity:
    counts: Counter[str] = Counter()
    for record in records:
        counts.update(keys.skeletons_of(record))
    return Rarity.counted(counts, len(records))


def find(records: Iterable[Record], model: Model, *, worth_comparing: PairFinder = pairs.worth_comparing) -> Found:
    """Duplicates among `records`."""
    return duplicates(Encoded.of(records), model, worth_comparing=worth_comparing)


def duplicates(
    encoded: Encoded,
    model: Model,
    *,
    worth_comparing: PairFinder = pairs.worth_comparing,
    stages: Stages = NOTHING_KEPT,
    progress: Progress = silent,
) -> Found:
    """`worth_comparing` finds the pairs with a key in common: the part that another engine may do.

    Pairs and their comparisons are taken from `stages` as far as they are there: nearly all the time.
    """
    table = encoded.table
    progress("pairs", 0, 1)
    (candidates,) = stages.columns("pairs", lambda: [worth_comparing(encoded.keyed, encoded.traits)])
    progress("pairs", 1, 1)
    scorer = Scorer(model, table.vocabulary, encoded.rarity)
    scorer.families = families_live_here(scorer, table)
    scored = _scored(scorer, table, candidates, stages, progress)
    # Relatives agree in so much that they would be learnt as one person: among families, the delivered weights stand.
    learnt = model if scorer.families else training.trained(scorer, table, _sample(scored))
    bits = scorer.again(scored) + np.float32(learnt.prior(len(table)))
    kept = bits >= learnt.bands[Band.POSSIBLE]
    found = Compared(candidates[kept], bits[kept], scored.rows(np.flatnonzero(kept)).vectors())
    del scored, candidates
    found, groups = _grouped(scorer, table, found, learnt)
    order = np.lexsort((found.pairs[:, 1], found.pairs[:, 0], -found.bits))
    settled = clusters.settled(found.pairs, learnt.bands_of(found.bits), groups, len(table))
    return Found(
        found.pairs[order], found.bits[order], [settled[at] for at in order], found.vectors[order], groups, learnt
    )


def _scored(
    scorer: Scorer, table: RecordTable, candidates: Pairs, stages: Stages, progress: Progress
) -> Scored:  # fmt: skip
    # Before processes are forked, so that they share it.
    table.vocabulary.columns()

    def score(number: int) -> Scored:
        chunk = candidates[number * CHUNK : (number + 1) * CHUNK]

        def work_out() -> list[npt.NDArray[Any]]:
            # Weights that are yet to be fitted may show more than these.
            compared = scorer.score(table, chunk[:, 0], table, chunk[:, 1], only_shown=scorer.families)
            return [getattr(compared, name) for name in Scored.__slots__]

        return Scored(*stages.columns(f"compared-{number * CHUNK}-{len(chunk)}", work_out))

    parts = []
    for part in processes.mapped(score, max(1, -(-len(candidates) // CHUNK))):
        parts.append(part)
        progress("compare", min(len(parts) * CHUNK, len(candidates)), len(candidates))
    return Scored(*(np.concatenate([getattr(part, name) for part in parts]) for name in Scored.__slots__))


def _sample(scored: Scored) -> Scored:
    if len(scored.bits) <= MOST_TO_LEARN_FROM:
        return scored
    rows = np.random.default_rng(training.SEED).choice(len(scored.bits), MOST_TO_LEARN_FROM, replace=False)
    return Scored(*(getattr(scored, name)[rows] for name in Scored.__slots__))


def _grouped(scorer: Scorer, table: RecordTable, found: Compared, model: Model) -> tuple[Compared, list[list[int]]]:
    """The groups, and the pairs with those that only the groups brought together."""
    threshold = model.bands[Band.LIKELY]
    chain = clusters.connected(found.pairs[_said(found) >= threshold], len(table))
    within = chain[found.pairs[:, 0]] == chain[found.pairs[:, 1]]
    evidence = dict(_evidence(found, within))
    chains = clusters.members_of(chain)
    short = (members for members in chains if len(members) <= LARGEST_CHAIN)
    compared = [found, _compared(scorer, table, _missing(short, evidence), model)]
    evidence.update(_evidence(compared[-1]))
    groups = clusters.grown(evidence, threshold)
    # Longer chains are compared only where they grow into groups, which then may fall apart.
    long = {row for members in chains if len(members) > LARGEST_CHAIN for row in members}
    while long:
        missing = _missing((group for group in groups if group[0] in long), evidence)
        if not len(missing):
            break
        compared.append(_compared(scorer, table, missing, model))
        evidence.update(_evidence(compared[-1]))
        of_long = {pair: bits for pair, bits in evidence.items() if pair[0] in long}
        groups = sorted([*(group for group in groups if group[0] not in long), *clusters.grown(of_long, threshold)])
    together = Compared(*map(np.concatenate, zip(*compared, strict=True)))
    group = clusters.group_of(groups, len(table))[together.pairs]
    shown = (together.bits >= model.bands[Band.POSSIBLE]) | ((group[:, 0] == group[:, 1]) & (group[:, 0] >= 0))
    return Compared(together.pairs[shown], together.bits[shown], together.vectors[shown]), groups


def _said(found: Compared) -> Bits:
    ruled_out = found.vectors[:, BEFORE_LEVELS + FIELDS.index("fiscal_code")] == _DIFFERENT_CODES
    return np.where(ruled_out, np.float32(clusters.RULED_OUT), found.bits)


def _evidence(found: Compared, of: npt.NDArray[np.bool_] | slice = slice(None)) -> Iterator[tuple[Pair, float]]:
    one, other = found.pairs[of].T.tolist()
    yield from zip(zip(one, other, strict=True), _said(found)[of].tolist(), strict=True)


def _missing(chains: Iterable[list[int]], evidence: clusters.Evidence) -> Pairs:
    pairs_of_chains = (pair for chain in chains for pair in combinations(chain, 2))
    return np.array([pair for pair in pairs_of_chains if pair not in evidence], np.int64).reshape(-1, 2)


def _compared(scorer: Scorer, table: RecordTable, rows: Pairs, model: Model) -> Compared:
    scored = scorer.score(table, rows[:, 0], table, rows[:, 1])
    return Compared(rows, scored.bits + np.float32(model.prior(len(table))), scored.vectors())
