# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Cards whose data may be kept and not used (art. 18): what actions of every room are told."""

from collections.abc import Mapping, Sequence

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ponte.people.rights.models import Restriction

MOST = 200


def in_force(cards: Sequence[int]) -> Mapping[int, str]:
    """As far as whoever acts may know: what a reserved or protected service noted binds its own team."""
    found = Restriction.objects.filter(lifted_at=None).select_related("service")
    if len(cards) <= MOST:
        found = found.filter(card__in=cards)
    asked = set(cards)
    return {one.card_id: _sentence(one) for one in found if one.card_id in asked}


def _sentence(one: Restriction) -> str:
    return _(
        "I dati di questa persona si possono conservare, non usare: %(kind)s annotata da %(service)s il %(since)s. "
        "Ne parli con chi coordina il servizio."
    ) % {
        "kind": one.get_kind_display(),
        "service": one.service,
        "since": date_format(one.since, "SHORT_DATE_FORMAT"),
    }
