# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Fictional people: cards, their search words, who knows them and who has taken them on."""

import random
from array import array
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from ponte.demo import names
from ponte.demo.generated.card_rows import CARD_COLUMNS, card_row, remembered, second_row
from ponte.demo.generated.enrolments import Enrolments
from ponte.demo.generated.match_keys import MatchKeys
from ponte.demo.generated.places import Desk
from ponte.demo.generated.second_cards import CHANCE, REMEMBERED, Known, second_card
from ponte.people.matching.keys import VERSION
from ponte.people.models import Card
from ponte.people.models.cards import CODE_ALPHABET
from ponte.people.names import tokens
from ponte.platform.database.filling import TableWriter, next_ids


@dataclass(slots=True)
class Population:
    """What the work is done with: for each generated card (by position), what the register needs to know."""

    first_card: int
    desks: Sequence[Desk]
    home: "array[int]" = field(default_factory=lambda: array("H"))
    second: "array[int]" = field(default_factory=lambda: array("h"))
    start: "array[int]" = field(default_factory=lambda: array("l"))
    language: list[str] = field(default_factory=list)


def generate(
    count: int, desks: Sequence[Desk], *, today: date, rng: random.Random, progress: Callable[[int], None]
) -> Population:
    """Write `count` people and return what the work needs of them.

    A quarter live in households of two to four that came together. One in seven is known to a second service, and
    three cards in a hundred are of somebody who has one already.
    """
    first_card, first_person = next_ids("people_card", count), next_ids("people_person", count)
    first_household = next_ids("people_household", count // 3 + 1)
    population = Population(first_card=first_card, desks=desks)
    codes = _codes(rng)
    citizenships = tuple(names.nationalities())
    weights = tuple(names.nationalities().values())
    pools = {country: names.make_names_bulk(rng, country, 1 << 62) for country in citizenships}
    desk_sizes = [desk.profile.size * (0.5 + rng.random()) for desk in desks]
    first_day = date(today.year - 7, 1, 7).toordinal()
    days = today.toordinal() - first_day
    last_start = first_day + days - 1
    households = 0
    known: deque[Known] = deque(maxlen=REMEMBERED)
    with (
        TableWriter("people_person", ("id",)) as people,
        TableWriter("people_household", ("id",)) as household_rows,
        TableWriter("people_card", (*CARD_COLUMNS, "keys_version")) as cards,
        MatchKeys() as match_keys,
        TableWriter("people_nametoken", ("card_id", "token")) as tokens,
        TableWriter("people_acquaintance", ("card_id", "service_id", "since")) as acquaintances,
        Enrolments(rng, today) as enrolments,
    ):
        # Rows that others point to leave their block first.
        written = 0

        def admit(
            row: tuple[object, ...], words: frozenset[str], desk_number: int, started: int, country: str
        ) -> None:
            """Write a card with everything that hangs on it."""
            nonlocal written
            card, desk = first_card + written, desks[desk_number]
            people.write((first_person + written,))
            cards.write((*row, VERSION))
            match_keys.of_card(row)
            for token in words:
                tokens.write((card, token))
            since = date.fromordinal(started).isoformat()
            acquaintances.write((card, desk.service_id, since))
            enrolments.consider(card, desk, started)
            second = -1
            if rng.random() < 0.15:
                second = rng.randrange(len(desks))
                if second != desk_number:
                    acquaintances.write((card, desks[second].service_id, since))
                    enrolments.consider(card, desks[second], min(started + 40, last_start))
                else:
                    second = -1
            population.home.append(desk_number)
            population.second.append(second)
            population.start.append(started)
            population.language.append(names.languages_of(country)[0])
            written += 1

        while written < count:
            if known and rng.random() < CHANCE:
                one = rng.choice(known)
                desk_number = rng.choices(range(len(desks)), desk_sizes)[0]
                if desk_number != one.desk:
                    started = min(one.started + rng.randrange(1, 400), last_start)
                    told = second_card(one, rng)
                    row = second_row(
                        first_card + written,
                        next(codes),
                        first_person + written,
                        one,
                        told,
                        desks[desk_number],
                        started,
                    )
                    words = _words(told.given_name) | _words(told.family_name) | _words(told.native_name)
                    admit(row, words, desk_number, started, one.country)
                    continue
            size = min(rng.choices((1, 2, 3, 4), (82, 8, 6, 4))[0], count - written)
            country = rng.choices(citizenships, weights)[0]
            desk_number = rng.choices(range(len(desks)), desk_sizes)[0]
            desk = desks[desk_number]
            # Services grow: more people come in later years.
            start = first_day + int(days * rng.random() ** 0.5)
            household = None
            if size > 1:
                household = first_household + households
                households += 1
                household_rows.write((household,))
            area = rng.choice(desk.area_ids)
            head_family = ""
            for member in range(size):
                name = next(pools[country])
                head_family = head_family or name.family
                family = head_family if member > 1 or (member == 1 and country not in {"CN", "KR"}) else name.family
                started = start + (rng.randrange(60) if member else 0)
                started = min(started, last_start)
                row = card_row(
                    first_card + written,
                    next(codes),
                    first_person + written,
                    name,
                    family,
                    member,
                    size,
                    household,
                    country,
                    desk,
                    area,
                    started,
                    rng,
                )
                words = _words(name.given) | _words(family) | _words(name.native)
                if not member:
                    known.append(remembered(row, name, country, area, desk_number, started))
                admit(row, words, desk_number, started, country)
            if written % 1000 < size:
                progress(written)
    return population


@lru_cache(maxsize=200_000)
def _words(name: str) -> frozenset[str]:
    return frozenset(tokens((name,)))


def _codes(rng: random.Random) -> Iterator[str]:
    """Card codes that never repeat: an odd multiplier walks through all 32^8 of them. Known ones are passed over."""
    taken = set(Card.objects.values_list("code", flat=True))
    size = len(CODE_ALPHABET) ** 8
    step, place = rng.randrange(size // 4, size // 2) * 2 + 1, rng.randrange(size)
    while True:
        place = (place + step) % size
        rest, letters = place, []
        for _ in range(8):
            rest, letter = divmod(rest, len(CODE_ALPHABET))
            letters.append(CODE_ALPHABET[letter])
        code = "".join(letters)
        if code not in taken:
            yield code
