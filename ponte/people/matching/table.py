# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Many records as columns of numbers, so that millions of pairs are compared at once."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from ponte.people.matching.names.vocabulary import Ids, Vocabulary
from ponte.people.matching.records import Record

Numbers = npt.NDArray[np.int32]

MOST_NAMES: Final = 4
MOST_VALUES: Final = 2


_WORDS: Final = ("names", "given")
_PLAIN: Final = ("year", "month", "day", "sex", "code_fits")
_COLUMNS: Final = (
    *_WORDS, *_PLAIN, "digits", "phones", "emails", "documents", "fiscal_code", "birth_place", "birth_country",
    "citizenships", "address", "postcode", "municipality", "household",
)  # fmt: skip


class RecordTable:
    """Columns of the records, in their order: texts by their number in the vocabulary, 0 for none.

    `names` has shape (records, 4, 5): up to four whole names of up to five word numbers.
    """

    def __init__(self, records: Sequence[Record], vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.names = np.stack(
            [
                vocabulary.names(record.names[at] if at < len(record.names) else "" for record in records)
                for at in range(MOST_NAMES)
            ],
            axis=1,
        )
        self.given: Ids = vocabulary.names(record.given for record in records)
        self.year = _numbers(record.birth.year for record in records)
        self.month = _numbers(record.birth.month for record in records)
        self.day = _numbers(record.birth.day for record in records)
        self.digits = self._codes(record.birth.digits if record.birth.year else "" for record in records)
        self.sex = _numbers(ord(record.sex) if record.sex else 0 for record in records)
        self.phones = [self._codes(_nth(record.phones, at) for record in records) for at in range(MOST_VALUES)]
        self.emails = [self._codes(_nth(record.emails, at) for record in records) for at in range(MOST_VALUES)]
        self.documents = [self._codes(_nth(record.documents, at) for record in records) for at in range(MOST_VALUES)]
        self.fiscal_code = self._codes(record.fiscal_code for record in records)
        self.code_fits = _numbers(record.code_fits for record in records)
        self.birth_place = self._codes(record.birth_place for record in records)
        self.birth_country = self._codes(record.birth_country for record in records)
        self.citizenships = [
            self._codes(_nth(sorted(record.citizenships), at) for record in records) for at in range(MOST_VALUES)
        ]
        self.address = self._codes(record.address for record in records)
        self.postcode = self._codes(record.postcode for record in records)
        self.municipality = self._codes(record.municipality for record in records)
        self.household = self._codes(record.household for record in records)

    def __len__(self) -> int:
        return len(self.year)

    @classmethod
    def concatenated(cls, tables: Sequence["RecordTable"], vocabulary: Vocabulary) -> "RecordTable":
        """The rows of tables of one vocabulary, one after the other."""
        whole = cls((), vocabulary)
        for name in _COLUMNS:
            columns = [getattr(table, name) for table in tables]
            if isinstance(columns[0], list):
                setattr(whole, name, [np.concatenate(several) for several in zip(*columns, strict=True)])
            else:
                setattr(whole, name, np.concatenate(columns))
        return whole

    def move_to(self, vocabulary: Vocabulary) -> None:
        """Number words and texts as `vocabulary` does, which learns those that it does not have."""
        words, codes = vocabulary.numbers_of(self.vocabulary)
        for name in _COLUMNS:
            if name not in _PLAIN:
                numbers = words if name in _WORDS else codes
                self._change(name, numbers.__getitem__)
        self.vocabulary = vocabulary

    def columns(self) -> Iterator[Numbers]:
        """All of them, in one order."""
        for name in _COLUMNS:
            column = getattr(self, name)
            yield from column if isinstance(column, list) else (column,)

    def reorder(self, order: npt.NDArray[np.int64]) -> None:
        for name in _COLUMNS:
            self._change(name, lambda column: column[order])

    def _change(self, name: str, change: Callable[[Numbers], Numbers]) -> None:
        column = getattr(self, name)
        setattr(self, name, list(map(change, column)) if isinstance(column, list) else change(column))

    def _codes(self, texts: Iterable[str]) -> Numbers:
        return self.vocabulary.codes_of(texts)


def _nth(values: Sequence[str], at: int) -> str:
    return values[at] if at < len(values) else ""


def _numbers(values: Iterable[int]) -> Numbers:
    return np.fromiter(values, np.int32)
