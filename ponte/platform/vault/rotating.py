# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Encrypting with the newest key what older keys, or none, encrypted; and finding what no key opens.

Each batch is a transaction of its own, and what is done is told from the values themselves: an interrupted run is
simply started again, and people go on working meanwhile.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db import connection, transaction
from psycopg import sql

from ponte.platform.vault.fields import PREFIX, EncryptedTextField, UnreadableError, decrypt, encrypt
from ponte.platform.vault.keys import UnknownKeyError, ring

BATCH = 2000
PATIENCE = "10s"  # for whoever writes to an append-only table at this moment


@dataclass(frozen=True, slots=True)
class Column:
    """An encrypted column of a table with a key `id`."""

    table: str
    name: str
    append_only: bool

    @property
    def place(self) -> str:
        return f"{self.table}.{self.name}"


@dataclass(slots=True)
class Readable:
    """What a column holds: how many values, how many of them with older keys, and which rows do not open."""

    values: int = 0
    old: int = 0
    unreadable: tuple[int, ...] = ()


def encrypted_columns() -> list[Column]:
    return [
        Column(model._meta.db_table, field.attname, getattr(model, "append_only", False))
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if isinstance(field, EncryptedTextField)
    ]


def encrypt_anew(column: Column) -> Iterator[int]:
    """Bring every value to the newest key, as the owner of the table; yields after each batch how many were changed.

    What cannot be read is left as it is: `ponte check` names it.
    """
    last = 0
    while True:
        with transaction.atomic():
            rows = _after(column, last, lock=True)
            if not rows:
                return
            last = rows[-1][0]
            yield _write(column, [(pk, anew) for pk, value in rows if (anew := _anew(column, value)) is not None])


def readable(column: Column) -> Readable:
    """Open every value, as the system role may see it."""
    found, last = Readable(), 0
    current = f"{PREFIX}{ring().newest.id}:"
    while rows := _after(column, last, lock=False):
        last = rows[-1][0]
        for pk, value in rows:
            found.values += 1
            found.old += not value.startswith(current)
            try:
                decrypt(value, place=column.place)
            except (UnreadableError, UnknownKeyError):
                found.unreadable += (pk,)
    return found


def _after(column: Column, last: int, *, lock: bool) -> list[tuple[int, str]]:
    statement = sql.SQL("SELECT id, {name} FROM {table} WHERE id > %s AND {name} <> '' ORDER BY id LIMIT %s").format(
        name=sql.Identifier(column.name), table=sql.Identifier(column.table)
    ) + sql.SQL(" FOR UPDATE" if lock else "")
    with connection.cursor() as cursor:
        cursor.execute(statement, [last, BATCH])
        return list(cursor.fetchall())


def _anew(column: Column, value: str) -> str | None:
    if value.startswith(f"{PREFIX}{ring().newest.id}:"):
        return None
    try:
        plain = decrypt(value, place=column.place) if value.startswith(PREFIX) else value
    except (UnreadableError, UnknownKeyError):
        return None
    return encrypt(plain, place=column.place)


def _write(column: Column, values: list[tuple[int, str]]) -> int:
    if not values:
        return 0
    names = {"name": sql.Identifier(column.name), "table": sql.Identifier(column.table)}
    with connection.cursor() as cursor:
        if column.append_only:
            # The sense of the row stays as it was written; only its owner can do this.
            cursor.execute("SELECT set_config('lock_timeout', %s, true)", [PATIENCE])
            cursor.execute(sql.SQL("ALTER TABLE {table} DISABLE TRIGGER refuse_change").format(**names))
        cursor.execute(
            sql.SQL(
                "UPDATE {table} t SET {name} = v.value FROM unnest(%s::bigint[], %s::text[]) AS v(id, value) "
                "WHERE t.id = v.id"
            ).format(**names),
            [[pk for pk, _ in values], [value for _, value in values]],
        )
        if column.append_only:
            cursor.execute(sql.SQL("ALTER TABLE {table} ENABLE TRIGGER refuse_change").format(**names))
    return len(values)
