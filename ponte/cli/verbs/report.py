# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reports on standard output or in a file."""

import sys
from pathlib import Path

import click

from ponte.cli.installation import open_installation, say
from ponte.cli.usage import WrongUsage

WRITTEN_AS = ("json", "html", "pdf", "docx", "xlsx")


@click.group("report")
def command() -> None:
    """Reports computed from the register."""


@command.command("annual")
@click.option("--organisation", "slug", required=True, metavar="SLUG", help="Whose services and projects.")
@click.option("--year", required=True, type=click.IntRange(1900, 2200), metavar="YEAR", help="Which year.")
@click.option("--format", "shape", type=click.Choice(WRITTEN_AS), default="json", show_default=True)
@click.option("--output", type=click.Path(dir_okay=False, path_type=Path), help="A file, instead of standard output.")
def annual_report(slug: str, year: int, shape: str, output: Path | None) -> None:
    """The annual report of an organisation's services and projects."""
    open_installation("system")
    from django.db import transaction
    from django.utils import translation

    from ponte.network.models import Organisation
    from ponte.register.measures import MeasureError
    from ponte.reports import annual
    from ponte.reports.documents import FORMATS
    from ponte.reports.shown import show

    organisation = Organisation.objects.filter(slug=slug).first()
    if organisation is None:
        raise WrongUsage(f"--organisation is {slug!r}; no organisation has this slug.")
    if output is not None and not output.parent.is_dir():
        raise WrongUsage(f"--output is {str(output)!r}; the folder {str(output.parent)!r} does not exist.")
    with translation.override("it"), transaction.atomic():
        try:
            shown = show(annual.build(organisation, year))
        except MeasureError as problem:
            raise click.ClickException(str(problem)) from problem
        document = FORMATS[shape].write(shown)
    if output is None:
        sys.stdout.buffer.write(document)
        return
    try:
        output.write_bytes(document)
    except OSError as problem:
        raise WrongUsage(f"--output is {str(output)!r}; it cannot be written: {problem.strerror}.") from problem
    say(f"{output}: {len(document):,} bytes.")
