# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""How alike two words sound, in bits: log2 of how much likelier the pair is for one name than for two.

The weights come from a logistic regression over pairs of spellings of one name against pairs of different names, in
Arabic, Bengali, Cyrillic and Latin script, whose coefficients hardly differ between scripts. A word that many people
bear tells less: `Rarity` caps what it may say.
"""

import re
from typing import Any, Final

import numpy as np
import numpy.typing as npt
from rapidfuzz import process
from rapidfuzz.distance import LCSseq, Levenshtein

from ponte.people.matching.names.vocabulary import MOST_KNOWN, FormColumns, Ids, Vocabulary

Bits = npt.NDArray[np.float32]

LEAST: Final = -6.0
AT_ONCE: Final = 100_000
# How common a name is, is not told by fewer people than this: among them, as if there were so many.
FEWEST_PEOPLE: Final = 5_000
INITIAL_FITS: Final = 2.0
# Two words that each are a customary spelling, but of two names, are so much less alike than they sound.
# Two words whose likeliest sounds differ, as those of Volodymyr and Vladimir, are a little less alike than one word
# written twice.
OTHER_SPELLING: Final = np.float32(0.2)
OTHER_NAME: Final = np.float32(2.5)
MOST_OF_SYLLABLE: Final = 12.0
# A patronymic stands in few papers, so that it looks rarer than the father's given name is.
MOST_OF_FATHERS_NAME: Final = 5.0
_FATHERS_NAME: Final = re.compile(r"(?:[aeoiy]vn[ay]|[oe]v[iy]ch)$")
_BITS_PER_NAT: Final = 1 / np.log(2)
# Shares of alike sounds, skeletons, letters found in order and consonants; then: same skeleton, same sounds, same
# first class, classes that one skeleton has more, classes of a common skeleton up to six.
_INTERCEPT: Final = -4.0
_WEIGHTS: Final = {
    "sounds": 2.3, "skeleton": 2.1, "in_order": 1.4, "consonants": 1.8, "same_skeleton": 1.6, "same_sounds": 0.4,
    "same_start": 0.75, "length": -0.31, "common": 0.1,
    "other_vowel": -0.4,
}  # fmt: skip
_LONG_SKELETON: Final = 6
_OF_SAME: Final = sum(weight for name, weight in _WEIGHTS.items() if name not in {"length", "common", "other_vowel"})
# Where many bear a word, spelling it otherwise still tells: by so much of what it falls short of the same spelling.
_COMMON_WORDS_DIFFER: Final = 0.3
# Skeletons that differ in so many letters are of two names: not compared further.
_MOST_LETTERS_APART: Final = 5
# What a likeness of 1 in everything but the initial sound would say.
_ALIKE_IN_ALL: Final = sum(_WEIGHTS[name] for name in ("sounds", "skeleton", "in_order", "consonants"))


class Rarity:
    """What agreement on a word may say at most, in bits: log2 of how many people there are to each who bears it."""

    def __init__(self, caps: dict[str, float], *, unseen: float) -> None:
        self.caps = caps
        self.unseen = unseen

    @classmethod
    def counted(cls, counts: dict[str, int], people: int) -> "Rarity":
        """`counts` says how many of `people` have a word with that skeleton."""
        total = max(people, FEWEST_PEOPLE)
        unseen = float(np.log2(total))
        return cls({key: float(np.log2(total / count)) for key, count in counts.items() if count}, unseen=unseen)

    def of(self, vocabulary: Vocabulary) -> Bits:
        """The cap for each word of the vocabulary: that of its commonest skeleton."""
        caps = np.full(len(vocabulary.words), self.unseen, np.float32)
        for at, word_forms in enumerate(vocabulary.forms):
            known = [self.caps[form.skeleton] for form in word_forms if form.skeleton in self.caps]
            if known:
                caps[at] = min(known)
            if any(_FATHERS_NAME.search(form.spelling) for form in word_forms):
                caps[at] = min(caps[at], MOST_OF_FATHERS_NAME)
        return caps


def word_bits(vocabulary: Vocabulary, left: Ids, right: Ids, caps: Bits) -> Bits:
    """For each pair of word numbers: the evidence that they are one name; `LEAST` where they are not alike."""
    parts = [
        _word_bits(vocabulary, left[start : start + AT_ONCE], right[start : start + AT_ONCE], caps)
        for start in range(0, len(left), AT_ONCE)
    ]
    return np.concatenate(parts) if parts else np.zeros(0, np.float32)


def _word_bits(vocabulary: Vocabulary, left: Ids, right: Ids, caps: Bits) -> Bits:
    columns = vocabulary.columns()
    cap = np.minimum(caps[left], caps[right])
    bits = np.full(len(left), LEAST, np.float32)
    pairs, one, other = _forms_of_pairs(columns, left, right)
    near = np.flatnonzero(_may_be_alike(columns, one, other))
    pairs = pairs[near]
    if len(pairs):
        found, short_of_same = _form_bits(columns, one[near], other[near])
        found = np.minimum(found, cap[pairs] - np.float32(_COMMON_WORDS_DIFFER) * short_of_same)
        np.maximum.at(bits, pairs, found)
    first = columns.sounds[np.where(columns.count > 0, columns.first, 0)]
    bits -= OTHER_SPELLING * ((bits > 0) & (first[left] != first[right]))
    bits -= OTHER_NAME * _are_other_names(vocabulary, left, right)
    same = left == right
    bits[same] = cap[same]
    return bits


def _forms_of_pairs(columns: FormColumns, left: Ids, right: Ids) -> tuple[Ids, Ids, Ids]:
    """Every form of the one word with every form of the other, and which pair they are of."""
    count_right = columns.count[right]
    combinations = np.where(left != right, columns.count[left] * count_right, 0)
    pairs = np.repeat(np.arange(len(left), dtype=np.int32), combinations)
    starts = np.cumsum(combinations) - combinations
    place = np.arange(len(pairs), dtype=np.int32) - starts[pairs].astype(np.int32)
    a, b = np.divmod(place, count_right[pairs])
    return pairs, columns.first[left[pairs]] + a, columns.first[right[pairs]] + b


def _are_other_names(vocabulary: Vocabulary, left: Ids, right: Ids) -> npt.NDArray[np.bool_]:
    """Where both words are customary spellings, of different names: Mohamed and Mahmoud, Ayman and Iman."""
    known = vocabulary.known()
    one, other = known[left], known[right]
    common = np.zeros(len(left), bool)
    for at in range(MOST_KNOWN):
        common |= ((one[:, at : at + 1] == other) & (other > 0)).any(1)
    return np.asarray((one[:, 0] > 0) & (other[:, 0] > 0) & ~common)


def _may_be_alike(columns: FormColumns, a: Ids, b: Ids) -> npt.NDArray[np.bool_]:
    """Whether two forms can have any evidence for one name, by what is known without comparing their letters.

    An edit changes at most two of the letters that a skeleton has, and what is edited there is edited in the sounds.
    """
    letters = np.bitwise_count(columns.letters[a] ^ columns.letters[b])
    lengths = np.abs(columns.skeleton_length[a] - columns.skeleton_length[b])
    edits = np.maximum((letters + 1) // 2, lengths)
    skeleton = edits / np.maximum(columns.skeleton_length[a], columns.skeleton_length[b])
    sounds = edits / np.maximum(columns.length[a], columns.length[b])
    in_order = np.where(columns.is_abjad[a] == columns.is_abjad[b], sounds, 0)
    most = (
        (_INTERCEPT + _ALIKE_IN_ALL)
        - (_WEIGHTS["skeleton"] + _WEIGHTS["consonants"] * 0.5) * skeleton
        - _WEIGHTS["sounds"] * sounds
        - _WEIGHTS["in_order"] * in_order
        + _WEIGHTS["same_start"] * (columns.skeleton_start[a] == columns.skeleton_start[b])
        + _WEIGHTS["length"] * lengths
    )
    near = (letters < _MOST_LETTERS_APART) & ((most > 0) | (edits == 0))
    return np.asarray(near | columns.is_initial[a] | columns.is_initial[b])


def _form_bits(columns: FormColumns, a: Ids, b: Ids) -> tuple[Bits, Bits]:
    """The evidence of each pair of forms, and how far it stays below that of the form against itself."""
    sounds = _alike(Levenshtein.normalized_similarity, columns.sounds, a, b)
    skeletons = _alike(Levenshtein.normalized_similarity, columns.skeletons, a, b)
    consonants = _alike(Levenshtein.normalized_similarity, columns.consonants, a, b)
    in_order = _alike(LCSseq.similarity, columns.sounds, a, b) / _letters_to_find(columns, a, b)
    same = skeletons == 1
    vowel, other_vowel = columns.first_vowel[a], columns.first_vowel[b]
    logit = (
        _INTERCEPT
        + _WEIGHTS["sounds"] * sounds
        + _WEIGHTS["skeleton"] * skeletons
        + _WEIGHTS["in_order"] * in_order
        + _WEIGHTS["consonants"] * consonants
        + _WEIGHTS["same_skeleton"] * same
        + _WEIGHTS["same_sounds"] * (sounds == 1)
        + _WEIGHTS["same_start"] * (columns.skeleton_start[a] == columns.skeleton_start[b])
        + _WEIGHTS["length"] * np.abs(columns.skeleton_length[a] - columns.skeleton_length[b])
        + _WEIGHTS["common"] * same * np.minimum(columns.skeleton_length[a], _LONG_SKELETON)
        + _WEIGHTS["other_vowel"] * (vowel != other_vowel) * (vowel > 0) * (other_vowel > 0)
    )
    bits = np.asarray(logit * _BITS_PER_NAT, np.float32)
    longer = np.maximum(columns.skeleton_length[a], columns.skeleton_length[b])
    most = _INTERCEPT + _OF_SAME + _WEIGHTS["common"] * np.minimum(longer, _LONG_SKELETON)
    short = np.asarray(np.maximum(most * _BITS_PER_NAT - bits, 0), np.float32)
    syllables = columns.is_syllable[a] | columns.is_syllable[b]
    bits = np.where(syllables, np.where(same, np.float32(MOST_OF_SYLLABLE), np.float32(LEAST)), bits)
    short = np.where(syllables, np.float32(0), short)
    initials = columns.is_initial[a] | columns.is_initial[b]
    fits = np.where(columns.initial[a] == columns.initial[b], np.float32(INITIAL_FITS), np.float32(LEAST))
    return np.where(initials, fits, bits), np.where(initials, np.float32(0), short)


def _letters_to_find(columns: FormColumns, a: Ids, b: Ids) -> Ids:
    """How many letters should be found in order: an abjad leaves vowels out, so only its own count."""
    longer = np.maximum(columns.length[a], columns.length[b])
    only_a = columns.is_abjad[a] & ~columns.is_abjad[b]
    only_b = columns.is_abjad[b] & ~columns.is_abjad[a]
    return np.where(only_a, columns.length[a], np.where(only_b, columns.length[b], longer))


def _alike(scorer: Any, texts: npt.NDArray[np.object_], a: Ids, b: Ids) -> Bits:
    return np.asarray(process.cpdist(texts[a].tolist(), texts[b].tolist(), scorer=scorer, dtype=np.float32))
