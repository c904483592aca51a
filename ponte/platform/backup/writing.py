# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Writing a copy, and reading it back before it is called one."""

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection, transaction
from django.db.migrations.recorder import MigrationRecorder
from pyrage.x25519 import Identity, Recipient

from ponte.platform.audit import actions as audit
from ponte.platform.backup import age, archive, tables
from ponte.platform.backup.meeting import files_stay
from ponte.platform.backup.problems import BackupError

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Copied:
    """What a copy holds."""

    rows: int
    files: int
    digest: str
    size: int


def make_backup(
    file: Path,
    *,
    recipients: Sequence[Recipient],
    progress: Progress,
    trial: Callable[[Path, Identity], str] | None = None,
) -> Copied:
    """Copy this installation into `file`, for these recipients. Needs the owner's connection.

    The file appears under its name only when it was read back and found whole, and, with `trial`, when that, given
    the file and a key, restored it and returned the same digest. For reading back, the copy is also made for a key
    of this run's own, which is then forgotten. Raises `BackupError`.
    """
    refuse_existing(file)
    with transaction.atomic():
        audit.record("platform.make_backup", by=None, after={"recipients": ", ".join(map(str, recipients))})
    own = age.new_identity()
    with _appearing(file) as unfinished:
        with unfinished.open("wb") as target:
            with files_stay(), age.encrypting(target, [*recipients, own.to_public()]) as plain:
                digest = _write(archive.Writer(plain), progress)
            target.flush()
            os.fsync(target.fileno())
        rows, files = _read_back(unfinished, own)
        if trial is not None and (restored := trial(unfinished, own)) != digest:
            raise BackupError(f"The trial restore gave the digest {restored} instead of {digest}.")
        size = unfinished.stat().st_size
    return Copied(rows=rows, files=files, digest=digest, size=size)


def refuse_existing(file: Path) -> None:
    if file.exists():
        raise BackupError(f"{file} exists already; a backup never overwrites one.")


@contextmanager
def _appearing(file: Path) -> Iterator[Path]:
    """A file beside `file` that takes its name at the end, and is gone where that does not come."""
    unfinished = file.with_name(f".{file.name}.{os.getpid()}.part")
    try:
        # Made first, so that only its owner reads what is in it.
        os.close(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        yield unfinished
        os.link(unfinished, file)  # refuses where somebody else was quicker
        unfinished.unlink()
        folder = os.open(file.parent, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)
    except OSError as problem:
        raise BackupError(f"The backup cannot be written to {file}: {problem.strerror or problem}.") from problem
    finally:
        unfinished.unlink(missing_ok=True)


def _write(writer: archive.Writer, progress: Progress) -> str:
    digests: dict[str, tuple[int, int]] = {}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        # A policy that hid rows from the owner would make the copy incomplete: PostgreSQL refuses instead.
        cursor.execute("SET LOCAL row_security = off")
        tables.write_alike()
        every = tables.every_table()
        writer.add_json(archive.MANIFEST, _manifest(every))
        for done, table in enumerate(every):
            progress("copy", done, len(every))
            with cursor.copy(table.copy_out()) as rows:
                writer.add_parts(f"tables/{table.name}", rows)
            digests[table.name] = table.count_and_digest()
    files = {}
    for path in stored_files():
        name = path.relative_to(settings.MEDIA_ROOT).as_posix()
        files[name] = writer.add_file(f"files/{name}", path)
    digest = tables.digest_of(digests)
    # As text: a reader of JSON may not take numbers of 64 bits.
    totals = {name: [rows, str(total)] for name, (rows, total) in digests.items()}
    writer.add_json(archive.TOTALS, {"tables": totals, "files": files, "digest": digest})
    writer.close()
    return digest


def stored_files() -> list[Path]:
    """All that is kept; a file with a suffix is one that is still being written."""
    return sorted(path for path in Path(settings.MEDIA_ROOT).rglob("*") if path.is_file() and not path.suffix)


def _manifest(every: Sequence[tables.Table]) -> dict[str, Any]:
    return {
        "format": archive.FORMAT,
        "ponte": version("ponte"),
        "made_at": datetime.now(UTC).isoformat(timespec="seconds"),
        "postgresql": connection.cursor().execute("SHOW server_version").fetchone()[0],
        "migrations": sorted(MigrationRecorder(connection).applied_migrations()),
        "tables": {table.name: table.columns for table in every},
        "sequences": tables.sequences(),
    }


def _read_back(file: Path, own: Identity) -> tuple[int, int]:
    """Decrypt the whole file again and compare it with what it says of itself; returns rows and files."""
    lines: dict[str, int] = {}
    files: dict[str, list[Any]] = {}
    with archive.reading(file, [own]) as copy:
        for member in copy:
            kind, _, name = member.name.partition("/")
            if kind == "tables":
                table = name.rpartition("/")[0]
                lines[table] = lines.get(table, 0) + sum(block.count(b"\n") for block in member.blocks())
            else:
                digest = hashlib.sha256()
                for block in member.blocks():
                    digest.update(block)
                files[name] = [member.size, digest.hexdigest()]
    totals = copy.totals or {}
    if lines != {name: rows for name, (rows, _) in totals["tables"].items()} or files != totals["files"]:
        raise BackupError("What was written is not what is in the file: the disk cannot be relied upon.")
    return sum(lines.values()), len(files)
