# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Blocking keys: numbers that two descriptions of one person likely have in common.

A key is 64 bits: a kind and what it is made of. Two records are compared only where they share one. A frequent key
finds too many to be of use, so whoever looks up asks for rare ones first and leaves out those above a cap.
"""

from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b
from itertools import combinations
from typing import Final

from ponte.people.matching.names.vocabulary import Form, forms, words_of
from ponte.people.matching.records import Record

# Raised whenever the keys of a record change: what is stored with a lower one is made again in the background.
VERSION: Final = 4
MOST_FORMS: Final = 2
PHONE_DIGITS: Final = 7
PREFIX: Final = 3
# Telephone, e-mail, document, codice fiscale, address.
_NUMBERS: Final = frozenset("tenca")


def keys_of(record: Record) -> frozenset[int]:
    """Signed 64-bit numbers; some twenty for a whole record, fewer for a half-filled form."""
    return frozenset(_hashed(key) for found in (_keys, _closer) for key in found(record))


def numbers_of(record: Record) -> frozenset[int]:
    """Those keys that are a number, or an address and a year, which few people have in common."""
    return frozenset(_hashed(key) for key in _keys(record) if key[0] in _NUMBERS)


def skeletons_of(record: Record) -> frozenset[str]:
    """The skeletons of all words of the names, whose frequency tells how rare a name is."""
    return frozenset(form.skeleton for name in record.names for word in words_of(name) for form in forms(word))


def key_of_word(skeleton: str) -> int:
    """The key that every card has that has a word with this skeleton in its names."""
    return _hashed(f"w{skeleton}")


@lru_cache(maxsize=1 << 18)
def _hashed(key: str) -> int:
    return int.from_bytes(blake2b(key.encode(), digest_size=8).digest(), "big", signed=True)


def _keys(record: Record) -> Iterator[str]:
    birth = record.birth
    day = "" if not birth.day or (birth.month, birth.day) == (1, 1) else _unordered(birth.month, birth.day)
    for name in record.names:
        words = [forms(word)[:MOST_FORMS] for word in words_of(name)]
        yield from _of_pairs(words)
        for word_forms in words:
            for skeleton in {form.skeleton for form in word_forms}:
                yield f"w{skeleton}"
                if birth.year:
                    yield f"y{skeleton}{birth.year}"
                if day:
                    yield f"d{skeleton}{day}"
    if birth.year and day:
        yield f"b{birth.year}{day}"
    for phone in record.phones:
        yield f"t{phone[-PHONE_DIGITS:]}"
    for email in record.emails:
        yield f"e{email}"
    for number in record.documents:
        yield f"n{number}"
    if record.fiscal_code:
        yield f"c{record.fiscal_code}"
    if record.address and birth.year:
        yield f"a{record.address}{birth.year}"


def _closer(record: Record) -> Iterator[str]:
    """Keys of those who have two words of a name in common and more: their spelling, or the year of birth.

    Among a million people hundreds have two frequent names. Who asks for one of them reads no hundreds; where all
    pairs are compared anyway, other keys find the same.
    """
    year = record.birth.year
    for name in record.names:
        words = [found[0] for word in words_of(name) if (found := forms(word))]
        for one, other in combinations(words, 2):
            yield f"x{'.'.join(sorted((one.spelling, other.spelling)))}"
            if year:
                yield f"z{'.'.join(sorted((one.skeleton, other.skeleton)))}{year}"


def _of_pairs(words: list[tuple[Form, ...]]) -> Iterator[str]:
    """Two words of a name in any order, and the beginning of each with the initial of the other."""
    for one, other in combinations(words, 2):
        for a in one:
            for b in other:
                first, second = sorted((a.skeleton, b.skeleton))
                yield f"p{first}.{second}"
                yield f"s{a.skeleton[:PREFIX]}.{b.skeleton[:1]}"
                yield f"s{b.skeleton[:PREFIX]}.{a.skeleton[:1]}"


def _unordered(month: int, day: int) -> str:
    return f".{min(month, day)}.{max(month, day)}"
