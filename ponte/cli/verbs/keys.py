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


@command.command("rotate")
def rotate() -> None:
    """Encrypt everything with the newest key, in small steps; afterwards the older keys can go.

    People may go on working. What was interrupted is simply started again.
    """
    from ponte.cli.installation import open_installation, say

    open_installation("owner")
    from ponte.platform.vault import files, rotating
    from ponte.platform.vault.keys import UnknownKeyError

    changed = sum(sum(rotating.encrypt_anew(column)) for column in rotating.encrypted_columns())
    again = lost = 0
    for name in list(files.stored_names()):
        try:
            again += files.encrypt_again(name)
        except (files.BrokenFileError, UnknownKeyError):
            lost += 1
    click.echo(f"texts {changed}, files {again}")
    if lost:
        raise click.ClickException(f"{lost} files cannot be read; `ponte check` names them.")
    say("Everything that can be read has the newest key. Run `ponte check` before the older keys go.")
