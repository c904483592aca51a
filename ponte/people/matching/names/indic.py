# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Scripts of India and Sri Lanka as Latin letters: a consonant carries a vowel unless a sign says otherwise.

Unicode has the letters of most of them in one order, so that one table reads them all; Sinhala has its own.
"""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple


class _Letters(NamedTuple):
    """By their place in the block of a script."""

    consonants: Mapping[int, str]
    vowels: Mapping[int, str]
    signs: Mapping[int, str]
    virama: int
    nasals: frozenset[int]
    # Consonants that are written without a vowel.
    bare: Mapping[int, str]


def _placed(start: int, texts: str) -> dict[int, str]:
    return {place: text for place, text in enumerate(texts.split(), start) if text != "-"}


# Two letters of Tamil, T and t, are both t where nothing makes them d.
_COMMON: Final = _Letters(
    consonants=_placed(
        0x15, "k kh g gh n ch ch j jh n T th d dh n t th d dh n n p ph b bh m y r r l l zh v sh sh s h"
    ) | _placed(0x58, "k kh g z r rh f y"),
    vowels=_placed(0x05, "a a i i u u ri l e e e ai o o o au"),
    signs=_placed(0x3E, "a i i u u ri ri e e e ai o o o au"),
    virama=0x4D, nasals=frozenset({0x01, 0x02, 0x70}), bare=_placed(0x7A, "n n r l l k"),
)  # fmt: skip
_TAMIL: Final = _COMMON._replace(consonants={**_COMMON.consonants, 0x1A: "s"}, bare={})
_GURMUKHI: Final = _COMMON._replace(bare={})
_SINHALA: Final = _Letters(
    consonants=_placed(
        0x1A,
        "k kh g gh n ng ch ch j jh n gn nj t t d d n nd th th d dh n - nd p ph b bh m mb y r - l - - w sh sh s h l f",
    ),
    vowels=_placed(0x05, "a a a a i i u u ru ru l l e e ai o o au"),
    signs=_placed(0x4F, "a a a i i u - u - ru e e ai o o au"),
    virama=0x4A, nasals=frozenset({0x02}), bare={},
)  # fmt: skip
_BLOCKS: Final = {
    "DEVANAGARI": (0x900, _COMMON), "GURMUKHI": (0xA00, _GURMUKHI), "GUJARATI": (0xA80, _COMMON),
    "TAMIL": (0xB80, _TAMIL), "TELUGU": (0xC00, _COMMON), "KANNADA": (0xC80, _COMMON),
    "MALAYALAM": (0xD00, _COMMON), "SINHALA": (0xD80, _SINHALA),
}  # fmt: skip
SCRIPTS: Final = frozenset(_BLOCKS)
# Where the vowel that a consonant carries is mostly silent at the end and between two others: Ram, Rajkumar.
_NORTHERN: Final = frozenset({"DEVANAGARI", "GURMUKHI", "GUJARATI"})
_NUKTA: Final = 0x3C
_WITH_NUKTA: Final = {"s": "sh", "j": "z", "ph": "f", "d": "r", "dh": "rh"}
_INHERENT, _NASAL = "@", "M"

_V_AFTER_S = re.compile(r"(?<=s)(h?)v")
_TAMIL_HARD = re.compile(r"(?<=[nmM])[kTt](?![kTt])|(?<=[aeiou@])[kTt](?=[aeiou@])")
_AFTER_NASAL = re.compile(r"(?<=[nmM])t(?!t)")
_VOICED: Final = {"k": "g", "T": "d", "t": "d"}


def romanised(word: str, script: str) -> list[str]:
    """The likeliest spellings, at most three."""
    letters = _read(word, *_BLOCKS[script])
    if script in _NORTHERN:
        letters = _said(letters)
    text = _V_AFTER_S.sub(r"\1w", "".join(letters).replace("Mh", "ngh"))
    found = _tamil(text) if script == "TAMIL" else [text, _other_v(text)]
    return list(dict.fromkeys(_plain(one, "gy" if script in _NORTHERN else "gn") for one in found))


def _other_v(text: str) -> str:
    return text.replace("w", "v") if "w" in text else text.replace("v", "w")


def _plain(text: str, jn: str) -> str:
    text = re.sub("M(?=[pbm])", "m", text).replace("M", "n").replace(_INHERENT, "a")
    return text.replace("jn", jn).replace("T", "t")


def _tamil(text: str) -> list[str]:
    """As most in India write what they hear; as many from Sri Lanka do, who keep the t; and without any voice."""
    text = re.sub("Ts|ks", "ksh", text.replace("ss", "ch").replace("ns", "nj"))
    heard = _TAMIL_HARD.sub(lambda found: found[0] if found[0] == "t" else _VOICED[found[0]], text)
    return [_AFTER_NASAL.sub("d", heard), heard.replace("zh", "l"), text]


def _read(word: str, block: int, script: _Letters) -> list[str]:
    """Consonants and vowels one by one; a mark where a vowel goes without saying, another for a nasal."""
    found: list[str] = []
    waits = False
    for character in word:
        place = ord(character) - block
        if place == _NUKTA and waits:
            found[-1] = _WITH_NUKTA.get(found[-1], found[-1])
        elif place == script.virama:
            waits = False
        elif place in script.signs:
            found.append(script.signs[place])
            waits = False
        else:
            consonant = script.consonants.get(place, "")
            other = script.vowels.get(place) or script.bare.get(place) or _NASAL * (place in script.nasals)
            if not consonant and not other:
                continue
            found += [_INHERENT] * waits + [consonant or other]
            waits = bool(consonant)
    return found + [_INHERENT] * waits


def _said(letters: list[str]) -> list[str]:
    """Without the vowels that nobody says: the last one, unless two consonants stand before it, and others between
    two syllables."""
    letters = list(letters)
    if letters[-1:] == [_INHERENT] and len(letters) > 2 and (_is_vowel(letters[-3]) or letters[-3] == _NASAL):
        letters.pop()
    for at in range(len(letters) - 3, 1, -1):
        before, after = letters[at - 2 : at], letters[at + 1 : at + 3]
        if letters[at] == _INHERENT and [_is_vowel(one) for one in (*before, *after)] == [True, False, False, True]:
            del letters[at]
    return letters


def _is_vowel(letter: str) -> bool:
    return letter[0] in f"aeiou{_INHERENT}"
