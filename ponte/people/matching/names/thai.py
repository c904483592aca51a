# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Thai script as Latin letters. Some vowels are written before the consonant after which they are said, a consonant
at the end of a syllable sounds otherwise than at its beginning, and one with a sign above it is mute."""

import re
from typing import Final

_INITIALS: Final = """
ก k ข kh ฃ kh ค kh ฅ kh ฆ kh ง ng จ ch ฉ ch ช ch ซ s ฌ ch ญ y ฎ d ฏ t ฐ th ฑ th ฒ th ณ n ด d ต t ถ th ท th ธ th น n
บ b ป p ผ ph ฝ f พ ph ฟ f ภ ph ม m ย y ร r ฤ ru ล l ว w ศ s ษ s ส s ห h ฬ l ฮ h
"""
_READ_VOWELS: Final = "ะ a ั a า a ำ am ิ i ี i ึ u ื u ุ u ู u เ e แ ae โ o ใ ai ไ ai"


def _pairs(table: str) -> dict[str, str]:
    letters = table.split()
    return dict(zip(letters[::2], letters[1::2], strict=True))


_CONSONANTS: Final = _pairs(_INITIALS)
_VOWELS: Final = _pairs(_READ_VOWELS)
_AT_END: Final = dict.fromkeys("กขคฆ", "k") | dict.fromkeys("จชซฎฏฐฑฒดตถทธศษส", "t") | dict.fromkeys(
    "ญณนรลฬ", "n"
) | dict.fromkeys("บปพฟภ", "p")  # fmt: skip
_MUTE = re.compile(r"[ก-ฮ][ิุ]?์")
_MARKS = re.compile(r"[็่้๊๋์ํ๎ๆฯ]")
_BEFORE = re.compile(r"([เแโใไ])(ห?[ก-ฮ])")
# An h that only lends its tone to the consonant after it.
_SILENT_H = re.compile(r"ห(?=[งญนมยรลว][ก-ฮะ-ูเแโใไ])")
_DOUBLE_R = re.compile(r"รร")


def romanised(word: str) -> list[str]:
    """As the rule has it, then as people write their names: j for ch, p for ph, an r that nobody says."""
    text = _BEFORE.sub(r"\2\1", _MARKS.sub("", _MUTE.sub("", word.replace("ํา", "ำ"))))
    text = _DOUBLE_R.sub("ั", _SILENT_H.sub("", text))
    spelt = "".join(_said(text, at) for at in range(len(text)))
    written = "".join("r" if text[at] == "ร" else _said(text, at) for at in range(len(text)))
    return list(dict.fromkeys([spelt, written.replace("ph", "p"), spelt.replace("ch", "j"), written]))


def _said(text: str, at: int) -> str:
    letter = text[at]
    if letter in _VOWELS:
        return _VOWELS[letter]
    ends = at > 0 and (at + 1 == len(text) or (letter == "ญ" and text[at + 1] in _CONSONANTS))
    return _AT_END.get(letter, _CONSONANTS.get(letter, "")) if ends else _CONSONANTS.get(letter, "")
