# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Making the installation ready for a command: the database running, Django set up, a purpose chosen."""

import os
import sys

import click


def open_installation(purpose: str = "system") -> None:
    """Start the embedded PostgreSQL if this installation uses it, migrate if needed, and set up Django.

    `purpose` is one of `ponte.platform.database.connection.Purpose`. Raises `click.ClickException` with a
    sentence where the database cannot be reached.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ponte.config.settings")
    os.environ["PONTE_DATABASE_AS"] = purpose
    from ponte.platform.database import setup
    from ponte.platform.database.embedded import EmbeddedDatabaseError

    try:
        setup.start_embedded_if_needed()
    except EmbeddedDatabaseError as problem:
        raise click.ClickException(str(problem)) from problem

    import django

    django.setup()


def say(sentence: str) -> None:
    """Tell whoever runs the command, on standard error: standard output is for results."""
    click.echo(sentence, err=True)
    sys.stderr.flush()
