# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import os
import sys

import click

from ponte.cli.installation import say


@click.command("messages")
def command() -> None:
    """Update the catalogs of translations from code and templates (for developers)."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ponte.config.settings")
    import django

    django.setup()
    from ponte.platform.i18n.catalogs import compile_catalogs
    from ponte.platform.i18n.messages import faults, update_catalogs

    say(f"{len(update_catalogs())} catalogs are up to date with the code.")
    compile_catalogs()
    found = [str(fault) for fault in faults()]
    for fault in found:
        click.echo(fault)
    sys.exit(bool(found))
