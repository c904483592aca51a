# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The operation of a migration that encrypts what a column already holds."""

from typing import Any

from django.db.migrations.operations import RunPython

from ponte.platform.vault.rotating import Column, encrypt_anew


class EncryptColumn(RunPython):
    """After the field has become an `EncryptedTextField`."""

    def __init__(self, table: str, name: str, *, append_only: bool = False) -> None:
        column = Column(table, name, append_only)

        def forwards(_apps: Any, _schema: Any) -> None:
            for _ in encrypt_anew(column):
                pass

        super().__init__(forwards, RunPython.noop)
