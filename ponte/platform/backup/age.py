# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Streams through age: what is written comes out encrypted, what is read comes out in plain.

pyrage encrypts from a file to a file; a thread of its own and a pipe make a stream of that, so memory stays bounded.
"""

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, BinaryIO, cast

import pyrage
from pyrage.x25519 import Identity, Recipient

from ponte.platform.backup.problems import BackupError

BLOCK = 1 << 20


def recipients_from(words: str) -> list[Recipient]:
    """Public keys, separated by spaces or commas."""
    try:
        return [Recipient.from_str(word) for word in words.replace(",", " ").split()]
    except pyrage.RecipientError as problem:
        raise BackupError(f"A recipient must be a public key of age (age1…); {words!r} is not.") from problem


def new_identity() -> Identity:
    return Identity.generate()


def identities_from(text: str, *, source: str) -> list[Identity]:
    """The private keys in an identity file of age; `source` is how to name it."""
    lines = [line.strip() for line in text.splitlines()]
    try:
        found = [Identity.from_str(line) for line in lines if line and not line.startswith("#")]
    except pyrage.IdentityError as problem:
        raise BackupError(f"{source} is no identity file of age: it needs lines AGE-SECRET-KEY-1….") from problem
    if not found:
        raise BackupError(f"{source} holds no private key of age (a line AGE-SECRET-KEY-1…).")
    return found


def write_identity(file: Path, identity: Identity) -> None:
    """Keep a private key in a new file that only its owner reads. Raises `BackupError` where one is there."""
    try:
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as problem:
        raise BackupError(f"The key cannot be kept in {file}: {problem.strerror}.") from problem
    try:
        with os.fdopen(handle, "w", encoding="ascii") as lines:
            lines.write(f"# created: {datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}\n# public key: {identity.to_public()}\n")
            lines.write(f"{identity}\n")
    except OSError as problem:
        file.unlink(missing_ok=True)
        raise BackupError(f"The key cannot be kept in {file}: {problem.strerror}.") from problem


@contextmanager
def encrypting(target: BinaryIO, recipients: Sequence[Recipient]) -> Iterator[BinaryIO]:
    """What is written to the stream goes into `target`, for these recipients. A full disk raises its `OSError`."""
    receiving, sending = _pipe()
    noted = _Noting(target)
    work = _Work(lambda: pyrage.encrypt_io(receiving, noted, recipients), receiving)
    try:
        yield sending
    finally:
        _close(sending)
        work.join()
        if noted.problem is not None:
            raise noted.problem
    if work.problem is not None:
        raise work.problem


@contextmanager
def decrypting(source: BinaryIO, identities: Sequence[Identity]) -> Iterator[BinaryIO]:
    """What is read from the stream is the plain text of `source`.

    age proves each block before it hands it out, and the end when it is read: a damaged or cut file raises
    `BackupError` there, and not an end that came too early.
    """
    receiving, sending = _pipe()
    work = _Work(lambda: pyrage.decrypt_io(source, sending, identities), sending)
    try:
        yield cast("BinaryIO", _Proven(receiving, work))
    finally:
        _close(receiving)
        work.join()


class _Proven:
    def __init__(self, receiving: BinaryIO, work: "_Work") -> None:
        self._receiving, self._work = receiving, work

    def read(self, size: int = -1) -> bytes:
        block = self._receiving.read(size)
        if not block:
            self._work.join()
            if self._work.problem is not None:
                raise _unreadable(self._work.problem) from self._work.problem
        return block


def _unreadable(problem: BaseException) -> BackupError:
    if isinstance(problem, pyrage.DecryptError):
        if "matching keys" in str(problem):
            return BackupError("The backup was made for other keys: none of those given opens it.")
        return BackupError("The file is no backup of Ponte: age did not encrypt it, or its beginning is damaged.")
    return BackupError("The backup is damaged or cut short: it is not what was written.")


class _Noting:
    """A file that remembers why it could not be written: pyrage passes on only that it could not."""

    def __init__(self, target: BinaryIO) -> None:
        self._target = target
        self.problem: OSError | None = None

    def write(self, block: bytes) -> int:
        try:
            return self._target.write(block)
        except OSError as problem:
            self.problem = problem
            raise

    def flush(self) -> None:
        self._target.flush()


class _Work:
    """A thread that works at one end of the pipe and closes it when it is through."""

    def __init__(self, work: Callable[[], Any], end: BinaryIO) -> None:
        self.problem: BaseException | None = None
        self._work, self._end = work, end
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._work()
        except BaseException as problem:
            self.problem = problem
        finally:
            _close(self._end)

    def join(self) -> None:
        self._thread.join()


def _pipe() -> tuple[BinaryIO, BinaryIO]:
    receiving, sending = os.pipe()
    return os.fdopen(receiving, "rb", BLOCK), os.fdopen(sending, "wb", BLOCK)


def _close(end: BinaryIO) -> None:
    with suppress(OSError):
        end.close()
