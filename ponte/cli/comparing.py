# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What `ponte match` and `ponte dedupe` share: sheets that are compared and never stored."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from ponte.cli.installation import say
from ponte.cli.usage import WrongUsage

if TYPE_CHECKING:
    from ponte.people.duplicates.sheet import PeopleSheet


AT_ONCE = 1 << 20


def set_up() -> None:
    """Django without a database: a sheet is compared on its own."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ponte.config.settings")
    import django

    django.setup()


def open_sheet(file: Path) -> "PeopleSheet":
    """What is odd about the file is said on standard error; where it is no people sheet, the command ends with a
    sentence."""
    from django.utils import translation

    from ponte.people.duplicates import sheet
    from ponte.platform.spreadsheets.problems import UnreadableFileError

    with translation.override("en"):
        try:
            opened = sheet.opened(file)
        except UnreadableFileError as problem:
            raise WrongUsage(str(problem)) from problem
    for remark in opened.remarks:
        say(remark)
    if opened.unknown:
        say(f"Unknown columns, not compared: {', '.join(opened.unknown)}.")
    return opened


def lines_at_hand(source: BinaryIO) -> Iterator[list[bytes]]:
    """The lines of a stream, as many together as have come: one while somebody types, thousands of a file."""
    rest = b""
    while block := os.read(source.fileno(), AT_ONCE):
        *lines, rest = (rest + block).split(b"\n")
        if lines:
            yield lines
    if rest:
        yield [rest]
