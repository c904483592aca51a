# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The document as a page: drawn by the server, so that no script and no other host is needed."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from http.client import responses
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ponte.api.interface import api
from ponte.api.problems import TITLES
from ponte.api.schemas import Problem

EXAMPLE = 'curl -H "Authorization: Bearer $TOKEN" "{}/people?q=shevchenko"'
# What any call may answer, said once for all.
COMMON = frozenset({400, 401, 403, 404, 413, 415, 422, 429})
Json = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    kind: SafeString
    required: bool
    about: SafeString


@dataclass(frozen=True, slots=True)
class Call:
    method: str
    path: str
    name: str
    summary: str
    about: SafeString
    is_public: bool
    asked: list[Field]
    answers: list[tuple[str, str, SafeString]]


@dataclass(frozen=True, slots=True)
class Shape:
    name: str
    about: SafeString
    fields: list[Field]


@login_not_required
@require_safe
def page(request: HttpRequest) -> HttpResponse:
    described = _described()
    return render(
        request,
        "api/reference.html",
        {
            "calls": list(_calls(described)),
            "shapes": list(_shapes(described)),
            "problem": Problem.__name__,
            "example": EXAMPLE.format(request.build_absolute_uri("/api/v1")),
        },
    )


@cache
def _described() -> Json:
    return api.get_openapi_schema()


def _calls(described: Json) -> Iterator[Call]:
    for path, operations in described["paths"].items():
        for method, operation in operations.items():
            yield Call(
                method=method.upper(),
                path=path,
                name=operation["operationId"],
                summary=operation["summary"],
                about=_marked(operation.get("description", "")),
                is_public="security" not in operation,
                asked=list(_asked(operation)),
                answers=[
                    (str(status), str(TITLES.get(int(status)) or responses[int(status)]), _shape_of(answer))
                    for status, answer in sorted(operation["responses"].items())
                    if int(status) not in COMMON
                ],
            )


def _asked(operation: Json) -> Iterator[Field]:
    for parameter in operation["parameters"]:
        yield Field(
            parameter["name"], _linked(_kind(parameter["schema"])), parameter["required"],
            _marked(parameter.get("description", "")),
        )  # fmt: skip
    if "requestBody" in operation:
        yield Field(_("corpo"), _shape_of(operation["requestBody"]), True, _marked(""))


def _shape_of(part: Json) -> SafeString:
    return _linked(", ".join(_kind(content["schema"]) for content in part.get("content", {}).values()))


def _shapes(described: Json) -> Iterator[Shape]:
    for name, schema in sorted(described["components"]["schemas"].items()):
        needed = schema.get("required", ())
        fields = [
            Field(field, _linked(_kind(said)), field in needed, _marked(said.get("description", "")))
            for field, said in schema.get("properties", {}).items()
        ]
        values = ", ".join(map(str, schema.get("enum", ())))
        yield Shape(name, _marked(" ".join(filter(None, (schema.get("description", ""), values)))), fields)


def _marked(text: str) -> SafeString:
    """What stands between backquotes, as code."""
    parts = text.split("`")
    return mark_safe("".join(  # noqa: S308 - each part is escaped
        format_html("<code>{}</code>", part) if number % 2 else escape(part) for number, part in enumerate(parts)
    ))  # fmt: skip


def _linked(kind: str) -> SafeString:
    """The names of shapes lead to them."""
    shapes = _described()["components"]["schemas"]
    return mark_safe("".join(  # noqa: S308 - each part is escaped
        format_html('<a href="#{0}">{0}</a>', part) if part in shapes else escape(part)
        for part in re.split(r"(\w+)", kind)
    ))  # fmt: skip


def _kind(schema: Json) -> str:
    """`string`, `list of Person`, `integer or null`, with what limits it."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema:
        return " | ".join(_kind(one) for one in schema["anyOf"])
    if "enum" in schema:
        return " | ".join(str(value) or "''" for value in schema["enum"])
    if schema.get("type") == "array":
        return f"[{_kind(schema.get('items', {}))}]"
    kind = str(schema.get("format") or schema.get("type", "object"))
    limits = [f"≤ {schema[limit]}" for limit in ("maxLength", "maximum") if limit in schema]
    return " ".join([kind, *limits])
