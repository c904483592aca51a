# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The keys by which generated cards are found, made from the row on its way into the table."""

from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import AbstractContextManager
from multiprocessing import get_context
from types import TracebackType
from typing import Any, Final

from ponte.demo.generated.card_rows import CARD_COLUMNS
from ponte.people.matching import keys, records
from ponte.people.matching.records import Birth, Record
from ponte.platform.database.filling import TableWriter

BLOCK: Final = 5_000
MOST_WAITING: Final = 4
_AT = {column: position for position, column in enumerate(CARD_COLUMNS)}


def keys_of_row(row: Sequence[Any]) -> frozenset[int]:
    """As `candidates.index_cards` would make them: generated cards have no identifiers and no further names."""

    def said(column: str) -> Any:
        return row[_AT[column]] or ""

    return keys.keys_of(
        Record(
            names=records.whole_names(
                said("given_name"), said("family_name"), said("native_name"), said("chosen_name")
            ),
            birth=Birth(*(row[_AT[part]] or 0 for part in ("birth_year", "birth_month", "birth_day"))),
            phones=tuple(filter(None, (records.phone_tail(said("phone")),))),
            emails=tuple(filter(None, (said("email").lower(),))),
            address=records.folded(said("address")),
        )
    )


def _lines(rows: Sequence[Sequence[Any]]) -> str:
    return "".join([f"{key}\t{row[0]}\n" for row in rows for key in keys_of_row(row)])


class MatchKeys(AbstractContextManager["MatchKeys"]):
    """Writes the keys of cards, which another process makes meanwhile: half of all the work for a generated card."""

    def __init__(self) -> None:
        self._writer = TableWriter("people_matchkey", ("key", "card_id"))
        self._rows: list[Sequence[Any]] = []
        self._waiting: deque[Future[str]] = deque()
        # Few cards are not worth a process; it begins with the first full block.
        self._process: ProcessPoolExecutor | None = None

    def of_card(self, row: Sequence[Any]) -> None:
        self._rows.append(row)
        if len(self._rows) == BLOCK:
            self._process = self._process or ProcessPoolExecutor(1, mp_context=get_context("fork"))
            self._waiting.append(self._process.submit(_lines, self._rows))
            self._rows = []
            if len(self._waiting) == MOST_WAITING:
                self._writer.write_text(self._waiting.popleft().result())

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            for block in self._waiting:
                self._writer.write_text(block.result())
            self._writer.write_text(_lines(self._rows))
        if self._process:
            self._process.shutdown(cancel_futures=True)
