# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from pathlib import Path

import click


@click.group("keys")
def command() -> None:
    """Make and change the keys of this installation, which the database never holds."""


@command.command("backup")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
def backup(file: Path) -> None:
    """Write a new private key for backups into FILE, and its public one to standard output.

    Keep FILE where the server is not: it opens every backup made for the public key, and nothing else does.
    """
    from ponte.platform.backup import age
    from ponte.platform.backup.problems import BackupError

    identity = age.new_identity()
    try:
        age.write_identity(file, identity)
    except BackupError as problem:
        raise click.ClickException(str(problem)) from problem
    click.echo(str(identity.to_public()))


@command.command("new")
def new() -> None:
    """Write a new key for notes and attachments to standard output.

    Put it before the others in PONTE_FIELD_KEYS, on every machine, and run `ponte keys rotate`.
    """
    from ponte.platform.vault.keys import new_key

    click.echo(new_key())
