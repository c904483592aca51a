# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Restoring a copy for trial: into a database of its own on the same server, which is dropped afterwards."""

import os
import subprocess
import sys
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlsplit, urlunsplit

import psycopg
from django.db import connection
from psycopg import sql
from pyrage.x25519 import Identity

from ponte.platform.backup.problems import BackupError
from ponte.platform.database import roles
from ponte.platform.database.embedded import EmbeddedDatabase
from ponte.platform.environment import ROOT, Environment


def restored_digest(file: Path, identity: Identity) -> str:
    """The digest of what `ponte restore` makes of the file. Raises `BackupError` where it cannot be done."""
    var = Environment.read().var
    with _database() as url, tempfile.TemporaryDirectory(prefix=".trial-", dir=var) as folder:
        done = subprocess.run(  # noqa: S603 - our own command, no shell
            [sys.executable, "-m", "ponte.cli", "restore", str(file), "--identity", "-"],
            cwd=ROOT,
            env=os.environ | {"DATABASE_URL": url, "PONTE_VAR": folder},
            input=str(identity),
            capture_output=True,
            text=True,
            check=False,
        )
    if done.returncode != 0:
        raise BackupError(f"The trial restore failed: {done.stderr.strip().removeprefix('Error: ')}")
    return done.stdout.split()[-1]


@contextmanager
def _database() -> Iterator[str]:
    """The owner's address of a new, empty database."""
    name = f"ponte_trial_{uuid.uuid4().hex[:8]}"
    address = connection.settings_dict
    with psycopg.connect(
        host=address["HOST"] or None,
        port=address["PORT"] or None,
        user=address["USER"] or None,
        password=address["PASSWORD"] or None,
        dbname=address["NAME"],
        autocommit=True,
        **{key: value for key, value in address["OPTIONS"].items() if key.startswith("ssl")},
    ) as owner:
        try:
            owner.execute(
                sql.SQL("CREATE DATABASE {} TEMPLATE template0 ENCODING 'UTF8'").format(sql.Identifier(name))
            )
        except psycopg.errors.InsufficientPrivilege as problem:
            raise BackupError(
                f"A trial restore needs a database of its own, which {address['USER']!r} may not make: "
                "give it CREATEDB, or restore the copy elsewhere."
            ) from problem
        try:
            yield _url(name)
        finally:
            owner.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def _url(name: str) -> str:
    given = os.environ.get("DATABASE_URL")
    if not given:
        return EmbeddedDatabase.for_installation(Environment.read().var).url(user=roles.OWNER, name=name)
    return urlunsplit(urlsplit(given)._replace(path=f"/{quote(name)}"))
