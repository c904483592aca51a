# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Making the installation ready for a command: the database running and up to date, Django set up."""

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from ponte.platform.database.embedded import EmbeddedDatabase


def open_installation(purpose: str = "system", *, up_to_date: bool = True) -> "EmbeddedDatabase | None":
    """Start the embedded PostgreSQL if this installation uses it, migrate if needed, and set up Django.

    `purpose` is one of `ponte.platform.database.connection.Purpose`; without `up_to_date`, the tables are taken
    as they are. Returns the embedded database, if it is that. Raises `click.ClickException` with a sentence
    where the database cannot be used.
    """
    from ponte.platform.database import setup
    from ponte.platform.database.embedded import EmbeddedDatabaseError

    try:
        embedded = setup.start_embedded_if_needed()
    except EmbeddedDatabaseError as problem:
        raise click.ClickException(str(problem)) from problem
    set_up_django(purpose)
    if up_to_date:
        _bring_up_to_date()
    return embedded


def set_up_django(purpose: str) -> None:
    """Without asking the database anything: for what can be refused before it runs."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ponte.config.settings")
    os.environ["PONTE_DATABASE_AS"] = purpose
    import django

    django.setup()


def _bring_up_to_date() -> None:
    from django.db import DatabaseError, connection

    from ponte.platform.database.setup import unapplied_migrations
    from ponte.platform.environment import ROOT, Environment

    production = Environment.read().production
    try:
        missing = bool(unapplied_migrations())
    except DatabaseError:
        if production:
            raise
        missing = True  # The roles of a new database do not exist yet.
    connection.close()
    if not missing:
        return
    if production:
        raise click.ClickException("The database is older than this version of Ponte: run `ponte migrate` first.")
    migrated = subprocess.run([sys.executable, "-m", "ponte.cli", "migrate"], cwd=ROOT, check=False)
    if migrated.returncode != 0:
        raise click.ClickException("The database could not be brought up to date; see the message above.")


def say(sentence: str) -> None:
    """Tell whoever runs the command, on standard error: standard output is for results."""
    click.echo(sentence, err=True)
    sys.stderr.flush()
