# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is wrong in a spreadsheet, said so that whoever sent it can put it right.

UnreadableFileError   the file as a whole: not a spreadsheet, empty, without usable headings
Unexpected            one value, raised by a column's parser
Problem               one value in its place: row, column, what came, what was expected
"""

from dataclasses import asdict, dataclass

from django.utils.translation import gettext as _


class UnreadableFileError(ValueError):
    """The file cannot be taken as a sheet; the message is a sentence for whoever sent it."""


class Unexpected(ValueError):  # noqa: N818 - it reads as a sentence where it is raised
    """A value is not what its column holds; the message says what was expected."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Row numbers are those that a spreadsheet program shows; row 1 is the first line of the file."""

    row: int
    column: str
    found: str
    expected: str

    def __str__(self) -> str:
        return _("riga %(row)s, colonna %(column)s: trovato '%(found)s', atteso: %(expected)s") % asdict(self)
