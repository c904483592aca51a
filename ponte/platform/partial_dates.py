# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Dates as precise as they were told: a year, a month or a day, never an invented 1 January."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass

from babel.dates import format_date
from django.utils.translation import get_language

_FORMS = (
    re.compile(
        r"(?P<year>\d{4})(?:-(?P<month>\d{1,2})(?:-(?P<day>\d{1,2}))?)?(?:[ T]00:00(?::00(?:\.0+)?)?)?", re.ASCII
    ),
    re.compile(r"(?:(?:(?P<day>\d{1,2})[/.-])?(?P<month>\d{1,2})[/.-])?(?P<year>\d{4})", re.ASCII),
)


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A day, a month or a year. Raises `ValueError` for what is in no calendar."""

    year: int
    month: int | None = None
    day: int | None = None

    def __post_init__(self) -> None:
        if self.month is None and self.day is not None:
            raise ValueError("a day without its month")
        dt.date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)

    def __str__(self) -> str:
        """ISO 8601, as short as the date is precise."""
        text = f"{self.year:04}"
        if self.month is not None:
            text += f"-{self.month:02}"
        if self.day is not None:
            text += f"-{self.day:02}"
        return text

    @classmethod
    def parse(cls, text: str) -> "PartialDate":
        """Read YYYY-MM-DD, DD/MM/YYYY, YYYY-MM, MM/YYYY or YYYY. Raises `ValueError`."""
        for form in _FORMS:
            found = form.fullmatch(text.strip())
            if found:
                return cls(*(int(part) if part else None for part in found.group("year", "month", "day")))  # type: ignore[arg-type]
        raise ValueError(f"{text!r} is not a date, a month or a year")

    @property
    def earliest(self) -> dt.date:
        return dt.date(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> dt.date:
        month = self.month or 12
        return dt.date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def display(self) -> str:
        """In the reader's language: "12 marzo 1985", "marzo 1985", "1985"."""
        pattern = "d MMMM y" if self.day is not None else "MMMM y" if self.month is not None else "y"
        return format_date(self.earliest, pattern, locale=get_language() or "it")

    def typed(self) -> str:
        """As people here write it, and as `parse` reads it back: "12/03/1985", "03/1985", "1985"."""
        parts = [f"{part:02}" for part in (self.day, self.month) if part is not None]
        return "/".join([*parts, f"{self.year:04}"])
