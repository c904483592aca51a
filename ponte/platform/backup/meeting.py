# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A backup takes the rows first and then the files that they name: no file may go in between."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

COPYING = 0x434F5059  # "COPY": the advisory lock of backups, shared, and of whoever removes files


@contextmanager
def no_backup_meanwhile() -> Iterator[None]:
    """Wait until no backup is under way, and keep one from beginning before the block has ended."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [COPYING])
        yield


@contextmanager
def files_stay() -> Iterator[None]:
    """Keep files from being removed; several backups may run at once."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock_shared(%s)", [COPYING])
        try:
            yield
        finally:
            cursor.execute("SELECT pg_advisory_unlock_shared(%s)", [COPYING])
