# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The prevention projects in schools and clubs: sessions with headcounts, and what they produced.

They are recorded by the school psychology service, which lends them its staff; they hold headcounts only, so
the service's own figures, which count registered people and interviews, are not touched.
"""

from dataclasses import dataclass
from datetime import date

from ponte.demo.published.schools import CALVINO, PSYCHOLOGY
from ponte.demo.published.sheets import Row, Sheets

SPRING = (date(2021, 2, 1), date(2021, 5, 28))
AUTUMN = (date(2021, 10, 4), date(2021, 12, 17))

Place = tuple[str, str]  # partner and comune

CLUBS: tuple[Place, ...] = tuple(
    (name, "Milano")
    for name in (
        "ASD Calcio Ortica",
        "Polisportiva Gallaratese Nord",
        "Rugby Lambrate",
        "Basket Barona",
        "Volley Greco",
        "Atletica Giambellino",
    )
)
UPPER_SCHOOLS: tuple[Place, ...] = (("Liceo Vittorini", "Milano"), (CALVINO, "Rozzano"))
LODI_SCHOOLS: tuple[Place, ...] = (
    ("Istituto Agostino Bassi", "Lodi"),
    ("Istituto Einaudi", "Lodi"),
    ("Istituto Cesaris", "Casalpusterlengo"),
    ("Istituto Superiore di Codogno", "Codogno"),
)
PHOTOGRAPHY: tuple[Place, ...] = (("Istituto Italiano di Fotografia", "Milano"),)

RESPECT = "allena-mi-al-rispetto"
MOON = "veniamo-tutti-dalla-luna"
ALONE = "non-sei-sola"
EQUAL = "siamo-tutti-uguali"
STAFF = {
    RESPECT: ("Chiara Moretti", "Matteo Sala"),
    MOON: ("Chiara Moretti", "Laura Gatti", "Matteo Sala", "Irene Villa"),
    ALONE: ("Laura Gatti", "Sara Pozzi"),
    EQUAL: ("Matteo Sala", "Irene Villa", "Nadia Colombo", "Omar Ferri"),
}


@dataclass(frozen=True, slots=True)
class Strand:
    """Sessions of one kind in a project: so many people in all, at these places in turn.

    `group` names who takes part, with the number of the round in which a place has its turn.
    """

    project: str
    kind: str
    role: str
    people: int
    sessions: int
    places: tuple[Place, ...]
    period: tuple[date, date]
    group: str = ""
    setting: str = "school"


STRANDS = (
    Strand(RESPECT, "workshop", "young_person", 203, 12, CLUBS, (SPRING[0], AUTUMN[1]), "Squadra {place}", "other"),
    Strand(RESPECT, "training", "coach", 12, 3, CLUBS, AUTUMN, setting="other"),
    Strand(MOON, "workshop", "student", 155, 6, UPPER_SCHOOLS, SPRING, "{round}A {place}"),
    Strand(MOON, "training", "teacher", 27, 2, UPPER_SCHOOLS, SPRING),
    Strand(MOON, "training", "parent", 140, 4, UPPER_SCHOOLS, AUTUMN),
    Strand(ALONE, "workshop", "student", 184, 8, LODI_SCHOOLS, SPRING, "{round}B {place}"),
    Strand(ALONE, "training", "teacher", 12, 4, LODI_SCHOOLS, AUTUMN),
    Strand(ALONE, "training", "school_head", 8, 4, LODI_SCHOOLS, AUTUMN),
    Strand(EQUAL, "workshop", "student", 190, 8, PHOTOGRAPHY, SPRING),
    Strand(EQUAL, "training", "parent", 72, 3, PHOTOGRAPHY, AUTUMN),
    Strand(EQUAL, "training", "teacher", 22, 2, PHOTOGRAPHY, AUTUMN),
)
OUTPUTS = (
    (MOON, "Kit didattico «Diamo una lezione al bullismo»"),
    (EQUAL, "Murales «Veniamo tutti dalla luna»"),
    (EQUAL, "Mostra fotografica «A fior di pelle»"),
)


def write(sheets: Sheets) -> None:
    for strand in STRANDS:
        for session, people in enumerate(sheets.split(strand.people, strand.sessions)):
            turn, position = divmod(session, len(strand.places))
            partner, town = strand.places[position]
            row: Row = {"headcount": str(people), "role": strand.role}
            if strand.group:
                row["group"] = strand.group.format(place=partner, round=turn + 1)
            sheets.intervention(
                PSYCHOLOGY,
                strand.kind,
                sheets.working_day(*strand.period),
                [row],
                minutes=120,
                project=strand.project,
                staff=";".join(sheets.rng.sample(STAFF[strand.project], 2)),
                setting=strand.setting,
                municipality=town,
                partner=partner,
            )
    for project, output in OUTPUTS:
        sheets.intervention(
            PSYCHOLOGY,
            "other",
            sheets.working_day(*AUTUMN),
            [{"output": output}],
            project=project,
            staff=";".join(STAFF[project]),
            municipality="Milano",
        )
