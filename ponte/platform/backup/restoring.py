# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Bringing a copy back into an empty installation: all of it, or nothing."""

import hashlib
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path, PurePosixPath
from typing import Any

from django.apps import apps
from django.conf import settings
from django.contrib.auth import get_user_model
from django.db import connection, transaction
from django.db.migrations.executor import MigrationExecutor
from psycopg import sql
from pyrage.x25519 import Identity

from ponte.platform.audit import actions as audit
from ponte.platform.audit.models import AuditEvent
from ponte.platform.backup import archive, tables
from ponte.platform.backup.problems import BackupError
from ponte.platform.backup.writing import Copied, Progress, stored_files
from ponte.platform.database import roles
from ponte.platform.database.filling import without_indexes, without_triggers
from ponte.platform.database.setup import migrate

PATIENCE = "20s"  # for a web server or worker that has a table open


def restore(
    file: Path, *, identities: Sequence[Identity], progress: Progress, prepare: Callable[[], object]
) -> Copied:
    """Fill this installation, which must be empty, with the copy in `file`. Needs the owner's connection.

    `prepare` starts the database; it is called once the file was found to be a copy that these keys open. Raises
    `BackupError`, after which the installation is as empty as before.
    """
    with archive.reading(file, identities) as copy:
        prepare()
        _refuse_unless_empty()
        _make_tables({(app, name) for app, name in copy.manifest["migrations"]})
        with _files_appearing() as (folder, appear), transaction.atomic():
            digest = _fill(copy, folder, progress)
            audit.record("platform.restore_backup", by=None, after={"made_at": copy.manifest["made_at"]})
            appear()
    totals = copy.totals or {}
    migrate()
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return Copied(
        rows=sum(rows for rows, _ in totals["tables"].values()),
        files=len(totals["files"]),
        digest=digest,
        size=file.stat().st_size,
    )


def _refuse_unless_empty() -> None:
    existing = {table.name for table in tables.every_table()}
    filled = [
        model._meta.verbose_name_plural
        for model in apps.get_models()
        if (hasattr(model, "privacy") or model in {get_user_model(), AuditEvent})
        and model._meta.db_table in existing
        and _has_rows(model._meta.db_table)
    ]
    if filled:
        _mark().unlink(missing_ok=True)  # of one that was killed once all was there
    if filled or (stored_files() and not _mark().exists()):
        raise BackupError("This installation holds data already; a backup is restored into an empty one only.")


def _has_rows(table: str) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(sql.SQL("SELECT EXISTS (SELECT 1 FROM {})").format(sql.Identifier(table)))
        return bool(cursor.fetchone()[0])


def _make_tables(recorded: set[tuple[str, str]]) -> None:
    """Bring the tables to the state in which the copy was made; its rows are brought up to date with them later."""
    executor = MigrationExecutor(connection)
    known = set(executor.loader.disk_migrations)
    unknown = sorted(recorded - known)
    if unknown:
        raise BackupError(
            f"The backup was made by a newer version of Ponte (which has {'.'.join(unknown[0])}): install that first."
        )
    if set(executor.loader.applied_migrations) - recorded:
        raise BackupError(
            "The tables here are newer than those of the backup: restore it into a database that has none yet."
        )
    if recorded == known:
        migrate()
        return
    with connection.cursor() as cursor:
        roles.ensure_roles(cursor)
    nodes = executor.loader.graph.node_map
    last = [
        key for key in recorded
        if not any(child.key in recorded and child.key[0] == key[0] for child in nodes[key].children)
    ]  # fmt: skip
    executor.migrate(last)


def _mark() -> Path:
    """There while files are in their place and their rows may not be: with an empty database they are nobody's."""
    media = Path(settings.MEDIA_ROOT)
    return media.with_name(f".{media.name}.restoring")


