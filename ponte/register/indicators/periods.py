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

    A project that accounts for its own period counts from its start to the end of the year, or to its own
    end; in a year outside its life, the calendar year.
    """
    first, last = date(year, 1, 1), date(year, 12, 31)
    start, end = section.starts_on or first, section.ends_on or last
    match section.reporting_period:
        case ReportingPeriod.SCHOOL_YEAR:
            return Period(date(year, 9, 1), date(year + 1, 8, 31), f"a.s. {year}/{year + 1}")
        case ReportingPeriod.FIRST_HALF:
            return Period(first, date(year, 6, 30), f"primo semestre {year}")
        case ReportingPeriod.PROJECT if start <= last and end >= first:
            return Period(start, min(end, last), f"{start.year}-{year}" if start.year < year else str(year))
    return Period(first, last, str(year))
