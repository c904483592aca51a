# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The figures of indicators in a year and in the year before, as one user may see them."""

from collections.abc import Sequence
from dataclasses import dataclass

from ponte.accounts.models import User
from ponte.network.models import Project, Service
from ponte.register.analysis.summaries import summary_of
from ponte.register.analysis.tables import Cell, Table, table_of, total_of
from ponte.register.indicators.definitions import definition_of
from ponte.register.indicators.periods import period_of
from ponte.register.indicators.rules import may_see_small_figures
from ponte.register.indicators.sentences import render
from ponte.register.measures import Result, compute_many, suppress
from ponte.register.models import Indicator


@dataclass(frozen=True, slots=True)
class ShownFigure:
    """`before` is the year before's total; `period` how the year is called."""

    indicator: Indicator
    result: Result
    total: Cell
    before: Cell
    table: Table
    sentence: str
    period: str
    summary: str


def figures_of(
    section: Service | Project, indicators: Sequence[Indicator], year: int, user: User
) -> list[ShownFigure]:
    """One scan of the register for each of the two years. Raises `MeasureError`."""
    periods = [period_of(section, year), period_of(section, year - 1)]
    definitions = [
        definition_of(one, since=period.since, until=period.until) for period in periods for one in indicators
    ]
    if not definitions:
        return []
    results = compute_many(definitions)
    if not may_see_small_figures(user, definitions[0]):
        results = [suppress(result) for result in results]
    now, before = results[: len(indicators)], results[len(indicators) :]
    return [
        ShownFigure(
            indicator=indicator,
            result=result,
            total=total_of(result),
            before=total_of(earlier),
            table=table_of(result),
            sentence=render(indicator.sentence, result, period=periods[0].label),
            period=periods[0].label,
            summary=summary_of(result.definition, whose=False),
        )
        for indicator, result, earlier in zip(indicators, now, before, strict=True)
    ]
