# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who acts, as the database sees it.

Row-level security reads the setting `ponte.user_id`, which lives as long as the transaction. Where nobody
was named, no person is visible.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction


def set_actor(user_id: int | None) -> None:
    """Name who acts for the rest of the current transaction. Raises `RuntimeError` outside one."""
    if not connection.in_atomic_block:
        raise RuntimeError("Who acts can only be named inside a transaction: the name ends with it.")
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('ponte.user_id', %s, true)", [str(user_id) if user_id is not None else ""])


@contextmanager
def acting_as(user_id: int | None) -> Iterator[None]:
    """Run the block in a transaction in which this user acts, then restore who acted before."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_setting('ponte.user_id', true)")
            before = cursor.fetchone()[0]
        set_actor(user_id)
        yield
        set_actor(int(before) if before else None)
