# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Bringing the embedded PostgreSQL to the state in which Django can connect: running, with database and owner."""

import os

import psycopg
from psycopg import sql

from ponte.config.environment import Environment
from ponte.platform.database import roles
from ponte.platform.database.embedded import EmbeddedDatabase

NAME = "ponte"


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
    with psycopg.connect(embedded.url(name="postgres"), autocommit=True) as connection:
        exists = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [NAME]).fetchone()
        if exists is None:
            connection.execute(
                sql.SQL("CREATE ROLE {} LOGIN CREATEROLE CREATEDB").format(sql.Identifier(roles.OWNER))
            )
            connection.execute(
                sql.SQL("CREATE DATABASE {} OWNER {}").format(sql.Identifier(NAME), sql.Identifier(roles.OWNER))
            )
    return embedded
