# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Many records made ready to be compared with one another: as columns, with their keys. Parts may be made apart, in
processes of their own, and joined."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise
from typing import Final, NamedTuple
from zlib import crc32

import numpy as np
import numpy.typing as npt

from ponte.people.matching import keys
from ponte.people.matching.names.likeness import Rarity
from ponte.people.matching.names.vocabulary import Vocabulary, forms, words_of
from ponte.people.matching.records import Record
from ponte.people.matching.table import RecordTable

AT_ONCE: Final = 5_000


class Keyed(NamedTuple):
    """The keys of all records one after the other: what kind each is, and the row that has it."""

    keys: npt.NDArray[np.int64]
    kinds: npt.NDArray[np.uint8]
    rows: npt.NDArray[np.int32]


class Traits(NamedTuple):
    """What tells cheaply, for each row, that two cannot be one person: 0 for what is not known.

    A sketch has one bit for each beginning and each two neighbouring sounds of the names, an origin one for each
    citizenship.
    """

    sketch: npt.NDArray[np.int64]
    origin: npt.NDArray[np.int64]
    year: npt.NDArray[np.int32]
    sex: npt.NDArray[np.int32]


@dataclass(slots=True)
class Encoded:
    table: RecordTable
    keyed: Keyed
    traits: Traits
    # How many records have a word with that skeleton.
    skeletons: Counter[str]

    def __len__(self) -> int:
        return len(self.table)

    @property
    def rarity(self) -> Rarity:
        return Rarity.counted(self.skeletons, len(self))

    @classmethod
    def of(cls, records: Iterable[Record]) -> "Encoded":
        """The records are not kept."""
        waiting, vocabulary = iter(records), Vocabulary()
        blocks = [cls._block(block, vocabulary) for block in iter(lambda: list(islice(waiting, AT_ONCE)), [])]
        return _concatenated(blocks, vocabulary) if blocks else cls._block([], vocabulary)

    @classmethod
    def joined(cls, parts: Sequence["Encoded"], order: npt.NDArray[np.int64]) -> "Encoded":
        """The parts one after the other, then their rows in this order. Uses the parts up."""
        vocabulary = parts[0].table.vocabulary
        for part in parts[1:]:
            part.table.move_to(vocabulary)
        whole = _concatenated(parts, vocabulary)
        place = np.empty(len(order), np.int32)
        place[order] = np.arange(len(order), dtype=np.int32)
        whole.table.reorder(order)
        whole.keyed = whole.keyed._replace(rows=place[whole.keyed.rows])
        whole.traits = Traits._make(column[order] for column in whole.traits)
        return whole

    @classmethod
    def _block(cls, records: Sequence[Record], vocabulary: Vocabulary) -> "Encoded":
        table = RecordTable(records, vocabulary)
        skeletons: Counter[str] = Counter()
        found, kinds, lengths = list[int](), bytearray(), list[int]()
        for record in records:
            skeletons.update(keys.skeletons_of(record))
            before = len(found)
            for key, kind in keys.keyed(record):
                found.append(key)
                kinds.append(kind)
            lengths.append(len(found) - before)
        rows = np.repeat(np.arange(len(records), dtype=np.int32), lengths)
        keyed = Keyed(np.array(found, np.int64), np.frombuffer(kinds, np.uint8), rows)
        sketches = np.fromiter(map(_sketch, records), np.int64, len(records))
        origins = np.fromiter((_origin(record.citizenships) for record in records), np.int64, len(records))
        return cls(table, keyed, Traits(sketches, origins, table.year, table.sex), skeletons)


def _concatenated(parts: Sequence[Encoded], vocabulary: Vocabulary) -> Encoded:
    starts = np.cumsum([0, *(len(part) for part in parts)])
    skeletons: Counter[str] = Counter()
    for part in parts:
        skeletons.update(part.skeletons)
    rows = np.concatenate([part.keyed.rows + np.int32(start) for part, start in zip(parts, starts, strict=False)])
    return Encoded(
        RecordTable.concatenated([part.table for part in parts], vocabulary),
        Keyed(
            np.concatenate([part.keyed.keys for part in parts]),
            np.concatenate([part.keyed.kinds for part in parts]),
            rows,
        ),
        Traits._make(map(np.concatenate, zip(*(part.traits for part in parts), strict=True))),
        skeletons,
    )


def _sketch(record: Record) -> int:
    sketch = 0
    for name in record.names:
        for word in words_of(name):
            sketch |= _of_word(word)
    return sketch


_ORIGINS: Final = 63


@lru_cache(maxsize=1 << 12)
def _origin(citizenships: frozenset[str]) -> int:
    return sum({1 << crc32(country.encode()) % _ORIGINS for country in citizenships})


_BEGINNINGS: Final = 12
_NEIGHBOURS: Final = 51


@lru_cache(maxsize=1 << 18)
def _of_word(word: str) -> int:
    return sum({1 << bit for form in forms(word)[: keys.MOST_FORMS] for bit in _bits(form.skeleton)})


def _bits(skeleton: str) -> Iterator[int]:
    yield ord(skeleton[0]) % _BEGINNINGS
    for one, other in pairwise(skeleton):
        yield _BEGINNINGS + (ord(one) * 31 + ord(other)) % _NEIGHBOURS
