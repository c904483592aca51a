# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reads of cards and enrolments."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef, Prefetch, QuerySet
from django.db.models.expressions import RawSQL

from ponte.accounts.models import User
from ponte.network.models import Membership, Service
from ponte.people.models import Acquaintance, Card, CardIdentifier, Enrolment, EnrolmentEvent
from ponte.platform.requests import once_a_request

PAGE_LENGTH = 50
# What a list says of a card. Reading the other thirty columns takes longer than finding the card.
LISTED = (
    *Card.NAMES, "code", "person_id", "birth_year", "birth_month", "birth_day", "citizenships", "phone",
)  # fmt: skip
LAST_PAGE = 20


def team_services(user: User) -> QuerySet[Service]:
    """The services in whose team the user is."""
    return Service.objects.filter(memberships__user=user).distinct()


@once_a_request
def team_service_ids(user: User) -> Sequence[int]:
    return tuple(
        Membership.objects.filter(user=user, service__isnull=False)
        .order_by("service_id")
        .values_list("service_id", flat=True)
        .distinct()
    )


def visible_to(user: User) -> QuerySet[Card]:
    """The cards that the services of the user's teams know.

    The services are fetched first: as constants they let PostgreSQL choose the right index.
    """
    return known_to(user, team_service_ids(user))


def known_to(user: User, services: Sequence[int]) -> QuerySet[Card]:
    known = Acquaintance.objects.for_user(user).filter(card=OuterRef("pk"), service_id__in=services)
    return Card.objects.filter(Exists(known))


def opened() -> QuerySet[Card]:
    """The cards that somebody may read, and not change, whom none of their teams knows: see `ponte.people.access`."""
    return Card.objects.filter(pk__in=RawSQL("SELECT unnest(access_opened_card_ids('card'))", ()))


def for_reading(code: str) -> Card:
    """A card that is opened to the acting user. Raises `Card.DoesNotExist`."""
    return (
        opened()
        .select_related("area")
        .prefetch_related("other_names", "other_contacts", "identifiers")
        .get(code=code)
    )


def enrolments_visible_to(user: User) -> QuerySet[Enrolment]:
    return Enrolment.objects.filter(service_id__in=team_service_ids(user))


def for_page(user: User, code: str) -> Card:
    """One card with all that its page shows. Raises `Card.DoesNotExist` also where the user may not see it."""
    return (
        visible_to(user)
        .select_related("area", "registered_by", "household")
        .prefetch_related(
            "other_names",
            "other_contacts",
            Prefetch("identifiers", CardIdentifier.objects.order_by("kind", "pk")),
            Prefetch(
                "enrolments",
                enrolments_visible_to(user)
                .select_related("service", "project", "referent")
                .prefetch_related(Prefetch("events", EnrolmentEvent.objects.select_related("by"))),
            ),
        )
        .get(code=code)
    )


def same_person(user: User, card: Card) -> list[Card]:
    """The other cards of the person that the user may see, with what a page shows of each."""
    others = visible_to(user).filter(person_id=card.person_id).exclude(pk=card.pk)
    enrolments = enrolments_visible_to(user).select_related("service", "referent")
    return list(
        others.select_related("registered_by", "area", "household")
        .prefetch_related("other_names", "other_contacts", "identifiers", Prefetch("enrolments", enrolments))
        .order_by("pk")
    )


def household_members(user: User, card: Card) -> list[Card]:
    """Those who live with the person and whom the user may see as well."""
    if card.household_id is None:
        return []
    return list(visible_to(user).filter(household_id=card.household_id).exclude(pk=card.pk).order_by("birth_year"))


@dataclass(frozen=True, slots=True)
class Filters:
    service: int | None = None
    only_enrolled: bool = False
    citizenship: str = ""
    language: str = ""


def fitting(cards: QuerySet[Card], filters: Filters) -> QuerySet[Card]:
    """Those of the cards that fit the filters."""
    if filters.citizenship:
        cards = cards.filter(citizenships__contains=[filters.citizenship])
    if filters.language:
        cards = cards.filter(languages__contains=[filters.language])
    if filters.service is not None:
        cards = cards.filter(Exists(Acquaintance.objects.filter(card=OuterRef("pk"), service_id=filters.service)))
    if filters.only_enrolled:
        enrolments = Enrolment.objects.filter(card=OuterRef("pk"), closed_on__isnull=True)
        if filters.service is not None:
            enrolments = enrolments.filter(service_id=filters.service)
        cards = cards.filter(Exists(enrolments))
    return cards


@dataclass(frozen=True, slots=True)
class RecentPage:
    cards: list[Card]
    number: int
    there_are_more: bool


def recent(user: User, filters: Filters, *, page: int = 1) -> RecentPage:
    """The people whom the user's teams came to know last.

    Each service is asked for its latest ones through its index and the answers are merged, so that the time
    does not grow with the number of people.
    """
    page = min(max(page, 1), LAST_PAGE)
    services = team_service_ids(user)
    if filters.service is not None:
        services = tuple(pk for pk in services if pk == filters.service)
    wanted = page * PAGE_LENGTH + 1
    since: dict[int, dt.datetime] = {}
    for service in services:
        latest = _acquaintances(user, service, filters).order_by("-since")[:wanted]
        for card_id, when in latest.values_list("card_id", "since"):
            since[card_id] = max(when, since.get(card_id, when))
    ordered = sorted(since, key=lambda pk: (since[pk], pk), reverse=True)[:wanted]
    shown = ordered[(page - 1) * PAGE_LENGTH : page * PAGE_LENGTH]
    cards = with_services(user, Card.objects.filter(pk__in=shown))
    by_id = {card.pk: card for card in cards}
    return RecentPage(
        cards=[by_id[pk] for pk in shown if pk in by_id],
        number=page,
        there_are_more=len(ordered) > page * PAGE_LENGTH and page < LAST_PAGE,
    )


def _acquaintances(user: User, service: int, filters: Filters) -> QuerySet[Acquaintance]:
    """Those of one service; the conditions stand on the joined card, so that the index by service and time leads."""
    found = Acquaintance.objects.for_user(user).filter(service_id=service)
    if filters.citizenship:
        found = found.filter(card__citizenships__contains=[filters.citizenship])
    if filters.language:
        found = found.filter(card__languages__contains=[filters.language])
    if filters.only_enrolled:
        found = found.filter(
            Exists(Enrolment.objects.filter(card=OuterRef("card"), service_id=service, closed_on__isnull=True))
        )
    return found


def with_services(user: User, cards: QuerySet[Card]) -> QuerySet[Card]:
    """What a list shows of each card, with the open enrolments that the user may see."""
    return cards.only(*LISTED).prefetch_related(
        Prefetch(
            "enrolments",
            enrolments_visible_to(user)
            .filter(closed_on__isnull=True)
            .select_related("service")
            .only("card_id", "service__name"),
            to_attr="open_enrolments",
        )
    )
