# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Cards whose data may be kept and not used (art. 18, 21): what pages say, and actions of every room are told."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ponte.network.models import Service
from ponte.people.rights.models import Restriction


@dataclass(frozen=True, slots=True)
class InForce:
    """`service` is none where whoever acts reads the card by a share that does not name it."""

    card_id: int
    kind: Restriction.Kind
    ground: Restriction.Ground
    since: dt.date
    service: Service | None

    @property
    def who(self) -> str:
        return str(self.service) if self.service is not None else _("un servizio della rete")


def in_force(cards: Sequence[int]) -> list[InForce]:
    """As far as whoever acts may know: what a reserved or protected service noted is told to its own team, and to
    those whom it lets read the card."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, card_id, kind, ground, since, service_id FROM rights_restriction "
            "WHERE lifted_at IS NULL AND card_id = ANY(%(cards)s) "
            "UNION ALL SELECT * FROM rights_opened_restrictions(%(cards)s) ORDER BY since DESC, id DESC",
            {"cards": list(cards)},
        )
        rows = cursor.fetchall()
    found: dict[int, tuple[Any, ...]] = {}
    for pk, *rest in rows:
        if pk not in found or rest[-1] is not None:
            found[pk] = tuple(rest)
    services = Service.objects.in_bulk({row[-1] for row in found.values()} - {None}) if found else {}
    return [
        InForce(card, Restriction.Kind(kind), Restriction.Ground(ground), since, services.get(service))
        for card, kind, ground, since, service in found.values()
    ]


def reasons(cards: Sequence[int]) -> Mapping[int, str]:
    """For `people.holds`: the cards that may not be used, each with the sentence that says so."""
    return {one.card_id: _sentence(one) for one in in_force(cards)}


def _sentence(one: InForce) -> str:
    return _(
        "I dati di questa persona si possono conservare, non usare: %(kind)s annotata da %(service)s il %(since)s. "
        "Ne parli con chi coordina il servizio."
    ) % {
        "kind": one.kind.label,
        "service": one.who,
        "since": date_format(one.since, "SHORT_DATE_FORMAT"),
    }
