# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ponte.cli.installation import open_installation, say
from ponte.cli.sheets import Bar
from ponte.cli.verbs.backup import key_beside, tell

if TYPE_CHECKING:
    import pyrage


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--identity",
    metavar="FILE",
    help="The identity file of age that opens the copy (- for standard input). Without it, PONTE_BACKUP_IDENTITY.",
)
def command(file: Path, identity: str | None) -> None:
    """Bring the copy in FILE back into this installation, which must be empty."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ponte.config.settings")
    os.environ["PONTE_DATABASE_AS"] = "owner"
    django.setup()
    from ponte.platform.backup.problems import BackupError
    from ponte.platform.backup.restoring import restore

    try:
        with Bar() as bar:
            restored = restore(
                file.absolute(),
                identities=_identities(file.absolute(), identity or os.environ.get("PONTE_BACKUP_IDENTITY")),
                progress=bar.show,
                prepare=lambda: open_installation("owner", up_to_date=False),
            )
    except BackupError as problem:
        raise click.ClickException(str(problem)) from problem
    say("Everything of the backup is here again.")
    tell(restored)


def _identities(file: Path, named: str | None) -> "list[pyrage.x25519.Identity]":
    from ponte.platform.backup import age

    if named == "-":
        return age.identities_from(sys.stdin.read(), source="What came by standard input")
    place = Path(named) if named else key_beside(file)
    if not named and not place.exists():
        raise click.ClickException(
            "Which key opens the backup? Name the identity file of age with --identity or in PONTE_BACKUP_IDENTITY."
        )
    try:
        text = place.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        raise click.ClickException(f"The identity file {place} cannot be read.") from problem
    return age.identities_from(text, source=str(place))
