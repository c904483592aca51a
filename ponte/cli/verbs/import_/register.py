# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from pathlib import Path

import click

from ponte.cli.installation import open_installation
from ponte.cli.sheets import import_sheet, sheet_options


@click.command("register")
@sheet_options
@click.option("--source", default="register", show_default=True, help="The file's name from one import to the next.")
@click.option(
    "--people-source",
    default="people",
    show_default=True,
    help="The file of people whose refs the column person holds; where it has none, any other file's.",
)
def command(
    file: Path, *, partial: bool, refused: Path | None, as_json: bool, dry_run: bool, source: str, people_source: str
) -> None:
    """Work done, one participation a row; rows with the same `intervention` are one.

    Importing a file again changes nothing; importing it with changes corrects what the file changed, with
    history. With --partial an intervention with a wrong row is refused whole.
    """
    open_installation("system")
    from ponte.register.importing.sheet import RegisterImport

    if not source or len(source) > 80:
        raise click.BadParameter("it must have from 1 to 80 characters", param_hint="--source")
    kind = RegisterImport(source=source, people_source=people_source)
    import_sheet(file, kind, partial=partial, refused=refused, as_json=as_json, dry_run=dry_run)
