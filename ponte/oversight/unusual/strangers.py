# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""People whom the reader's teams have not taken on, did nothing with, and were not given to see."""

import datetime as dt
from collections.abc import Iterable, Sequence

from django.db.models import F, Q

from ponte.oversight.unusual.looks import Finding, Kind, Look, by_actor_and_day
from ponte.people.access.models import EmergencyCard, Share
from ponte.people.models import Acquaintance, Card, Enrolment
from ponte.register.models import Participation

# Now and then somebody opens the wrong card.
FEWEST = 4
# Whom a team has just met is registered first and taken on later.
JUST_MET = dt.timedelta(days=3)


def strangers(days: Iterable[Sequence[Look]]) -> Iterable[Finding]:
    """Whole days of somebody's looks."""
    for (actor, day), during in by_actor_and_day(look for looks in days for look in looks).items():
        scopes = sorted({scope for look in during for scope in look.scopes})
        if not scopes:
            continue
        known = _known({look.card for look in during}, scopes, actor, day)
        unknown = [look for look in during if look.card not in known]
        if len({look.card for look in unknown}) >= FEWEST:
            yield Finding(Kind.STRANGER, actor, day, tuple(unknown))


def _known(cards: set[int], services: Sequence[int], actor: int, day: dt.date) -> set[int]:
    """Those of the cards with whose person the services, or the reader, have to do."""
    persons = dict(Card.objects.filter(pk__in=cards).values_list("pk", "person_id"))
    same = Card.objects.filter(person__in=persons.values()).values("pk")
    met_since = dt.datetime.combine(day, dt.time(), dt.UTC) - JUST_MET
    sources = (
        Enrolment.objects.filter(card__in=same, service__in=services).values_list("card__person_id", flat=True),
        Participation.objects.filter(card__in=same, intervention__service__in=services).values_list(
            "card__person_id", flat=True
        ),
        Acquaintance.objects.filter(card__in=same, service__in=services, since__gte=met_since).values_list(
            "card__person_id", flat=True
        ),
        Share.objects.filter(card__in=same, receiver__in=services, shared_at__date__lte=day)
        .filter(Q(ended_at=None) | Q(ended_at__date__gte=day), until__date__gte=day)
        .values_list("card__person_id", flat=True),
        # An emergency has a list of its own.
        EmergencyCard.objects.filter(card__in=same, access__user=actor)
        .filter(access__started_at__date__lte=day, access__until__date__gte=day)
        .values_list(F("card__person_id"), flat=True),
    )
    met = {person for source in sources for person in source}
    return {card for card, person in persons.items() if person in met}
