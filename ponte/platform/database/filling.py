# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Filling tables by COPY, millions of rows at a time."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from functools import partial
from types import TracebackType
from typing import Any

from django.db import connection
from psycopg import sql

from ponte.platform.vault.fields import encrypted_of, encrypting


@contextmanager
def without_indexes(tables: Sequence[str]) -> Iterator[None]:
    """Drop the foreign keys and indexes of `tables` for the block, and make them again after it.

    Building an index at the end takes a fraction of keeping it in order row by row. Only for the owner, and
    inside a transaction: readers wait, and an error restores everything. Checks stay, and so do primary keys of one
    column, which others refer to.
    """
    with connection.cursor() as cursor:
        # A table with checks still to come at the commit cannot be altered: let them come now.
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(
            """
            SELECT c.conrelid::regclass::text, quote_ident(c.conname), pg_get_constraintdef(c.oid)
            FROM pg_constraint c
            WHERE c.conrelid = ANY(%s::regclass[])
            AND (c.contype IN ('f', 'u', 'x') OR (c.contype = 'p' AND cardinality(c.conkey) > 1))
            ORDER BY c.contype, c.conname
            """,
            [list(tables)],
        )
        constraints = cursor.fetchall()
        for table, name, _ in constraints:
            cursor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name} CASCADE")
        cursor.execute(
            """
            SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid)
            FROM pg_index i
            WHERE i.indrelid = ANY(%s::regclass[]) AND NOT i.indisprimary
            """,
            [list(tables)],
        )
        indexes = cursor.fetchall()
        for name, _ in indexes:
            cursor.execute(f"DROP INDEX {name}")
    yield
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL maintenance_work_mem = '512MB'")
        for _, definition in indexes:
            cursor.execute(definition)
        # Unique constraints first: foreign keys lean on them.
        for kind in ("PRIMARY KEY", "UNIQUE", "EXCLUDE", "FOREIGN KEY"):
            for table, name, definition in constraints:
                if definition.startswith(kind):
                    cursor.execute(f"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}")


@contextmanager
def without_triggers(tables: Sequence[str]) -> Iterator[None]:
    """Switch the triggers of `tables` off for the block. What they would have kept in step is the caller's.

    Only for the owner, and inside a transaction: an error restores everything.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgrelid::regclass::text, quote_ident(tgname), tgenabled::text FROM pg_trigger "
            "WHERE NOT tgisinternal AND tgenabled <> 'D' AND tgrelid = ANY(%s::regclass[])",
            [list(tables)],
        )
        triggers = cursor.fetchall()
        for table, name, _ in triggers:
            cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER {name}")
    yield
    with connection.cursor() as cursor:
        for table, name, enabled in triggers:
            how = {"A": "ENABLE ALWAYS", "R": "ENABLE REPLICA"}.get(enabled, "ENABLE")
            cursor.execute(f"ALTER TABLE {table} {how} TRIGGER {name}")


class TableWriter(AbstractContextManager["TableWriter"]):
    """Writes rows of one table by COPY, in blocks: PostgreSQL takes one COPY at a time on a connection.

    Values must already be what PostgreSQL's text format reads; `None` is NULL. Nothing is stored until the
    transaction commits.
    """

    BLOCK = 20_000

    def __init__(self, table: str, columns: Sequence[str]) -> None:
        self._copy = sql.SQL("COPY {} ({}) FROM STDIN").format(
            sql.Identifier(table), sql.SQL(", ").join(map(sql.Identifier, columns))
        )
        self._encrypt = partial(encrypting, table, columns) if encrypted_of(table) & set(columns) else None
        self._rows: list[str] = []
        self.written = 0

    def write(self, values: Sequence[Any]) -> None:
        if self._encrypt:
            (values,) = self._encrypt([values])
        self._rows.append("\t".join(["\\N" if value is None else str(value) for value in values]))
        if len(self._rows) >= self.BLOCK:
            self.flush()

    def flush(self) -> None:
        if self._rows:
            self.write_text("\n".join(self._rows) + "\n")
            self.written += len(self._rows)
            self._rows.clear()

    def write_text(self, lines: str) -> None:
        """Rows as COPY reads them, made elsewhere; they are not counted in `written`."""
        with connection.cursor() as cursor, cursor.cursor.copy(self._copy) as copy:
            copy.write(lines)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            self.flush()


def next_ids(table: str, count: int) -> int:
    """Reserve `count` ids of `table` and return the first of them."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_get_serial_sequence(%s, 'id')", [table])
        (sequence,) = cursor.fetchone()
        cursor.execute("SELECT nextval(%s)", [sequence])
        (first,) = cursor.fetchone()
        cursor.execute("SELECT setval(%s, %s)", [sequence, first + count - 1])
    return int(first)
