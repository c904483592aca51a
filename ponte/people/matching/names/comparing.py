# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Two whole names, order-free: each word finds its likeliest partner, and what stays alone speaks against.

Given and family names change places, patronymics and second surnames come and go: a word that only the longer name
has costs little, one that neither side can place costs more.
"""

from typing import Final

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import Levenshtein

from ponte.people.matching.names.likeness import LEAST, Bits, word_bits
from ponte.people.matching.names.vocabulary import BEGINS_WITH_VOWEL, MOST_WORDS, NO_WORD, Ids, Vocabulary

UNPLACED: Final = -4.0
LEFT_OVER: Final = -1.0
# Two names of two words, none of which is like another.
NOTHING_ALIKE: Final = 2 * UNPLACED
# In Arabic script the person's own name comes first, then the father's: a shorter name without the first is likelier
# a relative's.
FIRST_LEFT_OUT: Final = -1.5
WRITTEN_TOGETHER: Final = -0.5
CHUNK: Final = 200_000


class NameComparer:
    """Compares rows of word numbers of one vocabulary; `caps` are those of `Rarity.of`."""

    def __init__(self, vocabulary: Vocabulary, caps: Bits) -> None:
        self.vocabulary = vocabulary
        self.caps = caps

    def bits(self, left: Ids, right: Ids) -> Bits:
        """For each pair of rows: evidence in bits that they are one name; 0 where either has no word."""
        return self.compared(left, right)[0]

    def most(self, names: Ids) -> Bits:
        """What each name says of itself; of any other it says no more."""
        return np.asarray(np.where(names != NO_WORD, self.caps[names], 0).sum(-1), np.float32)

    def compared(self, left: Ids, right: Ids) -> tuple[Bits, Ids]:
        """The same, with how many words neither side could place."""
        parts = [
            self._chunk(left[start : start + CHUNK], right[start : start + CHUNK])
            for start in range(0, len(left), CHUNK)
        ]
        if not parts:
            return np.zeros(0, np.float32), np.zeros(0, np.int32)
        return np.concatenate([bits for bits, _ in parts]), np.concatenate([unplaced for _, unplaced in parts])

    def _chunk(self, left: Ids, right: Ids) -> tuple[Bits, Ids]:
        bits, unplaced = self._aligned(left, right)
        uneven = (left != NO_WORD).sum(1) != (right != NO_WORD).sum(1)
        rows = np.flatnonzero(((unplaced > 0) | uneven) & (bits > NOTHING_ALIKE)).astype(np.int32)
        for one, other in ((left, right), (right, left)):
            if len(rows):
                self._written_together(one[rows], other[rows], rows, bits, unplaced)
        return bits, unplaced

    def _aligned(self, left: Ids, right: Ids) -> tuple[Bits, Ids]:
        """The evidence, and how many words of the shorter name found no partner."""
        pairs, cells = self._cells(left, right)
        count_left, count_right = (left != NO_WORD).sum(1), (right != NO_WORD).sum(1)
        total = np.zeros(len(left), np.float32)
        placed = np.zeros(len(left), np.int32)
        grid = np.full((len(left), MOST_WORDS, MOST_WORDS), LEAST, np.float32)
        grid[pairs] = cells
        flat = grid.reshape(len(left), -1)
        everyone = np.arange(len(left))
        begun = np.zeros((len(left), 2), np.bool_)
        for _ in range(int(np.minimum(count_left, count_right).max(initial=0))):
            best = flat.argmax(1)
            gain = flat[everyone, best]
            good = gain > 0
            if not good.any():
                break
            total += np.where(good, gain, 0)
            placed += good
            row, column = np.divmod(best, MOST_WORDS)
            begun |= np.stack([good & (row == 0), good & (column == 0)], axis=1)
            grid[everyone[good], row[good], :] = LEAST
            grid[everyone[good], :, column[good]] = LEAST
        shorter, longer = np.minimum(count_left, count_right), np.maximum(count_left, count_right)
        missing = self._first_is_left_out(left, count_left > count_right, begun[:, 0])
        missing |= self._first_is_left_out(right, count_right > count_left, begun[:, 1])
        total += np.where(missing, np.float32(FIRST_LEFT_OUT), np.float32(0))
        total += UNPLACED * (shorter - placed) + LEFT_OVER * (longer - shorter)
        return np.where(shorter > 0, total, 0).astype(np.float32), (shorter - placed).astype(np.int32)

    def _first_is_left_out(
        self, names: Ids, is_longer: npt.NDArray[np.bool_], is_placed: npt.NDArray[np.bool_]
    ) -> npt.NDArray[np.bool_]:
        columns = self.vocabulary.columns()
        is_abjad = np.append(columns.is_abjad, False)[np.where(columns.count > 0, columns.first, -1)]
        return np.asarray(is_longer & ~is_placed & is_abjad[names[:, 0]])

    def _cells(self, left: Ids, right: Ids) -> tuple[tuple[npt.NDArray[np.intp], ...], Bits]:
        """The evidence of every word against every other; each pair of words is compared once."""
        both = (left[:, :, None] != NO_WORD) & (right[:, None, :] != NO_WORD)
        at = np.nonzero(both)
        a, b = left[at[0], at[1]], right[at[0], at[2]]
        code = np.minimum(a, b).astype(np.int64) << 32 | np.maximum(a, b)
        distinct, back = np.unique(code, return_inverse=True)
        bits = word_bits(
            self.vocabulary, (distinct >> 32).astype(np.int32), (distinct & 0xFFFFFFFF).astype(np.int32), self.caps
        )
        return at, bits[back]

    def _written_together(self, one: Ids, other: Ids, rows: Ids, bits: Bits, unplaced: Ids) -> None:
        """Two neighbouring words of `one` as a word of `other`: "Maria Luisa" and "Marialuisa". Improves in place."""
        maybe, joined = self._joined(one, other)
        one, other, rows = one[maybe], other[maybe], rows[maybe]
        hits, positions = self._like_a_word(joined, other)
        if not len(hits):
            return
        columns = np.arange(MOST_WORDS)
        shifted = np.minimum(columns + (columns > positions[:, None]), MOST_WORDS - 1)
        together = np.take_along_axis(one[hits], shifted, 1)
        together[:, -1] = NO_WORD
        together[np.arange(len(hits)), positions] = joined[hits, positions]
        self._cover_new_words()
        better, left_alone = self._aligned(together, other[hits])
        # Two words as one are as rare as both together, however few write them so.
        better = np.minimum(better + np.float32(WRITTEN_TOGETHER), self.most(one[hits]))
        improved = better > bits[rows[hits]]
        where = rows[hits[improved]]
        bits[where], unplaced[where] = better[improved], left_alone[improved]

    def _joined(self, one: Ids, other: Ids) -> tuple[npt.NDArray[np.intp], Ids]:
        """The rows in which two neighbours have the consonants of a word of the other name but for one, and the
        number of the two written as one, where they stand: few words need to be joined."""
        row, place, word = np.nonzero(self._might_be_joined(one, other))
        first, second, whole = one[row, place], one[row, place + 1], other[row, word]
        columns = self.vocabulary.columns()
        skeletons = (columns.skeletons[columns.first[words]] for words in (first, second, whole))
        head, tail, sought = (some.tolist() for some in skeletons)
        # A vowel that begins the second is none that begins the whole.
        together = [one + other.removeprefix("A") for one, other in zip(head, tail, strict=True)]
        apart = process.cpdist(together, sought, scorer=Levenshtein.distance, score_cutoff=1, dtype=np.int32)
        near = np.flatnonzero(np.asarray(apart) <= 1)
        row, place = row[near], place[near]
        pairs = first[near].astype(np.int64) << 32 | second[near]
        distinct, back = np.unique(pairs, return_inverse=True)
        numbers = [self.vocabulary.written_together(int(pair >> 32), int(pair & 0xFFFFFFFF)) for pair in distinct]
        maybe, at = np.unique(row, return_inverse=True)
        joined = np.full((len(maybe), MOST_WORDS - 1), NO_WORD, np.int32)
        joined[at, place] = np.asarray(numbers, np.int32)[back]
        return maybe, joined

    def _might_be_joined(self, one: Ids, other: Ids) -> npt.NDArray[np.bool_]:
        """Which two neighbours have about the letters of which word of the other name: a cheap look."""
        letters, lengths = self._consonants()
        both = (letters[one[:, :-1]] > 0) & (letters[one[:, 1:]] > 0)
        together = (letters[one[:, :-1]] | letters[one[:, 1:]])[:, :, None]
        long = (lengths[one[:, :-1]] + lengths[one[:, 1:]])[:, :, None]
        apart = np.bitwise_count((together ^ letters[other][:, None, :]) & ~np.int32(BEGINS_WITH_VOWEL))
        near = (apart <= 1) & (np.abs(long - lengths[other][:, None, :]) <= 2) & both[:, :, None]
        return np.asarray(near & (other != NO_WORD)[:, None, :])

    def _consonants(self) -> tuple[Ids, Ids]:
        """The letters of the skeleton of each word's first form, and how many."""
        columns = self.vocabulary.columns()
        first = np.where(columns.count > 0, columns.first, -1)
        return np.append(columns.letters, 0)[first].astype(np.int32), np.append(columns.skeleton_length, 0)[first]

    def _like_a_word(self, joined: Ids, other: Ids) -> tuple[Ids, Ids]:
        """The rows in which two words together sound about like one of the other name, and where the two stand."""
        letters, lengths = self._consonants()
        one, there = joined[:, :, None], other[:, None, :]
        apart = np.bitwise_count(letters[one] ^ letters[there])
        near = (apart <= 1) & (np.abs(lengths[one] - lengths[there]) <= 1) & (one != NO_WORD) & (there != NO_WORD)
        near &= lengths[one] > 1
        hits = np.flatnonzero(near.any((1, 2)))
        return hits.astype(np.int32), near[hits].any(2).argmax(1).astype(np.int32)

    def _cover_new_words(self) -> None:
        missing = len(self.vocabulary.words) - len(self.caps)
        if missing > 0:
            self.caps = np.concatenate([self.caps, np.full(missing, self.caps.max(initial=0), np.float32)])
