# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import click

from ponte.cli.installation import open_installation, say


@click.command("migrate")
def command() -> None:
    """Create or update the database's tables. `ponte serve` does this by itself."""
    open_installation("owner")
    from django.core.management import call_command
    from django.db import connection

    from ponte.platform.database import roles

    with connection.cursor() as cursor:
        roles.ensure_roles(cursor)
    call_command("migrate", verbosity=0, interactive=False)
    say("The database is up to date.")
