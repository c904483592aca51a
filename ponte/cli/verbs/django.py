# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import click

from ponte.cli.installation import open_installation


@click.command(
    "django",
    context_settings={"ignore_unknown_options": True, "help_option_names": []},
    add_help_option=False,
)
@click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
def command(arguments: tuple[str, ...]) -> None:
    """Run a command of Django's own, as the database's owner (for developers)."""
    open_installation("owner", up_to_date=False)
    from django.core.management import execute_from_command_line

    execute_from_command_line(["ponte django", *arguments])
