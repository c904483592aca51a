# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The keys of all rows of a table at once, for comparing them with one another: two rows have one in common where
`keys.keys_of` gives them one in common, or where they tell one address and one name. The numbers are others, and many
times faster to make.
"""

from collections.abc import Callable, Iterator
from enum import IntEnum
from itertools import combinations, product
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from ponte.people.matching.keys import MOST_FORMS, PHONE_DIGITS, PREFIX
from ponte.people.matching.names.vocabulary import MOST_WORDS, NO_WORD, Vocabulary
from ponte.people.matching.table import MOST_NAMES, RecordTable

_OF_STREETS: Final = frozenset({
    "via", "v", "viale", "vle", "vl", "le", "corso", "cso", "c", "so", "piazza", "pza", "pzza", "p", "zza",
    "piazzale", "ple", "largo", "lgo", "l", "go", "strada", "str", "vicolo", "n", "nr", "no", "num", "street", "st",
    "road", "rd", "avenue", "ave", "av", "rue", "calle",
})  # fmt: skip

Hashes = npt.NDArray[np.uint64]
Rows = npt.NDArray[np.int32]
Numbers = npt.NDArray[np.int32]


class Kind(IntEnum):
    """How much a key in common tells. Few have a paper in common; a great many a name and a year."""

    PAPER = 0
    NUMBER = 1
    NAMES = 2
    NAME_AND_DATE = 3
    BIRTH = 4
    NAME = 5
    SOUNDS = 6


class Keyed(NamedTuple):
    """The keys of all records one after the other: what kind each is, and the row that has it."""

    keys: npt.NDArray[np.int64]
    kinds: npt.NDArray[np.uint8]
    rows: npt.NDArray[np.int32]


def keyed(table: RecordTable) -> Keyed:
    """Each key of each row once."""
    found = [(keys, np.full(len(rows), kind, np.uint8), rows) for kind, keys, rows in _found(table)]
    keys, kinds, rows = (np.concatenate(columns) for columns in zip(*found, strict=True))
    del found
    order = np.argsort(_mixed(keys, rows.astype(np.uint64)))
    keys, rows = keys[order], rows[order]
    first = np.ones(len(keys), bool)
    first[1:] = (keys[1:] != keys[:-1]) | (rows[1:] != rows[:-1])
    return Keyed(keys[first].view(np.int64), kinds[order][first], rows[first])


def _found(table: RecordTable) -> Iterator[tuple[Kind, Hashes, Rows]]:
    day = np.where(table.day > 0, np.minimum(table.month, table.day) * 100 + np.maximum(table.month, table.day), 0)
    day[(table.month == 1) & (table.day == 1)] = 0
    addresses = _numbered(table.vocabulary, table.address, _bare)
    for name in range(MOST_NAMES):
        yield from _of_names(table, table.names[:, name], day, addresses)
    rows = _where((table.year > 0) & (day > 0))
    yield Kind.BIRTH, _key("b", table.year[rows], day[rows]), rows
    for of, columns in (("e", table.emails), ("n", table.documents), ("c", [table.fiscal_code])):
        for column in columns:
            rows = _where(column > 0)
            yield Kind.PAPER, _key(of, column[rows]), rows
    for column in table.phones:
        rows = _where(column > 0)
        yield Kind.NUMBER, _key("t", _numbered(table.vocabulary, column[rows], _end)), rows
    rows = _where((table.address > 0) & (table.year > 0))
    yield Kind.NUMBER, _key("a", addresses[rows], table.year[rows]), rows


def _end(phone: str) -> str:
    return phone[-PHONE_DIGITS:]


def _bare(address: str) -> str:
    """Without what kind of street it is, which each desk shortens in its own way."""
    return " ".join(word for word in address.split() if word not in _OF_STREETS) or address


def _of_names(
    table: RecordTable, names: Numbers, day: Numbers, addresses: Numbers
) -> Iterator[tuple[Kind, Hashes, Rows]]:
    rows = _where(names[:, 0] != NO_WORD)
    if not len(rows):
        return
    skeletons, beginnings, initials = _sounds(table.vocabulary)
    names = names[rows]
    for word, form in product(range(MOST_WORDS), range(MOST_FORMS)):
        skeleton = skeletons[names[:, word], form]
        has = skeleton > 0
        skeleton, of = skeleton[has], rows[has]
        yield Kind.NAME, _key("w", skeleton), of
        for kind, which, with_it in (
            (Kind.NAME_AND_DATE, "y", table.year[of]), (Kind.NAME_AND_DATE, "d", day[of]),
            (Kind.NUMBER, "h", addresses[of]),
        ):  # fmt: skip
            told = with_it > 0
            yield kind, _key(which, skeleton[told], with_it[told]), of[told]
    for (one, other), a, b in product(combinations(range(MOST_WORDS), 2), range(MOST_FORMS), range(MOST_FORMS)):
        left, right = names[:, one], names[:, other]
        has = (skeletons[left, a] > 0) & (skeletons[right, b] > 0)
        left, right, of = left[has], right[has], rows[has]
        first, second = skeletons[left, a], skeletons[right, b]
        yield Kind.NAMES, _key("p", np.minimum(first, second), np.maximum(first, second)), of
        yield Kind.SOUNDS, _key("s", beginnings[left, a], initials[right, b]), of
        yield Kind.SOUNDS, _key("s", beginnings[right, b], initials[left, a]), of


def _sounds(vocabulary: Vocabulary) -> tuple[Numbers, Numbers, Numbers]:
    """For each word and form: a number for its skeleton, 0 for none or one it has already, one for the beginning of
    the skeleton, and the initial sound."""
    shape = (len(vocabulary.words), MOST_FORMS)
    skeletons, beginnings, initials = (np.zeros(shape, np.int32) for _ in range(3))
    numbers: dict[str, int] = {}
    for word, forms in enumerate(vocabulary.forms):
        for form, skeleton in enumerate(dict.fromkeys(form.skeleton for form in forms[:MOST_FORMS])):
            skeletons[word, form] = numbers.setdefault(skeleton, len(numbers) + 1)
            beginnings[word, form] = numbers.setdefault(f"{skeleton[:PREFIX]}-", len(numbers) + 1)
            initials[word, form] = ord(skeleton[0])
    return skeletons, beginnings, initials


def _numbered(vocabulary: Vocabulary, codes: Numbers, short: Callable[[str], str]) -> Numbers:
    """A number for what `short` makes of each text; 0 for none."""
    distinct, back = np.unique(codes, return_inverse=True)
    numbers = {"": 0}
    texts = vocabulary.texts
    found = [numbers.setdefault(short(texts[code]), len(numbers)) for code in distinct.tolist()]
    return np.array(found, np.int32)[back]


def _where(has: npt.NDArray[np.bool_]) -> Rows:
    return np.flatnonzero(has).astype(np.int32)


def _key(of: str, *parts: Numbers) -> Hashes:
    # Far from where a number of the parts would be taken for another kind's.
    found = np.full(len(parts[0]), ord(of) << 40, np.uint64)
    for part in parts:
        found = _mixed(found, part.astype(np.uint64))
    return found


_STEP: Final = np.uint64(0x9E3779B97F4A7C15)
_ROUNDS: Final = ((np.uint64(30), np.uint64(0xBF58476D1CE4E5B9)), (np.uint64(27), np.uint64(0x94D049BB133111EB)))
_LAST: Final = np.uint64(31)


def _mixed(found: Hashes, part: Hashes) -> Hashes:
    """Steele, Lea and Flood's SplitMix64 over both."""
    found = (found + part) * _STEP
    for shift, factor in _ROUNDS:
        found = (found ^ (found >> shift)) * factor
    return found ^ (found >> _LAST)
