# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Chinese characters as pinyin syllables, and which Latin words are such syllables.

Surnames are read as surnames. Romanisations of Taiwan and Hong Kong are folded into pinyin as far as spelling tells.
"""

import re
import unicodedata
from functools import lru_cache

from pypinyin import Style, lazy_pinyin, pinyin


def romanised(word: str) -> list[tuple[str, ...]]:
    """The likeliest readings, one syllable a character."""
    usual = tuple(s.replace("ü", "v").replace("v", "u") for s in lazy_pinyin(word, style=Style.NORMAL))
    first = pinyin(word[0], style=Style.NORMAL, heteronym=True)[0]
    others = [(reading.replace("ü", "u"), *usual[1:]) for reading in first if reading != usual[0]]
    surname = _SURNAMES.get(word[:2]) or _SURNAMES.get(word[0])
    readings = [usual, *others]
    if surname:
        readings.insert(0, (*surname.split(), *usual[len(surname.split()) :]))
    return list(dict.fromkeys(readings))[:3]


# Characters that are read otherwise when they are a surname.
_SURNAMES = {
    "曾": "zeng", "单": "shan", "解": "xie", "仇": "qiu", "任": "ren", "华": "hua", "区": "ou", "查": "zha",
    "朴": "piao", "翟": "zhai", "盖": "ge", "乐": "yue", "召": "shao", "员": "yun", "尉迟": "yu chi", "万俟": "mo qi",
    "单于": "chan yu", "长孙": "zhang sun", "重": "chong", "种": "chong", "秘": "bi", "缪": "miao", "宓": "fu",
}  # fmt: skip

_COMPOUND_SURNAMES = frozenset(
    [
        "欧阳",
        "歐陽",
        "司马",
        "司馬",
        "诸葛",
        "諸葛",
        "上官",
        "夏侯",
        "东方",
        "東方",
        "皇甫",
        "尉迟",
        "公孙",
        "慕容",
        "令狐",
        "宇文",
        "司徒",
        "长孙",
        "轩辕",
        "端木",
        "独孤",
        "南宫",
    ]
)


def is_han(word: str) -> bool:
    """Whether a word is written in Chinese characters."""
    return all("\u3400" <= character <= "\u9fff" for character in word)


def parts(word: str) -> tuple[str, ...]:
    """Surname and given name of a name written without a space; a shorter or longer text is left whole."""
    if not 2 <= len(word) <= 4:
        return (word,)
    length = 2 if word[:2] in _COMPOUND_SURNAMES and len(word) > 2 else 1
    return (word[:length], word[length:])


# In front of a syllable, so that it is compared with syllables only.
SYLLABLE = "~"
_PINYIN = re.compile(
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ueng|ang|eng|ing|ong|ian|iao|uan|uai|ai|ei|ao|ou|an|en|"
    r"in|un|ia|ie|iu|ua|uo|ui|ue|er|a|o|e|i|u)"
)
# How Hong Kong, Taiwan and South-East Asia write surnames and frequent syllables, and the pinyin for each.
_ELSEWHERE = {
    "wong": "wang huang", "chan": "chen chan", "cheung": "zhang", "ng": "wu huang", "lam": "lin", "ho": "he",
    "leung": "liang", "yeung": "yang", "lau": "liu", "kwok": "guo", "tsang": "zeng", "chow": "zhou",
    "fung": "feng", "yip": "ye", "tse": "xie", "mak": "mai", "siu": "xiao", "ko": "gao", "hui": "xu hui",
    "tam": "tan", "poon": "pan", "yuen": "yuan", "lo": "luo", "kwan": "guan", "lim": "lin", "ong": "wang",
    "teo": "zhang", "goh": "wu", "koh": "xu", "lee": "li", "tsai": "cai", "hsu": "xu", "hsiao": "xiao",
    "hsieh": "xie", "chou": "zhou", "kuo": "guo", "tseng": "zeng", "chang": "zhang chang", "tsao": "cao",
    "chiang": "jiang", "chien": "jian qian", "chin": "jin qin", "hsin": "xin", "hsiu": "xiu", "hsiang": "xiang",
    "hsueh": "xue", "yu": "yu", "jen": "ren", "juan": "ruan juan", "chih": "zhi", "shih": "shi", "tzu": "zi",
    "ssu": "si", "tung": "dong", "kung": "gong kong", "chung": "zhong", "hung": "hong", "lung": "long",
    "kao": "gao", "ting": "ding ting", "teng": "deng", "pai": "bai", "pao": "bao", "tsui": "cui xu",
    "kwong": "guang kuang", "cheng": "cheng zheng", "chu": "zhu chu", "chao": "zhao chao", "chen": "chen zhen",
    "tang": "tang deng", "tai": "dai tai",
}  # fmt: skip


def characters(word: str) -> tuple[str, ...]:
    """Each character as a word of its own, marked as a syllable."""
    return tuple(f"{SYLLABLE}{character}" for character in word)


@lru_cache(maxsize=1 << 16)
def readings(syllable: str) -> tuple[str, ...]:
    """How a marked syllable may sound in pinyin, each marked: several for a character with several readings.

    None for what only bears the mark because somebody typed it.
    """
    bare = syllable[len(SYLLABLE) :]
    if bare and is_han(bare):
        found = [reading.replace("ü", "u") for reading in pinyin(bare, style=Style.NORMAL, heteronym=True)[0]]
        surname = _SURNAMES.get(bare)
        found = [surname, *found] if surname else found
    else:
        found = (
            [bare, *_ELSEWHERE.get(bare, "").split()] if _PINYIN.fullmatch(bare) else _ELSEWHERE.get(bare, "").split()
        )
    return tuple(dict.fromkeys(f"{SYLLABLE}{reading}" for reading in found))[:3]


@lru_cache(maxsize=1 << 16)
def syllables(word: str) -> tuple[str, ...]:
    """The marked syllables that a Latin word consists of, as few as possible; none where it is no Chinese name."""
    letters = _plain(word)
    found = _cut(letters) if letters else ()
    return tuple(f"{SYLLABLE}{syllable}" for syllable in found)


def _plain(word: str) -> str:
    """Letters without their tones; "ü" and the "v" that stands for it are read as u."""
    bare = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c)).replace("v", "u")
    return bare if bare.isascii() and bare.isalpha() else ""


def _cut(letters: str) -> tuple[str, ...]:
    best: tuple[str, ...] = ()
    for end in range(min(6, len(letters)), 0, -1):
        head = letters[:end]
        if not (_PINYIN.fullmatch(head) or head in _ELSEWHERE):
            continue
        if end == len(letters):
            return (head,)
        rest = _cut(letters[end:])
        if rest and (not best or len(rest) + 1 < len(best)):
            best = (head, *rest)
    return best
