# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""From a file to stored rows: read, map, parse, check, store; all or nothing, or the good rows only.

A kind of sheet is a subclass of `SheetImport`: it declares its columns, checks rows against each other and
against the database, and stores them. The same object serves the command line and the browser.
"""

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, ClassVar

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from ponte.platform.spreadsheets import mapping as headings
from ponte.platform.spreadsheets.columns import PROBLEM_COLUMN, Column
from ponte.platform.spreadsheets.mapping import HeadingMapping
from ponte.platform.spreadsheets.problems import Problem, Unexpected
from ponte.platform.spreadsheets.reading import Sheet
from ponte.platform.spreadsheets.writing import write_sheet

# Called with a stage's name, how many rows are done, and of how many.
Progress = Callable[[str, int, int], None]
STEP = 2000


def silent(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


@dataclass(slots=True)
class ParsedRow:
    """`values` holds only the columns in which something stands; `notes` the cells under unknown headings."""

    number: int
    values: dict[str, Any]
    notes: dict[str, str]


@dataclass(slots=True)
class Stored:
    """What storing did. `counts` reads as a sentence: {"created": 3, "updated": 1, "unchanged": 96}."""

    counts: dict[str, int]
    remarks: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class RowAlike:
    """A row like something that is there, or like another row. `others` says each in words, with the address of its
    page where whoever imports may open it; `row_said` is how the row names itself, `likeness` how alike they are."""

    number: int
    row_said: str
    likeness: str
    others: list[tuple[str, str]]


@dataclass(slots=True)
class Preview:
    """What storing would do, and what people may want to look at before."""

    counts: dict[str, int] = field(default_factory=dict)
    alike: list[RowAlike] = field(default_factory=list)


@dataclass(slots=True)
class ImportResult:
    rows: int
    problems: list[Problem]
    refused_rows: set[int]
    counts: dict[str, int]
    remarks: list[str]
    unknown_headings: list[str]
    stored: bool


class SheetImport(ABC):
    """One kind of sheet. An instance serves one file."""

    slug: ClassVar[str]
    title: ClassVar[str | Promise]
    columns: ClassVar[Sequence[Column]]
    # Of each group of columns, the file must have at least one.
    at_least_one_of: ClassVar[Sequence[Sequence[str]]] = ()

    # Whether `check` also takes rows of which some values could not be read and are missing, though none that is
    # required: then whoever corrects the file learns of everything at once.
    checks_incomplete_rows: ClassVar[bool] = False

    # Which heading stands for which column in the file at hand; set before the rows are checked.
    mapping: HeadingMapping

    @abstractmethod
    def check(self, rows: Sequence[ParsedRow]) -> list[Problem]:
        """What parsing one value cannot see: repeated identifiers, unknown slugs, rows that contradict each other."""

    def drawn_in(self, rows: Sequence[ParsedRow], refused: set[int]) -> list[Problem]:
        """The rows that cannot be stored because others, which belong with them, are refused."""
        return []

    def preview(self, rows: Sequence[ParsedRow], progress: Progress) -> Preview:
        """What storing these rows would do. Stores nothing."""
        return Preview()

    @abstractmethod
    def store(self, rows: Sequence[ParsedRow], progress: Progress) -> Stored:
        """Store the rows, inside the transaction that is open. Storing the same rows again changes nothing."""


def parse(
    sheet: Sheet, mapping: HeadingMapping, columns: Sequence[Column], progress: Progress = silent
) -> tuple[list[ParsedRow], list[Problem]]:
    """Read every value of every row. Rows with a problem are among the rows as well, as far as they could be read."""
    problems: list[Problem] = []
    by_name = {column.name: column for column in columns}
    # position, column, values seen before: sheets repeat themselves.
    readers: list[tuple[int, Column, dict[str, Any]]] = [
        (position, by_name[mapping.columns[heading]], {})
        for position, heading in enumerate(sheet.headings)
        if heading in mapping.columns
    ]
    noted = [(position, heading) for position, heading in enumerate(sheet.headings) if heading in mapping.unknown]
    width = len(sheet.headings)
    rows: list[ParsedRow] = []
    for done, (number, cells) in enumerate(sheet.rows):
        if done % STEP == 0:
            progress("parse", done, len(sheet.rows))
        if len(cells) < width:
            cells = cells + [""] * (width - len(cells))
        elif any(cells[width:]):
            problems.append(_too_many_cells(number, cells, width))
        values: dict[str, Any] = {}
        for position, column, seen in readers:
            cell = cells[position]
            if not cell:
                if column.required:
                    problems.append(Problem(number, column.name, "", _("un valore: è obbligatorio")))
                continue
            if cell in seen:
                values[column.name] = seen[cell]
                continue
            try:
                value = column.parse(cell)
            except Unexpected as unexpected:
                problems.append(Problem(number, column.name, cell, str(unexpected)))
                continue
            values[column.name] = value
            if len(seen) < STEP:
                seen[cell] = value
        rows.append(ParsedRow(number, values, {heading: cells[at] for at, heading in noted if cells[at]}))
    progress("parse", len(sheet.rows), len(sheet.rows))
    return rows, problems


def _missing_columns(sheet: Sheet, kind: SheetImport, mapping: HeadingMapping) -> list[Problem]:
    present = set(mapping.columns.values())
    problems = [
        Problem(sheet.heading_row, column.name, "", _("una colonna con questa intestazione"))
        for column in mapping.missing(kind.columns)
    ]
    return problems + [
        Problem(sheet.heading_row, group[0], "", _("almeno una colonna tra: %(names)s") % {"names": ", ".join(group)})
        for group in kind.at_least_one_of
        if not present & set(group)
    ]


def _too_many_cells(number: int, cells: Sequence[str], width: int) -> Problem:
    found = next(cell for cell in cells[width:] if cell)
    return Problem(number, _("senza intestazione"), found, _("al più %(width)s celle") % {"width": width})


def examine(
    sheet: Sheet, kind: SheetImport, mapping: HeadingMapping, progress: Progress = silent
) -> tuple[list[ParsedRow], list[Problem]]:
    """All that can be known before storing: the rows, and everything that is wrong, in the order of the rows."""
    kind.mapping = mapping
    problems = _missing_columns(sheet, kind, mapping)
    if problems:
        return [], problems
    rows, problems = parse(sheet, mapping, kind.columns, progress)
    if rows:
        problems += kind.check(_checkable(rows, kind, {problem.row for problem in problems}))
        problems += kind.drawn_in(rows, {problem.row for problem in problems})
    position = {column.name: at for at, column in enumerate(kind.columns)}
    problems.sort(key=lambda problem: (problem.row, position.get(problem.column, 0)))
    return rows, problems


def _checkable(rows: Sequence[ParsedRow], kind: SheetImport, wrong: set[int]) -> list[ParsedRow]:
    required = {column.name for column in kind.columns if column.required} if kind.checks_incomplete_rows else None
    return [
        row for row in rows if row.number not in wrong or (required is not None and required <= row.values.keys())
    ]


def run(
    sheet: Sheet,
    kind: SheetImport,
    *,
    mapping: HeadingMapping | None = None,
    partial: bool = False,
    leave_out: Collection[int] = (),
    progress: Progress = silent,
) -> ImportResult:
    """Import a sheet in one transaction.

    With any problem nothing is stored; `partial` stores the rows without one. The rows with a number in `leave_out`
    are not stored: somebody decided so. Headings that no column claims are reported either way.
    """
    if mapping is None:
        mapping = headings.propose(sheet.headings, kind.columns)
    with transaction.atomic():
        rows, problems = examine(sheet, kind, mapping, progress)
        refused = {problem.row for problem in problems}
        good = [row for row in rows if row.number not in refused]
        wanted = [row for row in good if row.number not in leave_out]
        stored = Stored({})
        storing = bool(good) and (partial or not problems)
        if storing:
            stored = kind.store(wanted, progress) if wanted else stored
            if len(wanted) < len(good):
                stored.counts["left_out"] = len(good) - len(wanted)
    return ImportResult(
        rows=len(sheet.rows),
        problems=problems,
        refused_rows=refused & {row.number for row in sheet.rows},
        counts=stored.counts,
        remarks=[*sheet.remarks, *stored.remarks],
        unknown_headings=mapping.unknown,
        stored=storing,
    )


def examine_only(
    sheet: Sheet, kind: SheetImport, *, progress: Progress = silent
) -> tuple[ImportResult, list[RowAlike]]:
    """What importing would do, and which rows are like something that is there. Nothing is stored."""
    mapping = headings.propose(sheet.headings, kind.columns)
    rows, problems = examine(sheet, kind, mapping, progress)
    refused = {problem.row for problem in problems}
    found = kind.preview([row for row in rows if row.number not in refused], progress)
    counts = found.counts | ({"look_alike": len(found.alike)} if found.alike else {})
    result = ImportResult(
        rows=len(sheet.rows),
        problems=problems,
        refused_rows=refused & {row.number for row in sheet.rows},
        counts=counts,
        remarks=[*sheet.remarks],
        unknown_headings=mapping.unknown,
        stored=False,
    )
    return result, found.alike


def write_refused(sheet: Sheet, problems: Sequence[Problem], path: Path) -> None:
    """Write the rows with a problem to a file of the same kind and shape, with a column that says what is wrong.

    Corrected, that file can be imported as it is.
    """
    said: dict[int, list[str]] = {}
    for problem in problems:
        said.setdefault(problem.row, []).append(
            _("%(column)s: trovato '%(found)s', atteso: %(expected)s")
            % {"column": problem.column, "found": problem.found, "expected": problem.expected}
        )
    width = len(sheet.headings)
    kept = [at for at, heading in enumerate(sheet.headings) if heading != PROBLEM_COLUMN.name]

    def lines() -> Iterator[list[str]]:
        for number, cells in sheet.rows:
            if number in said:
                padded = cells[:width] + [""] * (width - len(cells))
                yield [*(padded[at] for at in kept), "; ".join(said[number])]

    write_sheet(
        path,
        sheet.kind,
        headings=[*(sheet.headings[at] for at in kept), PROBLEM_COLUMN.name],
        rows=lines(),
        delimiter=sheet.delimiter,
        byte_order_mark=sheet.has_byte_order_mark,
    )
