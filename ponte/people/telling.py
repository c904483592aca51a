# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What an answer at intake says: signs in words, whom to call, and what of the question stays in the audit trail."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ponte.network.models import Membership, Service
from ponte.people.matching.likeness import Likeness
from ponte.people.models import Card, CardIdentifier, Enrolment
from ponte.platform.privacy import Privacy

# What is said of somebody else's card: that a field agrees or not, never what it holds.
FIELDS: dict[str, str | Promise] = {
    "name": gettext_lazy("nome"),
    "given": gettext_lazy("nome"),
    "birth": gettext_lazy("nascita"),
    "sex": gettext_lazy("sesso"),
    "birth_place": gettext_lazy("luogo di nascita"),
    "birth_country": gettext_lazy("paese di nascita"),
    "citizenship": gettext_lazy("cittadinanza"),
    "phone": gettext_lazy("telefono"),
    "email": gettext_lazy("e-mail"),
    "document": gettext_lazy("documento"),
    "fiscal_code": gettext_lazy("codice fiscale"),
    "address": gettext_lazy("indirizzo"),
    "postcode": gettext_lazy("CAP"),
    "municipality": gettext_lazy("comune"),
    "household": gettext_lazy("nucleo"),
}
LEAST_BITS = 0.5

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
        if not self.field:
            return self
        field = str(FIELDS.get(self.field, self.field))
        text = _("%(field)s: coincide o somiglia") if self.speaks_for else _("%(field)s: non coincide")
        return Sign(text % {"field": field}, self.speaks_for)


def signs_of(likeness: Likeness) -> tuple[Sign, ...]:
    """The reasons that weigh something, the heaviest first."""
    heavy = [reason for reason in likeness.reasons if abs(reason.bits) >= LEAST_BITS]
    heavy.sort(key=lambda reason: -abs(reason.bits))
    return tuple(Sign(str(reason.text), reason.speaks_for, reason.field) for reason in heavy)


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
