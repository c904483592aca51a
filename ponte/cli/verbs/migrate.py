# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import click

from ponte.cli.installation import open_installation, say


@click.command("migrate")
def command() -> None:
    """Create or update the database's tables. `ponte serve` does this by itself."""
    open_installation("owner", up_to_date=False)
    from ponte.platform.database.setup import migrate

    migrate()
    say("The database is up to date.")
