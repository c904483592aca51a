# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What `ponte match` and `ponte dedupe` share: sheets that are compared and never stored."""

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
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


@contextmanager
def reading() -> Iterator[None]:
    """Where a sheet, or a line far down in it, cannot be read, the command ends with a sentence."""
    from django.utils import translation

    from ponte.platform.spreadsheets.problems import UnreadableFileError

    with translation.override("en"):
        try:
            yield
        except UnreadableFileError as problem:
            raise WrongUsage(str(problem)) from problem


def open_sheet(file: Path) -> "PeopleSheet":
    """What is odd about the file is said on standard error."""
    from ponte.people.duplicates import sheet

    with reading():
        opened = sheet.opened(file)
    for remark in opened.remarks:
        say(remark)
    if opened.unknown:
        say(f"Unknown columns, not compared: {', '.join(opened.unknown)}.")
    return opened


def say_repeated(refs: Sequence[str]) -> None:
    """An answer names rows by their `ref`: one that several rows have is said on standard error."""
    repeated = [(ref, count) for ref, count in Counter(refs).items() if count > 1]
    if repeated:
        ref, count = repeated[0]
        others = f", and {len(repeated) - 1} more like it" if len(repeated) > 1 else ""
        say(f"The ref {ref} stands in {count} rows{others}: which of them is meant cannot be told.")


def lines_at_hand(source: BinaryIO) -> Iterator[list[bytes]]:
    """The lines of a stream, as many together as have come: one while somebody types, thousands of a file."""
    rest = b""
    while block := os.read(source.fileno(), AT_ONCE):
        *lines, rest = (rest + block).split(b"\n")
        if lines:
            yield lines
    if rest:
        yield [rest]
