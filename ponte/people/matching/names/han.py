# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Chinese characters as pinyin syllables, and which Latin words are such syllables.

Surnames are read as surnames. Romanisations of Taiwan and Hong Kong are folded into pinyin as far as spelling tells.
"""

import re
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
        readings.insert(0, (*surname.split(), *usual[len(surname.split()):]))
    return list(dict.fromkeys(readings))[:3]


# Characters that are read otherwise when they are a surname.
_SURNAMES = {
    "曾": "zeng", "单": "shan", "解": "xie", "仇": "qiu", "任": "ren", "华": "hua", "区": "ou", "查": "zha",
    "朴": "piao", "翟": "zhai", "盖": "ge", "乐": "yue", "召": "shao", "员": "yun", "尉迟": "yu chi", "万俟": "mo qi",
    "单于": "chan yu", "长孙": "zhang sun", "重": "chong", "种": "chong", "秘": "bi", "缪": "miao", "宓": "fu",
}  # fmt: skip

_COMPOUND_SURNAMES = frozenset(
    "欧阳 歐陽 司马 司馬 诸葛 諸葛 上官 夏侯 东方 東方 皇甫 尉迟 公孙 慕容 令狐 宇文 司徒 长孙 轩辕 端木 独孤 南宫".split()
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


_SYLLABLE = re.compile(
    r"(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ueng|ang|eng|ing|ong|ian|iao|uan|uai|van|ai|ei|ao|ou|an|en|"
    r"in|un|vn|ia|ie|iu|ua|uo|ui|ue|ve|er|a|o|e|i|u|v)"
)


@lru_cache(maxsize=1 << 16)
def syllables(letters: str) -> tuple[str, ...]:
    """The pinyin syllables that a Latin word consists of, the longest ones first; none where it is no pinyin."""
    if not letters:
        return ()
    for found in sorted(_heads(letters), key=len, reverse=True):
        if found == letters:
            return (found,)
        rest = syllables(letters[len(found):])
        if rest:
            return (found, *rest)
    return ()


def _heads(letters: str) -> list[str]:
    return [letters[:end] for end in range(1, min(6, len(letters)) + 1) if _SYLLABLE.fullmatch(letters[:end])]
