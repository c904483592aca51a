# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a merge or its undo will change, before anybody does it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from django.db import connection
from django.utils.translation import gettext as _

from ponte.accounts.models import User
from ponte.people import decisions, persons, phones, timeline
from ponte.people.models import Card, IdentityDecision
from ponte.people.persons import Field
from ponte.people.queries import enrolments_visible_to, visible_to
from ponte.people.timeline import Happening
from ponte.platform import codes


@dataclass(frozen=True, slots=True)
class Choice:
    """One single-valued field: what each card says, and whether there is something to choose."""

    field: Field
    cells: tuple[tuple[Card, str], ...]
    preset: int

    @property
    def is_open(self) -> bool:
        return len({text.casefold() for _card, text in self.cells if text}) > 1


@dataclass(frozen=True, slots=True)
class Knowing:
    """Which services know a card; `is_reserved`: and a reserved one that is not named."""

    services: tuple[str, ...] = ()
    is_reserved: bool = False


@dataclass(frozen=True, slots=True)
class Together:
    """What will be seen as one person's, by whoever sees all these cards."""

    cards: Sequence[Card]
    choices: Sequence[Choice]
    knowing: Mapping[int, Knowing]
    enrolments: int
    happenings: Sequence[Happening]

    @property
    def is_open(self) -> bool:
        """There is something to choose."""
        return any(choice.is_open for choice in self.choices)

    @property
    def per_card(self) -> list[tuple[Card, Knowing]]:
        return [(card, self.knowing.get(card.pk, Knowing())) for card in self.cards]


def all_cards_of(user: User, cards: Collection[Card]) -> list[Card]:
    """Every visible card of the persons of these cards."""
    of_persons = {card.person_id for card in cards}
    return list(
        visible_to(user)
        .filter(person_id__in=of_persons)
        .select_related("area", "registered_by", "household")
        .prefetch_related("other_names", "other_contacts", "identifiers")
        .order_by("pk")
    )


def together(user: User, cards: Sequence[Card], picked: Mapping[str, Card]) -> Together:
    """`picked` are the cards just chosen for fields, before what was chosen in earlier merges."""
    ids = [card.pk for card in cards]
    chosen = persons.chosen(user, cards) | {Field(field): card.pk for field, card in picked.items()}
    told = [field for field in Field if any(persons.says(card, field) for card in cards)]
    return Together(
        cards,
        [_choice(user, field, cards, chosen) for field in told],
        _knowing(ids),
        enrolments_visible_to(user).filter(card__in=ids).count(),
        timeline.of_cards(user, ids, most=12),
    )


def _choice(user: User, field: Field, cards: Sequence[Card], chosen: Mapping[Field, int]) -> Choice:
    saying = [card.pk for card in cards if persons.says(card, field)]
    preset = chosen.get(field) or (saying[0] if saying else cards[0].pk)
    return Choice(field, tuple((card, in_words(user, card, field)) for card in cards), preset)


def in_words(user: User, card: Card, field: Field) -> str:
    if not persons.says(card, field):
        return ""
    return str(WORDS[field](user, card))


def _household(user: User, card: Card) -> str:
    members = visible_to(user).filter(household=card.household).exclude(pk=card.pk).order_by("birth_year")[:6]
    names = ", ".join(member.display_name for member in members)
    return names or _("nucleo %(number)s") % {"number": card.household_id}


WORDS: Mapping[Field, Callable[[User, Card], object]] = {
    Field.NAME: lambda _user, card: " ".join(filter(None, (card.display_name, card.shown_native_name))),
    Field.SEX: lambda _user, card: card.get_sex_display(),
    Field.BIRTH_DATE: lambda _user, card: card.born.display() if card.born else "",
    Field.BIRTH_PLACE: lambda _user, card: card.birth_place,
    Field.BIRTH_COUNTRY: lambda _user, card: codes.country_name(card.birth_country),
    Field.NEEDS_MEDIATOR: lambda _user, card: _("sì") if card.needs_mediator else _("no"),
    Field.PHONE: lambda _user, card: phones.displayed(card.phone),
    Field.EMAIL: lambda _user, card: card.email,
    Field.PREFERENCE: lambda _user, card: ", ".join(
        filter(
            None,
            (
                str(card.get_preferred_channel_display()) if card.preferred_channel else "",
                codes.language_name(card.preferred_language) if card.preferred_language else "",
            ),
        )
    ),
    Field.ADDRESS: lambda _user, card: " ".join(filter(None, (card.address, card.postcode))),
    Field.AREA: lambda _user, card: card.area.name if card.area else "",
    Field.EDUCATION: lambda _user, card: card.get_education_display(),
    Field.EMPLOYMENT: lambda _user, card: card.get_employment_display(),
    Field.HOUSEHOLD: _household,
}


def _knowing(cards: Sequence[int]) -> dict[int, Knowing]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT card_id, services, is_reserved FROM review_who_knows(%s)", [list(cards)])
        return {
            card: Knowing(tuple(services or ()), bool(reserved)) for card, services, reserved in cursor.fetchall()
        }


def parts_without(user: User, taken_back: Collection[IdentityDecision], cards: Sequence[Card]) -> list[list[Card]]:
    """How the visible cards of a person would group if these decisions were taken back."""
    ids = [card.pk for card in cards]
    left = (
        decisions.in_force()
        .filter(verdict=IdentityDecision.Verdict.SAME, card_a__in=ids, card_b__in=ids)
        .exclude(pk__in=[decision.pk for decision in taken_back])
    )
    root = {pk: pk for pk in ids}
    for one, other in left.values_list("card_a_id", "card_b_id"):
        low, high = sorted((root[one], root[other]))
        root = {pk: low if found == high else found for pk, found in root.items()}
    groups: dict[int, list[Card]] = {}
    for card in cards:
        groups.setdefault(root[card.pk], []).append(card)
    return list(groups.values())
