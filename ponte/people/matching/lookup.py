# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Questions put to many records: who of them is likely the person described?"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import count
from typing import Final

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz

from ponte.people.matching import competing, keys, pairs
from ponte.people.matching.batch import rarity_of
from ponte.people.matching.levels import Levels
from ponte.people.matching.likeness import Band, Reason
from ponte.people.matching.model import Model
from ponte.people.matching.names import scripts
from ponte.people.matching.names.vocabulary import MOST_WORDS, NO_WORD, Vocabulary
from ponte.people.matching.reasons import Contributions, reasons_of
from ponte.people.matching.records import Record
from ponte.people.matching.scoring import Scorer
from ponte.people.matching.table import MOST_NAMES, RecordTable

# Up to so many records, each can be found by any question, keys or not.
FEW: Final = 20_000
NEAREST: Final = 100
AT_ONCE: Final = 2_000
# What it tells, in bits, that a name is written alike to the letter, beside what it sounds like.
WRITTEN_ALIKE: Final = 1.0


@dataclass(frozen=True, slots=True)
class Match:
    """Rows of one person, the likeliest first, with what speaks for that one."""

    rows: list[int]
    bits: float
    band: Band
    reasons: tuple[Reason, ...]


class Lookup:
    """Takes the records in once; then answers questions, many at a time."""

    def __init__(self, records: Sequence[Record], model: Model) -> None:
        self.records = records
        self.model = model
        self.vocabulary = Vocabulary()
        self.table = RecordTable(records, self.vocabulary)
        self.rarity = rarity_of(records)
        self.index = pairs.Index(*pairs.flat(keys.keys_of(record) for record in records))

    def answers(self, questions: Sequence[Record], *, top: int) -> Iterator[list[Match]]:
        """For each question in order, at most `top` people, the likeliest first."""
        for start in range(0, len(questions), AT_ONCE):
            yield from self._answers(questions[start : start + AT_ONCE], top)

    def _answers(self, questions: Sequence[Record], top: int) -> Iterator[list[Match]]:
        asked = RecordTable(questions, self.vocabulary)
        found = self.index.sharing(*pairs.flat(keys.keys_of(question) for question in questions))
        if len(self.records) <= FEW:
            found = self._with_nearest(asked, found, top)
        found = found[np.argsort(found[:, 0], kind="stable")]
        scorer = Scorer(self.model, self.vocabulary, self.rarity)
        prior = self.model.prior(len(self.records))
        least = self.model.bands[Band.POSSIBLE] - prior
        scored = scorer.score(asked, found[:, 0], self.table, found[:, 1], at_least=least)
        bits = np.round(scored.bits + np.float32(prior), 2)
        ends = np.searchsorted(found[:, 0], np.arange(len(questions) + 1))
        ranked = [
            self._ranked(question, found[first:last, 1], bits[first:last], top) + first
            for question, first, last in zip(questions, ends, ends[1:], strict=False)
        ]
        groups = competing.people(
            scorer,
            self.table,
            [found[places, 1] for places in ranked],
            prior,
            least=self.model.bands[Band.LIKELY],
        )
        everyone = [[places[group] for group in people] for places, people in zip(ranked, groups, strict=True)]
        among = [competing.bits_among([float(bits[group].max()) for group in people]) for people in everyone]
        shown = [people[:top] for people in everyone]
        firsts = np.array([group[0] for people in shown for group in people], np.int64)
        said = Contributions(scorer, scored.rows(firsts))
        number = count()
        for question, people, odds in zip(questions, shown, among, strict=True):
            yield [
                Match(
                    rows=found[group, 1].tolist(),
                    bits=one,
                    band=self._band(one, scored.levels[group[:1]]),
                    reasons=(
                        *reasons_of(question, self.records[int(found[group[0], 1])], said, next(number)),
                        *competing.reasons(self.model, float(bits[group[0]]), one),
                    ),
                )
                for group, one in zip(people, odds, strict=False)
            ]

    def _band(self, bits: float, levels: Levels) -> Band:
        """A name alone makes nobody certain."""
        band = competing.band(self.model, bits)
        return Band.LIKELY if band is Band.SAME and not competing.agree(self.model, levels).any() else band

    def _ranked(self, question: Record, candidates: npt.NDArray[np.int64], bits: np.ndarray, top: int) -> np.ndarray:
        """Places of the likeliest rows; of those about equally likely, the one that is written most alike leads."""
        rows = candidates.tolist()
        shown = np.flatnonzero(bits >= self.model.bands[Band.POSSIBLE])
        if len(shown) > 4 * top:
            shown = shown[np.argsort(-bits[shown], kind="stable")[: 4 * top]]
        order = sorted(
            (
                -bits[place] - WRITTEN_ALIKE * _written_alike(question, self.records[rows[place]]) / 100,
                rows[place],
                place,
            )
            for place in shown.tolist()
        )
        return np.array([place for *_, place in order[: 2 * top]], np.int64)

    def _with_nearest(self, asked: RecordTable, found: pairs.Pairs, top: int) -> pairs.Pairs:
        """The pairs, and for a question that has fewer than `top`, the rows whose names sound nearest."""
        candidates = np.bincount(found[:, 0], minlength=len(asked))
        more = [found]
        columns = self.vocabulary.columns()
        letters = np.append(columns.letters, 0)[np.where(columns.count > 0, columns.first, -1)]
        there = self.table.names.reshape(len(self.table), MOST_NAMES * MOST_WORDS)
        for question in np.flatnonzero(candidates < top):
            mine = np.unique(asked.names[question])
            mine = mine[mine != NO_WORD]
            if not len(mine):
                continue
            apart = np.bitwise_count(letters[mine][:, None, None] ^ letters[there][None]).astype(np.int16)
            apart[:, there == NO_WORD] = 99
            nearest = np.argsort(apart.min(2).sum(0), kind="stable")[:NEAREST]
            more.append(np.stack([np.full(len(nearest), question), nearest], axis=1))
        return np.unique(np.concatenate(more), axis=0)


def _written_alike(question: Record, record: Record) -> float:
    """From 0 to 100 for the letters as they stand, a third of it for their order; more for the same letters."""
    best = 0.0
    for one in question.names:
        for other in record.names:
            if one == other:
                return 101.0
            a, b = _in_latin(one), _in_latin(other)
            best = max(best, (2 * fuzz.token_sort_ratio(a, b) + fuzz.ratio(a, b)) / 3)
    return best


@lru_cache(maxsize=1 << 14)
def _in_latin(name: str) -> str:
    """With its particles, which otherwise do not count."""
    if name.isascii():
        return name.casefold()
    return " ".join(_word_in_latin(word) for word in name.split())


# Bengali titles, as short in one script as in the other.
_TITLES: Final = dict.fromkeys(("মো", "মোঃ", "মো."), "md") | dict.fromkeys(("মোসা", "মোসাঃ", "মোছাঃ"), "mst")


@lru_cache(maxsize=1 << 14)
def _word_in_latin(word: str) -> str:
    if word in _TITLES:
        return _TITLES[word]
    article = "al " * word.startswith("ال")
    spelt = scripts.spellings(word.casefold())
    return article + spelt[0].letters if spelt else ""
