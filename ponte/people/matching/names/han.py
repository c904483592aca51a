# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Chinese characters as pinyin syllables, and which Latin words are such syllables.

Surnames are read as surnames. Romanisations of Taiwan and Hong Kong are folded into pinyin as far as spelling tells.
"""

import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache


def romanised(word: str) -> list[tuple[str, ...]]:
    """The likeliest readings, one syllable a character."""
    from pypinyin import Style, lazy_pinyin

    usual = tuple(s.replace("ü", "v").replace("v", "u") for s in lazy_pinyin(word, style=Style.NORMAL))
    first = _sounds(word[0])
    others = [(reading.replace("ü", "u"), *usual[1:]) for reading in first if reading != usual[0]]
    surname = _SURNAMES.get(word[:2]) or _SURNAMES.get(word[0])
    readings = [usual, *others]
    if surname:
        readings.insert(0, (*surname.split(), *usual[len(surname.split()) :]))
    return list(dict.fromkeys(readings))[:3]


def _sounds(character: str) -> list[str]:
    from pypinyin import Style, pinyin

    return pinyin(character, style=Style.NORMAL, heteronym=True)[0]


# Characters that are read otherwise when they are a surname.
_SURNAMES = {
    "曾": "zeng", "单": "shan", "解": "xie", "仇": "qiu", "任": "ren", "华": "hua", "区": "ou", "查": "zha",
    "朴": "piao", "翟": "zhai", "盖": "ge", "乐": "yue", "召": "shao", "员": "yun", "尉迟": "yu chi", "万俟": "mo qi",
    "单于": "chan yu", "长孙": "zhang sun", "重": "chong", "种": "chong", "秘": "bi", "缪": "miao", "宓": "fu",
}  # fmt: skip

_COMPOUND_SURNAMES = frozenset({
    "欧阳", "歐陽", "司马", "司馬", "诸葛", "諸葛", "上官", "夏侯", "东方", "東方", "皇甫",
    "尉迟", "公孙", "慕容", "令狐", "宇文", "司徒", "长孙", "轩辕", "端木", "独孤", "南宫",
})  # fmt: skip


def is_han(word: str) -> bool:
    """Whether a word is written in Chinese characters."""
    return not word.isascii() and all("\u3400" <= character <= "\u9fff" for character in word)


def parts(word: str) -> tuple[str, ...]:
    """Surname and given name of a name written without a space; a shorter or longer text is left whole."""
    if not 2 <= len(word) <= 4:
        return (word,)
    length = 2 if word[:2] in _COMPOUND_SURNAMES and len(word) > 2 else 1
    return (word[:length], word[length:])


# In front of a syllable, so that it is compared with syllables only.
SYLLABLE = "~"
LONGEST = 40  # letters: a longer word is no Chinese name, and is not searched for one
# How Hong Kong, Taiwan and South-East Asia write surnames and frequent syllables, and the pinyin for each.
_ELSEWHERE = {
    "wong": "wang huang", "chan": "chen chan", "cheung": "zhang", "ng": "wu huang", "lam": "lin", "ho": "he",
    "leung": "liang", "yeung": "yang", "lau": "liu", "kwok": "guo", "tsang": "zeng", "chow": "zhou", "fung": "feng",
    "yip": "ye", "tse": "xie ze", "mak": "mai", "siu": "xiao", "ko": "gao", "hui": "xu hui", "tam": "tan",
    "poon": "pan", "yuen": "yuan", "lo": "luo", "kwan": "guan", "lim": "lin", "ong": "wang", "teo": "zhang",
    "goh": "wu", "koh": "xu", "lee": "li", "tsai": "cai", "hsu": "xu", "hsiao": "xiao", "hsieh": "xie",
    "chou": "zhou", "kuo": "guo", "tseng": "zeng", "chang": "zhang chang", "tsao": "cao", "chiang": "jiang",
    "chien": "jian qian", "chin": "jin qin", "hsin": "xin", "hsiu": "xiu", "hsiang": "xiang", "hsueh": "xue",
    "yu": "yu", "jen": "ren", "juan": "ruan juan", "chih": "zhi", "shih": "shi", "tzu": "zi", "ssu": "si",
    "tung": "dong", "kung": "gong kong", "chung": "zhong", "hung": "hong", "lung": "long", "kao": "gao",
    "ting": "ding ting", "teng": "deng", "pai": "bai", "pao": "bao", "tsui": "cui xu", "kwong": "guang kuang",
    "cheng": "cheng zheng", "chu": "zhu chu", "chao": "zhao chao", "chen": "chen zhen", "tang": "tang deng",
    "tai": "dai tai", "keung": "qiang", "chi": "zhi ci", "man": "wen min", "wai": "wei hui", "kit": "jie",
    "ka": "jia", "kar": "jia", "yin": "yan xian", "kin": "jian", "kei": "ji qi", "ki": "ji qi", "hoi": "hai kai",
    "oi": "ai", "mui": "mei", "lai": "li lai", "sze": "si shi", "shuk": "shu", "suk": "shu", "fai": "hui",
    "fat": "fa", "yuk": "yu", "yiu": "yao", "yee": "yi", "wah": "hua", "wa": "hua", "wing": "rong yong", "tak": "de",
    "tin": "tian", "shing": "sheng cheng", "sing": "sheng cheng", "sum": "sen xin", "sau": "shou xiu",
    "pak": "bai bo", "pui": "pei", "on": "an", "nga": "ya", "kuen": "quan", "kwai": "gui", "king": "jing qing",
    "kau": "jiu", "hing": "xing qing", "hon": "han", "hin": "xian", "hau": "hao xiao", "fong": "fang", "choi": "cai",
    "chiu": "qiu zhao", "chak": "ze", "cheong": "zhang chang", "bik": "bi", "lok": "le luo", "luk": "lu",
    "leong": "liang", "kam": "jin gan", "ip": "ye", "mok": "mo", "ngai": "wei yi", "ngan": "yan", "sin": "xian",
    "so": "su", "to": "du tao", "tong": "tong tang", "tsoi": "cai", "yim": "yan", "yau": "you qiu", "woo": "hu",
    "lui": "lei", "heung": "xiang", "hok": "he xue", "ing": "ying", "jui": "rui", "jung": "rong", "yueh": "yue",
    "erh": "er", "chieh": "jie qie", "kuang": "guang kuang", "kuei": "gui kui", "lieh": "lie", "po": "bo po",
    "sung": "song", "szu": "si", "ta": "da ta", "te": "de te", "tien": "tian dian", "tsu": "zu cu",
    "tsung": "zong cong", "tuan": "duan", "yen": "yan", "yung": "yong", "hsi": "xi", "hsia": "xia", "hsien": "xian",
    "hsiung": "xiong", "hsuan": "xuan", "hsun": "xun", "ju": "ru ju", "jo": "ruo", "ken": "gen", "keng": "geng",
    "lien": "lian", "mien": "mian", "nien": "nian", "pien": "bian", "chuan": "chuan zhuan", "chueh": "jue que",
    "chia": "jia", "che": "zhe che", "chai": "zhai chai",
}  # fmt: skip


# The commonest surnames: without one, Latin letters that happen to be pinyin are taken for another language's.
_FAMILIES = frozenset({
    "wang", "li", "zhang", "liu", "chen", "yang", "huang", "zhao", "wu", "zhou", "xu", "sun", "ma", "zhu", "hu",
    "guo", "he", "gao", "lin", "luo", "zheng", "liang", "xie", "song", "tang", "han", "feng", "deng", "cao", "peng",
    "zeng", "xiao", "tian", "dong", "pan", "yuan", "cai", "jiang", "yu", "du", "ye", "cheng", "wei", "su", "lu",
    "ding", "ren", "yao", "shen", "zhong", "fan", "fang", "shi", "jin", "dai", "jia", "xia", "qiu", "hou", "zou",
    "xiong", "meng", "qin", "bai", "yan", "xue", "yin", "hao", "kong", "mao", "gu", "lai", "wan", "duan", "lei",
    "qian", "hong", "gong", "shao", "ni", "tan", "liao", "kang", "shang", "wen", "niu", "tao", "qi", "mo", "zhuang",
    "ou", "zhan", "ruan", "ji", "guan", "lan", "xing", "jian", "mu", "wong", "chan", "cheung", "ng", "lam", "ho",
    "leung", "yeung", "lau", "kwok", "tsang", "chow", "fung", "yip", "tse", "mak", "lee", "lim", "tsai", "hsu",
    "chang", "chou", "chu", "ong", "bao", "xiang", "tu", "shan", "si", "ouyang", "situ", "lv", "nie", "geng", "pei",
    "rong", "zu", "che", "chai", "chong", "cui", "dou", "fu", "gan", "gou", "hang", "hua", "huo", "jing", "kan",
    "miao", "ning", "pang", "qu", "rui", "sha", "sheng", "shu", "sui", "tong", "xi", "xian", "xin", "xuan", "yi",
    "ying", "you", "yun", "zang", "zha", "zhuge", "zi", "zong",
})  # fmt: skip
USUAL_SYLLABLES, MOST_SYLLABLES = 3, 4


@cache
def mandarin() -> frozenset[str]:
    """Every syllable of Mandarin, without its tone.

    Reading the dictionary takes half a second: what compares no names need not wait for it, and the web server
    reads it before anybody asks.
    """
    from pypinyin.constants import PINYIN_DICT

    readings = {reading for of_one in PINYIN_DICT.values() for reading in of_one.split(",")}
    return frozenset(plain for reading in readings if (plain := _plain(reading)))


def is_name(words: Sequence[str]) -> bool:
    """Whether words are a Chinese name: characters, or pinyin with a common surname standing first, last or alone."""
    cut = []
    for word in words:
        part = characters(word) if is_han(word) else syllables(word)
        if not part:
            return False
        cut.append(part)
    if not 2 <= sum(map(len, cut)) <= MOST_SYLLABLES:
        return False
    if all(is_han(word) for word in words):
        return True
    ends = [part[0] for part in (cut[0], cut[-1]) if len(part) == 1]
    if sum(map(len, cut)) <= USUAL_SYLLABLES:
        ends.append(cut[0][0])
    return any(end[len(SYLLABLE) :] in _FAMILIES for end in ends)


def characters(word: str) -> tuple[str, ...]:
    """Each character as a word of its own, marked as a syllable."""
    return tuple(f"{SYLLABLE}{character}" for character in word)


@lru_cache(maxsize=1 << 16)
def readings(syllable: str) -> tuple[str, ...]:
    """How a marked syllable may sound in pinyin, each marked: several for a character with several readings."""
    bare = syllable[len(SYLLABLE) :]
    if is_han(bare):
        found = [reading.replace("ü", "u") for reading in _sounds(bare)]
        surname = _SURNAMES.get(bare)
        found = [surname, *found] if surname else found
    else:
        elsewhere = _ELSEWHERE.get(bare, "").split()
        found = [bare, *elsewhere] if bare in mandarin() else elsewhere
    return tuple(dict.fromkeys(f"{SYLLABLE}{reading}" for reading in found))[:3]


@lru_cache(maxsize=1 << 16)
def syllables(word: str) -> tuple[str, ...]:
    """The marked syllables that a Latin word consists of, as few as possible; none where it is no Chinese name."""
    letters = _plain(word)
    if letters in _ELSEWHERE:
        return (f"{SYLLABLE}{letters}",)
    return tuple(f"{SYLLABLE}{syllable}" for syllable in _cut(letters))


def _plain(word: str) -> str:
    """Letters without their tones; "ü" and the "v" that stands for it are read as u."""
    bare = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c)).replace("v", "u")
    return bare if bare.isascii() and bare.isalpha() and len(bare) <= LONGEST else ""


@lru_cache(maxsize=1 << 12)  # each end of the word is cut once, however many ways lead to it
def _cut(letters: str) -> tuple[str, ...]:
    best: tuple[str, ...] = ()
    for end in range(min(6, len(letters)), 0, -1):
        head = letters[:end]
        if head not in mandarin():
            continue
        if end == len(letters):
            return (head,)
        rest = _cut(letters[end:])
        if rest and (not best or len(rest) + 1 < len(best)):
            best = (head, *rest)
    return best
