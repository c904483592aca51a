# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A hundred thousand people and as many register rows, brought in by `ponte import`."""

import csv
import datetime as dt
import random
import shutil
import time
from pathlib import Path

from bench.installation import ROOT, Installation

ROWS = 100_000
GIVEN = ("Maria", "Mohamed", "Wei", "Ana", "Olena", "Fatima", "Jorge", "Amina", "Li", "Dmytro", "Rosa", "Ibrahim")
FAMILY = ("Rossi", "Hassan", "Hu", "Garcia", "Shevchenko", "El Amrani", "Quispe", "Diop", "Zhang", "Popescu")
COUNTRIES = ("EG", "CN", "PE", "UA", "MA", "SN", "RO", "BD")
SERVICES = ("sportello-lavoro", "mediazione-culturale", "orientamento-scolastico")
KINDS = ("interview", "mediation", "information", "phone_call")
LANGUAGES = ("ara", "zho", "spa", "ukr", "fra")


def measure() -> dict[str, float]:
    """Seconds for each file, into a network without generated people."""
    installation = Installation(people=0, var=ROOT / "build" / "bench" / "imports")
    with installation.running():
        pass
    shutil.rmtree(installation.var, ignore_errors=True)
    with installation.running():
        installation.fill()
        people = _people(installation.var / "people.csv")
        register = _register(installation.var / "register.csv")
        return {
            "rows": ROWS,
            "people_seconds": _timed(installation, "people", people),
            "register_seconds": _timed(installation, "register", register),
            "register_again_seconds": _timed(installation, "register", register),
        }


def _timed(installation: Installation, kind: str, sheet: Path) -> float:
    start = time.perf_counter()
    installation.run("ponte.cli", "import", kind, str(sheet))
    return round(time.perf_counter() - start, 1)


def _people(path: Path) -> Path:
    chance = random.Random(1)
    with path.open("w", newline="") as file:
        sheet = csv.writer(file)
        sheet.writerow(["ref", "given_name", "family_name", "sex", "birth_date", "citizenship", "languages", "phone"])
        for number in range(ROWS):
            born = dt.date(1950, 1, 1) + dt.timedelta(days=chance.randrange(25_000))
            sheet.writerow(
                [
                    f"p{number}",
                    f"{chance.choice(GIVEN)} {chance.choice(GIVEN)}",
                    f"{chance.choice(FAMILY)} {chance.choice(FAMILY)}",
                    chance.choice("FM"),
                    born.isoformat(),
                    chance.choice(COUNTRIES),
                    chance.choice(LANGUAGES),
                    f"+39 320 {number:07d}",
                ]
            )
    return path


def _register(path: Path) -> Path:
    """Half of the rows are interviews with one person, half belong to meetings of ten."""
    chance = random.Random(2)
    headings = ["intervention", "organisation", "service", "kind", "date", "minutes", "setting"]
    with path.open("w", newline="") as file:
        sheet = csv.writer(file)
        sheet.writerow([*headings, "language", "staff", "person"])
        number = 0
        while number < ROWS:
            together = 1 if chance.random() < 10 / 11 else 10
            day = dt.date(2025, 1, 1) + dt.timedelta(days=chance.randrange(360))
            work = [
                f"i{number}", "ala-milano", chance.choice(SERVICES), chance.choice(KINDS), day.isoformat(),
                chance.choice((15, 30, 45, 60)), "office", chance.choice(LANGUAGES), f"Operatrice {number % 20}",
            ]  # fmt: skip
            for _ in range(min(together, ROWS - number)):
                sheet.writerow([*work, f"p{chance.randrange(ROWS)}"])
                number += 1
    return path
