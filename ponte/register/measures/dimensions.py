# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""By what a figure can be broken down and filtered, as SQL over the columns of a fact."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from django.db.models import TextChoices

from ponte.people.models import Card
from ponte.platform.codes import is_country, is_language
from ponte.register.models import Intervention, Participation, Setting

AGE_BANDS: Final = ((0, 5), (6, 10), (11, 13), (14, 17), (18, 25), (26, 35), (36, 50), (51, 65), (66, None))

# Completed years at the intervention's date. Of a birth date known to the year, 1 July is taken; to the
# month, the 15th. A birth after the intervention gives no age.
_BIRTHDAY_TO_COME = (
    "(EXTRACT(month FROM date), EXTRACT(day FROM date)) < "
    "(COALESCE(birth_month, 7), COALESCE(birth_day, CASE WHEN birth_month IS NULL THEN 1 ELSE 15 END))"
)
_AGE = f"(EXTRACT(year FROM date)::int - birth_year - ({_BIRTHDAY_TO_COME})::int)"
AGE: Final = f"(CASE WHEN {_AGE} >= 0 THEN {_AGE} END)"
AGE_COLUMNS: Final = ("date", "birth_year", "birth_month", "birth_day")


@dataclass(frozen=True, slots=True)
class Dimension:
    """`expression` is null, or an empty array where `several`, when a fact has no value.

    `reference` names the table whose rows' ids the values are; without it, values are the keys themselves:
    one of `choices`, or what `fits` lets through.
    """

    name: str
    columns: tuple[str, ...]
    expression: str
    several: bool = False
    reference: str | None = None
    choices: tuple[str, ...] = ()
    fits: Callable[[str], object] = bool

    def takes(self, value: str) -> bool:
        """Whether a fact could have this value at all."""
        return value in self.choices if self.choices else bool(self.fits(value))


def _band(first: int, last: int | None) -> str:
    return f"{first}-{last}" if last else f"{first}+"


def _codes(name: str, choices: type[TextChoices]) -> Dimension:
    return Dimension(name, (name,), name, choices=tuple(choices.values))


def _dimensions() -> Iterable[Dimension]:
    yield Dimension("month", ("date",), "to_char(date, 'YYYY-MM')", fits=re.compile(r"\d{4}-(0[1-9]|1[012])$").match)
    yield Dimension("quarter", ("date",), "to_char(date, 'YYYY-\"Q\"Q')", fits=re.compile(r"\d{4}-Q[1-4]$").match)
    yield Dimension("year", ("date",), "to_char(date, 'YYYY')", fits=re.compile(r"\d{4}$").match)
    yield Dimension("service", ("service_id",), "service_id", reference="service")
    yield Dimension("project", ("projects", "shares"), "projects", several=True, reference="project")
    yield Dimension("organisation", ("organisation_id",), "organisation_id", reference="organisation")
    yield Dimension("municipality", ("municipality_id",), "municipality_id", reference="municipality")
    yield Dimension("language", ("languages",), "languages", several=True, fits=is_language)
    yield _codes("kind", Intervention.Kind)
    yield _codes("setting", Setting)
    yield _codes("role", Participation.Role)
    yield _codes("sex", Card.Sex)
    bands = " ".join(f"WHEN {AGE} <= {last} THEN '{_band(first, last)}'" for first, last in AGE_BANDS if last)
    oldest = f"WHEN {AGE} >= {AGE_BANDS[-1][0]} THEN '{_band(*AGE_BANDS[-1])}'"
    yield Dimension(
        "age_band", AGE_COLUMNS, f"(CASE {bands} {oldest} END)", choices=tuple(_band(*band) for band in AGE_BANDS)
    )
    yield Dimension("citizenship", ("citizenships",), "COALESCE(citizenships, '{}')", several=True, fits=is_country)
    yield _codes("education", Card.Education)
    yield _codes("employment", Card.Employment)
    yield _codes("result", Participation.Result)
    yield Dimension("group", ("group",), '"group"')
    yield Dimension("staff", ("staff",), "staff", several=True, reference="staff")
    recipients = (
        "array_remove(ARRAY[CASE WHEN partner IS NOT NULL THEN 'organisation' END, "
        "CASE WHEN person_id IS NOT NULL THEN 'person' END], NULL)"
    )
    yield Dimension(
        "recipient", ("partner", "person_id"), recipients, several=True, choices=("organisation", "person")
    )


DIMENSIONS: Final = {dimension.name: dimension for dimension in _dimensions()}
