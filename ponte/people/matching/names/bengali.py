# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Bengali script: consonants carry a vowel unless marked or last; some letters have two customary spellings."""

import re

_CONSONANTS = {
    "ক": "k", "খ": "kh", "গ": "g", "ঘ": "gh", "ঙ": "ng", "চ": "ch", "ছ": "s", "জ": "j", "ঝ": "jh", "ঞ": "n",
    "ট": "t", "ঠ": "th", "ড": "d", "ঢ": "dh", "ণ": "n", "ত": "t", "থ": "th", "দ": "d", "ধ": "dh", "ন": "n",
    "প": "p", "ফ": "f", "ব": "b", "ভ": "v", "ম": "m", "য": "j", "র": "r", "ল": "l", "শ": "sh", "ষ": "sh", "স": "s",
    "হ": "h", "ড়": "r", "ঢ়": "rh", "য়": "y", "ৎ": "t", "ৰ": "r", "ৱ": "w",
}  # fmt: skip
_VOWELS = {
    "অ": "a", "আ": "a", "ই": "i", "ঈ": "i", "উ": "u", "ঊ": "u", "ঋ": "ri", "এ": "e", "ঐ": "oi", "ও": "o", "ঔ": "ou",
    "া": "a", "ি": "i", "ী": "i", "ু": "u", "ূ": "u", "ৃ": "ri", "ে": "e", "ৈ": "oi", "ো": "o", "ৌ": "ou",
}  # fmt: skip
_SIGNS = {"ং": "ng", "ঃ": "h", "ঁ": ""}
_VIRAMA = "্"
_NUKTA = {"ড": "r", "ঢ": "rh", "য": "y"}
# "ya" after a virama only colours the vowel, as in Shyamal and Bandyopadhyay; "wa" there is mute.
_AFTER_VIRAMA = {"য": "y", "ব": "w"}
_Z = re.compile("j(?!h)")
_INDEPENDENT = frozenset("অআইঈউঊঋএঐওঔ")


def romanised(word: str) -> list[str]:
    """The customary spelling, the one with z for j, and the one with b and v swapped."""
    plain = _spelt(word)
    other = plain.replace("v", "bh") if "v" in plain else plain.replace("b", "v")
    return list(dict.fromkeys([plain, _Z.sub("z", plain), other]))


def _spelt(word: str) -> str:
    spelt: list[str] = []
    bare = False  # the last letter was a consonant without its vowel yet
    joined = False
    for at, letter in enumerate(word):
        if letter == "\u09bc":
            before = word[at - 1]
            if before in _NUKTA and spelt:
                spelt[-1] = _NUKTA[before]
            continue
        if letter == _VIRAMA:
            bare, joined = False, True
        elif letter in _VOWELS:
            spelt.append(_VOWELS[letter] if letter not in _INDEPENDENT or not bare else f"a{_VOWELS[letter]}")
            bare = False
        elif letter in _CONSONANTS:
            if bare:
                spelt.append("a")
            spelt.append(_AFTER_VIRAMA.get(letter, _CONSONANTS[letter]) if joined else _CONSONANTS[letter])
            bare, joined = True, False
        elif letter in _SIGNS:
            if bare:
                spelt.append("a")
            spelt.append(_SIGNS[letter])
            bare = False
    return "".join(spelt)
