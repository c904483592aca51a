# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""How good the registry is, in figures: no name, no card, nothing that could single out a person.

The database counts past row-level security and checks for itself who may know.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.db import connection
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ponte.accounts.models import User
from ponte.network.models import Service
from ponte.network.queries import services_changeable_by
from ponte.people.matching.likeness import Band

# Of fewer cards a share says too much about each.
FEWEST_CARDS = 10
FIELDS: Sequence[tuple[str, str | Promise]] = (
    ("birth_date", _("Data di nascita")),
    ("sex", _("Sesso")),
    ("citizenships", _("Cittadinanze")),
    ("languages", _("Lingue")),
    ("phone", _("Telefono")),
    ("area", _("Comune")),
    ("needs_mediator", _("Serve un mediatore")),
)


@dataclass(frozen=True, slots=True)
class Pairs:
    """`service` is none for all together. `recognised` counts those who would have got a second card, had somebody
    at intake not found the first."""

    service: Service | None
    found: int = 0
    waiting: int = 0
    same: int = 0
    different: int = 0
    undone: int = 0
    recognised: int = 0


@dataclass(frozen=True, slots=True)
class Precision:
    band: Band
    same: int
    decided: int

    @property
    def percent(self) -> int:
        return round(100 * self.same / self.decided)


@dataclass(frozen=True, slots=True)
class Missing:
    """Of a desk's cards, the percentage that lacks each of `FIELDS`; none where the desk has too few."""

    service: Service
    cards: int
    percents: tuple[int, ...] | None


@dataclass(frozen=True, slots=True)
class Figures:
    total: Pairs
    by_service: Sequence[Pairs]
    precision: Sequence[Precision]
    missing: Sequence[Missing]


def of_services(user: User, *, since: dt.date) -> Figures | None:
    """The figures of the services that the user answers for; none where there are none."""
    services = {service.pk: service for service in services_changeable_by(user).order_by("position", "name")}
    if not services:
        return None
    ids = list(services)
    recognised = dict(_rows("review_recognised(%s, %s)", [ids, since]))
    pairs: dict[int | None, Pairs] = {}
    for pk, *counts in _rows("review_pair_figures(%s)", [ids]):
        number = recognised.get(pk, 0) if pk else sum(recognised.values())
        pairs[pk] = replace(Pairs(services.get(pk), *counts), recognised=number)
    for pk, number in recognised.items():
        pairs.setdefault(pk, Pairs(services[pk], recognised=number))
    precision = {Band(band): Precision(Band(band), *rest) for band, *rest in _rows("review_precision(%s)", [ids])}
    missing = {row[0]: row[1:] for row in _rows("review_missing(%s, %s)", [ids, since])}
    return Figures(
        total=pairs.get(None, Pairs(None, recognised=sum(recognised.values()))),
        by_service=[pairs[pk] for pk in ids if pk in pairs],
        precision=[precision[band] for band in Band if band in precision],
        missing=[_missing(services[pk], *missing[pk]) for pk in ids if pk in missing],
    )


def _missing(service: Service, cards: int, *counts: int) -> Missing:
    few = cards < FEWEST_CARDS
    return Missing(service, cards, None if few else tuple(round(100 * count / cards) for count in counts))


def _rows(call: str, parameters: list[Any]) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {call}", parameters)  # noqa: S608 - the call is one of those above
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows
