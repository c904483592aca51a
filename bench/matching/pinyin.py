# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Chinese names of the example in every way of writing pinyin: both orders, with and without tones and spaces."""

import random

from ponte.demo.errors.parts import Name, Role

_TONES = {
    1: "周张朱金潘孙邱詹姜章应方包江高曾肖苏薛丁汪崔龚施邹温庄军涛超斌波辉刚峰飞鑫光忠春新家天一嘉东兴松清轩"
    "康生芳娟欣薇秋佳思诗淑冬青依英珍香花微芬萱君诸欧官司",
    2: "陈胡林王吴黄徐杨刘余何程毛留钱倪卢罗梁唐韩冯曹彭田袁于姚石熊秦侯白洪涂麻虞俞裘饶严华尤雷强杰明鹏龙国"
    "文德福荣祥成学宏云岩良平豪泽涵博雄民婷梅玲萍霞洁琴怡琳红瑶银兰莲菊琪蓉雯阳徒",
    3: "李蒋董孔吕沈许阮柳纪贾尹伟勇磊凯宇晓小海永子武远敏雪颖蕾美雨彩巧雅葛",
    4: "郑叶夏赵项谢季邵戴蔡厉宋邓傅魏杜孟廖陆缪单范万浩亮健俊帅毅建志胜庆振立正世大绍贵瑞弟昊丽静燕倩慧莉璐"
    "秀爱梦玉素月桂凤碧妹娜上",
}
TONE = {character: tone for tone, characters in _TONES.items() for character in characters}
_MARKED = {"a": "āáǎà", "e": "ēéěè", "i": "īíǐì", "o": "ōóǒò", "u": "ūúǔù", "ü": "ǖǘǚǜ"}


def marked(syllable: str, tone: int) -> str:
    """With the mark where it belongs: on a or e, on the o of ou, else on the last vowel."""
    lower = syllable.lower()
    vowels = [at for at, letter in enumerate(lower) if letter in _MARKED]
    at = next((n for n in vowels if lower[n] in "ae"), lower.find("ou") if "ou" in lower else vowels[-1])
    mark = _MARKED[lower[at]][tone - 1]
    return syllable[:at] + (mark.upper() if syllable[at].isupper() else mark) + syllable[at + 1 :]


def syllables(name: Name, role: Role) -> list[tuple[str, str]]:
    """Characters with their syllables, of the family or of the given name."""
    part = next(part for part in name.parts if part.role is role)
    apart = next((way.split(" ") for way in part.ways if way.count(" ") == len(part.native) - 1), None)
    if apart is None:  # a family name of two characters that is never written apart
        return [(part.native, part.ways[0])]
    return list(zip(part.native, apart, strict=True))


def written(name: Name, rng: random.Random, *, plain: float) -> tuple[dict[str, str], str]:
    """A people sheet's name columns, and the form in words; `plain` of them as a passport has it."""
    family, given = syllables(name, Role.FAMILY), syllables(name, Role.GIVEN)
    if rng.random() < plain:
        return {"given_name": _together(given, tones=False), "family_name": _together(family, tones=False)}, "pinyin"
    tones, joint = rng.random() < 0.5, rng.choice(("", " ", "-"))
    first, last = _together(family, tones=tones), _spelt(given, joint, tones=tones)
    form = f"pinyin{' with tones' if tones else ''}{ {'': '', ' ': ' spaced', '-': ' hyphened'}[joint] }"
    match rng.randrange(4):
        case 0:
            return {"given_name": last, "family_name": first}, form
        case 1:
            return {"given_name": first, "family_name": last}, f"{form}, swapped"
        case 2:
            return {"given_name": f"{first} {last}"}, f"{form}, family first in one column"
        case _:
            whole = f"{last} {first}" if rng.random() < 0.7 else first + last.lower()
            return {"given_name": whole}, f"{form}, in one column"


def _spelt(some: list[tuple[str, str]], joint: str, *, tones: bool) -> str:
    spelt = [
        marked(syllable, TONE[character]) if tones and character in TONE else syllable for character, syllable in some
    ]
    return joint.join(spelt) if joint else spelt[0] + "".join(one.lower() for one in spelt[1:])


def _together(some: list[tuple[str, str]], *, tones: bool) -> str:
    return _spelt(some, "", tones=tones)
