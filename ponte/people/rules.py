# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may do what with a person's card. Members of a team know the people whom their service knows."""

from collections.abc import Collection

from django.db import connection

from ponte.accounts.models import User
from ponte.network.models import Membership, Service
from ponte.people.models import Acquaintance, Card, Enrolment


def in_team(user: User, service_id: int) -> bool:
    return Membership.objects.filter(user=user, service_id=service_id).exists()


def may_see(user: User, card: Card | int) -> bool:
    """Some service in whose team the user is knows the card."""
    teams = Membership.objects.filter(user=user, service__isnull=False).values("service_id")
    return Acquaintance.objects.for_user(user).filter(card=card, service_id__in=teams).exists()


def guarding_service(user: User, cards: Collection[Card]) -> int | None:
    """The service through which alone the user knows one of the cards, where it is protected or keeps the person for
    some of its team; what they decide about them is for those to see, and for nobody else."""
    ids = {card.pk for card in cards}
    known = Acquaintance.objects.for_user(user).filter(card__in=ids, service__memberships__user=user)
    openly = set[int]()
    guarding: dict[int, int] = {}
    columns = ("card_id", "service_id", "service__confidentiality", "guarded_for")
    for card, service, confidentiality, kept in known.order_by("service_id").values_list(*columns):
        if confidentiality == Service.Confidentiality.PROTECTED or kept is not None:
            guarding.setdefault(card, service)
        else:
            openly.add(card)
    return next((guarding[card] for card in sorted(ids) if card in guarding and card not in openly), None)


def answers_for(user: User, card: Card) -> bool:
    """Whoever coordinates a service that knows the card answers for what is done with it."""
    role = Membership.Role.COORDINATOR
    coordinated = Membership.objects.filter(user=user, role=role, service__isnull=False).values("service_id")
    return Acquaintance.objects.filter(card=card, service_id__in=coordinated).exists()


def may_change(user: User, card: Card) -> bool:
    """Whoever works with the person keeps the card right."""
    return may_see(user, card)


def may_register(user: User, service: Service) -> bool:
    return in_team(user, service.pk)


def may_enrol(user: User, card: Card, service: Service) -> bool:
    return in_team(user, service.pk) and (may_see(user, card) or may_take_on(card, service))


def may_take_on(card: Card, service: Service) -> bool:
    """A share that lets the acting user's service take the person on is in force."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT access_may_take_on(%s, %s)", [card.pk, service.pk])
        return bool(cursor.fetchone()[0])


def may_change_enrolment(user: User, enrolment: Enrolment) -> bool:
    return in_team(user, enrolment.service_id)


def may_import(user: User) -> bool:
    """Whoever coordinates a service brings its people in from a spreadsheet."""
    return Membership.objects.filter(user=user, role=Membership.Role.COORDINATOR, service__isnull=False).exists()


def has_service_to_open(user: User, card: Card) -> bool:
    """Some service of the user's teams has not taken the person on at present."""
    busy = Enrolment.objects.filter(card=card, closed_on=None).values("service_id")
    teams = Membership.objects.filter(user=user, service__isnull=False).exclude(service_id__in=busy)
    return teams.exists()
