# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What an answer at intake says: signs in words, whom to call, and what of the question stays in the audit trail."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ponte.network.models import Membership, Service
from ponte.people.matching.likeness import Likeness
from ponte.people.matching.scoring import NAME
from ponte.people.models import Card, CardIdentifier, Enrolment
from ponte.platform.privacy import Privacy

# Of each column of the people sheet, the field of a card whose privacy class it has.
CARD_FIELDS = {"birth_date": "birth_year", "citizenship": "citizenships", "municipality": "area"}
KEPT_IN_TRAIL = {Privacy.IDENTITY, Privacy.CONTACT}


@dataclass(frozen=True, slots=True)
class Sign:
    """One reason in words, for or against."""

    text: str
    speaks_for: bool
    field: str = ""

    @property
    def without_values(self) -> "Sign":
        """Of names only that they agree or not; what is said of other fields holds no value."""
        if self.field != NAME:
            return self
        text = _("il nome coincide o somiglia") if self.speaks_for else _("nel nome qualcosa non coincide")
        return Sign(text, self.speaks_for)


def signs_of(likeness: Likeness) -> tuple[Sign, ...]:
    """The reasons in words, the heaviest first."""
    return tuple(Sign(str(reason.text), reason.speaks_for, reason.field) for reason in likeness.reasons)


@dataclass(frozen=True, slots=True)
class Desk:
    """A shared service that knows the person, and whom to call there."""

    service: str
    provider: str
    phone: str
    referent: str


def desks_of(knowing: Collection[tuple[int, int]]) -> dict[int, list[Desk]]:
    """The desks of each card, for pairs of a card and a shared service that knows it.

    Whom to call is whoever follows the person there, or else who coordinates the service.
    """
    cards, services = {card for card, _service in knowing}, {service for _card, service in knowing}
    known = Service.objects.filter(pk__in=services).select_related("provider").in_bulk()
    following = Enrolment.objects.filter(card__in=cards, service__in=services, referent__is_active=True)
    referents = {
        (card, service): name
        for card, service, name in following.order_by("-closed_on", "opened_on").values_list(
            "card_id", "service_id", "referent__name"
        )
    }
    coordinating = Membership.objects.filter(
        service__in=services, role=Membership.Role.COORDINATOR, user__is_active=True
    )
    coordinators = dict(coordinating.order_by("-pk").values_list("service_id", "user__name"))
    found: dict[int, list[Desk]] = {}
    for card, pk in knowing:
        service = known[pk]
        desk = Desk(
            service.name,
            str(service.provider),
            service.phone or service.provider.phone,
            referents.get((card, pk)) or coordinators.get(pk, ""),
        )
        found.setdefault(card, []).append(desk)
    return found


def asked_in_trail(sheet: Mapping[str, str]) -> dict[str, str]:
    """What was asked, as the trail keeps it: of special and of free words only that they were told."""
    kept = {}
    for column, text in sheet.items():
        if not text:
            continue
        field = CARD_FIELDS.get(column, column)
        classed = Card.privacy.get(field, CardIdentifier.privacy["value"])
        kept[column] = text if classed in KEPT_IN_TRAIL else "…"
    return kept
