# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Mediazione culturale: hours by language, and ten mediators of whom three work in two languages."""

from datetime import date

from ponte.demo.published.sheets import Sheets

SERVICE = "mediazione-culturale"
YEAR = (date(2021, 1, 11), date(2021, 12, 17))

# language: (citizenship of those who need it, mediators, minutes of each intervention)
WORK: dict[str, tuple[str, tuple[str, ...], tuple[int, ...]]] = {
    "zho": (
        "CN",
        ("Lin Meihua", "Zhou Jian", "Chen Yating"),
        (60,) * 14 + (90,) * 8 + (120,) * 2 + (45,) * 2 + (30,),
    ),
    "ron": ("RO", ("Doina Rotaru",), (60, 60, 90, 90)),
    "sqi": ("AL", ("Arta Kola", "Besnik Hoxha"), (60, 60, 60, 60)),
    "som": ("SO", ("Hodan Warsame",), (120, 60, 60)),
    "ara": ("EG", ("Hodan Warsame",), (60, 60)),
    "ben": ("BD", ("Shirin Akter",), (60, 60)),
    "rus": ("UA", ("Doina Rotaru",), (60,)),
    "urd": ("PK", ("Shirin Akter",), (60,)),
    "fil": ("PH", ("Maricel Santos",), (60,)),
    "bos": ("BA", ("Amra Delić",), (60,)),
}
PLACES = (
    ("Centro Cardiologico Monzino", "Milano", "hospital"),
    ("Fondazione Renato Piatti", "Varese", "office"),
    ("Studio Blitz", "Monza", "office"),
)


def write(sheets: Sheets) -> None:
    for language, (citizenship, mediators, durations) in WORK.items():
        people = [
            sheets.person("med", citizenship=citizenship, born=(1948, 2003))
            for _ in range(max(1, len(durations) * 2 // 3))
        ]
        visits = list(sheets.visits(people, len(durations)))
        for position, (person, minutes) in enumerate(zip(visits, durations, strict=True)):
            partner, municipality, setting = PLACES[0] if position % 3 == 0 else sheets.rng.choice(PLACES)
            sheets.intervention(
                SERVICE,
                "mediation",
                sheets.working_day(*YEAR),
                [{"person": person, "role": "client"}],
                minutes=minutes,
                language=language,
                # Each mediator of the language works in it.
                staff=mediators[position % len(mediators)],
                setting="online" if sheets.rng.random() < 0.3 else setting,
                municipality=municipality,
                partner=partner,
            )
