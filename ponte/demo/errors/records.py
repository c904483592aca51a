# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""One record of a person, as one desk writes it."""

import random
from typing import NamedTuple

from ponte.demo.errors import contacts, dates, naming, papers
from ponte.demo.errors.persons import Person
from ponte.demo.errors.rates import LEAST_ERRORS, Profile
from ponte.demo.errors.slips import Slips

_TRIES = 20
_PLACEHOLDERS = ("-", "n.d.", "sconosciuto", "?", "nessuno")


class Record(NamedTuple):
    """In the columns of a people sheet, without the identifiers that only a file has."""

    given_name: str
    family_name: str
    native_name: str
    chosen_name: str
    sex: str
    birth_date: str
    birth_place: str
    birth_country: str
    citizenship: str
    languages: str
    municipality: str
    phone: str
    email: str
    fiscal_code: str
    document: str
    address: str
    postcode: str
    education: str
    employment: str


class Written(NamedTuple):
    record: Record
    errors: tuple[str, ...]
    """What happened to it, by the names in `rates`."""


def write(person: Person, profile: Profile, rng: random.Random, *, again: bool = False) -> Written:
    """`again` for a record beyond the person's first: a heavy one has several errors."""
    wanted = LEAST_ERRORS if again and profile is Profile.HEAVY else 0
    for _ in range(_TRIES):
        slips = Slips(rng, profile)
        record = _write(person, slips)
        if slips.errors >= wanted and _tells_who(record):
            break
    return Written(record, tuple(slips.applied))


def _tells_who(record: Record) -> bool:
    """A card with a name and nothing else is nobody's: no desk could say whose it is, and none keeps it."""
    whole_date = len(record.birth_date) > 7
    return whole_date or bool(record.phone or record.email or record.fiscal_code or record.document)


def _write(person: Person, slips: Slips) -> Record:
    rng = slips.rng
    name = naming.write_name(person, slips)
    where = contacts.write_where(person.home, slips)
    document = papers.write_document(person, slips)
    if not document and slips.happen("placeholder field"):
        document = rng.choice(_PLACEHOLDERS)
    return Record(
        given_name=name.given_name,
        family_name=name.family_name,
        native_name=name.native_name,
        chosen_name=name.chosen_name,
        sex=_sex(person, slips),
        birth_date=dates.write_date(person.born, slips),
        birth_place=person.birth_place if rng.random() < 0.3 else "",
        birth_country=person.country if rng.random() < 0.5 else "",
        citizenship=_citizenship(person, slips),
        languages=";".join(person.languages[: rng.choice((0, 1, 1, 2))]),
        municipality=where.municipality,
        phone=contacts.write_phone(person, slips),
        email=contacts.write_email(person, slips),
        fiscal_code=papers.write_fiscal_code(person, slips),
        document=document,
        address=where.address,
        postcode=where.postcode,
        education=person.education if rng.random() < 0.4 else "",
        employment=person.employment if rng.random() < 0.4 else "",
    )


def _sex(person: Person, slips: Slips) -> str:
    if slips.happen("sex missing"):
        return ""
    return "FM"[person.sex == "F"] if slips.happen("sex wrong") else person.sex


def _citizenship(person: Person, slips: Slips) -> str:
    if slips.happen("citizenship missing"):
        return ""
    if len(person.citizenships) > 1 and slips.happen("one citizenship of two"):
        return slips.rng.choice(person.citizenships)
    return ";".join(person.citizenships)
