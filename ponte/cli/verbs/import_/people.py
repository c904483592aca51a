# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from pathlib import Path

import click

from ponte.cli.installation import open_installation
from ponte.cli.sheets import import_sheet, sheet_options


@click.command("people")
@sheet_options
@click.option("--source", default="people", show_default=True, help="The file's name from one import to the next.")
@click.option("--service", metavar="SLUG", help="The service whose team will know these people.")
def command(
    file: Path, *, partial: bool, refused: Path | None, as_json: bool, dry_run: bool, source: str, service: str | None
) -> None:
    """People, one a row: only `ref` and one column with a name are required.

    Importing a file again changes nothing; importing it with changes applies what the file changed.
    """
    open_installation("system")
    from ponte.network.models import Service
    from ponte.people.sheet import PeopleImport

    team = None
    if service is not None:
        team = Service.objects.filter(slug=service).first()
        if team is None:
            raise click.BadParameter(f"there is no service {service!r}", param_hint="--service")
    if not source or len(source) > 80:
        raise click.BadParameter("it must have from 1 to 80 characters", param_hint="--source")
    import_sheet(
        file,
        PeopleImport(source=source, service=team),
        partial=partial,
        refused=refused,
        as_json=as_json,
        dry_run=dry_run,
    )
