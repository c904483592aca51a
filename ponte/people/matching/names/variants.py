# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Names whose customary spellings no rule of sounds brings together: سعيد is Said and Saeed, سيد is Sayed.

Arabic script writes no short vowels, so that محمد could as well be Mahmoud; who bears a frequent name is known by it.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_SAME_LETTER = str.maketrans("أإآٱىیکةہۃ", "ااااييكههه")
_ARTICLE = "ال"


def latin(word: str) -> tuple[str, ...]:
    """The customary Latin spellings of a word in another script, the usual one first; none for a rare word."""
    found = _spellings()
    plain = _plain(word)
    return found.get(plain, ()) or (found.get(plain[2:], ()) if plain.startswith(_ARTICLE) else ())


def usual(word: str) -> tuple[str, ...]:
    """The usual spelling of each name that a lower-case ASCII word may stand for."""
    return _usual().get(word, ())


def names(word: str) -> tuple[int, ...]:
    """The numbers of the names that a word of any script may stand for, from 1; none where it is not known."""
    found = _names()
    plain = _plain(word)
    return found.get(plain, ()) or (found.get(plain[2:], ()) if plain.startswith(_ARTICLE) else ())


def _plain(word: str) -> str:
    return word.translate(_SAME_LETTER)


@cache
def _lines() -> tuple[tuple[str, ...], ...]:
    text = files("ponte.people.matching").joinpath("data/variants.txt").read_text("utf-8")
    return tuple(tuple(line.split()) for line in text.splitlines() if line and not line.startswith("#"))


@cache
def _spellings() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for words in _lines():
        spelt = tuple(word for word in words if word.isascii())
        for word in words:
            if not word.isascii():
                found[_plain(word)] = tuple(dict.fromkeys(found.get(_plain(word), ()) + spelt))
    return found


@cache
def _usual() -> Mapping[str, tuple[str, ...]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for words in _lines():
        spelt = [word for word in words if word.isascii()]
        for word in spelt:
            found[word].append(spelt[0])
    return {word: tuple(dict.fromkeys(heads)) for word, heads in found.items()}


@cache
def _names() -> Mapping[str, tuple[int, ...]]:
    found: defaultdict[str, tuple[int, ...]] = defaultdict(tuple)
    for number, words in enumerate(_lines(), 1):
        for word in words:
            found[_plain(word)] += (number,)
    return dict(found)
