# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the `ponte import` commands share: their options, progress, and how the outcome is said."""

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from ponte.cli.installation import say

if TYPE_CHECKING:
    from ponte.platform.spreadsheets.importing import ImportResult, RowAlike, SheetImport
    from ponte.platform.spreadsheets.reading import Sheet

MOST_LINES = 1000
Command = TypeVar("Command", bound=Callable[..., Any])


def sheet_options(command: Command) -> Command:
    for option in (
        click.option("--json", "as_json", is_flag=True, help="The outcome as JSON."),
        click.option(
            "--refused",
            type=click.Path(path_type=Path, dir_okay=False),
            help="Where --partial writes the refused rows; without it, beside FILE with .refused in the name.",
        ),
        click.option("--dry-run", is_flag=True, help="Store nothing; say what is wrong, and who looks like whom."),
        click.option("--partial", is_flag=True, help="Store the good rows and write the refused ones to a file."),
        click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False)),
    ):
        command = option(command)
    return command


def import_sheet(
    file: Path, kind: "SheetImport", *, partial: bool, refused: Path | None, as_json: bool, dry_run: bool = False
) -> None:
    """Import, or say what an import would do, and how it went; ends the process with 1 where rows were refused."""
    from django.utils import translation

    from ponte.platform.audit import actions as audit
    from ponte.platform.spreadsheets.importing import examine_only, run, write_refused
    from ponte.platform.spreadsheets.problems import UnreadableFileError
    from ponte.platform.spreadsheets.reading import read

    with translation.override("en"):
        try:
            sheet = read(file)
        except UnreadableFileError as problem:
            raise click.ClickException(str(problem)) from problem
        token = audit.origin.set(audit.Origin(process=f"cli import {kind.slug}"))
        try:
            with Bar() as bar:
                if dry_run:
                    result, alike = examine_only(sheet, kind, progress=bar.show)
                else:
                    result, alike = run(sheet, kind, partial=partial, progress=bar.show), []
        finally:
            audit.origin.reset(token)
        _say_remarks(sheet, result)
        _say_problems(file, result)
        written = None
        _say_alike(file, alike)
        if partial and result.refused_rows and not dry_run:
            written = refused or file.with_name(f"{file.stem}.refused.{sheet.kind}")
            write_refused(sheet, result.problems, written)
            say(f"The refused rows are in {written}.")
        _print_outcome(file, result, written, alike if dry_run else None, as_json=as_json)
    if result.problems:
        sys.exit(1)


def _say_remarks(sheet: "Sheet", result: "ImportResult") -> None:
    for remark in result.remarks:
        say(remark)
    if result.unknown_headings:
        say(f"Unknown columns, kept as notes: {', '.join(result.unknown_headings)}.")


def _say_problems(file: Path, result: "ImportResult") -> None:
    for problem in result.problems[:MOST_LINES]:
        say(
            f"{file.name}: row {problem.row}, column {problem.column}: "
            f"found {problem.found!r}, expected {problem.expected}"
        )
    if len(result.problems) > MOST_LINES:
        say(f"... and {len(result.problems) - MOST_LINES} more.")
    if result.problems and not result.stored:
        say("Nothing was stored.")


def _say_alike(file: Path, alike: "Sequence[RowAlike]") -> None:
    for row in alike[:MOST_LINES]:
        others = "; ".join(said for said, _address in row.others)
        say(f"{file.name}: row {row.number}, {row.row_said}: like {others} ({row.likeness})")
    if len(alike) > MOST_LINES:
        say(f"... and {len(alike) - MOST_LINES} more.")


def _print_outcome(
    file: Path, result: "ImportResult", refused: Path | None, alike: "Sequence[RowAlike] | None", *, as_json: bool
) -> None:
    """`alike` only where nothing was to be stored."""
    outcome: dict[str, Any] = {
        "file": file.name,
        "rows": result.rows,
        "stored": result.stored,
        **result.counts,
        "refused": len(result.refused_rows),
        "problems": [
            {"row": problem.row, "column": problem.column, "found": problem.found, "expected": problem.expected}
            for problem in result.problems
        ],
        "unknown_columns": result.unknown_headings,
        "refused_file": str(refused) if refused else None,
    }
    if alike is not None:
        outcome["dry_run"] = True
        outcome["alike"] = [
            {"row": row.number, "band": row.likeness, "like": [said for said, _address in row.others]}
            for row in alike
        ]
    if as_json:
        click.echo(json.dumps(outcome, ensure_ascii=False))
        return
    counts = {"rows": result.rows, **result.counts, "refused": len(result.refused_rows)}
    click.echo(", ".join(f"{name} {count}" for name, count in counts.items()))


class Bar:
    """A progress bar on standard error, where that is a terminal."""

    LABELS = {"parse": "Reading", "store": "Storing"}

    def __enter__(self) -> "Bar":
        from rich.console import Console
        from rich.progress import Progress

        self.progress = Progress(console=Console(stderr=True), transient=True, disable=not sys.stderr.isatty())
        self.progress.start()
        self.tasks: dict[str, Any] = {}
        return self

    def show(self, stage: str, done: int, total: int) -> None:
        if stage not in self.tasks:
            self.tasks[stage] = self.progress.add_task(self.LABELS.get(stage, stage), total=total)
        self.progress.update(self.tasks[stage], completed=done, total=total)

    def __exit__(self, *_: object) -> None:
        self.progress.stop()
