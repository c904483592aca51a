# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What docs/administrators.md says of going back to a moment, done with PostgreSQL's own write-ahead log."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from ponte.platform.database import embedded as module
from ponte.platform.database.embedded import EmbeddedDatabase
from tests.installations import installations


@pytest.fixture
def top() -> Iterator[Path]:
    with installations() as folder:
        yield folder


def run(database: EmbeddedDatabase, *statements: str) -> list[tuple[object, ...]]:
    with psycopg.connect(database.url(name="postgres"), autocommit=True) as connection:
        for statement in statements:
            cursor = connection.execute(statement)
        return cursor.fetchall() if cursor.description else []


@pytest.mark.slow
def test_the_moment_before_a_mistake_is_reached_again(top: Path) -> None:
    """A base backup and the archived log bring back what was there before the mistake, and nothing of after it."""
    (top / "first").mkdir()
    first = EmbeddedDatabase.for_installation(top / "first")
    first.start()
    archive = first.home / "archive"
    archive.mkdir()
    base = first.home / "base"
    if (user := module._server_user()) is not None:
        os.chown(archive, user.pw_uid, user.pw_gid)
    run(
        first,
        "ALTER SYSTEM SET archive_mode = 'on'",
        f"ALTER SYSTEM SET archive_command = 'test ! -f {archive}/%f && cp %p {archive}/%f'",
    )
    first.stop()
    first.start()
    run(first, "CREATE TABLE cards AS SELECT 'before the base backup' AS said")
    first._run(
        "pg_basebackup", "-D", str(base), "-h", str(first.socket_folder), "-U", "postgres", "--checkpoint=fast",
        "--wal-method=none",
    )  # fmt: skip
    run(first, "INSERT INTO cards VALUES ('after the base backup')")
    [(moment,)] = run(first, "SELECT clock_timestamp()::text")
    run(first, "DELETE FROM cards", "INSERT INTO cards VALUES ('after the mistake')", "SELECT pg_switch_wal()")
    first.stop()  # a server that stops in order archives what is complete

    (top / "second").mkdir()
    second = EmbeddedDatabase.for_installation(top / "second")
    second._make_home()
    shutil.copytree(base, second.data)
    with (second.data / "postgresql.auto.conf").open("a") as settings:
        settings.write(
            f"archive_mode = 'off'\nrestore_command = 'cp {archive}/%f %p'\n"
            f"recovery_target_time = '{moment}'\nrecovery_target_action = 'promote'\n"
        )
    (second.data / "recovery.signal").touch()
    for place in (second.data, *second.data.rglob("*")):
        place.chmod(0o700 if place.is_dir() else 0o600)
        if user is not None:
            os.chown(place, user.pw_uid, user.pw_gid)
    second.start()
    assert run(second, "SELECT said FROM cards ORDER BY 1") == [
        ("after the base backup",),
        ("before the base backup",),
    ]
