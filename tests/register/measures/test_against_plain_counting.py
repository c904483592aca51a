# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from datetime import date
from typing import Any

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ponte.register.facts import Source
from ponte.register.measures import Definition, Measure, Result, compute, compute_many
from ponte.register.measures.dimensions import DIMENSIONS
from tests.cast import Cast
from tests.register.measures import registers
from tests.register.measures.plain import Part, PlainCard, Work, count
from tests.support import system_role

FILTERS: dict[str, list[str | None]] = {
    "month": ["2021-02", "2021-07"],
    "quarter": ["2021-Q1", "2021-Q3"],
    "year": ["2021"],
    "service": ["sportello-lavoro", "sportello-trans"],
    "project": ["ricetta-family-work-km-zero"],
    "organisation": ["ala-milano"],
    "municipality": ["Milano", None],
    "language": ["zho"],
    "kind": ["interview", "bulletin_issue"],
    "setting": ["street", None],
    "role": ["client"],
    "sex": ["F"],
    "age_band": ["18-25", None],
    "citizenship": ["EG", "CN"],
    "education": ["degree", None],
    "employment": ["employed"],
    "result": ["negative"],
    "group": ["1A"],
    "staff": ["Anna Bo", "Mei Li"],
    "recipient": ["person"],
}


def of_share(measure: str) -> dict[str, Any]:
    return {"of": "citizenship", "value": "EG"} if measure == Measure.SHARE else {}


@st.composite
def definitions(draw: st.DrawFn) -> Definition:
    measure = draw(st.sampled_from(list(Measure)))
    names = draw(st.lists(st.sampled_from(sorted(FILTERS)), max_size=2, unique=True))
    projects = st.lists(st.sampled_from(registers.PROJECTS), max_size=2, unique=True)
    return Definition(
        measure,
        by=tuple(draw(st.lists(st.sampled_from(sorted(DIMENSIONS)), max_size=2, unique=True))),
        where={
            name: draw(st.lists(st.sampled_from([*FILTERS[name], None]), min_size=1, unique=True)) for name in names
        },
        services=tuple(draw(st.sampled_from(((), ("sportello-lavoro", "mediazione-culturale"))))),
        organisations=draw(st.sampled_from(((), ("ala-milano",)))),
        projects=tuple(draw(projects)),
        since=draw(st.sampled_from((None, date(2021, 1, 1)))),
        until=draw(st.sampled_from((None, date(2021, 12, 31)))),
        **of_share(measure),
    )


def known_staff(works: list[Work], definition: Definition) -> bool:
    """A staff member who never worked is unknown, and refused."""
    asked = {name for name in definition.where.get("staff", ()) if name}
    return asked <= {name for work in works for name in work.staff}


def assert_agrees(result: Result, works: list[Work]) -> None:
    total, rows = count(result.definition, works)
    found = {unqualified(row.keys, result.definition): row.value for row in result.rows}
    if "staff" in result.definition.by:
        # Two people of one name in two organisations are two rows; plain counting knows the name only.
        merged = len(found) < len(result.rows)
        assert result.total == total
        assert merged or found == rows
    else:
        assert (result.total, found) == (total, rows), result.definition


def unqualified(keys: tuple[str | None, ...], definition: Definition) -> tuple[str | None, ...]:
    return tuple(
        key.split(" (")[0] if name == "staff" and key else key for name, key in zip(definition.by, keys, strict=True)
    )


@pytest.mark.django_db
@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(works=registers.registers(), asked=st.lists(definitions(), min_size=8, max_size=14))
def test_any_figure_of_any_register_is_what_counting_by_hand_gives(
    cast: Cast, works: list[Work], asked: list[Definition]
) -> None:
    """A published figure that counting the rows contradicts costs the network its funders' trust."""
    asked = [definition for definition in asked if known_staff(works, definition)]
    with system_role():
        sid = transaction.savepoint()
        registers.store(works, cast)
        results = compute_many(asked)
        without_short_cuts = compute_many(asked, Source("register_fact"))
        transaction.savepoint_rollback(sid)
    assert without_short_cuts == results
    for result in results:
        assert_agrees(result, works)


@pytest.mark.django_db
@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
@given(works=registers.registers().filter(lambda works: len(works) > 4))
@pytest.mark.parametrize("measure", list(Measure))
def test_each_measure_by_each_dimension_with_each_filter(cast: Cast, measure: Measure, works: list[Work]) -> None:
    """The exhaustive round: no pairing of measure, dimension and filter is left to chance."""
    asked = [Definition(measure, by=(name,), **of_share(measure)) for name in DIMENSIONS]
    asked += [Definition(measure, where={name: FILTERS[name]}, **of_share(measure)) for name in DIMENSIONS]
    asked += [
        Definition(measure, by=(name,), where={name: FILTERS[name]}, **of_share(measure)) for name in DIMENSIONS
    ]
    asked = [definition for definition in asked if known_staff(works, definition)]
    with system_role():
        sid = transaction.savepoint()
        registers.store(works, cast)
        results = [result for start in range(0, len(asked), 10) for result in compute_many(asked[start : start + 10])]
        transaction.savepoint_rollback(sid)
    for result in results:
        assert_agrees(result, works)


@pytest.mark.django_db
def test_cards_held_to_be_one_person_count_once(cast: Cast) -> None:
    """Someone whom two desks registered would otherwise be two people in the annual report."""
    one = PlainCard(number=1, person=1, sex="F", citizenships=("EG",), education="primary")
    same = PlainCard(number=2, person=1, citizenships=("IT",), education="degree")
    other = PlainCard(number=3, person=2, sex="M", citizenships=("EG",))
    day = date(2021, 5, 3)
    works = [
        Work(1, "sportello-lavoro", "ala-milano", day, "interview", parts=(Part(1, one), Part(2, other))),
        Work(2, "mediazione-culturale", "ala-milano", day, "mediation", parts=(Part(3, same), Part(4, one))),
    ]
    with system_role():
        registers.store(works, cast)
    people = compute(Definition("people", by=("citizenship",)))
    assert people.total == 2
    assert people.breakdown() == {"EG": 2, "IT": 1}
    assert compute(Definition("people", by=("service",))).breakdown() == {
        "sportello-lavoro": 2,
        "mediazione-culturale": 1,
    }
    assert compute(Definition("attendees")).total == 3
    assert compute(Definition("share", of="education", value="degree")).total == 0.5
