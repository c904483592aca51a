# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Work in schools: guidance, school psychology, and the prevention projects.

The projects' workshops are recorded by the school psychology service, which lends them its staff; they hold
headcounts only, so the service's own figures, which count registered people and interviews, are not touched.
"""

from collections.abc import Sequence
from datetime import date

from ponte.demo.published.sheets import Row, Sheets

GUIDANCE = "orientamento-scolastico"
PSYCHOLOGY = "psicologia-scolastica"
YEAR = (date(2021, 1, 11), date(2021, 12, 17))
SCHOOL_YEAR = (date(2021, 9, 13), date(2022, 6, 8))
SPRING = (date(2021, 2, 1), date(2021, 5, 28))
AUTUMN = (date(2021, 10, 4), date(2021, 12, 17))

CALVINO = 'Istituto d\'Istruzione Superiore "Italo Calvino"'
LUINI = 'Istituto Comprensivo "Luini-Falcone"'
VIQUARTERIO = 'Istituto Comprensivo "Viquarterio"'
MILANI = 'Istituto Comprensivo "Don Milani"'
ORIGINS = ("IT", "IT", "IT", "IT", "EG", "RO", "EC", "PE", "CN", "MA", "AL", "PH")


def write(sheets: Sheets) -> None:
    _guidance(sheets)
    _psychology(sheets)
    _respect_in_sport(sheets)
    _all_from_the_moon(sheets)
    _you_are_not_alone(sheets)
    _all_equal(sheets)


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


def _respect_in_sport(sheets: Sheets) -> None:
    project = "allena-mi-al-rispetto"
    clubs = (
        "ASD Calcio Ortica",
        "Polisportiva Gallaratese Nord",
        "Rugby Lambrate",
        "Basket Barona",
        "Volley Greco",
        "Atletica Giambellino",
    )
    young, coaches = sheets.split(203, 12), sheets.split(12, 3)
    for position, count in enumerate(young):
        club = clubs[position % len(clubs)]
        _session(
            sheets,
            project,
            "workshop",
            SPRING if position < 6 else AUTUMN,
            [_heads(count, "young_person")],
            staff="Chiara Moretti;Matteo Sala",
            setting="other",
            municipality="Milano",
            partner=club,
            group=f"Squadra {club}",
        )
    for count, club in zip(coaches, clubs, strict=False):
        _session(
            sheets,
            project,
            "training",
            AUTUMN,
            [_heads(count, "coach")],
            staff="Chiara Moretti;Matteo Sala",
            setting="other",
            municipality="Milano",
            partner=club,
        )


def _all_from_the_moon(sheets: Sheets) -> None:
    project = "veniamo-tutti-dalla-luna"
    schools = (("Liceo Vittorini", "Milano"), (CALVINO, "Rozzano"))
    staff = ("Chiara Moretti", "Laura Gatti", "Matteo Sala", "Irene Villa")
    for position, students in enumerate(sheets.split(155, 6)):
        partner, town = schools[position % 2]
        _session(
            sheets,
            project,
            "workshop",
            SPRING,
            [{**_heads(students, "student"), "group": f"{1 + position % 2}{'ABC'[position // 2]} {partner}"}],
            staff=";".join(sheets.rng.sample(staff, 2)),
            municipality=town,
            partner=partner,
        )
    for teachers, (partner, town) in zip(sheets.split(27, 2), schools, strict=True):
        _session(
            sheets,
            project,
            "training",
            SPRING,
            [_heads(teachers, "teacher")],
            staff=staff[0],
            municipality=town,
            partner=partner,
        )
    for position, parents in enumerate(sheets.split(140, 4)):
        partner, town = schools[position % 2]
        _session(
            sheets,
            project,
            "training",
            AUTUMN,
            [_heads(parents, "parent")],
            staff=staff[1],
            municipality=town,
            partner=partner,
        )
    _session(
        sheets,
        project,
        "other",
        AUTUMN,
        [{"output": "Kit didattico «Diamo una lezione al bullismo»"}],
        minutes=0,
        staff="Paolo Ricci;Silvia Conti",
        municipality="Milano",
    )


def _you_are_not_alone(sheets: Sheets) -> None:
    project = "non-sei-sola"
    schools = (
        ("Istituto Agostino Bassi", "Lodi"),
        ("Istituto Einaudi", "Lodi"),
        ("Istituto Cesaris", "Casalpusterlengo"),
        ("Istituto Superiore di Codogno", "Codogno"),
    )
    staff = "Laura Gatti;Sara Pozzi"
    for position, students in enumerate(sheets.split(184, 8)):
        partner, town = schools[position % 4]
        _session(
            sheets,
            project,
            "workshop",
            SPRING,
            [{**_heads(students, "student"), "group": f"{2 + position // 4}A {partner}"}],
            staff=staff,
            municipality=town,
            partner=partner,
        )
    for teachers, heads, (partner, town) in zip(sheets.split(12, 4), sheets.split(8, 4), schools, strict=True):
        _session(
            sheets,
            project,
            "training",
            AUTUMN,
            [_heads(teachers, "teacher"), _heads(heads, "school_head")],
            staff=staff,
            municipality=town,
            partner=partner,
        )


def _all_equal(sheets: Sheets) -> None:
    project = "siamo-tutti-uguali"
    partner = "Istituto Italiano di Fotografia"
    staff = ("Matteo Sala", "Irene Villa", "Nadia Colombo", "Omar Ferri")
    for students in sheets.split(190, 8):
        _session(
            sheets,
            project,
            "workshop",
            SPRING,
            [_heads(students, "student")],
            staff=";".join(sheets.rng.sample(staff, 2)),
            municipality="Milano",
            partner=partner,
        )
    for parents in sheets.split(72, 3):
        _session(
            sheets,
            project,
            "training",
            AUTUMN,
            [_heads(parents, "parent")],
            staff=staff[0],
            municipality="Milano",
            partner=partner,
        )
    for teachers in sheets.split(22, 2):
        _session(
            sheets,
            project,
            "training",
            AUTUMN,
            [_heads(teachers, "teacher")],
            staff=staff[1],
            municipality="Milano",
            partner=partner,
        )
    for output in ("Murales «Veniamo tutti dalla luna»", "Mostra fotografica «A fior di pelle»"):
        _session(
            sheets,
            project,
            "other",
            AUTUMN,
            [{"output": output}],
            minutes=0,
            staff=";".join(staff),
            municipality="Milano",
            partner=partner,
        )


def _session(
    sheets: Sheets,
    project: str,
    kind: str,
    period: tuple[date, date],
    rows: Sequence[Row],
    *,
    minutes: int = 120,
    setting: str = "school",
    **common: str,
) -> None:
    sheets.intervention(
        PSYCHOLOGY,
        kind,
        sheets.working_day(*period),
        rows,
        minutes=minutes or None,
        project=project,
        setting=setting,
        **common,
    )


def _heads(count: int, role: str) -> Row:
    return {"headcount": str(count), "role": role}
