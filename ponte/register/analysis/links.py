# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A definition as the query string of an address, and back: every figure has a link to the rows behind it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.http import QueryDict
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from ponte.register.measures import Definition, MeasureError


def to_query(definition: Definition) -> str:
    given: dict[str, Any] = {
        "measure": str(definition.measure),
        "by": list(definition.by),
        "service": list(definition.services),
        "project": list(definition.projects),
        "organisation": list(definition.organisations),
        "from": definition.since.isoformat() if definition.since else "",
        "to": definition.until.isoformat() if definition.until else "",
        "of": definition.of or "",
        "value": definition.value or "",
        "where": _conditions(definition.where),
    }
    return urlencode({name: value for name, value in given.items() if value}, doseq=True)


def from_query(query: QueryDict) -> Definition:
    """Raises `MeasureError`."""
    where: dict[str, list[str | None]] = {}
    for condition in query.getlist("where"):
        name, _colon, value = condition.partition(":")
        where.setdefault(name, []).append(value or None)
    return Definition(
        measure=query.get("measure", ""),
        by=tuple(name for name in query.getlist("by") if name),
        where=where,
        services=tuple(slug for slug in query.getlist("service") if slug),
        projects=tuple(slug for slug in query.getlist("project") if slug),
        organisations=tuple(slug for slug in query.getlist("organisation") if slug),
        since=_day(query.get("from", "")),
        until=_day(query.get("to", "")),
        of=query.get("of") or None,
        value=query.get("value") or None,
    )


def rows_url(definition: Definition, keys: Sequence[str | None] = ()) -> str:
    """Where the rows behind a figure open; with `keys`, behind one row of its breakdown."""
    return RowsOf(definition).url(keys)


class RowsOf:
    """Where the rows behind a figure open; of a long breakdown, what all its rows share is written once."""

    def __init__(self, definition: Definition) -> None:
        self._definition = definition
        self._start = f"{reverse('register:figure_rows')}?{to_query(replace(definition, by=(), where={}))}"

    def url(self, keys: Sequence[str | None] = ()) -> str:
        conditions = _conditions(_narrowed(self._definition, keys))
        return f"{self._start}&{urlencode({'where': conditions}, doseq=True)}" if conditions else self._start


def narrowed(definition: Definition, keys: Sequence[str | None]) -> Definition:
    """The figure of one row of a breakdown."""
    return replace(definition, by=(), where=_narrowed(definition, keys))


def _narrowed(definition: Definition, keys: Sequence[str | None]) -> dict[str, list[str | None]]:
    where = {name: list(values) for name, values in definition.where.items()}
    for name, key in zip(definition.by, keys, strict=False):
        # Of two staff members of one name, both.
        where[name] = [key.rpartition(" (")[0] if name == "staff" and key and key.endswith(")") else key]
    return where


def _conditions(where: Mapping[str, Sequence[str | None]]) -> list[str]:
    return [f"{name}:{value or ''}" for name, values in where.items() for value in values]


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise MeasureError(
            _("«%(given)s» non è una data: ci si aspetta, per esempio, 2021-12-31.") % {"given": text[:20]}
        ) from None