@contextmanager
def _files_appearing() -> Iterator[tuple[Path, Callable[[], None]]]:
    """A folder for the copy's files, and what puts it in its place; gone again where the block fails."""
    media = Path(settings.MEDIA_ROOT)
    unfinished = media.with_name(f".{media.name}.{os.getpid()}.part")

    def appear() -> None:
        _mark().touch()
        shutil.rmtree(media, ignore_errors=True)  # holds no file that is somebody's, see `_refuse_unless_empty`
        unfinished.rename(media)

    for left in media.parent.glob(f".{media.name}.*.part"):
        shutil.rmtree(left, ignore_errors=True)
    try:
        unfinished.mkdir(mode=0o700, parents=True)
        yield unfinished, appear
    except BaseException as problem:
        if not unfinished.exists():
            shutil.rmtree(media, ignore_errors=True)
        if isinstance(problem, OSError):
            raise BackupError(f"The files cannot be kept in {media}: {problem.strerror}.") from problem
        raise
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
        _mark().unlink(missing_ok=True)


def _fill(copy: archive.Reader, folder: Path, progress: Progress) -> str:
    """Replace what the migrations put into the tables by the copy's rows; returns their digest."""
    named = {name: tables.Table(name, tuple(columns)) for name, columns in copy.manifest["tables"].items()}
    here = {table.name: table for table in tables.every_table()}
    differing = sorted(
        name for name in named.keys() | here.keys()
        if name not in named or name not in here or set(named[name].columns) != set(here[name].columns)
    )  # fmt: skip
    if differing:
        raise BackupError(f"The tables of the backup are not those of its version of Ponte: {', '.join(differing)}.")
    files: dict[str, list[Any]] = {}
    every = [table.name for table in tables.every_table(also_left_out=True)]
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('lock_timeout', %s, true)", [PATIENCE])
    # Rows that were once written are written again as they were: no trigger judges or follows them.
    with without_triggers(every), without_indexes(every):
        with connection.cursor() as cursor:
            cursor.execute(sql.SQL("TRUNCATE {}").format(sql.SQL(", ").join(map(sql.Identifier, every))))
        for done, (name, parts) in enumerate(groupby(copy, key=lambda member: member.name.rpartition("/")[0])):
            kind, _, table = name.partition("/")
            if kind == "tables":
                progress("restore", done, len(named))
                with connection.cursor() as cursor, cursor.copy(named[table].copy_in()) as rows:
                    for part in parts:
                        for block in part.blocks():
                            rows.write(block)
            else:
                files |= {part.name.partition("/")[2]: _store(part, folder) for part in parts}
    with connection.cursor() as cursor:
        for sequence, (last, called) in copy.manifest["sequences"].items():
            cursor.execute("SELECT setval(%s::regclass, %s, %s)", [f'"{sequence}"', last, called])
    return _compare(copy.totals or {}, here, files)


def _store(member: archive.Member, folder: Path) -> list[Any]:
    path = PurePosixPath(member.name).relative_to("files")
    if ".." in path.parts:
        raise BackupError(f"The backup holds a file with the impossible name {member.name!r}.")
    place = folder / path
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    digest = hashlib.sha256()
    with place.open("wb") as file:
        for block in member.blocks():
            file.write(block)
            digest.update(block)
        file.flush()
        os.fsync(file.fileno())
    return [member.size, digest.hexdigest()]


def _compare(totals: dict[str, Any], here: dict[str, tables.Table], files: dict[str, list[Any]]) -> str:
    tables.write_alike()
    digests = {name: table.count_and_digest() for name, table in here.items()}
    expected = {name: (rows, int(total)) for name, (rows, total) in totals["tables"].items()}
    wrong = sorted(name for name in digests if digests[name] != expected.get(name))
    wrong += sorted(name for name in totals["files"] if files.get(name) != totals["files"][name])
    if wrong:
        raise BackupError(f"Restored, these would not be what they were: {', '.join(wrong[:5])}. Nothing was kept.")
    return tables.digest_of(digests)
