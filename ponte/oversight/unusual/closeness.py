# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whose card it is: a colleague's, one's own, perhaps a relative's."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ponte.accounts.models import User
from ponte.oversight.unusual.looks import Finding, Kind, Look, by_actor_and_day
from ponte.people import names
from ponte.people.models import Card, NameToken

# A family name that more cards have says nothing: half of a community may share it.
RARE = 12
COLUMNS = ("pk", *Card.NAMES, "email", "phone", "address", "household_id", "birth_year")


@dataclass(frozen=True, slots=True)
class _Person:
    """A user as the registry may know one: by e-mail, else by the whole name."""

    pk: int
    words: frozenset[str]
    family: frozenset[str]


def closeness(found: Iterable[Look]) -> Iterable[Finding]:
    grouped: dict[tuple[int, object, int], list[Look]] = {}
    for (actor, day), during in by_actor_and_day(found).items():
        for look in during:
            grouped.setdefault((actor, day, look.card), []).append(look)
    cards = {row.pk: row for row in Card.objects.filter(pk__in={key[2] for key in grouped}).only(*COLUMNS)}
    users = {user.pk: _person(user) for user in User.objects.only("pk", "name")}
    emails = {email.lower(): pk for pk, email in User.objects.values_list("pk", "email")}
    by_words = {person.words: person.pk for person in users.values() if len(person.words) > 1}
    own = _own_cards({key[0] for key in grouped})
    for (actor, _day, pk), during in grouped.items():
        card = cards.get(pk)
        if card is None:
            continue
        whose = emails.get(card.email.lower()) if card.email else None
        whose = whose or by_words.get(_words(card.given_name, card.family_name))
        kind, why = _judge(card, whose, users[actor], own.get(actor, ()))
        if kind:
            yield Finding(kind, actor, during[0].day, tuple(during), card=pk, why=why)


def _judge(card: Card, whose: int | None, reader: _Person, own: Iterable[Card]) -> tuple[str, str]:
    if whose is not None:
        return (Kind.RELATIVE, "own") if whose == reader.pk else (Kind.COLLEAGUE, "")
    for mine in own:
        if mine.pk == card.pk:
            return Kind.RELATIVE, "own"
        for why in ("household_id", "phone", "address"):
            if getattr(mine, why) and getattr(mine, why) == getattr(card, why):
                return Kind.RELATIVE, why
    shared = reader.family & _words(card.family_name)
    if shared and all(_is_rare(word) for word in shared):
        return Kind.RELATIVE, "family_name"
    return "", ""


def _own_cards(actors: Iterable[int]) -> Mapping[int, list[Card]]:
    """The users' own cards, by their e-mail address."""
    by_email = {email.lower(): pk for pk, email in User.objects.filter(pk__in=actors).values_list("pk", "email")}
    own: dict[int, list[Card]] = {}
    for card in Card.objects.filter(email__in=by_email).only(*COLUMNS):
        own.setdefault(by_email[card.email.lower()], []).append(card)
    return own


def _person(user: User) -> _Person:
    _given, _space, family = user.name.partition(" ")
    return _Person(user.pk, _words(user.name), _words(family))


def _words(*written: str) -> frozenset[str]:
    return frozenset(names.tokens(written))


def _is_rare(word: str) -> bool:
    return NameToken.objects.filter(token=word)[: RARE + 1].count() <= RARE
