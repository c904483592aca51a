# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""One figure from the register, on standard output."""

import csv
import json
import sys
from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from ponte.cli.installation import open_installation
from ponte.cli.usage import WrongUsage

if TYPE_CHECKING:
    from ponte.register.measures import Definition, Result


class Day(click.ParamType[date]):
    name = "date"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        for shape in ("%Y-%m-%d", "%d/%m/%Y"):
            try:
                return datetime.strptime(value, shape).date()  # noqa: DTZ007 (a day has no time zone)
            except ValueError:
                continue
        option = param.opts[0] if param else "date"
        raise WrongUsage(f"{option} is {value!r}; expected a date such as 2021-12-31 or 31/12/2021.")


@click.command("query")
@click.option("--measure", required=True, metavar="M", help="hours, interventions, people, households, attendees, …")
@click.option("--by", default="", metavar="D[,D]", help="One or two dimensions to break it down by.")
@click.option("--service", "services", multiple=True, metavar="SLUG", help="Only this service (may be repeated).")
@click.option("--project", "projects", multiple=True, metavar="SLUG", help="Only the work of this project.")
@click.option("--organisation", "organisations", multiple=True, metavar="SLUG", help="Only what it did.")
@click.option("--from", "since", type=Day(), help="First day.")
@click.option("--to", "until", type=Day(), help="Last day, included.")
@click.option(
    "--where",
    "conditions",
    multiple=True,
    metavar="KEY=VALUE",
    help="Only rows with this value; an empty value means none. The same key again: any of the values.",
)
@click.option("--of", metavar="D", help="For the measure share: the dimension …")
@click.option("--value", metavar="VALUE", help="… and the value whose part among the people counted it is.")
@click.option(
    "--suppress", "threshold", type=click.IntRange(min=1), metavar="K", help="Withhold values from 1 to K-1."
)
@click.option("--format", "shape", type=click.Choice(["table", "json", "csv"]), default="table", show_default=True)
def command(
    *,
    measure: str,
    by: str,
    services: tuple[str, ...],
    projects: tuple[str, ...],
    organisations: tuple[str, ...],
    since: date | None,
    until: date | None,
    conditions: tuple[str, ...],
    of: str | None,
    value: str | None,
    threshold: int | None,
    shape: str,
) -> None:
    """Compute one indicator from the register."""
    open_installation("system")
    from django.utils import translation

    from ponte.register.measures import Definition, MeasureError, compute, suppress

    with translation.override("en"):
        try:
            definition = Definition(
                measure=measure,
                by=tuple(name.strip() for name in by.split(",") if name.strip()),
                where=_parse_conditions(conditions),
                services=services,
                projects=projects,
                organisations=organisations,
                since=since,
                until=until,
                of=of,
                value=value or None,
            )
            result = compute(definition)
        except MeasureError as problem:
            raise WrongUsage(str(problem)) from problem
    if threshold is not None:
        result = suppress(result, threshold)
    {"json": _write_json, "csv": _write_csv, "table": _write_table}[shape](definition, result)


def _parse_conditions(conditions: tuple[str, ...]) -> dict[str, list[str | None]]:
    where: dict[str, list[str | None]] = {}
    for condition in conditions:
        name, equals, value = condition.partition("=")
        if not equals:
            raise WrongUsage(f"--where is {condition!r}; expected key=value, such as role=parent.")
        where.setdefault(name.strip(), []).append(value if value not in {"", "null"} else None)
    return where


def _write_json(_definition: "Definition", result: "Result") -> None:
    click.echo(json.dumps(result.as_json(), ensure_ascii=False))


def _write_csv(definition: "Definition", result: "Result") -> None:
    """The rows; the total where there is no breakdown. A withheld value is an empty cell."""
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow([*definition.by, "value"])
    if not definition.by:
        writer.writerow([result.total])
    for row in result.rows:
        writer.writerow([*row.keys, row.value])
    if result.suppressed:
        click.echo(f"{result.suppressed} values were withheld.", err=True)


def _write_table(definition: "Definition", result: "Result") -> None:
    from rich.console import Console
    from rich.table import Table

    def cell(value: object) -> str:
        return "withheld" if value is None and result.suppressed else "—" if value is None else str(value)

    table = Table(show_footer=bool(definition.by))
    for position, name in enumerate(definition.by):
        table.add_column(name, footer="total" if position == 0 else "")
    table.add_column(str(definition.measure), justify="right", footer=cell(result.total))
    for row in result.rows:
        table.add_row(*("—" if key is None else key for key in row.keys), cell(row.value))
    if not definition.by:
        table.add_row(cell(result.total))
    Console(width=None if sys.stdout.isatty() else 200).print(table)
    if result.suppressed:
        click.echo(f"{result.suppressed} values were withheld.", err=True)
