# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Consulenza psicologica: eighteen people in courses of psychotherapy."""

from datetime import date

from ponte.demo.published.sheets import Sheets

SERVICE = "consulenza-psicologica"
YEAR = (date(2021, 1, 11), date(2021, 12, 17))
THERAPISTS = ("Giulia Riva", "Franco Bellini", "Anna Sartori")


def write(sheets: Sheets) -> None:
    for position in range(18):
        person = sheets.person(
            "cps", citizenship=sheets.rng.choice(("IT", "IT", "PE", "UA", "BR")), born=(1965, 2001)
        )
        for _ in range(sheets.rng.randrange(6, 22)):
            sheets.intervention(
                SERVICE,
                "interview",
                sheets.working_day(*YEAR),
                [{"person": person, "role": "client"}],
                minutes=50,
                language="ita",
                staff=THERAPISTS[position % 3],
                setting=sheets.rng.choice(("office", "office", "online")),
                municipality="Milano",
            )
