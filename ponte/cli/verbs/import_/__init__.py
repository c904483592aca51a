# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""`ponte import`: one module for each kind of sheet, found like a verb."""

import sys

import click

from ponte.cli.main import Verbs


class Sheets(Verbs):
    package = sys.modules[__name__]


@click.command("import", cls=Sheets)
def command() -> None:
    """Bring in a spreadsheet (.xlsx, .ods or .csv): all of it, or nothing where a row is wrong."""
