# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Wrong letters: fingers, tired eyes, Italian ears, other habits of romanising."""

import random
from collections.abc import Sequence
from functools import lru_cache

Exchanges = Sequence[tuple[str, str]]


def pairs(text: str) -> Exchanges:
    """ "ou=u sh~ch": from left to right, or both ways with `~`. `_` is nothing, `+` a space, `^` and `$` the ends."""
    found = []
    for item in text.split():
        one, sign, other = item.partition("~") if "~" in item else item.partition("=")
        one, other = (side.replace("_", "").replace("+", " ") for side in (one, other))
        found.append((one, other))
        if sign == "~":
            found.append((other, one))
    return tuple((one, other) for one, other in found if one.strip("^$"))


_KEYS = """
q:wa w:qes e:wrd r:etf t:ryg y:tuh u:yij i:uok o:ipl p:ol a:qsz s:adw d:sfe f:dgr g:fht h:gjy j:hku k:jli l:ko z:asx
x:zcd c:xvf v:cbg b:vnh n:bmj m:nk
"""
_KEYBOARD = {key[0]: key[2:] for key in _KEYS.split()}

MISREAD = pairs("rn~m cl~d l~i c~e h~b u~v o~a nn~m f~t g~q vv~w ri~n")

BY_EAR = pairs(
    "sh=sc sh=s ch=c ch=k k=c k=ch y=i j=g j=i w=v w=u ph=f x=s x=cs th=t ou=u oo=u ee=i kh=k kh=c gh=g zh=g zh=z "
    "ts=z q=c ck=c dh=d bh=b h$=_ ^h=_ ll=l ss=s mm=m nn=n tt=t rr=r bb=b l=ll t=tt s=ss z=s c=k sc=sh aa=a ii=i uu=u"
)

HABITS: dict[str, Exchanges] = {
    "arabic": pairs(
        "ou~u oo~u ou~o ee~i i~e sh~ch j~dj j~g kh~k gh~g y~i ss~s dd~d mm~m h$~_ q~k q~g a~e w~ou aa~a th~t dh~d "
        "z~dh"
    ),
    "slavic": pairs(
        "y~i i~j zh~z zh~j kh~h shch~sch ts~c ts~z iu~yu ia~ya yu~ju ya~ja h~g v~w sh~s ch~c ks~x oy~oi ii~i ie~e"
    ),
    "indic": pairs("a~o z~j sh~s ee~i oo~u q~k w~v v~b ch~chh kh~k th~t dh~d y~i aa~a u~oo ddi~di f~ph"),
    "persian": pairs("gh~q v~w ou~u oo~u ee~i z~s e~i kh~h ei~ay o~u sh~ch j~dj"),
    "wade-giles": pairs("zh=ch x=hs ^q=ch ^j=ch ^z=ts ^c=ts ong=ung ^d=t ^b=p ^g=k ^r=j ian=ien ie$=ieh"),
    "korean": pairs("u~oo eo~u yeo~you g~k j~ch b~p i~ee ae~e"),
    "geez": pairs("e~a ts~s q~k ye~je h~k gh~g i~e w~u z~s"),
    "georgian": pairs("kh~h q~k gh~g ts~c dz~z sh~s zh~j"),
    "somali": pairs("x~h c~_ aa~a dh~d q~k uu~u w~u h~kh"),
    "spanish": pairs("z~s v~b y~i ll~y ^h~_ c~s qu~k j~h ñ=n x~j w~hu"),
    "african": pairs("ou~u dj~j y~i ou~w oue~we k~c aye~ai ss~s ia~iya kw~kou"),
    "romanian": pairs("t~ts j~z s~sh k~c i$~y y~i"),
    "turkish": pairs("c~g s~sh ch~c g~_ i~e u~o w~v y~i"),
}

_LANGUAGES = {
    "arabic": "ara", "slavic": "ukr rus bul srp bos pol", "indic": "urd ben hin pan sin tam",
    "persian": "prs pus fas", "wade-giles": "zho", "korean": "kor", "geez": "amh tir", "georgian": "kat",
    "somali": "som", "spanish": "spa por fil", "african": "wol mnk bam fra aka bin", "romanian": "ron sqi",
    "turkish": "tur",
}  # fmt: skip
OF_LANGUAGE = {language: family for family, languages in _LANGUAGES.items() for language in languages.split()}

_VOWELS = frozenset("aeiouy")

# The same name as others spell it in the same script.
NATIVE = pairs(
    "أ=ا إ=ا آ=ا ة~ه ى~ي ئ~ي ؤ~و ی~ي ک~ك ه~ة عبد+ال=عبدال ё~е і~и ї~і й~и ґ~г є~е ъ=ь э~е "
    "陈~陳 张~張 吴~吳 黄~黃 刘~劉 杨~楊 赵~趙 孙~孫 叶~葉 郑~鄭 谢~謝 蒋~蔣 华~華 国~國 伟~偉 杰~傑 丽~麗 "
    "ি~ী ু~ূ শ~স ণ~ন জ~য ः~: ि~ी ु~ू श~स ਿ~ੀ ਸ਼~ਸ "
    "ሰ~ሠ ሀ~ሐ አ~ኣ ጸ~ፀ"
)


def exchange(rng: random.Random, word: str, exchanges: Exchanges) -> str:
    """The word with one exchange somewhere; the same word where none fits."""
    found = _exchanged(word, tuple(exchanges)) if word else ()
    return rng.choice(found) if found else word


def habit(rng: random.Random, word: str, language: str) -> str:
    """Nobody romanises an abbreviation: "Md." stays as it is."""
    if language not in OF_LANGUAGE or not _VOWELS.intersection(word.lower()):
        return word
    return exchange(rng, word, HABITS[OF_LANGUAGE[language]])


@lru_cache(maxsize=200_000)
def _exchanged(word: str, exchanges: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    """Every word that one exchange makes of this one."""
    marked, found = f"^{word.lower()}$", []
    for old, new in exchanges:
        at = marked.find(old)
        while at >= 0:
            made = (marked[:at] + new + marked[at + len(old) :]).strip("^$")
            if made and made != word.lower():
                found.append(made[:1].upper() + made[1:] if word[:1].isupper() else made)
            at = marked.find(old, at + 1)
    return tuple(dict.fromkeys(found))


def mistype(rng: random.Random, text: str) -> str:
    """One slip of the fingers: a neighbouring key, a letter twice, none, or two in the wrong order."""
    if len(text) < 3:
        return text
    at = rng.randrange(1, len(text)) if rng.random() < 0.9 else 0
    way, letter = rng.randrange(4), text[at]
    if not letter.isalpha():
        return text
    if way == 0 and letter.lower() in _KEYBOARD:
        near = rng.choice(_KEYBOARD[letter.lower()])
        return text[:at] + (near.upper() if letter.isupper() else near) + text[at + 1 :]
    if way == 1:
        return text[:at] + letter + letter.lower() + text[at + 1 :]
    if way == 2 or at + 1 == len(text) or not text[at + 1].isalpha():
        return text[:at] + text[at + 1 :]
    return text[:at] + text[at + 1] + letter + text[at + 2 :]


def wrong_digit(rng: random.Random, text: str) -> str:
    """One digit is another, or two neighbours change places."""
    places = [at for at, letter in enumerate(text) if letter.isdigit()]
    if not places:
        return text
    at = rng.choice(places)
    if rng.random() < 0.3 and at + 1 < len(text) and text[at + 1].isdigit() and text[at + 1] != text[at]:
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    return text[:at] + str((int(text[at]) + rng.randrange(1, 10)) % 10) + text[at + 1 :]
