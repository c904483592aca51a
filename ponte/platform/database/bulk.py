# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Many rows at once, through COPY, also into tables with row-level security (which COPY itself refuses)."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, transaction
from psycopg import sql

from ponte.platform.vault.fields import encrypting


def reserve_ids(table: str, count: int) -> list[int]:
    """Take so many values from the sequence behind the table's `id`."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)", [table, count])
        return [row[0] for row in cursor.fetchall()]


def insert_many(
    table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], *, ignore_conflicts: bool = False
) -> int:
    """Insert rows, whose values stand in the order of `columns`; returns how many were inserted."""
    names = _names(table, columns)
    statement = sql.SQL("INSERT INTO {table} ({columns}) SELECT {columns} FROM pg_temp.staging").format(**names)
    if ignore_conflicts:
        statement += sql.SQL(" ON CONFLICT DO NOTHING")
    return _through_staging(table, columns, rows, statement)


def update_many(table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """Set `columns[1:]` of the rows whose `columns[0]`, a key, is given; returns how many were changed."""
    key, *changed = columns
    assignments = sql.SQL(", ").join(
        sql.SQL("{0} = pg_temp.staging.{0}").format(sql.Identifier(column)) for column in changed
    )
    statement = sql.SQL(
        "UPDATE {table} SET {assignments} FROM pg_temp.staging WHERE {table}.{key} = pg_temp.staging.{key}"
    ).format(table=sql.Identifier(table), assignments=assignments, key=sql.Identifier(key))
    return _through_staging(table, columns, rows, statement)


def _names(table: str, columns: Sequence[str]) -> dict[str, sql.Composable]:
    return {"table": sql.Identifier(table), "columns": sql.SQL(", ").join(map(sql.Identifier, columns))}


def _through_staging(
    table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], statement: sql.Composed
) -> int:
    staging = sql.SQL("CREATE TEMP TABLE staging ON COMMIT DROP AS SELECT {columns} FROM {table} WITH NO DATA")
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(staging.format(**_names(table, columns)))
        with cursor.copy("COPY pg_temp.staging FROM STDIN") as copy:
            for row in encrypting(table, columns, rows):
                copy.write_row(row)
        cursor.execute(statement)
        count: int = cursor.rowcount
        cursor.execute("DROP TABLE pg_temp.staging")
        return count
