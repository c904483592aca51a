# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""All records of a sheet or registry against one another."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

import numpy as np

from ponte.people.matching import clusters, keys, pairs, training
from ponte.people.matching.levels import LEVEL_NAMES
from ponte.people.matching.likeness import Band
from ponte.people.matching.model import Model
from ponte.people.matching.names.likeness import Bits, Rarity
from ponte.people.matching.names.vocabulary import Vocabulary
from ponte.people.matching.pairs import Keys, Pairs
from ponte.people.matching.records import Record
from ponte.people.matching.scoring import FIELDS, Scored, Scorer, families_live_here
from ponte.people.matching.table import RecordTable

Progress = Callable[[str, int, int], None]
PairFinder = Callable[[Keys, Keys], Pairs]

CHUNK: Final = 500_000
# Chains of more records than this are of a name or address that says nothing: only pairs found by keys count there.
LARGEST_CHAIN: Final = 60
MOST_TO_LEARN_FROM: Final = 1_500_000
_DIFFERENT_CODES: Final = LEVEL_NAMES["fiscal_code"].index("different")


@dataclass(frozen=True, slots=True)
class Found:
    """`pairs` from band possible up, the surest first, with their bits after the prior; `groups` are persons."""

    pairs: Pairs
    bits: Bits
    levels: np.ndarray[tuple[int, int], np.dtype[np.uint8]]
    groups: list[list[int]]
    model: Model


def silent(_stage: str, _done: int, _total: int) -> None:
    """Progress that nobody watches."""


def rarity_of(records: Sequence[Record]) -> Rarity:
    counts: Counter[str] = Counter()
    for record in records:
        counts.update(keys.skeletons_of(record))
    return Rarity.counted(counts, len(records))


def find(
    records: Sequence[Record], model: Model, *, sharing: PairFinder = pairs.sharing, progress: Progress = silent
) -> Found:
    """Duplicates among `records`. `sharing` finds the pairs with a key in common, which another engine may do."""
    progress("prepare", 0, len(records))
    vocabulary = Vocabulary()
    table = RecordTable(records, vocabulary)
    rarity = rarity_of(records)
    progress("keys", 0, len(records))
    candidates = sharing(*pairs.flat(keys.keys_of(record) for record in records))
    scorer = Scorer(model, vocabulary, rarity)
    scored = _scored(scorer, table, candidates, progress)
    scorer.families = families_live_here(scored, len(records))
    # Relatives agree in so much that they would be learnt as one person: among families, the delivered weights stand.
    learnt = model if scorer.families else training.trained(scorer, table, _sample(scored))
    bits = scorer.again(scored) + np.float32(learnt.prior(len(records)))
    kept = bits >= learnt.bands[Band.POSSIBLE]
    candidates, bits, levels = candidates[kept], bits[kept], scored.levels[kept]
    groups = _groups(scorer, table, candidates, bits, levels, learnt.bands[Band.LIKELY])
    order = np.lexsort((candidates[:, 1], candidates[:, 0], -bits))
    return Found(candidates[order], bits[order], levels[order], groups, learnt)


def _scored(scorer: Scorer, table: RecordTable, candidates: Pairs, progress: Progress) -> Scored:
    parts = []
    for start in range(0, len(candidates), CHUNK):
        progress("compare", start, len(candidates))
        chunk = candidates[start : start + CHUNK]
        parts.append(scorer.score(table, chunk[:, 0], table, chunk[:, 1]))
    if not parts:
        nothing = np.zeros((0, 2), np.int64)
        return scorer.score(table, nothing[:, 0], table, nothing[:, 1])
    return Scored(*(np.concatenate([getattr(part, name) for part in parts]) for name in Scored.__slots__))


def _sample(scored: Scored) -> Scored:
    if len(scored.bits) <= MOST_TO_LEARN_FROM:
        return scored
    rows = np.random.default_rng(training.SEED).choice(len(scored.bits), MOST_TO_LEARN_FROM, replace=False)
    return Scored(*(getattr(scored, name)[rows] for name in Scored.__slots__))


def _groups(
    scorer: Scorer, table: RecordTable, candidates: Pairs, bits: Bits, levels: np.ndarray, threshold: float
) -> list[list[int]]:
    ruled_out = levels[:, FIELDS.index("fiscal_code")] == _DIFFERENT_CODES
    evidence = {
        (int(one), int(other)): clusters.RULED_OUT if walled else float(said)
        for (one, other), said, walled in zip(candidates, bits, ruled_out, strict=True)
    }
    likely = (pair for pair, said in evidence.items() if said >= threshold)
    chains = [chain for chain in clusters.connected(likely) if 2 < len(chain) <= LARGEST_CHAIN]
    missing = np.array(list(_uncompared(chains, evidence)), np.int64).reshape(-1, 2)
    if len(missing):
        prior = np.float32(scorer.model.prior(len(table)))
        more = scorer.score(table, missing[:, 0], table, missing[:, 1])
        for (one, other), said, level in zip(missing, more.bits + prior, more.levels, strict=True):
            walled = level[FIELDS.index("fiscal_code")] == _DIFFERENT_CODES
            evidence[int(one), int(other)] = clusters.RULED_OUT if walled else float(said)
    return clusters.grown(evidence, threshold)


def _uncompared(chains: list[list[int]], evidence: clusters.Evidence) -> Iterator[tuple[int, int]]:
    for chain in chains:
        yield from (pair for pair in combinations(chain, 2) if pair not in evidence)
