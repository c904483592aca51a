# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A person of several cards, as one: each single-valued field from the card that says it.

Somebody may have chosen which card that is; otherwise it is the card that is looked at, and where that says
nothing, the first of the others. Cards that the user may not see say nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ponte.accounts.models import User
from ponte.people import decisions
from ponte.people.models import Card, ValueChoice
from ponte.people.queries import visible_to

Field = ValueChoice.Field

COLUMNS: Mapping[Field, tuple[str, ...]] = {
    Field.NAME: ("given_name", "family_name", "native_name", "chosen_name"),
    Field.SEX: ("sex",),
    Field.BIRTH_DATE: ("birth_year", "birth_month", "birth_day"),
    Field.BIRTH_PLACE: ("birth_place",),
    Field.BIRTH_COUNTRY: ("birth_country",),
    Field.NEEDS_MEDIATOR: ("needs_mediator",),
    Field.PHONE: ("phone",),
    Field.EMAIL: ("email",),
    Field.PREFERENCE: ("preferred_channel", "preferred_language"),
    Field.ADDRESS: ("address", "postcode"),
    Field.AREA: ("area",),
    Field.EDUCATION: ("education",),
    Field.EMPLOYMENT: ("employment",),
    Field.HOUSEHOLD: ("household", "household_role"),
}
EMPTY = ("", None)


@dataclass(frozen=True, slots=True)
class Shown:
    """`card` holds what is shown and is never saved; `providers` names the card of each field that has a value."""

    card: Card
    providers: Mapping[Field, Card] = field(default_factory=dict)

    def from_elsewhere(self, looked_at: Card) -> dict[Field, Card]:
        return {name: card for name, card in self.providers.items() if card.pk != looked_at.pk}


def says(card: Card, name: Field) -> bool:
    if name == Field.HOUSEHOLD:
        return card.household_id is not None
    return any(getattr(card, column) not in EMPTY for column in COLUMNS[name])


def values(card: Card, name: Field) -> tuple[object, ...]:
    """To be compared with another card's."""
    return tuple(getattr(card, "household_id" if column == "household" else column) for column in COLUMNS[name])


def chosen(user: User, cards: Sequence[Card]) -> dict[Field, int]:
    """The card that was chosen for each field, among these cards of one person."""
    ids = [card.pk for card in cards]
    if len(ids) < 2:
        return {}
    choices = (
        ValueChoice.objects.filter(card__in=ids, decision__card_a__in=ids, decision__card_b__in=ids)
        .filter(decision__in=decisions.in_force(), card__in=visible_to(user))
        .order_by("pk")
    )
    return {Field(choice.field): choice.card_id for choice in choices}


def shown(user: User, looked_at: Card, others: Sequence[Card]) -> Shown:
    """The person, as the page of one of the cards shows it."""
    if not others:
        return Shown(looked_at)
    by_id = {card.pk: card for card in (looked_at, *others)}
    choices = chosen(user, list(by_id.values()))
    providers = {}
    for name in Field:
        preferred = choices.get(name, looked_at.pk)
        order = [by_id[preferred], looked_at, *sorted(others, key=lambda card: card.pk)]
        providers[name] = next((card for card in order if says(card, name)), order[0])
    whole = Card(pk=looked_at.pk, code=looked_at.code, answers=looked_at.answers, person_id=looked_at.person_id)
    for name, card in providers.items():
        for column in COLUMNS[name]:
            setattr(whole, column, getattr(card, column))
    for column in ("citizenships", "languages"):
        together = [value for card in (looked_at, *others) for value in getattr(card, column)]
        setattr(whole, column, list(dict.fromkeys(together)))
    return Shown(whole, {name: card for name, card in providers.items() if says(card, name)})
