# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What counts as a word of a name: particles, prefixes and placeholders do not."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

_APOSTROPHES = frozenset("'’ʼ`ʻʿʾ")

# Small words that one desk writes and another leaves out.
PARTICLES = frozenset({
    "al", "el", "ul", "ur", "ud", "ad", "as", "ash", "an", "ar", "bin", "ibn", "ben", "bint", "bent", "bnt", "abu",
    "abou", "ould", "wuld", "oulad", "ait", "ou", "de", "la", "las", "los", "del", "della", "di", "da", "do", "dos",
    "das", "du", "des", "van", "von", "der", "den", "y", "e", "i", "zu", "zur", "le", "lo", "mc", "st", "san",
    "santa",
})  # fmt: skip
# They name a person's standing, not the person.
TITLES = frozenset({
    "mr", "mrs", "ms", "miss", "dr", "sig", "signor", "signora", "sra", "sr", "don", "haji", "hajj", "hadji", "mst",
    "sri", "smt", "jr", "мл",
})  # fmt: skip
_ABBREVIATIONS = {
    "md": "mohammad",
    "mohd": "mohammad",
    "muhd": "mohammad",
    "mhd": "mohammad",
    "মো": "মোহাম্মদ",
    "মোঃ": "মোহাম্মদ",
}
PLACEHOLDERS = frozenset({
    "nn", "sconosciuto", "sconosciuta", "ignoto", "ignota", "unknown", "anonimo", "anonima", "anonymous", "nessuno",
    "nd", "na", "xxx", "xx", "prova", "test", "fnu", "lnu", "nonome", "noname", "minore", "figlio", "figlia",
    "neonato", "neonata",
})  # fmt: skip
_PLACEHOLDER_TEXT = re.compile(r"^[\s.\-_/*?]*(?:n\s*[./]?\s*[nda]\.?|\?+|-+|\*+|x+)[\s.\-_/*?]*$", re.IGNORECASE)

_NOT_SAID = re.compile(r"\bnon (?:not[oa]|dichiarat[oa]|pervenut[oa]|conosciut[oa])\b|\bnot known\b", re.IGNORECASE)

_SERVANTS = dict.fromkeys(
    ["abd", "abdu", "abdul", "abdool", "obdul", "abdel", "abdal", "abdoul", "abdou", "abdur", "abder", "abdus"], "abd"
)
_SERVANTS |= {"عبد": "عبد", "عبدال": "عبد"} | dict.fromkeys(["абд", "абдул", "абдуль", "абдель", "абдур"], "абд")
_SERVANTS |= dict.fromkeys(
    ["আবদ", "আব্দ", "আবদুল", "আব্দুল", "আবদুর", "আব্দুর", "আবদুস", "আব্দুস", "আবদুছ", "আবদুন", "আব্দুন", "আবদুজ"], "আব্দ"
)
SERVANTS = frozenset(_SERVANTS.values())
_ARTICLES = frozenset(["al", "el", "ul", "ur", "ar", "er", "as", "es", "ad", "an", "ash"])
# Somali writes the sound of Arabic ayn as c: Cabdi, Cabdulqaadir.
_SOMALI = re.compile(r"^c(?=abd[aeiou])")
_SERVANT_OF = re.compile(r"^abd(?!ou?l+aye)(?:[aeou]+l|[aeou]+(?=(.)\1)|[aeou]*)(?=[a-z]{3})|^عبدال(?=..)")
# "Salaheddine", "Salahuddin" and "Salah El-Din" are "salah din"; "Geraldine" is one word.
_OF_FAITH = re.compile(r"^([a-z]{2,}?|)(?:[aeiou]{1,2}dd|[eu]ld)(?:i|ee|ie|ey)ne?$")
_ARABIC_ARTICLE = re.compile(r"^ال(?=..)")
_ARABIC_PARTICLES = frozenset({
    "بن", "ابن", "بنت", "ولد", "آل", "ابو", "أبو", "بو", "آيت", "ايت",
})  # fmt: skip
_ARABIC_MARKS = re.compile(r"[\u064b-\u065f\u0670\u0640]")


@lru_cache(maxsize=1 << 18)
def split(name: str) -> tuple[str, ...]:
    """The words by which a name is told from others: without particles, unless nothing else is there."""
    parts = whole(name)
    return tuple(part for part in parts if part not in PARTICLES and part not in _ARABIC_PARTICLES) or parts


@lru_cache(maxsize=1 << 18)
def whole(name: str) -> tuple[str, ...]:
    """All words of a name in lower case, as written otherwise; none for a placeholder."""
    name = _NOT_SAID.sub(" ", name)
    if _PLACEHOLDER_TEXT.match(name):
        return ()
    text = _ARABIC_MARKS.sub("", unicodedata.normalize("NFKC", name)).lower()
    parts = [_ABBREVIATIONS.get(part, part) for part in _spaced(text).split() if not part.isdigit()]
    if len(parts) > 1:
        parts = [part for part in parts if part not in TITLES and part not in PLACEHOLDERS] or parts
    elif parts and parts[0] in PLACEHOLDERS:
        return ()
    return tuple(_served(parts))


def _spaced(text: str) -> str:
    """Only letters and their marks: an apostrophe stands inside a word, all else between words."""
    if text.isascii() and text.replace(" ", "").isalpha():
        return text
    return "".join(_kept(character) for character in text)


@lru_cache(maxsize=1 << 14)
def _kept(character: str) -> str:
    category = unicodedata.category(character)
    if character.isalnum() or category[0] == "M":
        return character
    return "" if character in _APOSTROPHES or category == "Cf" else " "


def _served(parts: list[str]) -> Iterator[str]:
    """A servant's name as two words however it is written, without the article between them: Abdelkader, Abd El Kader
    and Abdul Kader are all "abd kader". So is a name of faith: Noureddine and Nour Eddine."""
    servant = False
    for part in parts:
        part = _SOMALI.sub("", part)
        if servant and part in _ARTICLES:
            continue
        if part in _SERVANTS:
            yield _SERVANTS[part]
        elif servant:
            yield _ARABIC_ARTICLE.sub("", part)
        elif glued := _SERVANT_OF.match(part):
            yield "abd" if part.isascii() else "عبد"
            # The l that "Abdelatif" has is the article's and the name's own.
            yield "latif" if part[glued.end() :] in {"atif", "atef"} else part[glued.end() :]
        elif faith := _OF_FAITH.match(part):
            if faith[1]:
                yield faith[1]
            yield "din"
        else:
            yield part
        servant = part in _SERVANTS
