# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from typing import TypeVar

from django.db import models

Row = TypeVar("Row", bound=models.Model)


def stored(row: Row) -> Row:
    """The row, checked and saved. Raises `ValidationError`; a column that may be null may stay so.

    What a key points to is for the action to have fetched, by its own rules: whoever decides about a card may be one
    who sees its number only.
    """
    fields = row._meta.concrete_fields
    unasked = [field.name for field in fields if field.is_relation or getattr(row, field.attname) is None]
    row.clean_fields(exclude=unasked)
    row.validate_unique(exclude=unasked)
    row.validate_constraints()
    row.save()
    return row
