# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Romanisations of alphabets that have rules: passports', scholars' and those of Italian ears.

They serve to make test material and must stay apart from the rules by which the registry matches names:
a matcher tested on its own inverse proves nothing.
"""

import re
from collections.abc import Mapping

from ponte.demo.names.pools import without_marks

Letters = Mapping[str, str]


def _letters(text: str) -> dict[str, str]:
    """`а=a б=b`; an underscore stands for nothing."""
    pairs = (item.split("=") for item in text.split())
    return {native: "" if written == "_" else written for native, written in pairs}


def _write(native: str, letters: Letters, initial: Letters | None = None) -> str:
    """Letter by letter, longest units first, with capitals kept and other letters at a word's beginning."""
    out: list[str] = []
    longest = max(map(len, letters))
    lower = native.lower()
    at = 0
    while at < len(native):
        starts = at == 0 or not native[at - 1].isalpha()
        for size in range(min(longest, len(native) - at), 0, -1):
            unit = lower[at : at + size]
            written = initial[unit] if starts and initial and unit in initial else letters.get(unit)
            if written is not None or size == 1:
                break
        piece = unit if written is None else written
        out.append(piece[:1].upper() + piece[1:] if native[at].isupper() else piece)
        at += size
    return "".join(out)


def _italian(text: str) -> str:
    """How someone spells by ear who reads c, g and sc as Italian does: Scevcenko, Cernenko, Giorgevic."""
    for pattern, written in (
        (r"shch", "sc"), (r"zh", "j"), (r"kh", "h"), (r"sh(?=[eiy])", "sc"), (r"sh", "sci"), (r"ch(?=[eiy])", "c"),
        (r"ch(?=[aou])", "ci"), (r"ch", "c"), (r"y(?=[aeou])", "i"), (r"y", "i"), (r"ii\b", "i"), (r"ii(?=a)", "i"),
        (r"sci\b", "sc"), (r"sci(?=[bcdfgklmnprtvz])", "s"),
    ):  # fmt: skip
        text = re.sub(pattern, written, text)
        text = re.sub(pattern.capitalize(), written.capitalize(), text) if pattern[0].isalpha() else text
    return text


_COMMON = "а=a б=b в=v д=d з=z к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f ш=sh ч=ch ж=zh ц=ts ь=_ '=_ ’=_ "
_SCHOLAR = _COMMON + "ш=š ч=č ж=ž ц=c щ=šč х=ch ю=ju я=ja й=j "

_UKR = _letters(_COMMON + "г=h зг=zgh ґ=g е=e є=ie и=y і=i ї=i й=i х=kh щ=shch ю=iu я=ia")
_UKR_FIRST = _letters("є=ye ї=yi й=y ю=yu я=ya")
_UKR_AS_RUSSIAN = _letters(_COMMON + "г=g ґ=g е=e є=ye и=i і=i ї=yi й=y х=kh щ=shch ю=yu я=ya ій=iy ий=yy")
_UKR_SCHOLAR = _letters(_SCHOLAR + "г=h ґ=g е=e є=je и=y і=i ї=ji")

_RUS = _letters(_COMMON + "г=g е=e ё=e и=i й=i х=kh щ=shch ъ=ie ы=y э=e ю=iu я=ia")
_RUS_LOOSE = _letters(_COMMON + "г=g е=e ё=yo и=i й=y х=kh щ=shch ъ=_ ы=y э=e ю=yu я=ya ий=y ый=y ья=ia ье=ie")
_RUS_SCHOLAR = _letters(_SCHOLAR + "г=g е=e ё=ë и=i ъ=_ ы=y э=e")

_BUL = _letters(_COMMON + "г=g е=e и=i й=y х=h щ=sht ъ=a ю=yu я=ya ия=ia")
_BUL_LOOSE = _letters(_COMMON + "г=g е=e и=i й=j х=h щ=st ъ=u ю=iu я=ia ш=sh ц=z")

