# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Writes: an indicator is added, changed, put in another place, or taken away."""

from collections.abc import Sequence
from typing import Any, Final, TypedDict

from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.db.models import Max

from ponte.accounts.models import User
from ponte.network.models import Project, Service
from ponte.platform.audit.actions import record
from ponte.register.indicators.checks import check
from ponte.register.indicators.proposals import proposals_for
from ponte.register.indicators.queries import indicators_of
from ponte.register.indicators.rules import may_edit_indicators
from ponte.register.models import Indicator

FIELDS: Final = (
    "key", "name", "measure", "filters", "by", "of", "value", "subject", "unit_singular", "unit_plural", "sentence",
)  # fmt: skip


class Fields(TypedDict, total=False):
    key: str
    name: str
    measure: str
    filters: dict[str, list[str | None]]
    by: str
    of: str
    value: str
    subject: str
    unit_singular: str
    unit_plural: str
    sentence: str


@transaction.atomic
def add_indicator(*, section: Service | Project, fields: Fields, by: User | None) -> Indicator:
    """Add an indicator after those that are there. Raises `PermissionDenied` and, by field, `ValidationError`."""
    _require(by, section)
    owner: dict[str, Any] = {"project": section} if isinstance(section, Project) else {"service": section}
    last = indicators_of(section).aggregate(last=Max("position"))["last"]
    indicator = Indicator(**owner, position=0 if last is None else last + 1)
    for name, value in fields.items():
        setattr(indicator, name, value)
    check(indicator)
    indicator.save()
    record("register.add_indicator", indicator, by=by, after=_state(indicator))
    return indicator


@transaction.atomic
def change_indicator(*, indicator: Indicator, fields: Fields, by: User | None) -> Indicator:
    current = Indicator.objects.select_for_update(of=("self",)).select_related("service", "project").get(
        pk=indicator.pk
    )  # fmt: skip
    _require(by, current.section)
    before = _state(current)
    for name, value in fields.items():
        setattr(current, name, value)
    check(current)
    current.save()
    record("register.change_indicator", current, by=by, before=before, after=_state(current))
    return current


@transaction.atomic
def delete_indicator(*, indicator: Indicator, by: User | None) -> None:
    """Published reports keep their figures: they hold a definition of their own."""
    _require(by, indicator.section)
    record("register.delete_indicator", indicator, by=by, before=_state(indicator))
    indicator.delete()


@transaction.atomic
def move_indicator(*, indicator: Indicator, up: bool, by: User | None) -> None:
    """One place up or down; at the end of the list, nowhere."""
    _require(by, indicator.section)
    row = list(indicators_of(indicator.section).select_for_update(of=("self",)))
    place = row.index(indicator)
    other = place + (-1 if up else 1)
    if not 0 <= other < len(row):
        return
    row[place], row[other] = row[other], row[place]
    for position, one in enumerate(row):
        one.position = position
    Indicator.objects.bulk_update(row, ["position"])
    record("register.move_indicator", indicator, by=by, after={"position": other})


@transaction.atomic
def propose_indicators(*, section: Service | Project, by: User | None) -> Sequence[Indicator]:
    """Give a service or project without indicators those that Ponte proposes for its kind."""
    _require(by, section)
    if indicators_of(section).exists():
        return []
    return [add_indicator(section=section, fields=fields, by=by) for fields in proposals_for(section)]


def _require(by: User | None, section: Service | Project) -> None:
    if by is not None and not may_edit_indicators(by, section):
        raise PermissionDenied


def _state(indicator: Indicator) -> dict[str, Any]:
    owner = {"service": indicator.service_id} if indicator.service_id else {"project": indicator.project_id}
    return {**owner, **{name: getattr(indicator, name) for name in FIELDS}}
