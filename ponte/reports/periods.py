# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which days a section of the report for a year covers, and how they are called."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from ponte.network.models import Project, ReportingPeriod, Service
from ponte.register.indicators import periods
from ponte.reports.dates import long_day


@dataclass(frozen=True, slots=True)
class Period:
    """From `since` to `until`, both included."""

    kind: str
    year: int
    since: date
    until: date

    @property
    def words(self) -> str:
        """As JSON says it."""
        match self.kind:
            case ReportingPeriod.SCHOOL_YEAR:
                return f"school year {self.year}/{self.year + 1}"
            case ReportingPeriod.FIRST_HALF:
                return f"first half-year {self.year}"
            case ReportingPeriod.PROJECT:
                return f"project period {self.since.isoformat()}/{self.until.isoformat()}"
        return str(self.year)

    @property
    def label(self) -> str:
        """As a reader says it."""
        match self.kind:
            case ReportingPeriod.SCHOOL_YEAR:
                return _("a.s. %(first)d/%(second)d") % {"first": self.year, "second": self.year + 1}
            case ReportingPeriod.FIRST_HALF:
                return _("primo semestre %(year)d") % {"year": self.year}
            case ReportingPeriod.PROJECT:
                return _("dal %(since)s al %(until)s") % {
                    "since": long_day(self.since),
                    "until": long_day(self.until),
                }
        return str(self.year)

    @classmethod
    def from_state(cls, state: Mapping[str, Any]) -> "Period":
        return cls(
            kind=state["kind"],
            year=state["year"],
            since=date.fromisoformat(state["since"]),
            until=date.fromisoformat(state["until"]),
        )


def period_of(section: Service | Project, year: int) -> Period:
    """The period of the section's account of a year, called by what it turned out to be.

    A project that accounts for its whole period, but has not told both its ends, accounts for the calendar year.
    """
    told = periods.period_of(section, year)
    calendar = (told.since, told.until) == (date(year, 1, 1), date(year, 12, 31))
    kind = ReportingPeriod.CALENDAR if calendar else ReportingPeriod(section.reporting_period)
    return Period(str(kind), year, told.since, told.until)


def lives_in(section: Service | Project, year: int) -> bool:
    """Whether the section's life, as far as it is known, touches the year."""
    starts = section.starts_on is None or section.starts_on <= date(year, 12, 31)
    return starts and (section.ends_on is None or section.ends_on >= date(year, 1, 1))
