# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""From when to when a service or project accounts for a year."""

from dataclasses import dataclass
from datetime import date

from ponte.network.models import Project, ReportingPeriod, Service


@dataclass(frozen=True, slots=True)
class Period:
    """Both days are included. `label` is how Italian reports name it: "2021", "a.s. 2021/2022"."""

    since: date
    until: date
    label: str


def period_of(section: Service | Project, year: int) -> Period:
    """What the section's account of a year covers. A school year is the one that begins in that year.

    A project that accounts for its whole period without having told both its ends accounts for the calendar year.
    """
    calendar = Period(date(year, 1, 1), date(year, 12, 31), str(year))
    match section.reporting_period:
        case ReportingPeriod.SCHOOL_YEAR:
            return Period(date(year, 9, 1), date(year + 1, 8, 31), f"a.s. {year}/{year + 1}")
        case ReportingPeriod.FIRST_HALF:
            return Period(date(year, 1, 1), date(year, 6, 30), f"primo semestre {year}")
        case ReportingPeriod.PROJECT if section.starts_on and section.ends_on:
            start, end = section.starts_on, section.ends_on
            label = str(start.year) if start.year == end.year else f"{start.year}-{end.year}"
            return Period(start, end, label)
    return calendar
