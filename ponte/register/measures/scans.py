# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which rows a statement reads, and reading them once for all of its figures."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Final

from ponte.register.facts import INTERVENTION_COLUMNS, Source

# Compiling so many small expressions takes longer than it saves: a third of an annual report's time.
# A table that was analysed while empty (after a refused import, say) passes for empty until it is analysed again,
# and the planner then pairs every row with every row: without nested loops it cannot.
PLAN_WELL: Final = """
SELECT set_config('jit', 'off', true), set_config('enable_nestloop', CASE WHEN EXISTS (
    SELECT 1 FROM pg_class WHERE relnamespace = 'public'::regnamespace AND reltuples = 0 AND relpages > 0
    AND relname IN ('register_intervention', 'register_participation', 'people_card')
) THEN 'off' ELSE current_setting('enable_nestloop') END, true)
"""


@dataclass(slots=True)
class Parameters:
    """Collects values and hands out their placeholders."""

    values: dict[str, Any] = field(default_factory=dict)

    def add(self, value: Any, cast: str = "") -> str:
        name = f"v{len(self.values)}"
        self.values[name] = value
        return f"%({name})s{cast}"


@dataclass(frozen=True, slots=True)
class Scope:
    """Which rows a statement reads at all; None: whatever they are."""

    services: Sequence[int] | None = None
    projects: Sequence[int] | None = None
    organisations: Sequence[int] | None = None
    since: date | None = None
    until: date | None = None


def rows_in(scope: Scope, source: Source, columns: set[str], parameters: Parameters) -> str:
    """SELECT of the columns of the rows in scope."""
    conditions = ["true"]
    if scope.services is not None:
        conditions.append(f"service_id = ANY({parameters.add(list(scope.services), '::bigint[]')})")
    if scope.organisations is not None:
        conditions.append(f"organisation_id = ANY({parameters.add(list(scope.organisations), '::bigint[]')})")
    if scope.since is not None:
        conditions.append(f"date >= {parameters.add(scope.since, '::date')}")
    if scope.until is not None:
        conditions.append(f"date <= {parameters.add(scope.until, '::date')}")
    if scope.projects is not None:
        projects = parameters.add(list(scope.projects), "::bigint[]")
        conditions.append(
            f"intervention_id IN (SELECT intervention_id FROM {source.shares} WHERE project_id = ANY({projects}))"
            if source.shares
            else f"projects && {projects}"
        )
    if source.only is not None:
        column, value = source.only
        conditions.append(f'"{column}" = {parameters.add(value)}')
    chosen = ", ".join(f'"{column}"' for column in sorted(columns)) or "1"
    of_work_alone = source.work is not None and columns.issubset(INTERVENTION_COLUMNS)
    return f"SELECT {chosen} FROM {source.work if of_work_alone else source.facts} WHERE {' AND '.join(conditions)}"


def scan_of(scope: Scope, source: Source) -> Hashable:
    """Figures with an equal scan share a statement: those of one scope; and those of projects, whatever the
    project and the period, because finding a project's work costs more than keeping it apart from others'."""
    if scope.projects is None or source.shares is None:
        return repr(scope)
    return repr(replace(scope, projects=(), since=None, until=None))


def relations_for(
    scopes: Sequence[Scope], source: Source, columns: set[str], parameters: Parameters
) -> tuple[str, Mapping[str, str]]:
    """The WITH list in which the rows of each scope are a relation, and that relation's name by scope."""
    if len(scopes) == 1:
        return f"facts AS ({rows_in(scopes[0], source, columns, parameters)})", {repr(scopes[0]): "facts"}
    since = [scope.since for scope in scopes]
    until = [scope.until for scope in scopes]
    every = replace(
        scopes[0],
        projects=None,
        since=min((day for day in since if day), default=None) if None not in since else None,
        until=max((day for day in until if day), default=None) if None not in until else None,
    )
    projects = sorted({project for scope in scopes for project in scope.projects or ()})
    work = rows_in(every, source, columns | {"intervention_id", "date"}, parameters)
    asked = parameters.add(projects, "::bigint[]")
    relations = [
        f"every AS MATERIALIZED (SELECT work.*, s.project_id AS of_project FROM ({work}) AS work "
        f"JOIN {source.shares} AS s ON s.intervention_id = work.intervention_id AND s.project_id = ANY({asked}))"
    ]
    names: dict[str, str] = {}
    for number, scope in enumerate(scopes):
        names[repr(scope)] = f"facts{number}"
        conditions = [f"of_project = ANY({parameters.add(list(scope.projects or ()), '::bigint[]')})"]
        if scope.since is not None:
            conditions.append(f"date >= {parameters.add(scope.since, '::date')}")
        if scope.until is not None:
            conditions.append(f"date <= {parameters.add(scope.until, '::date')}")
        relations.append(f"facts{number} AS (SELECT * FROM every WHERE {' AND '.join(conditions)})")
    return ", ".join(relations), names
