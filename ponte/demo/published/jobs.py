# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The job-offer desk at Informagiovani, and the weekly bulletin. The Sportello Lavoro recorded nothing in 2021."""

from datetime import date, timedelta

from ponte.demo.published.sheets import Row, Sheets

DESK = "ricerca-offerta-lavoro"
BULLETIN = "bollettino-offerte-lavoro"
YEAR = (date(2021, 1, 11), date(2021, 12, 17))


def write(sheets: Sheets) -> None:
    _desk(sheets)
    _bulletin(sheets)


def _desk(sheets: Sheets) -> None:
    """Seventy Italian citizens, mostly women, of 28 years on average on the day of their first interview."""
    education = ["upper_secondary"] * 46 + ["degree"] * 23 + ["lower_secondary"]
    sheets.rng.shuffle(education)
    ages = [28 + spread for spread in (-6, -5, -4, -3, -2, -1, 0, 0, 1, 2, 3, 4, 5, 6)] * 5
    sheets.rng.shuffle(ages)
    for age, title in zip(ages, education, strict=True):
        first = sheets.working_day(*YEAR)
        birth = date(first.year - age, first.month, min(first.day, 28)) - timedelta(days=sheets.rng.randrange(1, 330))
        person = sheets.person(
            "rol",
            citizenship="IT",
            sex="F" if sheets.rng.random() < 0.7 else "M",
            born=birth,
            education=title,
            employment=sheets.rng.choice(("unemployed", "unemployed", "student", "employed")),
        )
        meetings = [first]
        if sheets.rng.random() < 0.4:
            meetings.append(min(first + timedelta(days=sheets.rng.randrange(7, 40)), date(2021, 12, 22)))
        for day in meetings:
            sheets.intervention(
                DESK,
                "interview",
                day,
                [{"person": person, "role": "client"}],
                minutes=60,
                language="ita",
                staff="Valeria Longhi",
                setting=sheets.rng.choice(("office", "online")),
                municipality="Milano",
                partner="Comune di Milano – Informagiovani",
            )


def _bulletin(sheets: Sheets) -> None:
    """Every Monday an issue goes to whoever subscribes then; subscribers join in the course of the year."""
    organisations = [
        f"{kind} {place}"
        for kind in ("Centro di ascolto", "Servizio sociale di zona", "Sportello lavoro")
        for place in (
            "Loreto",
            "Corvetto",
            "Gratosoglio",
            "Quarto Oggiaro",
            "Barona",
            "Baggio",
            "Affori",
            "Lambrate",
            "Giambellino",
        )
    ]
    citizens = [
        sheets.person(
            "bol", citizenship=sheets.rng.choice(("IT", "PE", "EG", "UA", "SN", "RO", "LK")), born=(1963, 2001)
        )
        for _ in range(42)
    ]
    for week in range(50):
        # The first issue has most subscribers already; the last to join come by May.
        joined = min(1.0, 0.6 + week / 50)
        rows: list[Row] = [{"partner": name} for name in organisations[: round(len(organisations) * joined)]]
        rows += [{"person": person, "role": "citizen"} for person in citizens[: round(len(citizens) * joined)]]
        sheets.intervention(
            BULLETIN,
            "bulletin_issue",
            date(2021, 1, 11) + timedelta(weeks=week),
            rows,
            setting="online",
            staff="Monica Ferraris",
        )
