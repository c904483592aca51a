# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What there is to copy: tables, columns, sequences; and digests that tell whether it is the same again."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import connection
from psycopg import sql

# Whoever holds a copy could take over the sessions in it; the cache holds what is true for minutes.
LEFT_OUT = ("django_session", "accounts_session", "accounts_cache")
# What goes on by itself, or has a digest of its own (the trail's newest seal): not in the installation's digest.
BY_ITSELF = ("django_migrations", "procrastinate_", "audit_")


@dataclass(frozen=True, slots=True)
class Table:
    name: str
    columns: tuple[str, ...]

    def copy_out(self) -> sql.Composed:
        return sql.SQL("COPY {} ({}) TO STDOUT").format(sql.Identifier(self.name), self._listed(self.columns))

    def copy_in(self) -> sql.Composed:
        return sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(self.name), self._listed(self.columns))

    def count_and_digest(self) -> tuple[int, int]:
        """How many rows, and a number that changes when any value of any of them does, whatever their order.

        It finds accidents; against intent, the copy's encryption and the seals of the audit trail help.
        """
        statement = sql.SQL(
            "SELECT count(*), mod(coalesce(sum(('x' || encode(substring(sha256(convert_to(ROW({})::text, 'UTF8')) "
            "FOR 8), 'hex'))::bit(64)::bigint::numeric), 0), 18446744073709551616) FROM {}"
        ).format(self._listed(sorted(self.columns)), sql.Identifier(self.name))
        with connection.cursor() as cursor:
            cursor.execute(statement)
            rows, digest = cursor.fetchone()
        return int(rows), int(digest)

    @staticmethod
    def _listed(columns: Sequence[str]) -> sql.Composed:
        return sql.SQL(", ").join(map(sql.Identifier, columns))


def every_table(*, also_left_out: bool = False) -> list[Table]:
    """Tables and the columns that are stored as given: PostgreSQL computes the others itself."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname, array_agg(a.attname::text ORDER BY a.attnum) FROM pg_class c JOIN pg_attribute a "
            "ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = '' "
            "WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace GROUP BY c.relname ORDER BY c.relname"
        )
        return [
            Table(name, tuple(columns))
            for name, columns in cursor.fetchall()
            if also_left_out or name not in LEFT_OUT
        ]


def sequences() -> dict[str, tuple[int, bool]]:
    """Of each sequence its last value, and whether that was handed out."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace ORDER BY 1"
        )
        found = {}
        for (name,) in cursor.fetchall():
            cursor.execute(sql.SQL("SELECT last_value, is_called FROM {}").format(sql.Identifier(name)))
            found[name] = tuple(cursor.fetchone())
        return found


def write_alike() -> None:
    """For the rest of the transaction, let PostgreSQL write values the same whatever the server's settings."""
    with connection.cursor() as cursor:
        for name, value in (
            ("TimeZone", "UTC"), ("DateStyle", "ISO, YMD"), ("IntervalStyle", "postgres"), ("bytea_output", "hex"),
            ("extra_float_digits", "1"),
        ):  # fmt: skip
            cursor.execute("SELECT set_config(%s, %s, true)", [name, value])


def digest_of(digests: Mapping[str, tuple[int, int]]) -> str:
    """One digest of all that people entered, from the (rows, digest) of each table."""
    lines = (
        f"{table} {rows} {digest}\n"
        for table, (rows, digest) in sorted(digests.items())
        if not table.startswith(BY_ITSELF)
    )
    return hashlib.sha256("".join(lines).encode()).hexdigest()
