# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Words as numbers: each word of the names at hand once, with what it sounds like."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import Final

import numpy as np
import numpy.typing as npt

from ponte.people.matching.names import han, hangul, scripts, sounds, variants, words

Ids = npt.NDArray[np.int32]

MOST_WORDS: Final = 5
# A word is a customary spelling of so many names at most.
MOST_KNOWN: Final = 3
NO_WORD: Final = 0
_NO_WORDS: Final = (NO_WORD,) * MOST_WORDS
_SKELETON_LETTERS: Final = {letter: 1 << at for at, letter in enumerate("ABDFJKLMNRST")}
BEGINS_WITH_VOWEL: Final = _SKELETON_LETTERS["A"]


@dataclass(frozen=True, slots=True)
class Form:
    """One way in which a word sounds. `letters` are the skeleton's, one bit each."""

    spelling: str
    sounds: str
    consonants: str
    skeleton: str
    letters: int
    is_abjad: bool


@lru_cache(maxsize=1 << 18)
def forms(word: str) -> tuple[Form, ...]:
    """How a word may sound, the likeliest first; none for a word of marks or digits only."""
    if word.startswith(han.SYLLABLE):
        return tuple(Form(reading, reading, reading, reading, 0, is_abjad=False) for reading in han.readings(word))
    found: dict[tuple[str, str], Form] = {}
    for spelling in scripts.spellings(word):
        sound = sounds.units(spelling.letters)
        skeleton = sounds.skeleton(sound)
        if not skeleton:
            continue
        letters = sum({_SKELETON_LETTERS.get(letter, 0) for letter in skeleton})
        form = Form(
            spelling.letters, sound, "".join(c for c in sound if c not in "aiu"), skeleton, letters, spelling.is_abjad
        )
        found.setdefault((sound, skeleton), form)
    return tuple(found.values())


@lru_cache(maxsize=1 << 18)
def syllables_of(name: str) -> str:
    """A Chinese name as its syllables, from characters or from Latin letters; empty for any other name."""
    parts = words.whole(name)
    if not han.is_name(parts):
        return ""
    return " ".join(
        one for word in parts for one in (han.characters(word) if han.is_han(word) else han.syllables(word))
    )


@lru_cache(maxsize=1 << 18)
def words_of(name: str) -> tuple[str, ...]:
    """The words by which a name is compared: those written, where each character of a Chinese name is one, and a
    Korean surname."""
    found: list[str] = []
    split = name.split() if name.startswith(han.SYLLABLE) else words.split(name)
    for word in split:
        if len(split) == 1 and hangul.is_hangul(word):
            found.extend(hangul.parts(word))
        elif han.is_han(word):
            found.extend(han.parts(word))
        else:
            found.append(word)
    return tuple(found[:MOST_WORDS])


class _Numbered(dict[str, int]):
    """Each text under its number, in their order; one that is asked for gets the next."""

    def __missing__(self, text: str) -> int:
        number = self[text] = len(self)
        return number


