# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Files kept encrypted below `PONTE_VAR/media`, each under a random name.

A file begins with `PONTE1`, the id of its key and a salt, from which its own key is derived. Blocks of 64 KiB follow,
each AES-256-GCM with its number and whether it is the last as nonce, bound to the file's name: blocks that were
swapped, cut off, or brought from another file do not open.
"""

import os
import uuid
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import count
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from ponte.platform.vault.keys import Key, ring

MAGIC = b"PONTE1"
KEY_ID, SALT, TAG = 8, 16, 16
HEAD = len(MAGIC) + KEY_ID + SALT
BLOCK = 64 * 1024
UNFINISHED = ".part"


class BrokenFileError(Exception):
    """A stored file is missing or not what was stored."""


def place_of(name: uuid.UUID) -> Path:
    return Path(settings.MEDIA_ROOT) / name.hex[:2] / name.hex


def store(content: Iterable[bytes], *, name: uuid.UUID) -> int:
    """Encrypt the content into a file of this name; returns its length in plain.

    When it returns, the file is on the disk under its name; when it fails, no such file is there. Raises `OSError`.
    """
    place = place_of(name)
    unfinished = place.with_suffix(UNFINISHED)
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    length = 0
    try:
        with open(unfinished, "wb", opener=_for_its_owner_only) as file:
            key, salt = ring().newest, os.urandom(SALT)
            file.write(MAGIC + key.id.encode() + salt)
            cipher = AESGCM(key.derive(b"file", salt))
            for number, last, block in _in_blocks(content):
                length += len(block)
                file.write(cipher.encrypt(_nonce(number, last=last), block, name.bytes))
            file.flush()
            os.fsync(file.fileno())
        unfinished.rename(place)
        folder = os.open(place.parent, os.O_RDONLY)
        os.fsync(folder)
        os.close(folder)
    except BaseException:
        unfinished.unlink(missing_ok=True)
        raise
    return length


def read(name: uuid.UUID) -> Iterator[bytes]:
    """The content in plain, block by block, each proved before it is handed out.

    Raises `BrokenFileError`, also at the end where the file was cut, and `UnknownKeyError`.
    """
    try:
        with place_of(name).open("rb") as file:
            cipher = _cipher(file.read(HEAD))
            block = file.read(BLOCK + TAG)
            for number in count():
                following = file.read(BLOCK + TAG)
                yield cipher.decrypt(_nonce(number, last=not following), block, name.bytes)
                if not following:
                    return
                block = following
    except (OSError, InvalidTag, ValueError) as problem:
        raise BrokenFileError(f"The file {name} is missing or not what was stored.") from problem


def key_of(name: uuid.UUID) -> str:
    """The id of the key with which the file is encrypted. Raises `BrokenFileError`."""
    try:
        with place_of(name).open("rb") as file:
            head = file.read(HEAD)
    except OSError as problem:
        raise BrokenFileError(f"The file {name} is missing.") from problem
    if len(head) != HEAD or not head.startswith(MAGIC):
        raise BrokenFileError(f"The file {name} is not what was stored.")
    return head[len(MAGIC) : len(MAGIC) + KEY_ID].decode("ascii", "replace")


def encrypt_again(name: uuid.UUID) -> bool:
    """Encrypt a stored file with the newest key, if it is not yet; at every moment a whole file is there."""
    if key_of(name) == ring().newest.id:
        return False
    store(read(name), name=name)
    return True


def remove(name: uuid.UUID) -> None:
    place_of(name).unlink(missing_ok=True)
    with suppress(OSError):  # other files are in it
        place_of(name).parent.rmdir()


def stored_names() -> Iterator[uuid.UUID]:
    """The names of all files that are there."""
    for path in Path(settings.MEDIA_ROOT).glob("[0-9a-f][0-9a-f]/*"):
        with suppress(ValueError):
            yield uuid.UUID(hex=path.name)


def forget_unfinished(*, before: float) -> None:
    """Remove what an interrupted `store` left behind before this time."""
    for path in Path(settings.MEDIA_ROOT).glob(f"[0-9a-f][0-9a-f]/*{UNFINISHED}"):
        if path.stat().st_mtime < before:
            path.unlink(missing_ok=True)


def _cipher(head: bytes) -> AESGCM:
    if len(head) != HEAD or not head.startswith(MAGIC):
        raise ValueError("not a file of ours")
    key: Key = ring().find(head[len(MAGIC) : len(MAGIC) + KEY_ID].decode("ascii", "replace"))
    return AESGCM(key.derive(b"file", head[-SALT:]))


def _nonce(number: int, *, last: bool) -> bytes:
    return number.to_bytes(11) + bytes([last])


def _in_blocks(content: Iterable[bytes]) -> Iterator[tuple[int, bool, bytes]]:
    """The content in blocks of equal length: number, whether it is the last one, bytes. At least one comes."""
    number, rest = 0, bytearray()
    for part in content:
        rest += part
        while len(rest) > BLOCK:
            yield number, False, bytes(rest[:BLOCK])
            del rest[:BLOCK]
            number += 1
    yield number, True, bytes(rest)


def _for_its_owner_only(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)
