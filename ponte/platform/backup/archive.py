# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The members of a copy, one after the other: a gzipped tar that is written and read as a stream."""

import gzip
import hashlib
import io
import json
import tarfile
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, cast

from pyrage.x25519 import Identity

from ponte.platform.backup import age
from ponte.platform.backup.problems import BackupError

FORMAT = 1
MANIFEST, TOTALS = "manifest.json", "totals.json"
PART = 4 << 20
QUICK = 3  # of gzip's nine grades: the next ones take longer than they save


class Writer:
    def __init__(self, stream: BinaryIO) -> None:
        self._zip = gzip.GzipFile(fileobj=stream, mode="wb", compresslevel=QUICK, mtime=0)
        self._tar = tarfile.open(fileobj=self._zip, mode="w|", format=tarfile.PAX_FORMAT)  # noqa: SIM115

    def add(self, name: str, content: bytes) -> None:
        self._add(name, len(content), io.BytesIO(content))

    def add_json(self, name: str, content: object) -> None:
        self.add(name, json.dumps(content, ensure_ascii=False, indent=1).encode())

    def add_parts(self, folder: str, blocks: Iterable[bytes | memoryview]) -> None:
        """A content of unknown length, in numbered members."""
        number, part = 0, bytearray()
        for block in blocks:
            part += block
            if len(part) >= PART:
                self.add(f"{folder}/{number:06}", bytes(part))
                number, part = number + 1, bytearray()
        if part or not number:
            self.add(f"{folder}/{number:06}", bytes(part))

    def add_file(self, name: str, file: Path) -> tuple[int, str]:
        """Copy a file; returns its size and SHA-256."""
        with file.open("rb") as source:
            hashing = _Hashing(source)
            size = file.stat().st_size
            self._add(name, size, cast("BinaryIO", hashing))
        return size, hashing.digest.hexdigest()

    def close(self) -> None:
        self._tar.close()
        self._zip.close()

    def _add(self, name: str, size: int, content: BinaryIO) -> None:
        member = tarfile.TarInfo(name)
        member.size, member.mode = size, 0o600
        self._tar.addfile(member, content)


class _Hashing:
    def __init__(self, source: BinaryIO) -> None:
        self._source = source
        self.digest = hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        block = self._source.read(size)
        self.digest.update(block)
        return block


@dataclass(slots=True)
class Member:
    name: str
    size: int
    content: BinaryIO

    def blocks(self) -> Iterator[bytes]:
        while block := self.content.read(age.BLOCK):
            yield block


class Reader:
    """Iterates over the members after the manifest; the content of one must be read before the next comes."""

    def __init__(self, stream: BinaryIO) -> None:
        self.totals: dict[str, Any] | None = None
        self._zip = gzip.GzipFile(fileobj=stream, mode="rb")
        try:
            self._tar = tarfile.open(fileobj=self._zip, mode="r|")  # noqa: SIM115
            first = self._tar.next()
            content = self._tar.extractfile(first) if first and first.name == MANIFEST else None
            self.manifest: dict[str, Any] = json.loads(content.read() if content else b"")
        except (tarfile.TarError, gzip.BadGzipFile, EOFError, zlib.error, json.JSONDecodeError) as problem:
            raise BackupError("The file can be decrypted, but is no backup of Ponte.") from problem
        if self.manifest.get("format") != FORMAT:
            raise BackupError("The backup was made by a newer version of Ponte: install that one first.")

    def __iter__(self) -> Iterator[Member]:
        for member in self._tar:
            if member.name == MANIFEST:
                continue
            content = self._tar.extractfile(member)
            if content is None:
                raise BackupError(f"The backup holds {member.name!r}, which is no file.")
            if member.name == TOTALS:
                self.totals = json.loads(content.read())
            else:
                yield Member(member.name, member.size, cast("BinaryIO", content))
        while self._zip.read(age.BLOCK):  # its checksum stands at the end
            pass
        if self.totals is None:
            raise BackupError("The backup is damaged or cut short: it is not what was written.")


@contextmanager
def reading(file: Path, identities: Sequence[Identity]) -> Iterator[Reader]:
    """The copy in `file`. What it holds may be relied upon once the block has ended. Raises `BackupError`."""
    try:
        source = file.open("rb")
    except OSError as problem:
        raise BackupError(f"The backup {file} cannot be read: {problem.strerror}.") from problem
    with source, age.decrypting(source, identities) as plain:
        yield Reader(plain)
