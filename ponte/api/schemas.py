# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The shapes that endpoints share."""

import base64
import datetime as dt
import json
from collections.abc import Mapping
from typing import Annotated, Any, TypeVar

from django.db.models import Model, QuerySet
from django.utils.translation import gettext as _
from ninja import Query, Schema
from pydantic import ConfigDict, Field

from ponte.api.problems import ProblemError

Row = TypeVar("Row", bound=Model)


class Asked(Schema):
    """What a request may say: nothing else, so that a misspelt field is not passed over in silence."""

    model_config = ConfigDict(extra="forbid")


class FieldProblem(Schema):
    field: str = Field(description="Empty where it is about several fields together.")
    detail: str


class Problem(Schema):
    """RFC 9457. `instance` names the request in the audit trail."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[FieldProblem]
    instance: str | None


class Named(Schema):
    slug: str
    name: str


PROBLEMS: Mapping[int, Any] = dict.fromkeys((400, 401, 403, 404, 413, 422, 429), Problem)
WRITING: Mapping[int, Any] = {**PROBLEMS, 415: Problem}

Cursor = Annotated[str, Query(max_length=200, description="`next` of the page before.")]
Limit = Annotated[int, Query(ge=1, le=100)]
Number = Annotated[int, Field(ge=1, le=2_147_483_647)]


def cursor_of(*keys: object) -> str:
    """Where a page ended: after it the next begins, whatever was added meanwhile."""
    return base64.urlsafe_b64encode(json.dumps([str(key) for key in keys]).encode()).decode()


def page_of(found: QuerySet[Row], limit: int, *keys: str) -> tuple[list[Row], str | None]:
    """So many rows, and the cursor behind the last where more follow. `found` is ordered by the attributes `keys`."""
    rows = list(found[: limit + 1])
    if len(rows) <= limit:
        return rows, None
    return rows[:limit], cursor_of(*(getattr(rows[limit - 1], key) for key in keys))


def keys_in(cursor: str, *kinds: type) -> list[Any]:
    """Raises a 422 for what no page gave out."""
    try:
        keys = json.loads(base64.urlsafe_b64decode(cursor.encode("ascii")))
        return [_read(kind, key) for kind, key in zip(kinds, _listed(keys), strict=True)]
    except (ValueError, TypeError, RecursionError):
        raise ProblemError(422, errors=[("cursor", _("Nessuna pagina ha dato questo valore."))]) from None


def _listed(keys: Any) -> list[str]:
    if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
        raise TypeError(keys)
    return keys


def _read(kind: type, key: str) -> Any:
    if kind is dt.date:
        return dt.date.fromisoformat(key)
    if kind is int:
        number = int(key)
        if not 0 < number < 2**63:
            raise ValueError(key)
        return number
    if "\x00" in key:
        raise ValueError(key)
    return key
