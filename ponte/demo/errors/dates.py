# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Birth dates as told, half told, and typed."""

from datetime import date

from ponte.demo.errors.letters import wrong_digit
from ponte.demo.errors.slips import Slips


def write_date(born: date, slips: Slips) -> str:
    rng = slips.rng
    if slips.happen("date missing"):
        return ""
    if slips.happen("placeholder date"):
        return rng.choice(("1900-01-01", "01/01/1900", "01/01/1970", "1111-11-11"))
    year, month, day = _mistaken(born, slips)
    if slips.happen("year only"):
        return f"{year}"
    if slips.happen("month only"):
        return f"{year}-{month:02}"
    if slips.happen("first of January"):
        month = day = 1
    elif day <= 12 and day != month and slips.happen("day and month swapped"):
        month, day = day, month
    if slips.happen("date digit"):
        for _ in range(5):
            other = wrong_digit(rng, f"{day:02}{month:02}{year}")
            try:
                tried = date(int(other[4:]), int(other[2:4]), int(other[:2]))
            except ValueError:
                continue
            if 1915 < tried.year < 2026:
                year, month, day = tried.year, tried.month, tried.day
                break
    return f"{day:02}/{month:02}/{year}" if rng.random() < 0.5 else f"{year}-{month:02}-{day:02}"


def _mistaken(born: date, slips: Slips) -> tuple[int, int, int]:
    year, month, day = born.year, born.month, born.day
    if slips.happen("year off by one"):
        year += slips.rng.choice((-1, 1))
    elif slips.happen("decade wrong"):
        year += slips.rng.choice((-10, 10))
    if year > 2025:
        year = born.year
    if month == 2 and day == 29:
        day = 28
    return year, month, day
