# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The shapes that endpoints share."""

from typing import Annotated

from ninja import Schema
from pydantic import ConfigDict, Field

Text = Annotated[str, Field(max_length=200)]


class Asked(Schema):
    """What a request may say: nothing else, so that a misspelt field is not passed over in silence."""

    model_config = ConfigDict(extra="forbid")


class FieldProblem(Schema):
    field: str
    detail: str


class Problem(Schema):
    """RFC 9457. `instance` names the request in the audit trail."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[FieldProblem] = []
    instance: str | None = None


PROBLEMS = dict.fromkeys((400, 401, 403, 404, 422, 429), Problem)
