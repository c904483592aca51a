# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Loading the record of 2021 the way anyone's record comes in: through the importers of the two sheets."""

import csv
import io
from collections.abc import Sequence

from ponte.demo import published
from ponte.demo.published.sheets import Row
from ponte.people.sheet import PeopleImport
from ponte.platform.spreadsheets import importing
from ponte.platform.spreadsheets.importing import SheetImport
from ponte.platform.spreadsheets.reading import read_bytes
from ponte.register.importing.sheet import RegisterImport


def load() -> None:
    """Import the people and the work. Raises `ValueError` naming the first row that the importer refuses."""
    sheets = published.rows()
    _import("people.csv", sheets.people, PeopleImport(source=published.ORGANISATION))
    _import(
        "register.csv",
        sheets.register,
        RegisterImport(source=published.ORGANISATION, people_source=published.ORGANISATION),
    )


def _import(name: str, rows: Sequence[Row], kind: SheetImport) -> None:
    result = importing.run(read_bytes(as_csv(rows), name), kind)
    if result.problems:
        raise ValueError(f"{name}: {result.problems[0]}")


def as_csv(rows: Sequence[Row]) -> bytes:
    """The rows as a sheet of this shape is written: UTF-8, with every column that some row fills."""
    columns = list(dict.fromkeys(column for row in rows for column in row))
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue().encode()
