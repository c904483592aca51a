# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Finding a card among those that a user may see: by the words of a name, code, telephone or document; after these,
by names that sound alike in any script or are nearly written so.

Row-level security lets an index be used only through operators that tell nothing of the rows they pass over;
LIKE is none of these. A prefix is therefore a range in the order of bytes (`~>=~` and `~<~`).
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import CharField, Exists, OuterRef, Q, QuerySet
from django.db.models.lookups import Lookup

from ponte.accounts.models import User
from ponte.people import names, phones
from ponte.people.alike import AFTER_ALL_TEXT, cards_named_like, named_like_among
from ponte.people.models import Card, CardContact, CardIdentifier, KnownName, NameToken
from ponte.people.models.cards import CODE_ALPHABET
from ponte.people.queries import Filters, fitting, known_to, opened, team_service_ids, with_services
from ponte.platform.audit import watching

FEWEST_PHONE_DIGITS = 6
FEWEST_LETTERS = 3


@CharField.register_lookup
class Prefix(Lookup):
    """`token__prefix="mar"`: needs an index with `varchar_pattern_ops`."""

    lookup_name = "prefix"

    def as_sql(self, compiler: Any, connection: Any) -> tuple[str, Any]:
        left, parameters = self.process_lhs(compiler, connection)
        return f"({left} ~>=~ %s AND {left} ~<~ %s)", [
            *parameters,
            self.rhs,
            *parameters,
            f"{self.rhs}{AFTER_ALL_TEXT}",
        ]


@dataclass(frozen=True, slots=True)
class Found:
    cards: list[Card]
    there_are_more: bool


def search(user: User, query: str, filters: Filters | None = None, *, most: int = 50) -> Found:
    """The visible cards that fit the query: exact ones, then those that begin so, then those named alike. An empty
    query finds nobody."""
    with watching.only_shown() as show:
        cards = _found(user, query, filters or Filters(), most)
        show(cards[:most])
    return Found(cards[:most], len(cards) > most)


def _found(user: User, query: str, filters: Filters, most: int) -> list[Card]:
    """One more than `most`, where there are more."""
    services = team_service_ids(user)
    visible = with_services(user, fitting(known_to(user, services), filters))
    found: dict[int, Card] = {}
    for candidates in _in_order_of_likeness(visible, query, services):
        wanted = most + 1 - len(found)
        if wanted <= 0:
            break
        found |= {card.pk: card for card in candidates.exclude(pk__in=found)[:wanted]}
    if len(found) <= most and _is_a_name(query):
        alike = [pk for pk in cards_named_like(query, services) if pk not in found]
        by_key = {card.pk: card for card in visible.filter(pk__in=alike)}
        found |= {pk: by_key[pk] for pk in alike if pk in by_key}
    if filters == Filters() and len(found) <= most:
        found |= _opened(user, query, found, most + 1 - len(found))
    return list(found.values())


def _opened(user: User, query: str, found: Collection[int], wanted: int) -> dict[int, Card]:
    """Cards that are opened to the user without their teams knowing them: few, so each is looked at."""
    opened_ids = list(opened().exclude(pk__in=found).values_list("pk", flat=True))
    if not opened_ids:
        return {}
    cards: dict[int, Card] = {}
    among = with_services(user, Card.objects.filter(pk__in=opened_ids))
    for candidates in _in_order_of_likeness(among, query, None):
        cards |= {card.pk: card for card in candidates.exclude(pk__in=cards)[: wanted - len(cards)]}
    if len(cards) < wanted and _is_a_name(query):
        alike = [pk for pk in named_like_among(query, opened_ids) if pk not in cards]
        by_key = {card.pk: card for card in among.filter(pk__in=alike[: wanted - len(cards)])}
        cards |= {pk: by_key[pk] for pk in alike if pk in by_key}
    return cards


def _is_a_name(query: str) -> bool:
    """Long enough to sound like something; no code, number or address."""
    letters = [character for character in query if character.isalpha()]
    return (len(letters) >= FEWEST_LETTERS or not query.isascii()) and not re.search(r"[\d@]", query)


def _in_order_of_likeness(
    visible: QuerySet[Card], query: str, services: Sequence[int] | None
) -> list[QuerySet[Card]]:
    """`services` are those among whose people's names the first word is looked up; none for a few given cards."""
    ways: list[QuerySet[Card]] = []
    compact = re.sub(r"\s+", "", query).upper()
    if len(compact) == 8 and set(compact) <= set(CODE_ALPHABET):
        ways.append(visible.filter(code=compact))
    number = phones.searchable(query)
    if number and len(re.sub(r"\D", "", query)) >= FEWEST_PHONE_DIGITS:
        ways.append(visible.filter(phone__prefix=number))
        others = CardContact.objects.filter(kind=CardContact.Kind.PHONE, value__prefix=number)
        ways.append(visible.filter(pk__in=others.values("card_id")))
    if len(compact) >= 5 and re.search(r"\d", compact):
        ways.append(visible.filter(pk__in=CardIdentifier.objects.filter(value=compact).values("card_id")))
    if "@" in compact:
        ways.append(visible.filter(email__iexact=query.strip()))
    parts = names.words(query)
    if parts and not number:
        ways.append(_with_words(visible, parts, services, exact=True))
        ways.append(_with_words(visible, parts, services, exact=False))
    return ways


def _with_words(
    visible: QuerySet[Card], parts: list[str], services: Sequence[int] | None, *, exact: bool
) -> QuerySet[Card]:
    """The cards that have every word: `exact` takes whole words, and other scripts only as they are written.

    The longest word, likely the rarest, is looked up among the names that these services know; whether a card
    has the others as well is asked of the card.
    """
    first, *others = sorted(parts, key=len, reverse=True)
    if services is not None:
        known = KnownName.objects.filter(_fits(first, exact=exact), service_id__in=services)
        visible = visible.filter(pk__in=known.values("card_id"))
    for part in others if services is not None else parts:
        has_it = NameToken.objects.filter(_fits(part, exact=exact), card=OuterRef("pk"))
        visible = visible.filter(Exists(has_it))
    return visible


def _fits(part: str, *, exact: bool) -> Q:
    romanised, native = names.romanised(part), names.native(part)
    if exact:
        return Q(token=native) if not native.isascii() else Q(token=romanised)
    return Q(token__prefix=romanised) if romanised else Q(token__prefix=native)
