# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The rows of a people sheet against one another."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from ponte.people.duplicates.questions import Question, answer
from ponte.people.duplicates.sheet import PeopleSheet
from ponte.people.matching import batch, lookup, model, pairs, processes
from ponte.people.matching.batch import Found, PairFinder, Progress, silent
from ponte.people.matching.encoding import Encoded
from ponte.people.matching.records import Record


@dataclass(frozen=True, slots=True)
class SheetDuplicates:
    refs: list[str]
    found: Found

    @property
    def rows(self) -> int:
        return len(self.refs)

    def json_lines(self) -> Iterator[str]:
        """As the command-line contract has it: pairs from *possible* up, the surest first, then every cluster."""
        refs, found = self.refs, self.found
        for (one, other), bits, band in zip(found.pairs.tolist(), found.bits.tolist(), found.bands, strict=True):
            yield _line({"pair": [refs[one], refs[other]], "score": round(bits, 2), "band": band})
        for group in found.groups:
            yield _line({"cluster": [refs[row] for row in group]})

    def clusters(self) -> Iterator[tuple[list[str], float]]:
        """The rows of each person who has several, and how sure their surest pair is."""
        group_of = {row: number for number, group in enumerate(self.found.groups) for row in group}
        best = [float("-inf")] * len(self.found.groups)
        for (one, other), bits in zip(self.found.pairs.tolist(), self.found.bits.tolist(), strict=True):
            group = group_of.get(one, -1)
            if group >= 0 and group_of.get(other) == group:
                best[group] = max(best[group], bits)
        for rows, surest in zip(self.found.groups, best, strict=True):
            yield [self.refs[row] for row in rows], surest


def _line(found: dict[str, object]) -> str:
    return json.dumps(found, ensure_ascii=False) + "\n"


def find(
    sheet: PeopleSheet, *, worth_comparing: PairFinder = pairs.worth_comparing, progress: Progress = silent
) -> SheetDuplicates:
    """`worth_comparing` is the engine that finds the pairs with a key in common."""
    refs, encoded = _encoded(sheet, progress)
    found = batch.duplicates(encoded, model.delivered(), worth_comparing=worth_comparing, progress=progress)
    return SheetDuplicates(refs, found)


def _encoded(sheet: PeopleSheet, progress: Progress) -> tuple[list[str], Encoded]:
    """All rows in their order, taken in by as many processes as there are."""
    parts = processes.available() if sheet.is_large else 1
    progress("read", 0, 1)

    def take_in(part: int) -> tuple[list[int], list[str], Encoded]:
        numbers, refs = list[int](), list[str]()

        def records() -> Iterator[Record]:
            for number, ref, record in sheet.rows(part, parts):
                numbers.append(number)
                refs.append(ref)
                yield record

        encoded = Encoded.of(records())
        return numbers, refs, encoded

    taken = list(processes.mapped(take_in, parts))
    progress("read", 1, 1)
    if parts == 1:
        return taken[0][1], taken[0][2]
    order = np.argsort(np.concatenate([np.array(numbers, np.int64) for numbers, _, _ in taken]))
    together = [ref for _, refs, _ in taken for ref in refs]
    return [together[at] for at in order.tolist()], Encoded.joined([encoded for _, _, encoded in taken], order)


class Lookup:
    """A sheet that is asked who is meant."""

    def __init__(self, refs: Sequence[str], records: Sequence[Record]) -> None:
        self.refs = refs
        self.lookup = lookup.Lookup(records, model.delivered())

    @classmethod
    def of(cls, sheet: PeopleSheet, *, progress: Progress = silent) -> "Lookup":
        refs, records = _read(sheet)
        progress("prepare", 0, len(refs))
        return cls(refs, records)

    def answers(self, asked: Sequence[Question], *, top: int) -> Iterator[str]:
        found = self.lookup.answers([question.record for question in asked], top=top)
        for question, matches in zip(asked, found, strict=True):
            told = (
                ([self.refs[row] for row in match.rows], match.bits, match.band, match.reasons) for match in matches
            )
            yield answer(question, told)


def _read(sheet: PeopleSheet) -> tuple[list[str], list[Record]]:
    refs, records = [], []
    for _, ref, record in sheet.rows():
        refs.append(ref)
        records.append(record)
    return refs, records
