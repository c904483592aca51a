# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The register as a list: which rows fit, how many they are, what they add up to."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet, Sum
from django.utils import timezone

from ponte.accounts.models import User
from ponte.network.models import Area
from ponte.people import queries as people
from ponte.people.models import Card
from ponte.people.search import search
from ponte.register.models import Intervention, InterventionNote, Participation, ProjectShare
from ponte.register.queries import Reach

# There are no pages beyond so many rows.
BOUND = 10_000
# Beyond so many rows the page is shown first, and its totals a moment later.
TOTALS_AT_ONCE = 500
PEOPLE_TRIED = 50
# So many people of an intervention are named in its line.
NAMED = 2


class Period(StrEnum):
    TODAY = "today"
    WEEK = "week"
    MONTH = "30days"
    THIS_MONTH = "month"
    LAST_MONTH = "last_month"
    THIS_YEAR = "year"
    LAST_YEAR = "last_year"
    ALL = "all"

    def days(self, today: dt.date) -> tuple[dt.date | None, dt.date | None]:
        """The first and the last day, both included; None where the period is open."""
        month = today.replace(day=1)
        last_of_before = month - dt.timedelta(days=1)
        return {
            Period.TODAY: (today, today),
            Period.WEEK: (today - dt.timedelta(days=6), today),
            Period.MONTH: (today - dt.timedelta(days=29), today),
            Period.THIS_MONTH: (month, today),
            Period.LAST_MONTH: (last_of_before.replace(day=1), last_of_before),
            Period.THIS_YEAR: (today.replace(month=1, day=1), today),
            Period.LAST_YEAR: (dt.date(today.year - 1, 1, 1), dt.date(today.year - 1, 12, 31)),
            Period.ALL: (None, None),
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What the list is narrowed to. `since` and `until`, where given, go before `period`."""

    period: Period = Period.MONTH
    since: dt.date | None = None
    until: dt.date | None = None
    service: int | None = None
    project: int | None = None
    kind: str = ""
    language: str = ""
    setting: str = ""
    area: Area | None = None
    staff: int | None = None
    person: str = ""
    text: str = ""
    voided: bool = False

    def days(self) -> tuple[dt.date | None, dt.date | None]:
        if self.since or self.until:
            return self.since, self.until
        return self.period.days(timezone.localdate())


def matching(user: User, reach: Reach, filters: Filters) -> QuerySet[Intervention]:
    """The interventions within the user's reach that fit; those taken back only where asked for."""
    since, until = filters.days()
    found = reach.interventions()
    if not filters.voided:
        found = found.filter(voided_at__isnull=True)
    if since:
        found = found.filter(date__gte=since)
    if until:
        found = found.filter(date__lte=until)
    if filters.service:
        found = found.filter(service=filters.service)
    if filters.project:
        found = found.filter(
            Exists(ProjectShare.objects.filter(intervention=OuterRef("pk"), project=filters.project))
        )
    if filters.kind:
        found = found.filter(kind=filters.kind)
    if filters.language:
        found = found.filter(languages__contains=[filters.language])
    if filters.setting:
        found = found.filter(setting=filters.setting)
    if filters.area:
        found = found.filter(area=filters.area)
    if filters.staff:
        delivered = Intervention.staff.through.objects.filter(intervention=OuterRef("pk"), staffmember=filters.staff)
        found = found.filter(Exists(delivered))
    if filters.person:
        persons = {card.person_id for card in search(user, filters.person, most=PEOPLE_TRIED).cards}
        cards = list(people.visible_to(user).filter(person__in=persons).values_list("pk", flat=True))
        found = found.filter(pk__in=Participation.objects.filter(card__in=cards).values("intervention"))
    if filters.text:
        found = found.filter(_says(filters.text))
    return found


def _says(text: str) -> Q:
    noted = InterventionNote.objects.filter(intervention=OuterRef("pk"), text__icontains=text)
    own = Q(group__icontains=text) | Q(partner__icontains=text) | Q(output__icontains=text) | Q(place__icontains=text)
    return own | Q(Exists(noted))


@dataclass(frozen=True, slots=True)
class Totals:
    """`attendees` and `people` are of the services whose people the user may see; see `ponte query` for both."""

    interventions: int
    minutes: int
    attendees: int
    people: int


# Whether a card may be seen is asked once for each card, not for each time that it took part.
_ATTENDED = """
WITH attendance AS MATERIALIZED (
    SELECT intervention_id, card_id, code, headcount
    FROM register_participation
    WHERE intervention_id IN ({ids})
), person AS MATERIALIZED (
    SELECT id, person_id FROM people_card WHERE id IN (SELECT DISTINCT card_id FROM attendance)
)
SELECT
    count(DISTINCT (intervention_id, person_id)) FILTER (WHERE person_id IS NOT NULL)
    + count(DISTINCT (intervention_id, code)) FILTER (WHERE code <> '')
    + COALESCE(sum(headcount), 0),
    count(DISTINCT person_id)
FROM attendance LEFT JOIN person ON person.id = card_id
"""


def totals(found: QuerySet[Intervention]) -> Totals:
    """What the rows add up to; interventions taken back count nowhere."""
    valid = found.filter(voided_at__isnull=True).order_by()
    worked = valid.aggregate(interventions=Count("pk"), minutes=Sum("minutes"))
    try:
        ids, parameters = valid.values("pk").query.sql_with_params()
    except EmptyResultSet:  # of somebody who oversees no service
        return Totals(0, 0, 0, 0)
    with connection.cursor() as cursor:
        cursor.execute(_ATTENDED.format(ids=ids), parameters)
        attendees, distinct_people = cursor.fetchone()
    return Totals(
        interventions=worked["interventions"],
        minutes=worked["minutes"] or 0,
        attendees=attendees,
        people=distinct_people,
    )


def with_details(found: QuerySet[Intervention]) -> QuerySet[Intervention]:
    """The interventions, latest first, with what a line of the list shows."""
    return (
        found.order_by("-date", "-pk")
        .only("date", "kind", "group", "partner", "minutes", "languages", "voided_at", "service_id")
        .prefetch_related(
            "staff",
            Prefetch("participations", _named_participations()),
        )
    )


def _named_participations() -> QuerySet[Participation]:
    return (
        Participation.objects.select_related("card")
        .only("intervention_id", "code", "headcount", *(f"card__{name}" for name in Card.NAMES))
        .order_by("position", "pk")
    )


def shown_people(rows: Iterable[Participation]) -> tuple[list[Participation], int]:
    """The first registered people of an intervention, each once, and how many more took part."""
    named: dict[int, Participation] = {}
    codes: set[str] = set()
    others = 0
    for row in rows:
        if row.card is not None:
            named.setdefault(row.card.pk, row)
        elif row.code:
            codes.add(row.code)
        else:
            # A person whom the reader may not see is one of the others.
            others += row.headcount or (1 if row.card_id is not None else 0)
    people = list(named.values())
    return people[:NAMED], max(len(people) - NAMED, 0) + others + len(codes)
