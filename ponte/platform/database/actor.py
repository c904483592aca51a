# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who acts, as the database sees it.

Row-level security reads the settings `ponte.user_id` and `ponte.membership_id`, which live as long as the
transaction. Where nobody was named, no person is visible.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction

NAME = "SELECT set_config('ponte.user_id', %s, true), set_config('ponte.membership_id', %s, true)"
NAMED = "SELECT current_setting('ponte.user_id', true), current_setting('ponte.membership_id', true)"


def set_actor(user_id: int | None, *, membership_id: int | None = None) -> None:
    """Name who acts for the rest of the current transaction, and in which one of their roles: in all, unless given.

    Raises `RuntimeError` outside a transaction.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("Who acts can only be named inside a transaction: the name ends with it.")
    with connection.cursor() as cursor:
        cursor.execute(NAME, ["" if name is None else str(name) for name in (user_id, membership_id)])


@contextmanager
def acting_as(user_id: int | None, *, membership_id: int | None = None) -> Iterator[None]:
    """Run the block in a transaction in which this user acts, then restore who acted before."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(NAMED)
            before = cursor.fetchone()
        set_actor(user_id, membership_id=membership_id)
        yield
        user, membership = (int(name) if name else None for name in before)
        set_actor(user, membership_id=membership)
