# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""With whom a person likely lives: a suggestion with its reasons, which somebody takes up or does not.

A shared telephone or address says that people live together, never that they are one person.
"""

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ponte.accounts.models import User
from ponte.people import names
from ponte.people.models import Card, CardContact, KnownName
from ponte.people.presentation import age
from ponte.people.queries import team_service_ids, visible_to

ADULT = 18
# Between a parent and a child, in years.
YOUNGEST_PARENT, OLDEST_PARENT = 14, 55
MOST_COMPARED = 200


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`other` is somebody of the likely household; `role` is what the person would be in it, or ""."""

    other: Card
    reasons: tuple[str | Promise, ...]
    role: str

    @property
    def role_label(self) -> str | Promise:
        return Card.HouseholdRole(self.role).label if self.role else ""


def suggest(user: User, card: Card, *, today: dt.date) -> Suggestion | None:
    """The likeliest household among people whom the user may see; none where nothing but a name speaks for it."""
    if card.household_id is not None:
        return None
    found = []
    for other in _candidates(user, card):
        if _may_be_the_same(card, other):
            continue
        reasons = _reasons(card, other, today)
        if len(reasons) >= 2 and (_same_phone(card, other) or _same_address(card, other)):
            # Who has a household already comes before who would found one.
            found.append((len(reasons), other.household_id is not None, -other.pk, other, reasons))
    if not found:
        return None
    *_order, other, reasons = max(found, key=lambda one: one[:3])
    return Suggestion(other, tuple(reasons), _role(card, other, today))


def _candidates(user: User, card: Card) -> Sequence[Card]:
    """Those with the same telephone, and those with a family name in common who live at the same address."""
    near = Q(pk__in=[])
    phones = _phones(card)
    if phones:
        contacts = CardContact.objects.filter(kind=CardContact.Kind.PHONE, value__in=phones)
        near |= Q(phone__in=phones) | Q(pk__in=contacts.values("card_id"))
    family = names.tokens([card.family_name])
    if card.address and family:
        known = KnownName.objects.filter(service_id__in=team_service_ids(user), token__in=family)
        near |= Q(pk__in=known.values("card_id"), address__iexact=card.address)
    others = visible_to(user).filter(near).exclude(person_id=card.person_id)
    return list(others.prefetch_related("other_contacts")[:MOST_COMPARED])


def _may_be_the_same(card: Card, other: Card) -> bool:
    """A given name in common, and no year of birth or sex that says otherwise: another card of the person, rather."""
    given = [names.tokens([one.chosen_name, one.given_name, one.native_name]) for one in (card, other)]
    if not given[0] & given[1]:
        return False
    apart = card.birth_year and other.birth_year and card.birth_year != other.birth_year
    return not apart and not (card.sex and other.sex and card.sex != other.sex)


def _reasons(card: Card, other: Card, today: dt.date) -> list[str | Promise]:
    reasons: list[str | Promise] = []
    if _same_address(card, other):
        reasons.append(_("stesso indirizzo"))
    if _same_phone(card, other):
        reasons.append(_("stesso telefono"))
    if names.tokens([card.family_name]) & names.tokens([other.family_name]):
        reasons.append(_("cognome in comune"))
    ages = age(card, today), age(other, today)
    if None not in ages and _parent_and_child(*ages):  # type: ignore[arg-type]
        reasons.append(_("età di genitore e figlio"))
    return reasons


def _role(card: Card, other: Card, today: dt.date) -> str:
    mine, theirs = age(card, today), age(other, today)
    if mine is None:
        return ""
    if mine < ADULT:
        return Card.HouseholdRole.CHILD
    if theirs is not None and theirs >= ADULT and not _parent_and_child(mine, theirs):
        return Card.HouseholdRole.PARTNER if card.sex and other.sex and card.sex != other.sex else ""
    return ""


def _parent_and_child(one: int, other: int) -> bool:
    return min(one, other) < ADULT and YOUNGEST_PARENT <= abs(one - other) <= OLDEST_PARENT


def _phones(card: Card) -> set[str]:
    others = {other.value for other in card.other_contacts.all() if other.kind == CardContact.Kind.PHONE}
    return ({card.phone} | others) - {""}


def _same_phone(card: Card, other: Card) -> bool:
    return bool(_phones(card) & _phones(other))


def _same_address(card: Card, other: Card) -> bool:
    """The same words and numbers, and no other comune or postcode."""
    written = [re.findall(r"\w+", one.address.casefold()) for one in (card, other)]
    if not written[0] or written[0] != written[1]:
        return False
    if card.postcode and other.postcode and card.postcode != other.postcode:
        return False
    return not (card.area_id and other.area_id and card.area_id != other.area_id)
