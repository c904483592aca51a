# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Latin spellings of a word in any script: at most four, the likeliest first.

An *abjad* spelling has only the consonants and long vowels that Arabic script writes.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from anyascii import anyascii

from ponte.people.matching.names import arabic, bengali, han, hangul, indic, thai, variants

MOST = 4

# What a keyboard without the letter would leave out, but the ear would not.
_LATIN_LETTERS = str.maketrans(
    {
        "ş": "sh", "ș": "sh", "š": "sh", "ś": "sh", "ŝ": "sh", "č": "ch", "ć": "ch", "ç": "ch", "ĉ": "ch", "ž": "zh",
        "ź": "zh", "ż": "zh", "ğ": "", "ţ": "ts", "ț": "ts", "ə": "a", "ı": "i", "đ": "d", "ł": "l", "ø": "o",
        "ö": "o", "ü": "u", "ä": "a", "å": "o", "ß": "ss", "æ": "e", "œ": "e", "þ": "th", "ð": "d", "ñ": "n",
        "ŋ": "ng", "ɓ": "b", "ɗ": "d", "ƙ": "k",
    }
)  # fmt: skip


# "Elamrani" is "El Amrani", "Ezzahra" "El Zahra", "Lahcen" "El Hassan", "Benmoussa" "Ben Moussa"; "Albert" keeps its
# own spelling beside "bert".
_WITH_PARTICLE = re.compile(
    r"^(?:[ae]l(?=[a-z]{4})|(?:b[ei]n|a?bou|ab[uo]|a[iy]t)(?:[ae]l)?(?=[a-z]{3}))"
    r"|^e(?=([dnrstz]|[cs]h)\1[a-z]{2})|^l(?=[^aeiouy][a-z]{2}|a[a-z]{3})"
)

_SLAVIC_C = re.compile(r"c(?![hkei])")
_SLAVIC_J = re.compile(r"j(?!h)")
_SLAVIC_CH = re.compile(r"^ch(?=[aeou])")
_AS_BREATH = str.maketrans("гхґ", "hhg")
# One letter is h to Ukrainians and g to Russians, another kh to most and h to many.
_UKRAINIAN = re.compile(
    r"(?:enko|uk|[cs]ka|s[kc]yi|[iy]v|ets|yn|ii)$"
    r"|^(?:bogdan|ganna|gal[iy]na|gleb|gr[iy]gor|igor|oleg$|olga|sergi|y?evgen)"
)
_BREATHED = re.compile(r"kh")
_SINGLE_Z = re.compile(r"(?<!z)z(?!z)")
_ALBANIAN_Q = re.compile(r"q(?=[eiy])")
_G = re.compile(r"gh?")


@dataclass(frozen=True, slots=True)
class Spelling:
    """Lower-case ASCII letters."""

    letters: str
    is_abjad: bool = False


@lru_cache(maxsize=1 << 18)
def spellings(word: str) -> tuple[Spelling, ...]:
    """How a word of one script may stand in Latin letters; empty where nothing is left of it."""
    if word.isascii():
        return tuple(map(Spelling, dict.fromkeys(_latin(word))))
    script = _script(word)
    customary = variants.latin(word)
    if script == "ARABIC":
        found = [Spelling(letters) for letters in customary] or [
            Spelling(letters, is_abjad=True) for letters in arabic.romanised(word)
        ]
    elif script == "BENGALI":
        found = [Spelling(letters) for letters in (*customary, *bengali.romanised(word))]
    elif script in indic.SCRIPTS:
        found = [Spelling(letters) for letters in (*indic.romanised(word, script), _letters(anyascii(word)))]
    elif script == "THAI":
        found = [Spelling(letters) for letters in thai.romanised(word)]
    elif script == "CJK":
        found = [Spelling("".join(syllables)) for syllables in han.romanised(word)]
    elif hangul.is_hangul(word):
        found = [Spelling(letters) for letters in hangul.romanised(word)]
    elif script == "LATIN":
        marked = _letters(anyascii(word.translate(_LATIN_LETTERS)))
        bare = _letters(anyascii(word))
        found = [
            Spelling(marked),
            *map(Spelling, variants.usual(bare)),
            Spelling(_as_slavs_write(marked)),
            Spelling(_ALBANIAN_Q.sub("ch", bare.replace("xh", "j"))),
            Spelling(bare),
        ]
    elif script == "CYRILLIC":
        spelt = [_letters(anyascii(word)), _letters(anyascii(word.translate(_AS_BREATH)))]
        found = [Spelling(letters) for letters in (spelt[0], *customary[:1], spelt[1])]
    else:
        found = [Spelling(_letters(anyascii(word)))]
    return tuple(dict.fromkeys(spelling for spelling in found if spelling.letters))[:MOST]


def _latin(word: str) -> Iterator[str]:
    """As it stands, then the ways that most often are the other desk's."""
    yield word
    yield from variants.usual(word)
    yield _WITH_PARTICLE.sub("", word)
    yield _as_slavs_write(word)
    yield _breathed(word)
    # One letter is j to some in Bengal and z to others: "Jiaur", "Ziaur".
    yield _SINGLE_Z.sub("j", word)
    # Somalis write h as x: "Xaliimo"; Albanians j as xh, ch as q: "Hoxha", "Shkelqim".
    yield _ALBANIAN_Q.sub("ch", word.replace("xh", "j")).replace("x", "h")


def _breathed(word: str) -> str:
    text = _G.sub("h", word) if _UKRAINIAN.search(word) else word
    return _BREATHED.sub("h", text)


def _as_slavs_write(word: str) -> str:
    """The word as if it were Slavic: "Natalija" with y for j, "Shvec" with ts for c, "Charchenko" with kh for ch."""
    return _SLAVIC_J.sub("y", _SLAVIC_C.sub("ts", _SLAVIC_CH.sub("kh", word)))


def _letters(text: str) -> str:
    return "".join(c for c in text.lower() if "a" <= c <= "z")


def _script(word: str) -> str:
    for character in word:
        if character.isalpha():
            return unicodedata.name(character, "").split(" ", 1)[0]
    return ""