class Vocabulary:
    """The words and texts met so far, numbered from 1; 0 stands for none."""

    def __init__(self) -> None:
        self.ids: dict[str, int] = {"": NO_WORD}
        self.words: list[str] = [""]
        self.forms: list[tuple[Form, ...]] = [()]
        self.codes = _Numbered({"": 0})
        self._texts: list[str] = []
        self._known: Ids = np.zeros((0, MOST_KNOWN), np.int32)
        self._joined: dict[tuple[int, int], int] = {}
        self._columns: FormColumns | None = None

    def id_of(self, word: str) -> int:
        number = self.ids.get(word)
        if number is None:
            number = self.ids[word] = len(self.words)
            self.words.append(word)
            self.forms.append(forms(word))
        return number

    @property
    def texts(self) -> list[str]:
        """All other texts, addresses and documents, in the order of their `codes`."""
        if len(self._texts) < len(self.codes):
            self._texts += islice(self.codes, len(self._texts), None)
        return self._texts

    def codes_of(self, texts: Iterable[str]) -> Ids:
        return np.fromiter(map(self.codes.__getitem__, texts), np.int32)

    def numbers_of(self, other: "Vocabulary") -> tuple[Ids, Ids]:
        """This vocabulary's number of each word, and of each text, of another; those it does not have it learns."""
        for word, word_forms in zip(other.words, other.forms, strict=True):
            if word not in self.ids:
                self.ids[word] = len(self.words)
                self.words.append(word)
                self.forms.append(word_forms)
        words = np.fromiter(map(self.ids.__getitem__, other.words), np.int32, len(other.words))
        return words, self.codes_of(other.codes)

    def names(self, names: Iterable[str]) -> Ids:
        """One row of `MOST_WORDS` word numbers for each name."""
        ids, found = self.ids, list[int]()
        for name in names:
            numbers = (ids.get(word) or (self.id_of(word) if forms(word) else NO_WORD) for word in words_of(name))
            row = [number for number in numbers if number] if name else ()
            found += row
            found += _NO_WORDS[len(row) :]
        return np.array(found, np.int32).reshape(-1, MOST_WORDS)

    def written_together(self, one: int, other: int) -> int:
        """The number of two words written as one; 0 where either is none or a syllable."""
        if not one or not other or self.words[one].startswith(han.SYLLABLE):
            return NO_WORD
        number = self._joined.get((one, other))
        if number is None:
            number = self._joined[one, other] = self.id_of(self.words[one] + self.words[other])
        return number

    def known(self) -> Ids:
        """For each word, the numbers of the names it is a customary spelling of; zeros for a word not known."""
        new = self.words[len(self._known) :]
        if new:
            rows = np.zeros((len(new), MOST_KNOWN), np.int32)
            for at, word in enumerate(new):
                names = variants.names(word)[:MOST_KNOWN]
                rows[at, : len(names)] = names
            self._known = np.concatenate([self._known, rows])
        return self._known

    def columns(self) -> "FormColumns":
        """Every form of every word, as columns; those of words that have come since are added."""
        if self._columns is None:
            self._columns = FormColumns.of(self.forms)
        elif self._columns.words != len(self.words):
            self._columns = self._columns.followed_by(FormColumns.of(self.forms[self._columns.words :]))
        return self._columns


@dataclass(frozen=True, slots=True)
class FormColumns:
    """The forms of all words one after the other; those of word `w` begin at `first[w]`, `count[w]` of them."""

    words: int
    first: Ids
    count: Ids
    sounds: npt.NDArray[np.object_]
    consonants: npt.NDArray[np.object_]
    skeletons: npt.NDArray[np.object_]
    letters: Ids
    length: Ids
    skeleton_length: Ids
    skeleton_start: Ids
    first_vowel: Ids
    is_abjad: npt.NDArray[np.bool_]
    is_syllable: npt.NDArray[np.bool_]
    is_initial: npt.NDArray[np.bool_]
    initial: Ids

    def followed_by(self, others: "FormColumns") -> "FormColumns":
        columns = {
            name: np.concatenate([getattr(self, name), getattr(others, name)])
            for name in self.__slots__
            if name not in {"words", "first"}
        }
        first = np.concatenate([self.first, others.first + np.int32(len(self.sounds))])
        return FormColumns(words=self.words + others.words, first=first, **columns)

    @classmethod
    def of(cls, forms_of_words: list[tuple[Form, ...]]) -> "FormColumns":
        flat = [form for word_forms in forms_of_words for form in word_forms]
        count = np.fromiter(map(len, forms_of_words), np.int32, len(forms_of_words))
        return cls(
            words=len(forms_of_words),
            first=np.concatenate([[0], np.cumsum(count)[:-1]]).astype(np.int32),
            count=count,
            sounds=_objects([form.sounds for form in flat]),
            consonants=_objects([form.consonants for form in flat]),
            skeletons=_objects([form.skeleton for form in flat]),
            letters=np.fromiter((form.letters for form in flat), np.int32, len(flat)),
            length=np.fromiter((len(form.sounds) for form in flat), np.int32, len(flat)),
            skeleton_length=np.fromiter((len(form.skeleton) for form in flat), np.int32, len(flat)),
            skeleton_start=np.fromiter((ord(form.skeleton[0]) for form in flat), np.int32, len(flat)),
            first_vowel=np.fromiter(map(_first_vowel, flat), np.int32, len(flat)),
            is_abjad=np.fromiter((form.is_abjad for form in flat), bool, len(flat)),
            is_syllable=np.fromiter((form.skeleton[0] == han.SYLLABLE for form in flat), bool, len(flat)),
            is_initial=np.fromiter((len(form.spelling) == 1 for form in flat), bool, len(flat)),
            initial=np.fromiter((ord(form.spelling[0]) for form in flat), np.int32, len(flat)),
        )


def _first_vowel(form: Form) -> int:
    """Its colour; 0 where the script does not say."""
    return 0 if form.is_abjad else next((ord(sound) for sound in form.sounds if sound in "aiu"), 0)


def _objects(values: list[str]) -> npt.NDArray[np.object_]:
    column = np.empty(len(values), object)
    column[:] = values
    return column
