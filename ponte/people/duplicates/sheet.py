# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A people sheet whose rows are only compared: every value is taken as it comes, nothing is stored."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _

from ponte.people.matching.records import Record, from_sheet
from ponte.people.sheet import COLUMNS, NAMES
from ponte.platform.spreadsheets import mapping, reading
from ponte.platform.spreadsheets.problems import UnreadableFileError

LARGE = 5_000_000


@dataclass(frozen=True, slots=True)
class PeopleSheet:
    """`columns` says under which column name each cell of a row stands; None where the heading is unknown."""

    stream: reading.Stream
    columns: list[str | None]
    unknown: list[str]

    @property
    def remarks(self) -> list[str]:
        return self.stream.remarks

    @property
    def is_large(self) -> bool:
        """Whether it is worth several processes."""
        return self.stream.size > LARGE

    def rows(self, part: int = 0, of: int = 1) -> Iterator[tuple[int, str, Record]]:
        """Number, `ref` and record of each row, or of one of so many parts; `reading.Stream.rows` says which."""
        wanted = [(at, column) for at, column in enumerate(self.columns) if column is not None]
        for number, cells in self.stream.rows(part, of):
            row = {column: cells[at] for at, column in wanted if at < len(cells)}
            yield number, row.get("ref") or _("riga %(number)s") % {"number": number}, from_sheet(row)


def opened(path: Path) -> PeopleSheet:
    """Raises `UnreadableFileError` where the file is no sheet, or has no column `ref` or none with a name."""
    stream = reading.stream(path)
    known = mapping.propose(stream.headings, COLUMNS)
    said = set(known.columns.values())
    if "ref" not in said:
        raise UnreadableFileError(
            _("Nel file %(name)s manca la colonna ref, l'identificativo di ogni riga.") % {"name": path.name}
        )
    if said.isdisjoint(NAMES):
        raise UnreadableFileError(
            _("Nel file %(name)s manca una colonna con un nome: ne serve almeno una tra %(names)s.")
            % {"name": path.name, "names": ", ".join(NAMES)}
        )
    return PeopleSheet(stream, [known.columns.get(heading) for heading in stream.headings], known.unknown)
