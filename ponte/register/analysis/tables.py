# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A result as a table that people read: names for keys, figures as text, each with the way to its rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.text import capfirst

from ponte.register.analysis.links import RowsOf
from ponte.register.measures import Number, Result, Row
from ponte.register.measures.dimensions import DIMENSIONS
from ponte.register.measures.names import DIMENSION_NAMES, MEASURES, format_value, key_names

MOST_COLUMNS: Final = 12
IN_TIME: Final = frozenset({"month", "quarter", "year"})


@dataclass(frozen=True, slots=True)
class Cell:
    """`value` is None where nothing was counted, or what was counted is withheld."""

    text: str
    value: Number | None = None
    url: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    names: tuple[str, ...]
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """`keys` are the headings of the names, `columns` those of the figures."""

    keys: tuple[str, ...]
    columns: tuple[str, ...]
    lines: tuple[Line, ...]


def in_reading_order(dimension: str, keys: Sequence[str | None]) -> list[str | None]:
    """Time runs forward and age upward; everything else stays as it comes, largest first."""
    if dimension in IN_TIME:
        return sorted(keys, key=lambda key: (key is None, key or ""))
    if dimension == "age_band":
        bands = DIMENSIONS["age_band"].choices
        return sorted(keys, key=lambda key: len(bands) if key is None else bands.index(key))
    return list(keys)


def table_of(result: Result) -> Table:
    """With two dimensions, the second runs across where it has few keys."""
    by = result.definition.by
    titles = tuple(capfirst(str(DIMENSION_NAMES[name])) for name in by)
    figure = capfirst(str(MEASURES[result.definition.measure]))
    names = [key_names(name, {row.keys[place] for row in result.rows}) for place, name in enumerate(by)]
    rows = {row.keys: row for row in result.rows}
    behind = RowsOf(result.definition)
    first = in_reading_order(by[0], list(dict.fromkeys(row.keys[0] for row in result.rows))) if by else []
    if len(by) < 2:
        lines = [Line((names[0][key],), (_cell(result, rows[key,], behind),)) for key in first]
        return Table(titles, (figure,), tuple(lines))
    second = in_reading_order(by[1], list(dict.fromkeys(row.keys[1] for row in result.rows)))
    if len(second) <= MOST_COLUMNS:
        lines = [
            Line(
                (names[0][key],),
                tuple(
                    _cell(result, rows[key, across], behind) if (key, across) in rows else Cell("")
                    for across in second
                ),
            )
            for key in first
        ]
        return Table(titles[:1], tuple(names[1][across] for across in second), tuple(lines))
    lines = [
        Line((names[0][key], names[1][other]), (_cell(result, rows[key, other], behind),))
        for key in first
        for other in second
        if (key, other) in rows
    ]
    return Table(titles, (figure,), tuple(lines))


def total_of(result: Result) -> Cell:
    text = format_value(result.definition.measure, result.total, withheld=bool(result.suppressed))
    return Cell(text, result.total, RowsOf(result.definition).url())


def _cell(result: Result, row: Row, behind: RowsOf) -> Cell:
    text = format_value(result.definition.measure, row.value, withheld=bool(result.suppressed))
    return Cell(text, row.value, behind.url(row.keys) if row.value is not None else "")
