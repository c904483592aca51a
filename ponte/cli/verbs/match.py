# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who is likely meant."""

import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ponte.cli.comparing import lines_at_hand, open_sheet, reading, say_repeated, set_up
from ponte.cli.installation import open_installation
from ponte.cli.sheets import Bar
from ponte.cli.usage import WrongUsage

if TYPE_CHECKING:
    from ponte.people.duplicates.questions import Question

Answerer = Callable[[Sequence["Question"]], Iterator[str]]


@click.command("match")
@click.option(
    "--against",
    "file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A people sheet, instead of the registry.",
)
@click.option("--top", type=click.IntRange(min=1), default=10, show_default=True, help="How many people at most.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line; there is no other form.")
def command(*, file: Path | None, top: int, as_json: bool) -> None:
    """Read people as JSON lines from standard input and write, for each in order, the likely matches.

    A line has the columns of the people sheet and an `id`: {"id": "q1", "given_name": "Olena", "birth_date": "1991"}
    """
    if not as_json:
        raise click.UsageError("questions and answers are JSON lines: add --json")
    if file is None:
        open_installation("system")
    else:
        set_up()
    from django.utils import translation

    with translation.override("en"):
        _answer_all(_in_registry(top) if file is None else _against(file, top))


def _in_registry(top: int) -> Answerer:
    from ponte.people.duplicates import in_registry

    return lambda questions: in_registry.answers(questions, top=top)


def _against(file: Path, top: int) -> Answerer:
    from ponte.people.duplicates import in_sheet

    sheet = open_sheet(file)
    with reading(), Bar() as bar:
        lookup = in_sheet.Lookup.of(sheet, progress=bar.show)
    say_repeated(lookup.refs)
    return lambda questions: lookup.answers(questions, top=top)


def _answer_all(answers: Answerer) -> None:
    """Each question is answered as soon as it is there; lines before a broken one are answered, too."""
    from ponte.people.duplicates import questions

    number = 0
    for lines in lines_at_hand(sys.stdin.buffer):
        asked: list[Question] = []
        broken = None
        for line in lines:
            number += 1
            if not line.strip():
                continue
            try:
                asked.append(questions.read(line, number))
            except questions.BrokenQuestionError as problem:
                broken = problem
                break
        sys.stdout.writelines(answers(asked))
        sys.stdout.flush()
        if broken is not None:
            raise WrongUsage(str(broken)) from broken
