# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""People who are there twice."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ponte.cli.comparing import open_sheet, reading, say_repeated, set_up
from ponte.cli.installation import open_installation
from ponte.cli.sheets import Bar
from ponte.cli.usage import WrongUsage

if TYPE_CHECKING:
    from ponte.people.duplicates.in_sheet import SheetDuplicates
    from ponte.people.matching.batch import PairFinder


@click.command("dedupe")
@click.argument("file", required=False, type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--engine",
    type=click.Choice(["duckdb", "spark"]),
    default="duckdb",
    show_default=True,
    help="What finds the pairs that are worth comparing.",
)
@click.option("--json", "as_json", is_flag=True, help="Pairs, then clusters, as JSON lines.")
def command(file: Path | None, *, engine: str, as_json: bool) -> None:
    """Find who is there twice: in FILE, a people sheet that stays outside, or in the whole registry, for review."""
    from ponte.people.matching.spark_pairs import SparkMissingError

    try:
        if file is None:
            _whole_registry(engine, as_json=as_json)
        else:
            _sheet(file, engine, as_json=as_json)
    except SparkMissingError as missing:
        raise WrongUsage(f"--engine is spark; {missing}") from missing


def _finder(engine: str) -> "PairFinder":
    from ponte.people.matching import pairs, spark_pairs

    return spark_pairs.worth_comparing if engine == "spark" else pairs.worth_comparing


def _sheet(file: Path, engine: str, *, as_json: bool) -> None:
    set_up()
    from ponte.people.duplicates import in_sheet

    sheet = open_sheet(file)
    with reading(), Bar() as bar:
        found = in_sheet.find(sheet, worth_comparing=_finder(engine), progress=bar.show)
    say_repeated(found.refs)
    (_write_json if as_json else _write_table)(found)


def _whole_registry(engine: str, *, as_json: bool) -> None:
    open_installation("system")
    from ponte.people.duplicates import in_registry
    from ponte.platform.audit import actions as audit

    token = audit.origin.set(audit.Origin(process="cli dedupe"))
    try:
        with Bar() as bar:
            done = in_registry.propose(worth_comparing=_finder(engine), progress=bar.show)
    finally:
        audit.origin.reset(token)
    counts = {
        "cards": len(done.card_ids),
        "pairs": len(done.found.pairs),
        "clusters": len(done.found.groups),
        "proposed": done.proposed,
    }
    click.echo(json.dumps(counts) if as_json else ", ".join(f"{name} {count}" for name, count in counts.items()))


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
