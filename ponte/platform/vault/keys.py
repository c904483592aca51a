# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The keys with which fields and files are encrypted: in the environment or a file beside it, never in the database.

`PONTE_FIELD_KEYS` lists them, newest first; `PONTE_FIELD_KEYS_FILE` names a file with one a line instead. The first
one encrypts, all of them decrypt. Each key has an id that is computed from it and stands in whatever it encrypted.
"""

import base64
import binascii
import hashlib
import os
import secrets
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.core.exceptions import ImproperlyConfigured

LENGTH = 32
# For laptops and tests: in the source, so as good as none. `ponte check` refuses it in production.
DEVELOPMENT = hashlib.sha256(b"only for a machine without people's data").digest()


class UnknownKeyError(Exception):
    """Something was encrypted with a key that is not in the ring."""

    def __init__(self, key_id: str) -> None:
        super().__init__(f"The key {key_id} is not in PONTE_FIELD_KEYS.")
        self.key_id = key_id


@dataclass(frozen=True)
class Key:
    secret: bytes

    @cached_property
    def id(self) -> str:
        return hashlib.sha256(b"ponte key id" + self.secret).hexdigest()[:8]

    def derive(self, purpose: bytes, salt: bytes = b"") -> bytes:
        """A key for one purpose: what is encrypted for one cannot be passed off as the other."""
        return HKDF(algorithm=SHA256(), length=LENGTH, salt=salt or None, info=b"ponte " + purpose).derive(
            self.secret
        )


@dataclass(frozen=True)
class Ring:
    keys: tuple[Key, ...]

    @property
    def newest(self) -> Key:
        return self.keys[0]

    def find(self, key_id: str) -> Key:
        for key in self.keys:
            if key.id == key_id:
                return key
        raise UnknownKeyError(key_id)


def ring() -> Ring:
    """The keys of this process. Raises `ImproperlyConfigured` with a sentence."""
    return _ring(
        os.environ.get("PONTE_FIELD_KEYS", ""),
        os.environ.get("PONTE_FIELD_KEYS_FILE", ""),
        os.environ.get("PONTE_PRODUCTION", "") not in {"", "0"},
    )


@cache
def _ring(listed: str, file: str, production: bool) -> Ring:
    if file:
        try:
            listed = Path(file).read_text(encoding="ascii")
        except (OSError, UnicodeDecodeError) as problem:
            raise ImproperlyConfigured(f"PONTE_FIELD_KEYS_FILE cannot be read: {file}.") from problem
    words = listed.replace(",", " ").split()
    if not words:
        if production:
            raise ImproperlyConfigured(
                "PONTE_FIELD_KEYS is missing: it encrypts notes and attachments. `ponte keys new` makes one."
            )
        return Ring((Key(DEVELOPMENT),))
    return Ring(tuple(map(_read, words)))


def _read(word: str) -> Key:
    try:
        secret = base64.urlsafe_b64decode(word + "=" * (-len(word) % 4))
    except (binascii.Error, ValueError):
        secret = b""
    if len(secret) != LENGTH:
        raise ImproperlyConfigured(
            f"A key in PONTE_FIELD_KEYS is not {LENGTH} bytes in URL-safe base64; `ponte keys new` makes one."
        )
    return Key(secret)


def new_key() -> str:
    return base64.urlsafe_b64encode(secrets.token_bytes(LENGTH)).decode().rstrip("=")
