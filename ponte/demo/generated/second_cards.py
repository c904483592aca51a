# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""People whom a second desk registered anew, not knowing that the first had: what the review queue is for."""

import random
import re
from datetime import date
from typing import NamedTuple

from ponte.demo.errors import Person, Profile, write
from ponte.demo.errors.parts import read
from ponte.demo.errors.persons import Home
from ponte.demo.names import FictionalName
from ponte.platform.partial_dates import PartialDate

CHANCE = 0.04
"""For each household that comes, that somebody known comes to another desk instead: three cards in a hundred."""
REMEMBERED = 300
"""So many of the last who came may come again."""
EARLIEST = 1900
_NOWHERE = "via Roma 1"


class Known(NamedTuple):
    """Somebody whose card is written, as far as a second one hangs on it."""

    name: FictionalName
    country: str
    born: date
    phone: str
    address: str
    area: int
    desk: int
    started: int


class SecondCard(NamedTuple):
    """What another desk writes of the same person, by the light profile of the error model."""

    given_name: str
    family_name: str
    native_name: str
    sex: str
    born: tuple[int | None, int | None, int | None]
    citizenships: str
    phone: str
    address: str


def person_of(known: Known) -> Person:
    street, _, number = (known.address or _NOWHERE).rpartition(" ")
    return Person(
        number=0,
        name=read(known.name, known.country),
        sex=known.name.sex,
        born=known.born,
        country=known.country,
        citizenships=(known.country,),
        languages=(),
        home=Home(street, number, "", ""),
        phone=_digits(known.phone),
    )


def second_card(known: Known, rng: random.Random) -> SecondCard:
    record = write(person_of(known), Profile.LIGHT, rng, again=True).record
    phone = _digits(record.phone)
    return SecondCard(
        given_name=record.given_name,
        family_name=record.family_name,
        native_name=record.native_name,
        sex=record.sex,
        born=_date(record.birth_date),
        citizenships="{" + record.citizenship.replace(";", ",") + "}",
        phone=f"+39 {phone[:3]} {phone[3:]}" if phone else "",
        address=record.address if known.address else "",
    )


def _date(told: str) -> tuple[int | None, int | None, int | None]:
    if not told:
        return None, None, None
    born = PartialDate.parse(told)
    return (born.year, born.month, born.day) if born.year > EARLIEST else (None, None, None)


def _digits(phone: str) -> str:
    return re.sub(r"\D", "", phone)[-10:]
