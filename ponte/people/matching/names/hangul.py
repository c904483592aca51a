# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Korean script: the surname apart from the given name, and both as Koreans write them in Latin letters.

Passports follow no one system: 이 is Lee, Yi or Rhee, 성 is Seong or Sung.
"""

from typing import Final

_FIRST, _LAST = "\uac00", "\ud7a3"
_OF_ONE_LEAD, _OF_ONE_VOWEL = 588, 28
_LEADS: Final = (
    "g", "kk", "n", "d", "tt", "r", "m", "b", "pp", "s", "ss", "", "j", "jj", "ch", "k", "t", "p", "h",
)  # fmt: skip
_VOWELS: Final = (
    "a", "ae", "ya", "yae", "eo", "e", "yeo", "ye", "o", "wa", "wae", "oe", "yo", "u", "wo", "we", "wi", "yu", "eu",
    "ui", "i",
)  # fmt: skip
_TAILS: Final = (
    "", "k", "k", "k", "n", "n", "n", "t", "l", "k", "m", "l", "l", "l", "l", "l", "m", "p", "p", "t", "t", "ng", "t",
    "t", "k", "t", "p", "t",
)  # fmt: skip
# By ear, as most are written: Young, Sung, Hee.
_BY_EAR: Final = {"eo": "u", "yeo": "you", "eu": "u", "ui": "ee", "u": "oo"}
_SURNAMES: Final = {
    "김": "kim", "이": "lee yi rhee", "박": "park bak", "최": "choi choe", "정": "jung jeong chung",
    "강": "kang gang", "조": "cho jo", "윤": "yoon", "장": "jang chang", "임": "lim im", "한": "han", "오": "oh",
    "서": "seo suh",
    "신": "shin sin", "권": "kwon gwon", "황": "hwang", "안": "ahn", "송": "song", "류": "ryu yoo", "유": "yoo ryu",
    "전": "jeon jun chun", "홍": "hong", "고": "ko go", "문": "moon", "양": "yang", "손": "son sohn", "배": "bae pae",
    "백": "baek paik", "허": "heo hur huh", "노": "noh roh", "남": "nam", "심": "shim sim", "하": "ha",
    "곽": "kwak gwak", "성": "sung seong", "차": "cha", "주": "joo chu", "우": "woo", "구": "koo gu", "민": "min",
    "진": "jin chin", "나": "na ra", "지": "ji chi", "엄": "um eom", "원": "won", "천": "chun cheon", "방": "bang",
    "공": "kong gong", "현": "hyun hyeon", "함": "ham", "변": "byun byeon", "염": "yeom youm", "여": "yeo",
    "추": "choo chu", "도": "do", "석": "seok suk", "선": "sun seon", "설": "seol sul", "마": "ma", "길": "kil gil",
    "연": "yeon youn", "위": "wi", "표": "pyo", "명": "myung myeong", "기": "ki gi", "반": "ban pan", "왕": "wang",
    "금": "keum geum", "옥": "ok", "육": "yook", "인": "in", "맹": "maeng", "제": "je", "모": "mo", "탁": "tak",
    "국": "kook guk", "은": "eun", "편": "pyun pyeon", "용": "yong",
}  # fmt: skip
_TWO_SYLLABLES: Final = frozenset({"남궁", "황보", "제갈", "사공", "선우", "서문", "독고", "동방"})


def is_hangul(word: str) -> bool:
    return bool(word) and all(_FIRST <= character <= _LAST for character in word)


def parts(word: str) -> tuple[str, ...]:
    """Surname and given name of a name written without a space; a shorter or longer text is left whole."""
    if not 2 <= len(word) <= 4:
        return (word,)
    length = 2 if word[:2] in _TWO_SYLLABLES and len(word) > 2 else 1
    return (word[:length], word[length:])


def romanised(word: str) -> list[str]:
    """As its bearers mostly write it, then by the letter."""
    found = _SURNAMES.get(word, "").split()
    by_ear = "".join(_syllable(character, by_ear=True) for character in word)
    by_letter = "".join(_syllable(character, by_ear=False) for character in word)
    # What begins a name in a voiced sound is mostly written unvoiced: Kyung, not Gyeong.
    unvoiced = "k" + by_ear[1:] if by_ear.startswith("g") else by_ear
    return list(dict.fromkeys([*found, unvoiced, by_ear, by_letter]))


def _syllable(character: str, *, by_ear: bool) -> str:
    place = ord(character) - ord(_FIRST)
    lead, rest = divmod(place, _OF_ONE_LEAD)
    vowel, tail = divmod(rest, _OF_ONE_VOWEL)
    sound = _VOWELS[vowel]
    if by_ear:
        sound = _BY_EAR.get(sound, sound)
        sound = "woo" if sound == "oo" and not _LEADS[lead] else sound
        sound = "hi" if sound == "i" and _LEADS[lead] == "s" else sound  # Shin
    return _LEADS[lead] + sound + _TAILS[tail]
