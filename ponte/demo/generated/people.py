# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Fictional people: cards, their search words, who knows them and who has taken them on."""

import random
from array import array
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from ponte.demo import names
from ponte.demo.generated.places import Desk
from ponte.people.models import Card, Enrolment
from ponte.people.models.cards import CODE_ALPHABET
from ponte.people.names import tokens
from ponte.platform.database.filling import TableWriter, next_ids

CARD_COLUMNS = (
    "id",
    "code",
    "person_id",
    "given_name",
    "family_name",
    "native_name",
    "chosen_name",
    "sex",
    "birth_year",
    "birth_month",
    "birth_day",
    "birth_place",
    "birth_country",
    "citizenships",
    "languages",
    "needs_mediator",
    "phone",
    "email",
    "preferred_channel",
    "preferred_language",
    "address",
    "postcode",
    "area_id",
    "education",
    "employment",
    "household_id",
    "household_role",
    "answers",
    "notes",
    "registered_by_id",
    "import_source",
    "import_ref",
    "created_at",
    "updated_at",
)
ENROLMENT_COLUMNS = (
    "id",
    "card_id",
    "service_id",
    "opened_on",
    "closed_on",
    "reason",
    "outcome",
    "outcome_note",
    "referent_id",
)
OUTCOMES = [outcome.value for outcome in Enrolment.Outcome if outcome != Enrolment.Outcome.DECEASED]
SEXES = "FFFFFMMMMM"
EDUCATION = ("none", "primary", "lower_secondary", "upper_secondary", "degree", "")
EMPLOYMENT = ("employed", "unemployed", "inactive", "")
STREETS = ("via Roma", "via Garibaldi", "via Manzoni", "viale Lombardia", "via dei Mille", "piazza della Libertà")


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

    A quarter live in households of two to four that came together. One in seven is known to a second service.
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
    households = 0
    with (
        TableWriter("people_person", ("id",)) as people,
        TableWriter("people_household", ("id",)) as household_rows,
        TableWriter("people_card", CARD_COLUMNS) as cards,
        TableWriter("people_nametoken", ("card_id", "token")) as tokens,
        TableWriter("people_acquaintance", ("card_id", "service_id", "since")) as acquaintances,
        Enrolments(rng, today) as enrolments,
    ):
        # Rows that others point to leave their block first.
        written = 0
        while written < count:
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
                card = first_card + written
                head_family = head_family or name.family
                family = head_family if member > 1 or (member == 1 and country not in {"CN", "KR"}) else name.family
                started = start + (rng.randrange(60) if member else 0)
                started = min(started, first_day + days - 1)
                person = first_person + written
                people.write((person,))
                cards.write(
                    _card_row(
                        card,
                        next(codes),
                        person,
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
                )
                for token in _words(name.given) | _words(family) | _words(name.native):
                    tokens.write((card, token))
                since = date.fromordinal(started).isoformat()
                acquaintances.write((card, desk.service_id, since))
                enrolments.consider(card, desk, started)
                second = -1
                if rng.random() < 0.15:
                    second = rng.randrange(len(desks))
                    if second != desk_number:
                        acquaintances.write((card, desks[second].service_id, since))
                        enrolments.consider(card, desks[second], min(started + 40, first_day + days - 1))
                    else:
                        second = -1
                population.home.append(desk_number)
                population.second.append(second)
                population.start.append(started)
                population.language.append(names.languages_of(country)[0])
                written += 1
            if written % 1000 < size:
                progress(written)
    return population


def _card_row(
    card: int,
    code: str,
    person: int,
    name: names.FictionalName,
    family: str,
    member: int,
    size: int,
    household: int | None,
    country: str,
    desk: Desk,
    area: int,
    started: int,
    rng: random.Random,
) -> tuple[object, ...]:
    youngest, oldest = desk.profile.ages
    age = (
        rng.randrange(youngest, oldest)
        if member == 0
        else (rng.randrange(20, 60) if member == 1 else rng.randrange(17))
    )
    year = date.fromordinal(started).year - age
    told = rng.random()
    month = rng.randrange(1, 13) if told < 0.94 else None
    day = rng.randrange(1, 29) if month and told < 0.90 else None
    spoken = names.languages_of(country)
    role = ("head", "partner", "child", "child")[member] if size > 1 else ""
    adult = age >= 18
    when = date.fromordinal(started).isoformat()
    return (
        card,
        code,
        person,
        name.given,
        family,
        name.native,
        "",
        name.sex,
        year,
        month,
        day,
        "",
        country,
        "{" + country + "}",
        "{" + ",".join(spoken[:2]) + "}",
        None if told > 0.8 else ("t" if country != "IT" and rng.random() < 0.4 else "f"),
        f"+39 3{rng.randrange(20, 99)} {rng.randrange(1_000_000, 9_999_999)}" if adult and told < 0.85 else "",
        "",
        "phone" if told < 0.3 else "",
        spoken[0],
        f"{rng.choice(STREETS)} {rng.randrange(1, 120)}" if told < 0.6 else "",
        "",
        area,
        rng.choice(EDUCATION) if adult else "",
        rng.choice(EMPLOYMENT) if adult else ("student" if age > 5 else ""),
        household,
        role,
        "{}",
        "",
        desk.service_id,
        "",
        "",
        when,
        when,
    )


class Enrolments:
    """Takes some people on, and closes most of what is old; the steps are written beside."""

    def __init__(self, rng: random.Random, today: date) -> None:
        self._rng = rng
        self._today = today.toordinal()
        self._rows = TableWriter("people_enrolment", ENROLMENT_COLUMNS)
        self._steps = TableWriter("people_enrolmentevent", ("enrolment_id", "kind", "on", "outcome", "note"))
        self._ids = _endless_ids("people_enrolment")

    def __enter__(self) -> "Enrolments":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._rows.flush()
            self._steps.flush()

    def consider(self, card: int, desk: Desk, day: int) -> None:
        rng = self._rng
        if rng.random() >= desk.profile.enrolled:
            return
        ends = day + rng.randrange(30, 700)
        closed = ends < self._today
        outcome = rng.choice(OUTCOMES) if closed else ""
        opened_on = date.fromordinal(day).isoformat()
        closed_on = date.fromordinal(ends).isoformat() if closed else None
        enrolment = next(self._ids)
        self._rows.write(
            (
                enrolment,
                card,
                desk.service_id,
                opened_on,
                closed_on,
                "",
                outcome,
                "",
                rng.choice(desk.referents) if desk.referents else None,
            )
        )
        self._steps.write((enrolment, "opened", opened_on, "", ""))
        if closed:
            self._steps.write((enrolment, "closed", closed_on, outcome, ""))


def _endless_ids(table: str, block: int = 10_000) -> Iterator[int]:
    while True:
        first = next_ids(table, block)
        yield from range(first, first + block)


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
