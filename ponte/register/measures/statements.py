# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""From definitions to one SQL statement.

Each figure is computed in two steps: first its distinct *units* (what must count once: an intervention, a
person, a row), under the keys of its breakdown; then their amounts added up, once by key and once in all.
All figures of a statement read the same rows, which are scanned once.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from ponte.register.facts import INTERVENTION_COLUMNS, Source
from ponte.register.measures.definitions import Definition, Measure
from ponte.register.measures.dimensions import AGE, AGE_COLUMNS, DIMENSIONS, Dimension
from ponte.register.measures.scans import Parameters, Scope, relations_for, rows_in

# The ids, or plain keys, that a filter lets through; None: an empty value.
Wanted = Sequence[str | int | None]


@dataclass(frozen=True, slots=True)
class Unit:
    """What a measure counts once: distinct `identity` among the rows that fulfil `condition`, adding `amount`.

    `rows` is the condition without the joins that a statement of figures makes. The rows behind a figure are
    interventions where `whole` is true, else participations.
    """

    columns: tuple[str, ...]
    identity: str
    condition: str
    amount: str = "1"
    total: str = "sum(amount)"
    rows: str = ""
    whole: bool = False


_ROW = "intervention_id, participation_id"
_ATTENDEE = (
    "intervention_id, person_id, code, CASE WHEN headcount IS NOT NULL THEN participation_id END AS headcount_row"
)
_HEADS = "COALESCE(headcount, 1)"
_ROW_COLUMNS = ("intervention_id", "participation_id", "headcount")


UNITS: Final[Mapping[str, Unit]] = {
    Measure.HOURS: Unit(
        ("intervention_id", "minutes"), "intervention_id", "minutes IS NOT NULL", "minutes", whole=True
    ),
    Measure.INTERVENTIONS: Unit(("intervention_id",), "intervention_id", "true", whole=True),
    Measure.PEOPLE: Unit(("person_id",), "person_id", "person_id IS NOT NULL"),
    Measure.HOUSEHOLDS: Unit(
        ("household_id", "person_id"), "household_id", "household_id IS NOT NULL AND person_id IS NOT NULL"
    ),
    Measure.ATTENDEES: Unit(
        (*_ROW_COLUMNS, "person_id", "code"),
        _ATTENDEE,
        "(person_id IS NOT NULL OR code IS NOT NULL OR headcount IS NOT NULL)",
        _HEADS,
    ),
    Measure.GROUPS: Unit(("group",), '"group"', '"group" IS NOT NULL', whole=True),
    Measure.ORGANISATIONS: Unit(("partner",), "partner", "partner IS NOT NULL", whole=True),
    Measure.STAFF: Unit(
        ("staff",), "unit.staff_id", "unit.staff_id IS NOT NULL", rows="cardinality(staff) > 0", whole=True
    ),
    Measure.REFERRALS: Unit((*_ROW_COLUMNS, "referred"), _ROW, "referred", _HEADS),
    Measure.CONTACTS: Unit(
        (*_ROW_COLUMNS, "kind", "first_contact"),
        _ROW,
        "(kind = 'outing_contact' OR first_contact IS NOT NULL)",
        _HEADS,
    ),
    Measure.NEW_CONTACTS: Unit((*_ROW_COLUMNS, "first_contact"), _ROW, "first_contact", _HEADS),
    Measure.TESTS: Unit((*_ROW_COLUMNS, "test"), _ROW, "test IS NOT NULL", _HEADS),
    Measure.OUTPUTS: Unit(("output",), "output", "output IS NOT NULL", whole=True),
    Measure.MEAN_AGE: Unit(
        (*AGE_COLUMNS, "intervention_id", "participation_id", "person_id"),
        "person_id",
        f"person_id IS NOT NULL AND {AGE} IS NOT NULL",
        AGE,
        "round(avg(amount), 2)",
    ),
    Measure.SHARE: Unit(("person_id",), "person_id", "person_id IS NOT NULL", total="round(avg(amount), 4)"),
    Measure.SUBSCRIBERS: Unit(
        ("kind", "partner", "person_id"),
        "unit.recipient, unit.subscriber",
        "kind = 'bulletin_issue' AND unit.subscriber IS NOT NULL",
        rows="kind = 'bulletin_issue' AND (partner IS NOT NULL OR person_id IS NOT NULL)",
    ),
}

_SUBSCRIBERS = (
    "CROSS JOIN LATERAL (VALUES ('organisation', partner), ('person', person_id::text)) "
    "AS unit(recipient, subscriber)"
)


@dataclass(frozen=True, slots=True)
class Figure:
    """A definition whose keys have been turned into what facts hold."""

    definition: Definition
    scope: Scope
    filters: Mapping[str, Wanted]

    @property
    def of_projects(self) -> Wanted | None:
        """The projects by whose shares its hours are weighed, where it counts the work of projects only."""
        return self.filters.get("project", self.scope.projects)


