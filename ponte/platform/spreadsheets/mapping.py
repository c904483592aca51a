# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which heading of a file stands for which column of a sheet."""

import difflib
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from anyascii import anyascii

from ponte.platform.spreadsheets.columns import PROBLEM_COLUMN, Column

IGNORED = PROBLEM_COLUMN.name


@dataclass(slots=True)
class HeadingMapping:
    """`columns` holds heading → column name for what is certain; `proposals` what looks alike and a person must
    confirm. Headings in neither are kept as notes where the sheet has room for them."""

    columns: dict[str, str] = field(default_factory=dict)
    proposals: dict[str, str] = field(default_factory=dict)
    unknown: list[str] = field(default_factory=list)

    def missing(self, columns: Sequence[Column]) -> list[Column]:
        present = set(self.columns.values())
        return [column for column in columns if column.required and column.name not in present]


def fold_heading(heading: str) -> str:
    """ "Data di Nascita " and "data_di_nascita" are the same heading."""
    return re.sub(r"[^a-z0-9]+", "_", anyascii(heading).casefold()).strip("_")


def propose(headings: Sequence[str], columns: Sequence[Column]) -> HeadingMapping:
    """Match headings to columns: by name, then by alias, then by likeness (only as a proposal).

    Each column is taken once; the column `problem` of a file of refused rows is passed over.
    """
    by_name = {column.name: column.name for column in columns}
    by_alias = {fold_heading(alias): column.name for column in columns for alias in column.aliases}
    folded = {heading: fold_heading(heading) for heading in headings}
    mapping = HeadingMapping()
    for known in (by_name, by_alias):
        for heading in headings:
            column = known.get(folded[heading])
            if heading not in mapping.columns and column and column not in mapping.columns.values():
                mapping.columns[heading] = column
    likenesses = by_alias | by_name
    for heading in headings:
        if heading in mapping.columns or folded[heading] in {IGNORED, *PROBLEM_COLUMN.aliases}:
            continue
        mapping.unknown.append(heading)
        free = [key for key, column in likenesses.items() if column not in mapping.columns.values()]
        close = difflib.get_close_matches(folded[heading], free, n=1, cutoff=0.75)
        if close and likenesses[close[0]] not in mapping.proposals.values():
            mapping.proposals[heading] = likenesses[close[0]]
    return mapping


def chosen(headings: Sequence[str], columns: Sequence[Column], choices: Mapping[str, str]) -> HeadingMapping:
    """The mapping that a person settled on: heading → column name, or "" to keep it as a note.

    Raises `ValueError` naming a column that was chosen twice or does not exist.
    """
    names = {column.name for column in columns}
    mapping = HeadingMapping()
    for heading in headings:
        column = choices.get(heading, "")
        if not column:
            if fold_heading(heading) not in {IGNORED, *PROBLEM_COLUMN.aliases}:
                mapping.unknown.append(heading)
        elif column not in names or column in mapping.columns.values():
            raise ValueError(column)
        else:
            mapping.columns[heading] = column
    return mapping
