# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Many records made ready to be compared with one another. Parts may be taken in apart, in processes of their own,
and joined; what is worked out of the columns is worked out of all of them at once.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice, pairwise
from typing import Final, NamedTuple
from zlib import crc32

import numpy as np
import numpy.typing as npt

from ponte.people.matching import keys, table_keys
from ponte.people.matching.names.likeness import Rarity
from ponte.people.matching.names.vocabulary import MOST_WORDS, Form, Vocabulary
from ponte.people.matching.records import Record
from ponte.people.matching.table import MOST_NAMES, Numbers, RecordTable
from ponte.people.matching.table_keys import Keyed

AT_ONCE: Final = 5_000


class Traits(NamedTuple):
    """What tells cheaply, for each row, that two cannot be one person: 0 for what is not known.

    A sketch has one bit for each beginning and each two neighbouring sounds of the names, `sounds` of them; an origin
    one for each citizenship. The first of January tells no day.
    """

    sketch: npt.NDArray[np.int64]
    sounds: npt.NDArray[np.int32]
    origin: npt.NDArray[np.int64]
    year: npt.NDArray[np.int32]
    month: npt.NDArray[np.int32]
    day: npt.NDArray[np.int32]
    sex: npt.NDArray[np.int32]
    place: npt.NDArray[np.int32]


@dataclass(slots=True)
class Encoded:
    table: RecordTable

    def __len__(self) -> int:
        return len(self.table)

    @property
    def keyed(self) -> Keyed:
        return table_keys.keyed(self.table)

    @property
    def traits(self) -> Traits:
        table, sketch = self.table, _sketches(self.table)
        vague = (table.month == 0) | (table.day == 0) | ((table.month == 1) & (table.day == 1))
        return Traits(
            sketch=sketch,
            sounds=np.bitwise_count(sketch).astype(np.int32),
            origin=_origins(table),
            year=table.year,
            month=np.where(vague, 0, table.month).astype(np.int32),
            day=np.where(vague, 0, table.day).astype(np.int32),
            sex=table.sex,
            place=table.municipality,
        )

    @property
    def rarity(self) -> Rarity:
        """By how many records have a word with that skeleton."""
        numbers: dict[str, int] = {}
        of_words = [
            [numbers.setdefault(form.skeleton, len(numbers)) for form in forms]
            for forms in self.table.vocabulary.forms
        ]
        most = max(map(len, of_words))
        skeletons = np.full((len(of_words), most), -1, np.int64)
        for word, some in enumerate(of_words):
            skeletons[word, : len(some)] = some
        words = self.table.names.reshape(len(self), MOST_NAMES * MOST_WORDS)
        rows, places = np.nonzero(words)
        found = skeletons[words[rows, places]]
        together = (rows[:, None] * np.int64(len(numbers)) + found)[found >= 0]
        counts = np.bincount(np.unique(together) % max(len(numbers), 1), minlength=len(numbers))
        return Rarity.counted(dict(zip(numbers, counts.tolist(), strict=True)), len(self))

    @classmethod
    def of(cls, records: Iterable[Record]) -> "Encoded":
        """The records are not kept."""
        waiting, vocabulary = iter(records), Vocabulary()
        blocks = iter(lambda: list(islice(waiting, AT_ONCE)), [])
        tables = [RecordTable(block, vocabulary) for block in blocks]
        return cls(RecordTable.concatenated(tables, vocabulary) if tables else RecordTable((), vocabulary))

    @classmethod
    def joined(cls, parts: Sequence["Encoded"], order: npt.NDArray[np.int64]) -> "Encoded":
        """The parts one after the other, then their rows in this order. Uses the parts up."""
        vocabulary = parts[0].table.vocabulary
        for part in parts[1:]:
            part.table.move_to(vocabulary)
        table = RecordTable.concatenated([part.table for part in parts], vocabulary)
        table.reorder(order)
        return cls(table)


def _sketches(table: RecordTable) -> npt.NDArray[np.int64]:
    of_words = np.fromiter(map(_sketch, table.vocabulary.forms), np.int64, len(table.vocabulary.forms))
    sketches = np.zeros(len(table), np.int64)
    for words in table.names.reshape(len(table), MOST_NAMES * MOST_WORDS).T:
        sketches |= of_words[words]
    return sketches


_BEGINNINGS: Final = 12
_NEIGHBOURS: Final = 51


def _sketch(forms: Sequence[Form]) -> int:
    return sum({1 << bit for form in forms[: keys.MOST_FORMS] for bit in _bits(form.skeleton)})


def _bits(skeleton: str) -> Iterator[int]:
    yield ord(skeleton[0]) % _BEGINNINGS
    for one, other in pairwise(skeleton):
        yield _BEGINNINGS + (ord(one) * 31 + ord(other)) % _NEIGHBOURS


_ORIGINS: Final = 63


def _origins(table: RecordTable) -> npt.NDArray[np.int64]:
    origins = np.zeros(len(table), np.int64)
    for codes in table.citizenships:
        origins |= _of_countries(table.vocabulary, codes)
    return origins


def _of_countries(vocabulary: Vocabulary, codes: Numbers) -> npt.NDArray[np.int64]:
    distinct, back = np.unique(codes, return_inverse=True)
    known = vocabulary.texts
    texts = [known[code] for code in distinct.tolist()]
    bits = [1 << crc32(text.encode()) % _ORIGINS if text else 0 for text in texts]
    return np.array(bits, np.int64)[back]
