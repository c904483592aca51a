# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Bringing the embedded PostgreSQL to the state in which Django can connect: running, with database and owner."""

import os
import time
from pathlib import Path

import psycopg
from psycopg import sql

from ponte.platform.database import roles
from ponte.platform.database.embedded import LONGEST_RECOVERY, EmbeddedDatabase
from ponte.platform.environment import Environment

NAME = "ponte"
PARTING = 3.0  # Seconds for which a connection may still be seen after it was closed.
MIGRATING = 0x504F4E5445  # "PONTE": the advisory lock of whoever migrates


def start_embedded_if_needed() -> EmbeddedDatabase | None:
    """Start this installation's own PostgreSQL; none where `DATABASE_URL` names another.

    Raises `EmbeddedDatabaseError`.
    """
    if os.environ.get("DATABASE_URL"):
        return None
    var = Environment.read().var
    var.mkdir(parents=True, exist_ok=True)
    embedded = EmbeddedDatabase.for_installation(var)
    embedded.start()
    with _connected(embedded) as connection:
        exists = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [NAME]).fetchone()
        if exists is None:
            owner = connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [roles.OWNER]).fetchone()
            if owner is None:  # else the last attempt ended between these two
                connection.execute(
                    sql.SQL("CREATE ROLE {} LOGIN CREATEROLE CREATEDB").format(sql.Identifier(roles.OWNER))
                )
            connection.execute(
                sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(NAME), sql.Identifier(roles.OWNER))
            )
    return embedded


def _connected(embedded: EmbeddedDatabase) -> psycopg.Connection:
    """Wait while a server that somebody else has just started reads its log again after a crash."""
    deadline = time.monotonic() + LONGEST_RECOVERY
    while True:
        try:
            return psycopg.connect(embedded.url(name="postgres"), autocommit=True)
        except psycopg.OperationalError as problem:
            # Before a connection there is no code of the refusal, only its words, which are in English (LC_ALL=C).
            recovers = "starting up" in str(problem) or "recovery mode" in str(problem)
            if not recovers or time.monotonic() > deadline:
                raise
            time.sleep(0.2)


def stop_embedded_if_unused(embedded: EmbeddedDatabase) -> bool:
    """Stop the server unless another process (a command, a second `ponte serve`) is connected to it.

    A connection that this process has just closed is there for another moment, so one that is seen is looked for
    again for `PARTING` seconds. Returns whether it was stopped.
    """
    try:
        with psycopg.connect(embedded.url(name="postgres"), autocommit=True) as connection:
            until = time.monotonic() + PARTING
            while _others(connection):
                if time.monotonic() > until:
                    return False
                time.sleep(0.1)
    except psycopg.OperationalError:
        return False
    embedded.stop()
    return True


def _others(connection: psycopg.Connection) -> int:
    found = connection.execute(
        "SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()"
    ).fetchone()
    return int(found[0]) if found else 0


def unapplied_migrations() -> list[str]:
    """The migrations on disk that the database has not seen, as `app.name`. Needs Django set up, and is quick:
    it compares names and imports no migration."""
    from django.apps import apps
    from django.db import connection

    on_disk = {
        (config.label, file.stem)
        for config in apps.get_app_configs()
        for file in Path(config.path, "migrations").glob("[!_]*.py")
    }
    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('django_migrations')")
        if cursor.fetchone()[0] is None:
            applied = set()
        else:
            cursor.execute("SELECT app, name FROM django_migrations")
            applied = set(cursor.fetchall())
    return sorted(".".join(migration) for migration in on_disk - applied)


def migrate() -> None:
    """Make the roles and bring the tables up to date; two processes that start at once take turns.

    Needs Django set up with the owner's connection.
    """
    from django.core.management import call_command
    from django.db import connection

    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_lock(%s)", [MIGRATING])
            roles.ensure_roles(cursor)
        call_command("migrate", verbosity=0, interactive=False)
    finally:
        connection.close()  # and with it the lock, also where an interruption leaves a transaction broken