_SRP = _letters(
    "а=a б=b в=v г=g д=d ђ=đ е=e ж=ž з=z и=i ј=j к=k л=l љ=lj м=m н=n њ=nj о=o п=p р=r с=s т=t ћ=ć у=u ф=f х=h ц=c"
    " ч=č џ=dž ш=š"
)

_KAT = _letters(
    "ა=a ბ=b გ=g დ=d ე=e ვ=v ზ=z თ=t ი=i კ=k ლ=l მ=m ნ=n ო=o პ=p ჟ=zh რ=r ს=s ტ=t უ=u ფ=p ქ=k ღ=gh ყ=q შ=sh ჩ=ch"
    " ც=ts ძ=dz წ=ts ჭ=ch ხ=kh ჯ=j ჰ=h"
)


def _capital(text: str) -> str:
    """For scripts that have no capitals."""
    return " ".join(word[:1].upper() + word[1:] for word in text.split(" "))


def ukrainian(native: str) -> tuple[str, ...]:
    """The 2010 passport table, the Russian-style one of older papers, by Italian ear, by scholars."""
    loose = _write(native, _UKR_AS_RUSSIAN)
    return (_write(native, _UKR, _UKR_FIRST), loose, _italian(loose), _write(native, _UKR_SCHOLAR))


def russian(native: str) -> tuple[str, ...]:
    """The ICAO passport table, the press's, by Italian ear, by scholars."""
    loose = _write(native, _RUS_LOOSE, {"е": "ye"})
    return (_write(native, _RUS), loose, _italian(_write(native, _RUS_LOOSE)), _write(native, _RUS_SCHOLAR))


def bulgarian(native: str) -> tuple[str, ...]:
    streamlined = _write(native, _BUL)
    return (streamlined, _write(native, _BUL_LOOSE), _italian(streamlined))


def serbian(native: str) -> tuple[str, ...]:
    """Without marks as on Italian papers, then in the country's own Latin alphabet."""
    gaj = _write(native, _SRP)
    return (without_marks(gaj), gaj, without_marks(gaj.replace("đ", "d").replace("Đ", "D")))


def georgian(native: str) -> tuple[str, ...]:
    """The 2002 national table (without apostrophes, as on passports) and two loose habits."""
    national = _capital(_write(native, _KAT))
    return (national, national.replace("q", "k").replace("Q", "K"), _italian(national))


_INITIALS, _VOWELS, _FINALS = (
    line.split()
    for line in (
        "g kk n d tt r m b pp s ss _ j jj ch k t p h",
        "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i",
        "_ k k k n n n t l k m l l l p l m p p t t ng t t k t p t",
    )
)

_KOREAN_HABITS = (
    ("gyeong", "kyung"), ("yeong", "young"), ("hyeon", "hyun"), ("hui", "hee"), ("seong", "sung"), ("jeong", "jung"),
    ("jun", "joon"), ("su", "soo"), ("u", "oo"), ("geun", "keun"), ("gi", "ki"), ("gu", "ku"),
)  # fmt: skip


def _korean_syllable(syllable: str) -> str:
    index = ord(syllable) - 0xAC00
    parts = (_INITIALS[index // 588], _VOWELS[index % 588 // 28], _FINALS[index % 28])
    return "".join(part for part in parts if part != "_")


def _by_habit(syllable: str) -> str:
    """The English-looking spellings that Koreans choose for their passports: Hyun, Young, Soo."""
    if syllable == "u":
        return "woo"
    for rule, habit in _KOREAN_HABITS:
        if rule in syllable and not (rule == "u" and ("eu" in syllable or syllable.startswith("u"))):
            return syllable.replace(rule, habit)
    return syllable


def korean_given(native: str) -> tuple[str, ...]:
    """Two syllables: joined by habit, apart, hyphenated, and by the Revised Romanisation."""
    revised = [_korean_syllable(one) for one in native]
    habit = [_by_habit(one) for one in revised]
    apart = _capital(" ".join(habit))
    return tuple(
        dict.fromkeys((_capital("".join(habit)), apart, apart.replace(" ", "-"), _capital("".join(revised))))
    )
