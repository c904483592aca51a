# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Computes figures: one of the narrow doors of the house.

It reads facts as the role `ponte_measures`, past row-level security, and gives back numbers only. Who may
see a number, and whether small ones must be suppressed, is for the caller to say.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django.db import connection

from ponte.platform.database import roles
from ponte.platform.database.roles import stepping_into
from ponte.register.facts import FACTS, Source
from ponte.register.measures.definitions import Definition, Measure, MeasureError, Number, Result, Row, in_order
from ponte.register.measures.dimensions import DIMENSIONS
from ponte.register.measures.references import ids_of, keys_of, unknown_key_sentence
from ponte.register.measures.scans import PLAN_WELL, Scope, scan_of
from ponte.register.measures.statements import Figure, statement

Answer = tuple[int, bool, str | None, str | None, Decimal | None, int]


def compute(definition: Definition, source: Source = FACTS) -> Result:
    """One figure. Raises `MeasureError` where the definition names a service, a municipality … that is not there."""
    return compute_many([definition], source)[0]


def compute_many(definitions: Sequence[Definition], source: Source = FACTS) -> list[Result]:
    """Several figures, in the order asked. Those over the same services and period share a scan of the register,
    and so do those of projects.

    Raises `MeasureError` as `compute` does.
    """
    figures = resolve(definitions)
    by_scan: dict[Hashable, list[int]] = defaultdict(list)
    for number, figure in enumerate(figures):
        by_scan[scan_of(figure.scope, source)].append(number)
    answers: dict[int, list[Answer]] = defaultdict(list)
    with stepping_into(roles.MEASURES), connection.cursor() as cursor:
        cursor.execute(PLAN_WELL)
        for numbers in by_scan.values():
            cursor.execute(*statement([figures[number] for number in numbers], source))
            for answer in cursor.fetchall():
                answers[numbers[answer[0]]].append(answer)
    labels = _labels(definitions, answers)
    return [_result(definition, answers[number], labels) for number, definition in enumerate(definitions)]


def resolve(definitions: Sequence[Definition]) -> list[Figure]:
    """Slugs and names turned into what facts hold. Raises `MeasureError` for one that is not there."""
    asked: dict[str, set[str]] = defaultdict(set)
    for definition in definitions:
        asked["service"].update(definition.services)
        asked["project"].update(definition.projects)
        asked["organisation"].update(definition.organisations)
        for name, values in definition.where.items():
            if reference := DIMENSIONS[name].reference:
                asked[reference].update(value for value in values if value is not None)
    known = {reference: ids_of(reference, keys) for reference, keys in asked.items() if keys}
    for reference, found in known.items():
        for key, pks in found.items():
            if not pks:
                raise MeasureError(unknown_key_sentence(reference, key))
    return [_figure(definition, known) for definition in definitions]


def _figure(definition: Definition, known: Mapping[str, Mapping[str, Sequence[int]]]) -> Figure:
    def scope_ids(reference: str, keys: Iterable[str]) -> list[int] | None:
        return sorted({pk for key in keys for pk in known[reference][key]}) or None

    filters: dict[str, list[str | int | None]] = {}
    for name, values in definition.where.items():
        reference = DIMENSIONS[name].reference
        filters[name] = [
            pk
            for value in values
            for pk in ([value] if reference is None or value is None else known[reference][value])
        ]
    projects = scope_ids("project", definition.projects)
    if "project" in filters and (projects is not None or None not in filters["project"]):
        # Asked either way, the work of a project is found by its shares; asked both ways, in what both allow.
        wanted = {pk for pk in filters.pop("project") if isinstance(pk, int)}
        projects = sorted(wanted if projects is None else wanted.intersection(projects))
    return Figure(
        definition=definition,
        scope=Scope(
            services=scope_ids("service", definition.services),
            projects=projects,
            organisations=scope_ids("organisation", definition.organisations),
            since=definition.since,
            until=definition.until,
        ),
        filters=filters,
    )


def _labels(definitions: Sequence[Definition], answers: Mapping[int, list[Answer]]) -> dict[str, dict[str, str]]:
    """For each table that keys come from: the key that people read, by id."""
    ids: dict[str, set[int]] = defaultdict(set)
    for number, definition in enumerate(definitions):
        for position, name in enumerate(definition.by):
            if reference := DIMENSIONS[name].reference:
                ids[reference].update(int(a[2 + position]) for a in answers[number] if a[2 + position] is not None)  # type: ignore[arg-type]
    return {
        reference: {str(pk): key for pk, key in keys_of(reference, pks).items()} for reference, pks in ids.items()
    }


def _result(definition: Definition, answers: Iterable[Answer], labels: Mapping[str, Mapping[str, str]]) -> Result:
    averages = definition.measure in {Measure.MEAN_AGE, Measure.SHARE}

    def key(name: str, value: str | None) -> str | None:
        reference = DIMENSIONS[name].reference
        return value if reference is None or value is None else labels[reference][value]

    total: Number | None = None
    people: int | None = None
    rows: list[Row] = []
    for _figure, is_total, first, second, value, units in answers:
        if is_total:
            total = _number(value) if averages else _number(value) or 0
            people = units if averages else None
        else:
            keys = tuple(key(name, found) for name, found in zip(definition.by, (first, second), strict=False))
            rows.append(Row(keys, _number(value), units if averages else None))
    return Result(definition, total, in_order(rows), people)


def _number(value: Any) -> Number | None:
    if value is None:
        return None
    return int(value) if value == int(value) else float(value)