# Dimensions whose values some sources hold in a relation of their own, and the column that holds them there.
_LINKED: Final[Mapping[str, str]] = {"project": "project_id", "staff": "staffmember_id"}


def _link(source: Source, name: str) -> str | None:
    """The relation in which a dimension's values are, where the source has one."""
    return {"project": source.shares, "staff": source.staff}.get(name)


def columns_of(figure: Figure, source: Source) -> set[str]:
    definition = figure.definition
    names = [*definition.by, *figure.filters, *([definition.of] if definition.of else [])]
    columns = set(UNITS[definition.measure].columns)
    for name in names:
        columns |= {"intervention_id"} if _link(source, name) else set(DIMENSIONS[name].columns)
    if definition.measure == Measure.HOURS and figure.of_projects is not None and not source.shares:
        columns |= {"projects", "shares"}
    if definition.measure == Measure.STAFF and source.staff:
        columns = columns - {"staff"} | {"intervention_id"}
    return columns


def fits(dimension: Dimension, wanted: Wanted, parameters: Parameters, source: Source) -> str:
    """The condition that a fact has one of these values; None among them stands for having none."""
    values = [value for value in wanted if value is not None]
    placeholder = parameters.add(values, "::bigint[]" if dimension.reference else "::text[]")
    if link := _link(source, dimension.name):
        key = _LINKED[dimension.name]
        has_value = f"facts.intervention_id IN (SELECT intervention_id FROM {link} WHERE {key} = ANY({placeholder}))"
        has_none = f"NOT EXISTS (SELECT 1 FROM {link} AS l WHERE l.intervention_id = facts.intervention_id)"
    elif dimension.several:
        has_value, has_none = f"{dimension.expression} && {placeholder}", f"cardinality({dimension.expression}) = 0"
    else:
        has_value, has_none = f"{dimension.expression} = ANY({placeholder})", f"{dimension.expression} IS NULL"
    return f"({has_value} OR {has_none})" if None in wanted else f"({has_value})"


def _weight(figure: Figure, parameters: Parameters, source: Source) -> str:
    """By what the hours of a fact are multiplied, all projects asked taken together."""
    if figure.of_projects is None:
        return "1"
    placeholder = parameters.add([pk for pk in figure.of_projects if pk is not None], "::bigint[]")
    shares = (
        f"{source.shares} AS s WHERE s.intervention_id = facts.intervention_id AND s.project_id"
        if source.shares
        else "unnest(projects, shares) AS s(project_id, share) WHERE s.project_id"
    )
    return f"COALESCE((SELECT sum(s.share) FROM {shares} = ANY({placeholder})), 1)"


@dataclass(slots=True)
class _Expansion:
    """The joins by which a fact with several values of a dimension stands under each, and the keys so made."""

    joins: list[str] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    conditions: list[str] = field(default_factory=list)
    share: str = ""


def _expand(figure: Figure, parameters: Parameters, source: Source) -> _Expansion:
    expansion = _Expansion()
    for position, name in enumerate(figure.definition.by, start=1):
        dimension, alias = DIMENSIONS[name], f"d{position}"
        key = f"{alias}.key"
        if figure.definition.measure == Measure.SUBSCRIBERS and name == "recipient":
            key = "unit.recipient"
        elif link := _link(source, name):
            share = ", share" if name == "project" else ""
            expansion.joins.append(
                f"LEFT JOIN (SELECT intervention_id AS of_intervention, {_LINKED[name]} AS key{share} FROM {link}) "
                f"AS {alias} ON {alias}.of_intervention = facts.intervention_id"
            )
        elif name == "project":
            expansion.joins.append(f"LEFT JOIN LATERAL unnest(projects, shares) AS {alias}(key, share) ON true")
        elif dimension.several:
            expansion.joins.append(f"LEFT JOIN LATERAL unnest({dimension.expression}) AS {alias}(key) ON true")
        else:
            key = dimension.expression
        if name == "project":
            expansion.share = f"{alias}.share"
        restricted = figure.of_projects if name == "project" else figure.filters.get(name)
        if dimension.several and restricted is not None:
            values = parameters.add(
                [value for value in restricted if value is not None],
                "::bigint[]" if dimension.reference else "::text[]",
            )
            or_none = f" OR {key} IS NULL" if None in restricted else ""
            expansion.conditions.append(f"({key} = ANY({values}){or_none})")
        expansion.keys.append(key)
    return expansion


