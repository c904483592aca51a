# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import itertools

from hypothesis import example, given
from hypothesis import strategies as st

from ponte.register.measures import Definition, Result, Row, suppress


def result_of(values: dict[str, int], measure: str = "people") -> Result:
    rows = sorted((Row((key,), value) for key, value in values.items()), key=lambda row: -(row.value or 0))
    return Result(Definition(measure, by=("sex",)), sum(values.values()), tuple(rows))


def shown(result: Result) -> dict[str | None, float | None]:
    return result.breakdown()


def test_small_values_go_and_the_next_smallest_with_them() -> None:
    """Thirty in all and twenty-eight women: the table would say that there are two men."""
    found = suppress(result_of({"F": 28, "M": 2, "X": 10, "none": 0}))
    assert shown(found) == {"F": 28, "M": None, "X": None, "none": 0}
    assert (found.total, found.suppressed) == (40, 2)


def test_a_small_total_goes_with_its_whole_breakdown() -> None:
    found = suppress(result_of({"F": 2, "M": 1}))
    assert (found.total, shown(found), found.suppressed) == (None, {"F": None, "M": None}, 3)


def test_a_breakdown_that_would_tell_each_value_goes_whole() -> None:
    """Seven people of six citizenships: who knows that there are seven reads one beside each. The total is not
    withheld instead: another table, or the page of the service, shows it."""
    found = suppress(result_of({"a": 1, "b": 1, "c": 2, "d": 1, "e": 1, "f": 1}))
    assert (found.total, found.rows, found.suppressed) == (7, (), 1)


def test_nearly_as_many_keys_as_people_are_not_listed() -> None:
    """A withheld total is below five; with four keys listed each would be of one person."""
    found = suppress(result_of({"a": 1, "b": 1, "c": 1, "d": 1}))
    assert (found.total, found.rows) == (None, ())


def test_work_is_shown_however_little_it_was() -> None:
    small = result_of({"F": 1, "M": 2}, measure="interventions")
    assert suppress(small) is small


def test_a_mean_or_share_of_few_people_is_withheld() -> None:
    """The mean age of one person is that person's age."""
    rows = (Row(("F",), 31.5, people=12), Row(("M",), 44, people=1))
    found = suppress(Result(Definition("mean_age", by=("sex",)), 32.46, rows, people=13))
    assert shown(found) == {"F": None, "M": None}


def test_with_two_dimensions_no_row_or_column_gives_a_value_away() -> None:
    """Whoever asks for the total of a row subtracts what the table shows of it."""
    cells = {("a", "x"): 3, ("a", "y"): 20, ("b", "x"): 30, ("b", "y"): 40}
    rows = tuple(Row(keys, value) for keys, value in cells.items())
    found = suppress(Result(Definition("people", by=("sex", "role")), 93, rows))
    for place, key in ((0, "a"), (0, "b"), (1, "x"), (1, "y")):
        line = [row for row in found.rows if row.keys[place] == key]
        assert sum(row.value is None for row in line) != 1


@given(st.dictionaries(st.sampled_from("abcdefg"), st.integers(0, 12), max_size=7), st.integers(2, 6))
@example({"a": 1, "b": 1, "c": 1}, 3)
def test_no_withheld_value_follows_from_what_is_shown(values: dict[str, int], threshold: int) -> None:
    """Tries every reading of the withheld values that fits the total and the rule: each must be open."""
    found = suppress(result_of(values), threshold)
    cells = shown(found)
    assert all(value is None or value == 0 or value >= threshold for value in cells.values())
    hidden = [key for key, value in cells.items() if value is None]
    if found.total is None or not hidden or len(hidden) > 3:
        return
    rest = int(found.total) - sum(int(value) for value in cells.values() if value)
    readings = [
        reading
        for reading in itertools.product(range(1, rest + 1), repeat=len(hidden))
        if sum(reading) == rest and any(value < threshold for value in reading)
    ]
    assert tuple(values[key] for key in hidden) in readings
    for place in range(len(hidden)):
        assert len({reading[place] for reading in readings}) > 1


@given(st.dictionaries(st.sampled_from("abcdefg"), st.integers(1, 12), max_size=7))
def test_the_order_of_what_was_withheld_tells_nothing(values: dict[str, int]) -> None:
    withheld = [row.keys for row in suppress(result_of(values)).rows if row.value is None]
    assert withheld == sorted(withheld, key=lambda keys: keys[0] or "")
