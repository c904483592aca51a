# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import os
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ponte.cli.installation import open_installation, say
from ponte.cli.sheets import Bar

if TYPE_CHECKING:
    import pyrage

    from ponte.platform.backup.writing import Copied


@click.command("backup")
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--recipient",
    "recipients",
    multiple=True,
    metavar="AGE1…",
    help="A public key of age for which to encrypt; several are possible. Without it, PONTE_BACKUP_RECIPIENTS.",
)
@click.option(
    "--trial", is_flag=True, help="Also restore the copy into a database of its own, which is then dropped."
)
def command(file: Path, recipients: Sequence[str], trial: bool) -> None:
    """Write an encrypted, complete copy of this installation into FILE, and read it back."""
    from ponte.platform.backup.problems import BackupError

    file = file.absolute()
    open_installation("owner")
    from ponte.platform.backup import trial as trying
    from ponte.platform.backup.writing import make_backup, refuse_existing

    try:
        refuse_existing(file)
        keys, forget = _keys(file, " ".join(recipients) or os.environ.get("PONTE_BACKUP_RECIPIENTS", ""))
        try:
            with Bar() as bar:
                made = make_backup(
                    file, recipients=keys, progress=bar.show, trial=trying.restored_digest if trial else None
                )
        except BaseException:
            forget()
            raise
    except BackupError as problem:
        raise click.ClickException(str(problem)) from problem
    say(f"{file} is written, and was read back{' and restored' if trial else ''}.")
    tell(made)


def tell(copied: "Copied") -> None:
    click.echo(f"rows {copied.rows}, files {copied.files}, bytes {copied.size}")
    click.echo(f"digest {copied.digest}")


def _keys(file: Path, named: str) -> "tuple[list[pyrage.x25519.Recipient], Callable[[], None]]":
    """For whom to encrypt; where nobody is named, on a laptop, a key made for this copy."""
    from ponte.platform.backup import age
    from ponte.platform.environment import Environment

    if named.strip():
        return age.recipients_from(named), lambda: None
    if Environment.read().production:
        raise click.ClickException(
            "For whom is the backup? Name the public key of age with --recipient or in PONTE_BACKUP_RECIPIENTS; "
            "`ponte keys backup FILE` makes one."
        )
    identity = age.new_identity()
    place = key_beside(file)
    age.write_identity(place, identity)
    say(f"No recipient was named: the key of this backup is in {place}. Whoever has both reads everything.")
    return [identity.to_public()], place.unlink


def key_beside(file: Path) -> Path:
    """Where `ponte backup` leaves, and `ponte restore` looks for, the key of a copy that was made for nobody."""
    return file.with_name(f"{file.name}.key")
