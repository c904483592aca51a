# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Work in schools: guidance towards upper secondary school, and school psychology."""

from datetime import date

from ponte.demo.published.sheets import Row, Sheets

GUIDANCE = "orientamento-scolastico"
PSYCHOLOGY = "psicologia-scolastica"
YEAR = (date(2021, 1, 11), date(2021, 12, 17))
SCHOOL_YEAR = (date(2021, 9, 13), date(2022, 6, 8))
AUTUMN = (date(2021, 10, 4), date(2021, 12, 17))

CALVINO = 'Istituto d\'Istruzione Superiore "Italo Calvino"'
LUINI = 'Istituto Comprensivo "Luini-Falcone"'
VIQUARTERIO = 'Istituto Comprensivo "Viquarterio"'
MILANI = 'Istituto Comprensivo "Don Milani"'
ORIGINS = ("IT", "IT", "IT", "IT", "EG", "RO", "EC", "PE", "CN", "MA", "AL", "PH")


def write(sheets: Sheets) -> None:
    _guidance(sheets)
    _psychology(sheets)


def _guidance(sheets: Sheets) -> None:
    counsellors = ("Elena Bassani", "Davide Ferrario")
    for number in range(52):
        origin = sheets.rng.choice(ORIGINS)
        household = f"ori-{number + 1:03}"
        town, partner = sheets.rng.choice((("Rozzano", CALVINO), ("Rozzano", LUINI), ("Locate di Triulzi", MILANI)))
        parent = sheets.person(
            "ori",
            citizenship=origin,
            born=(1968, 1986),
            municipality=town,
            household=household,
            household_role="head",
        )
        pupil = sheets.person(
            "ori",
            citizenship=origin,
            born=(2005, 2008),
            municipality=town,
            household=household,
            household_role="child",
            education="primary",
        )
        for _ in range(sheets.rng.choice((1, 1, 2))):
            sheets.intervention(
                GUIDANCE,
                "interview",
                sheets.working_day(*YEAR),
                [{"person": parent, "role": "client"}, {"person": pupil, "role": "client"}],
                minutes=60,
                language="ita",
                staff=sheets.rng.choice(counsellors),
                setting="school",
                municipality=town,
                partner=partner,
            )
    evenings = sheets.split(500, 8)
    for parents in evenings:
        town, partner = sheets.rng.choice((("Rozzano", LUINI), ("Pieve Emanuele", VIQUARTERIO), ("Rozzano", CALVINO)))
        sheets.intervention(
            GUIDANCE,
            "training",
            sheets.working_day(*AUTUMN),
            [_heads(parents, "parent")],
            minutes=120,
            staff=";".join(counsellors),
            setting="school",
            municipality=town,
            partner=partner,
        )
    for section, students in zip("ABCD", sheets.split(98, 4), strict=True):
        sheets.intervention(
            GUIDANCE,
            "workshop",
            sheets.working_day(*AUTUMN),
            [{**_heads(students, "student"), "group": f"3{section}"}],
            minutes=120,
            staff=sheets.rng.choice(counsellors),
            setting="school",
            municipality="Pieve Emanuele",
            partner=VIQUARTERIO,
        )


def _psychology(sheets: Sheets) -> None:
    psychologists = ("Chiara Moretti", "Laura Gatti")
    town = "Locate di Triulzi"
    roles = (("teacher", 58, (1962, 1994)), ("parent", 57, (1968, 1988)), ("student", 66, (2007, 2010)))
    role_of: dict[str, str] = {}
    for role, count, born in roles:
        for _ in range(count):
            origin = "IT" if role == "teacher" else sheets.rng.choice(ORIGINS)
            ref = sheets.person(
                "psi",
                citizenship=origin,
                born=born,
                municipality=town,
                employment={"teacher": "employed", "student": "student"}.get(role, ""),
            )
            role_of[ref] = role
    for person in sheets.visits(tuple(role_of), 313):
        sheets.intervention(
            PSYCHOLOGY,
            "interview",
            sheets.working_day(*SCHOOL_YEAR),
            [{"person": person, "role": role_of[person]}],
            minutes=sheets.rng.choice((45, 50, 60)),
            language="ita",
            staff=sheets.rng.choice(psychologists),
            setting="school",
            municipality=town,
            partner=MILANI,
        )
    for _ in range(9):
        sheets.intervention(
            PSYCHOLOGY,
            "other",
            sheets.working_day(*SCHOOL_YEAR),
            [],
            minutes=90,
            staff=sheets.rng.choice(psychologists),
            setting="school",
            municipality=town,
            partner=MILANI,
        )


def _heads(count: int, role: str) -> Row:
    return {"headcount": str(count), "role": role}
