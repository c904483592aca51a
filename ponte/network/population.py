# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who lives in an area, made readable: what a source counts and what it tells as a share."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from ponte.network.models import AreaPopulation
from ponte.platform.codes import country_name


@dataclass(slots=True)
class Citizenship:
    name: str
    residents: int | None
    share: Decimal | None  # of foreign residents, in percent
    bar: int = 0  # the share against the year's largest, from 0 to 100

    @property
    def weight(self) -> Decimal:
        return self.share or Decimal(self.residents or 0)


@dataclass(slots=True)
class Year:
    """One year's figures; percentages are of all residents, those of a citizenship of foreign residents."""

    year: int
    residents: int | None = None
    foreign: int | None = None
    foreign_share: Decimal | None = None
    citizenships: list[Citizenship] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)

    @property
    def label(self) -> str:
        """The year as text, which no language writes with a thousands separator."""
        return str(self.year)


def by_year(rows: Iterable[AreaPopulation]) -> list[Year]:
    """The figures by year, latest first; citizenships by their weight."""
    years: dict[int, Year] = {}
    for row in rows:
        year = years.setdefault(row.year, Year(row.year))
        percent = _percent(row.share) if row.share is not None else None
        if row.citizenship:
            year.citizenships.append(Citizenship(country_name(row.citizenship), row.residents, percent))
        elif row.foreign:
            year.foreign, year.foreign_share = row.residents, percent
        else:
            year.residents = row.residents
        if row.source and row.source not in year.sources:
            year.sources.append(row.source)
    for year in years.values():
        widest = max((row.share for row in year.citizenships if row.share), default=None)
        for citizenship in year.citizenships:
            citizenship.bar = round(100 * citizenship.share / widest) if citizenship.share and widest else 0
        year.citizenships.sort(key=lambda row: row.weight, reverse=True)
        if year.foreign_share is None and year.foreign is not None and year.residents:
            year.foreign_share = _percent(Decimal(year.foreign) / year.residents)
    return sorted(years.values(), key=lambda year: year.year, reverse=True)


def _percent(share: Decimal) -> Decimal:
    """In percent, with the two decimals at most that the sources print."""
    written = f"{100 * share:.2f}".rstrip("0").rstrip(".")
    return Decimal(written)
