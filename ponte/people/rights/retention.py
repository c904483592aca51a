# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""How long a service keeps what, and what is due."""

import datetime as dt
from collections.abc import Callable, Mapping

from django.db.models import Exists, Max, OuterRef, QuerySet
from django.db.models.functions import Coalesce, Greatest, TruncDate
from django.utils import timezone

from ponte.network.models import Service
from ponte.people.models import Acquaintance, Enrolment
from ponte.people.rights.models import Disposal, RetentionTerm

# Of the cards that a service knows, the day on which it last worked with each, as far as this room knows.
Activity = Callable[[int, QuerySet[Acquaintance]], Mapping[int, dt.date]]
_activities: list[Activity] = []
ENDLESS = RetentionTerm(months=None, basis="")


def add_activity(activity: Activity) -> None:
    """Rooms above tell here what counts as having worked with somebody."""
    if activity not in _activities:
        _activities.append(activity)


def term_for(service: Service, record_class: str) -> RetentionTerm:
    """The service's own term, else the network's, else none: then it is kept without end."""
    terms = RetentionTerm.objects.filter(record_class=record_class, service__in=[service.pk])
    own = terms.first()
    return own or RetentionTerm.objects.filter(record_class=record_class, service=None).first() or ENDLESS


def before(today: dt.date, months: int) -> dt.date:
    """The day so many months ago."""
    index = today.year * 12 + today.month - 1 - months
    return dt.date(index // 12, index % 12 + 1, min(today.day, 28))


def due(service: Service, record_class: str, *, today: dt.date, most: int) -> list[int]:
    """Cards whose term is over: nobody takes care of them now, and the last activity lies further back.

    What was proposed, authorised or refused within a year is not proposed again.
    """
    term = term_for(service, record_class)
    if term.months is None:
        return []
    limit = before(today, term.months)
    open_now = Enrolment.objects.filter(card=OuterRef("card"), service=service, closed_on=None)
    settled = Disposal.objects.filter(card=OuterRef("card"), service=service, record_class=record_class)
    recent = settled.exclude(status=Disposal.Status.REFUSED, decided_at__lt=timezone.now() - dt.timedelta(days=365))
    last_closed = (
        Enrolment.objects.filter(card=OuterRef("card"), service=service)
        .order_by()
        .values("card")
        .annotate(last=Max("closed_on"))
        .values("last")
    )
    candidates = (
        Acquaintance.objects.filter(~Exists(open_now), ~Exists(recent), service=service, card__erased_at=None)
        .annotate(last=Greatest(TruncDate("since"), Coalesce(last_closed, TruncDate("since"))))
        .filter(last__lt=limit)
        .order_by("last", "card")
    )
    active: set[int] = set()
    for activity in _activities:
        active |= {card for card, day in activity(service.pk, candidates).items() if day >= limit}
    found = candidates.exclude(card__in=active) if active else candidates
    return list(found.values_list("card", flat=True)[:most])
