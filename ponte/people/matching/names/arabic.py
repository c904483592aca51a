# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Arabic script, which writes no short vowels: its letters as Latin consonants and long vowels."""

import re
from collections.abc import Iterator

_LETTERS = {
    "ا": "a", "أ": "a", "إ": "a", "آ": "a", "ٱ": "a", "ء": "", "ئ": "i", "ؤ": "u", "ع": "a",
    "ب": "b", "پ": "p", "ت": "t", "ٹ": "t", "ث": "th", "ج": "j", "چ": "ch", "ح": "H", "خ": "kh", "د": "d", "ڈ": "d",
    "ذ": "dh", "ر": "r", "ڑ": "r", "ز": "z", "ژ": "zh", "س": "s", "ش": "sh", "ص": "s", "ض": "d", "ط": "t",
    "ظ": "z", "غ": "gh", "ف": "f", "ڤ": "v", "ق": "q", "ک": "k", "ك": "k", "گ": "g", "ل": "l", "م": "m", "ن": "n",
    "ں": "n", "ه": "H", "ھ": "H", "ہ": "H", "ۃ": "a", "ة": "a", "و": "w", "ي": "y", "ى": "a", "ی": "y", "ے": "i",
    "ۀ": "a", "ۂ": "a", "ڭ": "g", "ݣ": "g", "ڨ": "g",
}  # fmt: skip


# Written as a letter of its own, h makes no digraph with the letter before: in "Zahra" z and h are two sounds.
_BREATH = re.compile(r"(?<=[bcdgkpstz])H")


# Letters of Persian, Urdu and Kurdish alone: there waw is v, and the letters for Arabic dh and z are all z.
_EASTERN = frozenset("یکگپچژہھےٹڈڑں")
_ALSO_Z = frozenset("ضذظ")
_EASTERN_LETTERS = str.maketrans({"ض": "ز", "ذ": "ز", "ظ": "ز", "ث": "س"})


def romanised(word: str) -> list[str]:
    """The spellings that fit the written letters: waw and ya between consonants are vowels first, then consonants.

    A word with the article, or with "ben" written on, is spelt without it first; a mute heh at the end, as in Persian
    and Urdu "Fatima", is a vowel.
    """
    if word.startswith(("ال", "بن")) and len(word) > 4:
        return list(dict.fromkeys([*_spelt(word[2:]), *_spelt(word)]))
    return list(dict.fromkeys(_spelt(word)))


def _spelt(word: str) -> Iterator[str]:
    plain = _in_latin(word)
    yield _with_vowels(plain)
    is_eastern = not _EASTERN.isdisjoint(word)
    if is_eastern and "w" in plain[1:]:
        yield _with_vowels(plain[:1] + _in_latin(word.translate(_EASTERN_LETTERS))[1:].replace("w", "v"))
    elif is_eastern or not _ALSO_Z.isdisjoint(word):
        yield _with_vowels(_in_latin(word.translate(_EASTERN_LETTERS)))
    if "ث" in word and not is_eastern:  # Osman and Othman
        yield _with_vowels(_in_latin(word.replace("ث", "س")))
    if "ق" in word:  # Sadeghi in Persian, Gasmi in Morocco
        yield _with_vowels(_in_latin(word.replace("ق", "غ")))
    if word.startswith("إ") and len(word) > 3:  # Ibrahim and Brahim
        yield _with_vowels(plain[1:])
    yield plain


def _in_latin(word: str) -> str:
    plain = _BREATH.sub("'h", "".join(_LETTERS.get(letter, "") for letter in word).replace("tsh", "ch")).lower()
    return plain[:-1] + "a" if word.endswith(("ه", "ہ")) and len(plain) > 3 else plain


def _with_vowels(plain: str) -> str:
    return plain[:1] + plain[1:].replace("w", "u").replace("y", "i")
