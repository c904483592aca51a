# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from typing import TypeVar

from django.db import models

Row = TypeVar("Row", bound=models.Model)


def stored(row: Row) -> Row:
    """The row, checked and saved. Raises `ValidationError`; a column that may be null may stay so."""
    may_be_empty = [field.name for field in row._meta.concrete_fields if field.null]
    row.full_clean(exclude=[name for name in may_be_empty if getattr(row, name) is None])
    row.save()
    return row
