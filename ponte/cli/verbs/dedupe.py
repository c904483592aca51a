# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""People who are there twice."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ponte.cli.comparing import open_sheet, set_up
from ponte.cli.sheets import Bar

if TYPE_CHECKING:
    from ponte.people.duplicates.in_sheet import SheetDuplicates


@click.command("dedupe")
@click.argument("file", required=False, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--json", "as_json", is_flag=True, help="Pairs, then clusters, as JSON lines.")
def command(file: Path | None, *, as_json: bool) -> None:
    """Find who is there twice: in FILE, a people sheet that stays outside, or in the whole registry, for review."""
    if file is None:
        raise click.UsageError("the whole registry cannot be compared yet: name a FILE")
    set_up()
    from ponte.people.duplicates import in_sheet

    sheet = open_sheet(file)
    with Bar() as bar:
        found = in_sheet.find(sheet, progress=bar.show)
    (_write_json if as_json else _write_table)(found)


def _write_json(found: "SheetDuplicates") -> None:
    sys.stdout.writelines(found.json_lines())


def _write_table(found: "SheetDuplicates") -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(title=f"{len(found.found.groups)} people with more than one row, of {found.rows} rows")
    for heading in ("rows of one person", "surest pair"):
        table.add_column(heading)
    for cluster, score in found.clusters():
        table.add_row(", ".join(cluster), f"{score:.1f}")
    Console(width=None if sys.stdout.isatty() else 200).print(table)
