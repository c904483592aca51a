# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A text that the database holds encrypted.

In the column stands `ponte1:<key id>:<base64>`: AES-256-GCM with a random nonce, bound to table and column, so that
a value put into another column does not open. It is not bound to the row, which has no number yet when it is written.
An empty text stays empty, so that conditions and constraints can tell whether something is there.
"""

import base64
import os
from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django import forms
from django.apps import apps
from django.core.exceptions import FieldError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models.lookups import Exact

from ponte.platform.vault.keys import Key, ring

PREFIX = "ponte1:"
NONCE = 12


class UnreadableError(Exception):
    """An encrypted text was altered, or stands where it was not written."""


def encrypt(text: str, *, place: str) -> str:
    """`place` is `table.column`."""
    if not text:
        return text
    key = ring().newest
    nonce = os.urandom(NONCE)
    sealed = nonce + _cipher(key).encrypt(nonce, text.encode(), place.encode())
    return f"{PREFIX}{key.id}:{base64.urlsafe_b64encode(sealed).decode()}"


def decrypt(stored: str, *, place: str) -> str:
    """Raises `UnreadableError`, or `UnknownKeyError` where its key is not in the ring."""
    if not stored:
        return stored
    try:
        key_id, sealed = stored.removeprefix(PREFIX).split(":", 1)
        content = base64.urlsafe_b64decode(sealed)
        key = ring().find(key_id)
        return _cipher(key).decrypt(content[:NONCE], content[NONCE:], place.encode()).decode()
    except (ValueError, InvalidTag) as problem:
        raise UnreadableError(
            f"A value of {place} cannot be decrypted: it is not what was written there."
        ) from problem


@cache
def _cipher(key: Key) -> AESGCM:
    return AESGCM(key.derive(b"field"))


if TYPE_CHECKING:
    _TextField = models.TextField[str, str]
else:
    _TextField = models.TextField


class EncryptedTextField(_TextField):
    """`max_length` limits what is written; the column is longer than that."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.max_length is not None:
            self.validators.append(MaxLengthValidator(self.max_length))

    @property
    def place(self) -> str:
        return f"{self.model._meta.db_table}.{self.attname}"

    def get_prep_value(self, value: Any) -> Any:
        value = super().get_prep_value(value)
        return value if not value else encrypt(str(value), place=self.place)

    def from_db_value(self, value: str | None, expression: object, connection: BaseDatabaseWrapper) -> str | None:
        return value if not value else decrypt(value, place=self.place)

    def get_lookup(self, lookup_name: str) -> Any:
        if lookup_name == "exact":
            return _IsEmpty
        if lookup_name != "isnull":
            raise FieldError(f"{self} is encrypted: the database cannot compare it ({lookup_name}).")
        return super().get_lookup(lookup_name)

    def formfield(self, **options: Any) -> Any:
        short = self.max_length is not None
        return super().formfield(**({"widget": forms.TextInput} if short else {}) | options)


if TYPE_CHECKING:
    EncryptedBytesField = models.BinaryField
else:

    class EncryptedBytesField(EncryptedTextField):
        """Content that is not a text, such as a document, in the same form."""

        def get_prep_value(self, value: Any) -> Any:
            return super().get_prep_value(None if value is None else base64.b64encode(value).decode())

        def from_db_value(self, value: str | None, expression: object, connection: BaseDatabaseWrapper) -> Any:
            text = super().from_db_value(value, expression, connection)
            return None if text is None else base64.b64decode(text)


def encrypting(table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]) -> Iterable[Sequence[Any]]:
    """Rows on their way past the models, with the encrypted columns encrypted."""
    concerned = [at for at, column in enumerate(columns) if column in encrypted_of(table)]
    return (_row(table, columns, concerned, row) for row in rows) if concerned else rows


def _row(table: str, columns: Sequence[str], concerned: Sequence[int], row: Sequence[Any]) -> Sequence[Any]:
    values = list(row)
    for at in concerned:
        if values[at]:
            values[at] = encrypt(values[at], place=f"{table}.{columns[at]}")
    return values


@cache
def encrypted_of(table: str) -> frozenset[str]:
    """The columns of a table that are encrypted."""
    return frozenset(
        field.attname
        for model in apps.get_models()
        if model._meta.db_table == table
        for field in model._meta.concrete_fields
        if isinstance(field, EncryptedTextField)
    )


class _IsEmpty(Exact):
    """The one comparison that the database can make: whether something is there."""

    def get_prep_lookup(self) -> Any:
        if self.rhs != "":
            raise FieldError(f"{self.lhs} is encrypted: the database only knows whether it is empty.")
        return self.rhs