def _select_units(
    figure: Figure, number: int, parameters: Parameters, source: Source, *, relation: str, broken_down: bool
) -> str:
    """SELECT of one figure's total, or of its rows: (number, is total, two keys, value, people)."""
    definition = figure.definition
    unit = UNITS[definition.measure]
    amount, identity, condition = unit.amount, unit.identity, unit.condition
    expansion = _expand(figure, parameters, source) if broken_down else _Expansion()
    joins, keys = expansion.joins, expansion.keys
    conditions = [fits(DIMENSIONS[name], wanted, parameters, source) for name, wanted in figure.filters.items()]
    if definition.measure == Measure.SUBSCRIBERS:
        joins.insert(0, _SUBSCRIBERS)
        if "recipient" in figure.filters:
            wanted = parameters.add(list(figure.filters["recipient"]), "::text[]")
            conditions.append(f"unit.recipient = ANY({wanted})")
    elif definition.measure == Measure.STAFF and broken_down and "staff" in definition.by:
        identity = keys[definition.by.index("staff")]
        condition = f"{identity} IS NOT NULL"
    elif definition.measure == Measure.STAFF:
        joins.append(
            "JOIN (SELECT intervention_id AS of_intervention, staffmember_id AS staff_id "
            f"FROM {source.staff}) AS unit ON unit.of_intervention = facts.intervention_id"
            if source.staff
            else "CROSS JOIN LATERAL unnest(staff) AS unit(staff_id)"
        )
    elif definition.measure == Measure.HOURS:
        share = f"COALESCE({expansion.share}, 1)" if expansion.share else _weight(figure, parameters, source)
        amount = f"minutes * {share}"

    key_list = "".join(f"{key} AS k{position}, " for position, key in enumerate(keys, start=1))
    where = " AND ".join([condition, *conditions, *expansion.conditions])
    origin = f"FROM {relation} AS facts {' '.join(joins)} WHERE {where}"
    if definition.measure == Measure.SHARE and definition.of:
        held = fits(DIMENSIONS[definition.of], [definition.value], parameters, source)
        positions = ", ".join(str(place) for place in range(1, len(keys) + 2))
        having = f"bool_or(COALESCE({held}, false))::int AS amount"
        units = f"SELECT {key_list}person_id, {having} {origin} GROUP BY {positions}"
    elif definition.measure == Measure.MEAN_AGE:
        on = ", ".join([*keys, "person_id"])
        units = (
            f"SELECT DISTINCT ON ({on}) {key_list}{amount} AS amount {origin} "
            f"ORDER BY {on}, date, intervention_id, participation_id"
        )
    else:
        # Interventions by themselves are each there once, unless they stand under several keys.
        distinct = "" if relation == "work" and identity == "intervention_id" and not joins else "DISTINCT "
        units = f"SELECT {distinct}{key_list}{identity}, {amount} AS amount {origin}"
    value = "round(sum(amount) / 60.0, 2)" if definition.measure == Measure.HOURS else unit.total
    shown = [f"k{place}::text" for place in range(1, len(keys) + 1)] + ["NULL::text"] * (2 - len(keys))
    grouped = f" GROUP BY {', '.join(f'k{place}' for place in range(1, len(keys) + 1))}" if keys else ""
    return (
        f"SELECT {number} AS figure, {not broken_down} AS is_total, {', '.join(shown)}, ({value})::numeric AS value, "
        f"count(*) AS people FROM ({units}) AS units{grouped}"
    )


def statement(figures: Sequence[Figure], source: Source) -> tuple[str, dict[str, Any]]:
    """One statement for figures with one scan (see `scans.scan_of`), with its parameters. Its rows are
    (position of the figure, whether it is the total, first key, second key, value, units)."""
    parameters = Parameters()
    columns = [columns_of(figure, source) for figure in figures]
    scopes = list({repr(figure.scope): figure.scope for figure in figures}.values())
    # What is counted of interventions alone is counted among them, not among everybody who took part.
    of_work = [
        len(scopes) == 1 and source.work is not None and asked.issubset(INTERVENTION_COLUMNS) for asked in columns
    ]
    relations: list[str] = []
    if any(of_work):
        asked = set[str]().union(*(one for one, alone in zip(columns, of_work, strict=True) if alone))
        relations.append(f"work AS ({rows_in(scopes[0], source, asked, parameters)})")
    relation_of: Mapping[str, str] = {}
    if not all(of_work):
        asked = set[str]().union(*(one for one, alone in zip(columns, of_work, strict=True) if not alone))
        listed, relation_of = relations_for(scopes, source, asked, parameters)
        relations.append(listed)
    branches = [
        _select_units(
            figure,
            number,
            parameters,
            source,
            relation="work" if of_work[number] else relation_of[repr(figure.scope)],
            broken_down=broken_down,
        )
        for number, figure in enumerate(figures)
        for broken_down in ([False, True] if figure.definition.by else [False])
    ]
    return f"WITH {', '.join(relations)} {' UNION ALL '.join(branches)}", parameters.values
