# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Arabic script, which writes no short vowels: its letters as Latin consonants and long vowels."""

import re

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


def romanised(word: str) -> list[str]:
    """The spellings that fit the written letters: waw and ya between consonants are vowels first, then consonants.

    A word with the article, or with "ben" written on, is spelt without it first; a mute heh at the end, as in Persian
    and Urdu "Fatima", is a vowel.
    """
    found = _spelt(word[2:]) + _spelt(word) if word.startswith(("ال", "بن")) and len(word) > 4 else _spelt(word)
    return list(dict.fromkeys(found))


def _spelt(word: str) -> list[str]:
    plain = _BREATH.sub("'h", "".join(_LETTERS.get(letter, "") for letter in word).replace("tsh", "ch")).lower()
    if word.endswith(("ه", "ہ")) and len(plain) > 3:
        plain = plain[:-1] + "a"
    return [plain[:1] + plain[1:].replace("w", "u").replace("y", "i"), plain]
