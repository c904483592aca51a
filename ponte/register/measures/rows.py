# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The rows behind a figure: those that the acting user may see, and how many there are in all."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.db import connection

from ponte.platform.database import roles
from ponte.platform.database.roles import stepping_into
from ponte.register.facts import CARD_COLUMNS, FACTS, PARTICIPATION_COLUMNS, VISIBLE_FACTS, Source
from ponte.register.measures.definitions import Definition
from ponte.register.measures.dimensions import DIMENSIONS
from ponte.register.measures.engine import resolve
from ponte.register.measures.scans import PLAN_WELL, Parameters, rows_in
from ponte.register.measures.statements import UNITS, Figure, columns_of, fits

OF_WHO_TOOK_PART: Final = {*PARTICIPATION_COLUMNS, *CARD_COLUMNS} - {"group", "partner", "output", "headcount"}
# Who coordinates without being in the team sees an intervention, and cannot see who took part in it.
_IN_TEAM: Final = "(participation_id IS NOT NULL OR service_id = ANY((SELECT ponte_team_service_ids())::bigint[]))"


@dataclass(frozen=True, slots=True)
class RowsBehind:
    """`ids` are one page of what is visible, latest first: interventions where `whole`, else pairs of an
    intervention and a participation (None: the intervention has none)."""

    whole: bool
    ids: Sequence[tuple[int, int | None]]
    visible: int
    total: int

    @property
    def hidden(self) -> int:
        return max(self.total - self.visible, 0)


def rows_behind(
    definition: Definition,
    *,
    offset: int = 0,
    limit: int = 50,
    counted: Source = FACTS,
    visible_facts: Source = VISIBLE_FACTS,
) -> RowsBehind:
    """Behind a figure of the register, or of a frozen copy of it: `counted` is what the figure counts, and
    `visible_facts` the same as row-level security shows it. Raises `MeasureError` as `compute` does."""
    figure = resolve([definition])[0]
    whole = UNITS[definition.measure].whole
    with connection.cursor() as cursor:
        cursor.execute(PLAN_WELL)
    with stepping_into(roles.MEASURES):
        total = _count(figure, counted)
    visible = _count(figure, visible_facts)
    sql, parameters = _select(figure, visible_facts)
    row = "intervention_id, NULL::bigint" if whole else "intervention_id, participation_id"
    paged = (
        f"SELECT {row}, max(date) AS day FROM ({sql}) AS rows GROUP BY 1, 2 "
        f"ORDER BY day DESC, 1 DESC, 2 LIMIT {int(limit)} OFFSET {int(offset)}"
    )
    with connection.cursor() as cursor:
        cursor.execute(paged, parameters.values)
        ids = [(intervention, participation) for intervention, participation, _day in cursor.fetchall()]
    return RowsBehind(whole, ids, visible, total)


def _count(figure: Figure, source: Source) -> int:
    sql, parameters = _select(figure, source)
    counted = "count(DISTINCT intervention_id)" if UNITS[figure.definition.measure].whole else "count(*)"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {counted} FROM ({sql}) AS rows", parameters.values)
        count: int = cursor.fetchone()[0]
    return count


def _select(figure: Figure, source: Source) -> tuple[str, Parameters]:
    parameters = Parameters()
    unit = UNITS[figure.definition.measure]
    needed = columns_of(figure, source)
    columns = needed | set(unit.columns) | {"intervention_id", "participation_id", "date", "service_id"}
    facts = rows_in(figure.scope, source, columns, parameters)
    conditions = [unit.rows or unit.condition]
    conditions += [fits(DIMENSIONS[name], wanted, parameters, source) for name, wanted in figure.filters.items()]
    if source == VISIBLE_FACTS and (not unit.whole or needed & OF_WHO_TOOK_PART):
        conditions.append(_IN_TEAM)
    return (
        f"SELECT intervention_id, participation_id, date FROM ({facts}) AS facts WHERE {' AND '.join(conditions)}",
        parameters,
    )
