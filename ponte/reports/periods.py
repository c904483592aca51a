# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which days a section of the report for a year covers, and how they are called."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ponte.network.models import ReportingPeriod


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
                    "since": date_format(self.since, "j F Y"),
                    "until": date_format(self.until, "j F Y"),
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


def period_for(kind: str, year: int, *, starts_on: date | None = None, ends_on: date | None = None) -> Period:
    """The period of a section whose undertaking lives from `starts_on` to `ends_on`.

    A project reported over its own period counts from its start to the end of the year, or to its own end: a
    report never tells of days after its year, except in a school year, which is named after its first half.
    A year outside the life of the project is a plain calendar year.
    """
    first, last = date(year, 1, 1), date(year, 12, 31)
    if kind == ReportingPeriod.SCHOOL_YEAR:
        return Period(kind, year, date(year, 9, 1), date(year + 1, 8, 31))
    if kind == ReportingPeriod.FIRST_HALF:
        return Period(kind, year, first, date(year, 6, 30))
    lives = (starts_on is None or starts_on <= last) and (ends_on is None or ends_on >= first)
    if kind == ReportingPeriod.PROJECT and lives and (starts_on or ends_on):
        return Period(kind, year, starts_on or first, min(ends_on or last, last))
    return Period(ReportingPeriod.CALENDAR, year, first, last)
