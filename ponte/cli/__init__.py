# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The command `ponte`: one file per verb, each a thin call into the house."""

from ponte.cli.main import main

__all__ = ["main"]
