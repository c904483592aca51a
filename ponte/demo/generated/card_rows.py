# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Rows of cards, as they are copied into the table."""

import random
from datetime import date

from ponte.demo import names
from ponte.demo.generated.places import Desk
from ponte.demo.generated.second_cards import Known, SecondCard

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
EDUCATION = ("none", "primary", "lower_secondary", "upper_secondary", "degree", "")
EMPLOYMENT = ("employed", "unemployed", "inactive", "")
STREETS = ("via Roma", "via Garibaldi", "via Manzoni", "viale Lombardia", "via dei Mille", "piazza della Libertà")


def card_row(
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


def remembered(
    row: tuple[object, ...], name: names.FictionalName, country: str, area: int, desk: int, started: int
) -> Known:
    said = dict(zip(CARD_COLUMNS, row, strict=True))
    year, month, day = (int(str(said[f"birth_{part}"] or 1)) for part in ("year", "month", "day"))
    return Known(name, country, date(year, month, day), str(said["phone"]), str(said["address"]), area, desk, started)


def second_row(
    card: int, code: str, person: int, known: Known, told: SecondCard, desk: Desk, started: int
) -> tuple[object, ...]:
    year, month, day = told.born
    when = date.fromordinal(started).isoformat()
    said = {
        "id": card,
        "code": code,
        "person_id": person,
        "given_name": told.given_name,
        "family_name": told.family_name,
        "native_name": told.native_name,
        "sex": told.sex,
        "birth_year": year,
        "birth_month": month,
        "birth_day": day,
        "citizenships": told.citizenships,
        "languages": "{" + names.languages_of(known.country)[0] + "}",
        "needs_mediator": None,
        "phone": told.phone,
        "address": told.address,
        "area_id": known.area,
        "household_id": None,
        "answers": "{}",
        "registered_by_id": desk.service_id,
        "created_at": when,
        "updated_at": when,
    }
    return tuple(said.get(column, "") for column in CARD_COLUMNS)
