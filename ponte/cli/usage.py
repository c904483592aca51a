# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import click


class WrongUsage(click.ClickException):
    """What was asked cannot be: one sentence, and 2 as the command's answer."""

    exit_code = 2
