# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Erasing what events say of a person, without unsealing the trail: see docs/adr/0031."""

from collections.abc import Iterable

from django.db import connection


def erase_contents(events: Iterable[int]) -> int:
    """Empty `reason`, `before` and `after` of these events, keeping the digest they had; returns of how many.

    Who did what to which object, when and from where stays, and is still proved by the seals. Only the system role
    may call it, in the transaction of an authorised erasure that leaves an event of its own.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT ponte_erase_audit_contents(%s)", [sorted(set(events))])
        erased: int = cursor.fetchone()[0]
    return erased
