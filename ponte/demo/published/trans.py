# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Sportello Trans, and the two projects that its team works in: on the street, and in prison."""

from collections.abc import Sequence
from datetime import date, timedelta

from ponte.demo.published.sheets import Row, Sheets

SERVICE = "sportello-trans"
YEAR = (date(2021, 1, 11), date(2021, 12, 17))
FIRST_HALF = (date(2021, 1, 8), date(2021, 6, 25))
STAFF = ("Luana Marchetti", "Chiara Moretti")
OUTREACH_STAFF = "Luana Marchetti;Chiara Moretti;Valéria Nunes"
ORIGINS = ("IT", "IT", "IT", "BR", "PE", "EC", "CO", "CU", "DO", "RO", "PH")
DESTINATIONS = (
    "Psicoterapeuta",
    "Endocrinologo",
    "Consulenza legale",
    "Ospedale San Gerardo di Monza",
    "Servizi sociali",
    "Centro per l'impiego",
    "Consultorio",
    "sportello-lavoro",
    "consulenza-psicologica",
)


def write(sheets: Sheets) -> None:
    clients = [_client(sheets) for _ in range(257)]
    parents = [sheets.person("trp", citizenship="IT", born=(1958, 1980)) for _ in range(61)]
    for person in sheets.visits(clients, 640):
        _meeting(sheets, "interview", [{"person": person, "role": "client"}], staff=sheets.rng.choice(STAFF))
    for person in sheets.visits(parents, 96):
        _meeting(sheets, "interview", [{"person": person, "role": "parent"}], staff=STAFF[1])
    for _ in range(189):
        row = {"person": sheets.rng.choice(clients), "role": "client", "referred_to": sheets.rng.choice(DESTINATIONS)}
        _meeting(sheets, "referral", [row], staff=sheets.rng.choice(STAFF), minutes=None)
    _mutual_aid(sheets, sheets.rng.sample(clients, 40))
    _on_the_street(sheets)
    _in_prison(sheets, sheets.rng.sample(clients, 15))


def _client(sheets: Sheets) -> str:
    """Half of the clients go by a chosen name; Ponte shows that one."""
    origin = sheets.rng.choice(ORIGINS)
    sex = sheets.rng.choice("FMMX")
    chosen = sheets.chosen_name(origin, sex) if sheets.rng.random() < 0.5 else ""
    return sheets.person("tra", citizenship=origin, sex=sex, born=(1961, 2004), chosen_name=chosen)


def _meeting(sheets: Sheets, kind: str, rows: Sequence[Row], *, staff: str, minutes: int | None = 60) -> None:
    sheets.intervention(
        SERVICE,
        kind,
        sheets.working_day(*YEAR),
        rows,
        minutes=minutes,
        staff=staff,
        setting=sheets.rng.choice(("office", "office", "online", "phone")),
        municipality="Milano",
    )


def _mutual_aid(sheets: Sheets, members: Sequence[str]) -> None:
    """Two groups that meet every two weeks; who has joined comes when they can, and once at least."""
    for number, group in enumerate((members[:20], members[20:]), start=1):
        first = date(2021, 1, 12) + timedelta(days=number)
        for meeting in range(24):
            present = group if meeting == 0 else sheets.rng.sample(group, sheets.rng.randrange(6, 14))
            sheets.intervention(
                SERVICE,
                "group_session",
                first + timedelta(weeks=2 * meeting),
                [{"person": person, "role": "client"} for person in present],
                minutes=120,
                staff=STAFF[0],
                setting="online" if meeting < 8 else "office",
                municipality="Milano",
                group=f"Mutuo aiuto {number}",
            )


def _on_the_street(sheets: Sheets) -> None:
    """Contacts are never named: each is a row for one person; some take a rapid test."""
    # setting: (contacts, of which first ones, tests, of which positive and already known, evenings)
    work = {"street": (247, 59, 28, 1, 30), "indoor": (19, 12, 18, 1, 9), "office": (2, 1, 2, 0, 2)}
    for setting, (contacts, first_ones, tests, known_positive, evenings) in work.items():
        firsts = set(sheets.rng.sample(range(contacts), first_ones))
        tested = sheets.rng.sample(range(contacts), tests)
        positive = set(tested[:known_positive])
        rows: list[Row] = []
        for contact in range(contacts):
            row = {"headcount": "1", "role": "client", "first_contact": "yes" if contact in firsts else "no"}
            if contact in tested:
                row |= {"test": "hiv_rapid", "result": "known_positive" if contact in positive else "negative"}
            rows.append(row)
        start = 0
        for size in sheets.split(contacts, evenings):
            sheets.intervention(
                SERVICE,
                "outing_contact",
                sheets.some_day(*FIRST_HALF),
                rows[start : start + size],
                minutes=sheets.rng.choice((180, 240)) if setting == "street" else 60,
                project="sex-workers-transgender-test-hiv",
                staff=OUTREACH_STAFF,
                setting=setting,
                municipality=sheets.rng.choice(("Milano", "Milano", "Monza")) if setting != "office" else "Milano",
            )
            start += size


def _in_prison(sheets: Sheets, women: Sequence[str]) -> None:
    project = "donne-oltre-le-mura"
    for meeting in range(16):
        present = women if meeting == 0 else sheets.rng.sample(list(women), sheets.rng.randrange(7, 13))
        sheets.intervention(
            SERVICE,
            "workshop",
            date(2021, 3, 3) + timedelta(weeks=2 * meeting),
            [{"person": person, "role": "client"} for person in present],
            minutes=120,
            project=project,
            staff=";".join(STAFF),
            setting="prison",
            municipality="Como",
            group="Gruppo di ascolto",
        )
    sheets.intervention(
        SERVICE,
        "training",
        date(2021, 10, 14),
        [{"headcount": "9", "role": "prison_officer"}],
        minutes=240,
        project=project,
        staff=";".join(STAFF),
        setting="prison",
        municipality="Como",
    )
