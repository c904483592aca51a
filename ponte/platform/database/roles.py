# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The database roles of an installation, and what each may do.

| role | who logs in as it | what it may do |
| --- | --- | --- |
| `ponte_owner` (or the user of `DATABASE_URL`) | migrations | owns every table |
| `ponte_web` | the web server | reads and writes through row-level security; owns nothing |
| `ponte_system` | worker and command line | reads and writes every row; owns nothing |
| `ponte_measures` | nobody: the web role steps into it | reads the views of facts, which hold no names |
| `ponte_presence` | nobody: the web role steps into it | reads what may be told at intake, and adds what follows |
| `ponte_trail` | nobody: the web role steps into it | reads the audit trail without its contents |
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import apps
from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper
from psycopg import sql

OWNER = "ponte_owner"
WEB = "ponte_web"
SYSTEM = "ponte_system"
MEASURES = "ponte_measures"
PRESENCE = "ponte_presence"
TRAIL = "ponte_trail"
DOORS = (MEASURES, PRESENCE, TRAIL)

# Any number that nothing else locks: "role" in ASCII.
ROLES_LOCK = 0x726F6C65


def ensure_roles(cursor: CursorWrapper) -> None:
    """Create the roles that are missing and let the current (migrating) user act as each of them.

    Needs CREATEROLE, not superuser: managed PostgreSQL services give no more. Safe to repeat, and to call
    from several processes at once: roles belong to the whole server, and each call waits for the one before.
    """
    cursor.execute("SELECT pg_advisory_lock(%s)", [ROLES_LOCK])
    try:
        _create_missing_roles(cursor)
    finally:
        cursor.execute("SELECT pg_advisory_unlock(%s)", [ROLES_LOCK])


def _create_missing_roles(cursor: CursorWrapper) -> None:
    for role in (WEB, SYSTEM, *DOORS):
        cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
        if cursor.fetchone() is None:
            cursor.execute(
                sql.SQL("CREATE ROLE {} LOGIN NOINHERIT NOSUPERUSER NOCREATEDB NOCREATEROLE").format(
                    sql.Identifier(role)
                )
            )
        # Always: on PostgreSQL 16 and later, having made a role does not yet allow to act as it.
        cursor.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(sql.Identifier(role)))
    for stepping in (WEB, SYSTEM):
        for door in DOORS:
            cursor.execute(sql.SQL("GRANT {} TO {}").format(sql.Identifier(door), sql.Identifier(stepping)))


def grant_privileges(cursor: CursorWrapper) -> None:
    """Give the working roles exactly their privileges on what exists now. Runs after every migration.

    Tables of models marked `append_only` take inserts and nothing else, from anyone but the owner; the
    owner is held back by the triggers that their migrations create. Of those marked `write_only`, the web role
    reads nothing. A view with its owner's rights would
    step around row-level security: only the measures role reads it.
    """
    names = sql.SQL(", ").join([sql.Identifier(WEB), sql.Identifier(SYSTEM)])
    doors = sql.SQL(", ").join(map(sql.Identifier, DOORS))
    cursor.execute(sql.SQL("GRANT USAGE ON SCHEMA public TO {}, {}").format(names, doors))
    cursor.execute(sql.SQL("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO {}").format(names))
    cursor.execute(sql.SQL("GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO {}").format(names))
    for model in apps.get_models():
        if getattr(model, "append_only", False):
            cursor.execute(
                sql.SQL("REVOKE UPDATE, DELETE, TRUNCATE ON {} FROM {}").format(
                    sql.Identifier(model._meta.db_table), names
                )
            )
        if getattr(model, "write_only", False):
            cursor.execute(
                sql.SQL("REVOKE SELECT ON {} FROM {}").format(
                    sql.Identifier(model._meta.db_table), sql.Identifier(WEB)
                )
            )
    cursor.execute(
        "SELECT relname FROM pg_class WHERE relkind = 'v' AND relnamespace = 'public'::regnamespace "
        "AND NOT COALESCE('security_invoker=true' = ANY(reloptions), false)"
    )
    for (view,) in cursor.fetchall():
        cursor.execute(sql.SQL("REVOKE ALL ON {} FROM {}").format(sql.Identifier(view), names))


@contextmanager
def stepping_into(role: str) -> Iterator[None]:
    """Run the block's queries with the privileges of `role`, then step back.

    One of the narrow doors of the house: only `register/measures`, `people/presence` and `oversight/trail` may
    call it, and a guard test holds them to it.
    """
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_setting('role')")
            before = cursor.fetchone()[0]
            cursor.execute(sql.SQL("SET LOCAL ROLE {}").format(sql.Identifier(role)))
        # On an error the transaction is rolled back, and the role with it.
        yield
        with connection.cursor() as cursor:
            cursor.execute(
                sql.SQL("SET LOCAL ROLE {}").format(sql.SQL("NONE") if before == "none" else sql.Identifier(before))
            )
