# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""An attempt to have withheld figures back, by linear programming over everything that is shown.

Who tries knows the rule: a withheld cell counts at least one person, a listed key too; and reads the table by two
dimensions, the tables by each of them, and the totals. Rows and columns are sums, or where people count under several
keys, something between the greatest cell and the sum. The least and the greatest answer are whole numbers here, and
everything between them is possible (the matrix is that of a network).
"""

from collections.abc import Iterable, Mapping

import numpy as np
from hypothesis import example, given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from ponte.register.measures import Definition, Result, Row, suppress
from ponte.register.measures.definitions import in_order
from ponte.register.measures.suppression import MARGIN
from tests.nightly import NIGHTLY

Cells = Mapping[tuple[str, str], int]
# Each person's keys of one dimension and of the other.
People = Iterable[tuple[frozenset[str], frozenset[str]]]
BY = ("sex", "role")
THRESHOLD = 5


def published(counted: Mapping[tuple[str, ...], int], by: tuple[str, ...], total: int) -> Result:
    rows = in_order(Row(keys, value) for keys, value in counted.items())
    return suppress(Result(Definition("people", by=by), total, rows), THRESHOLD)


class Attempt:
    """What is shown of these people, and what follows from it."""

    def __init__(self, people: People) -> None:
        self.people = list(people)
        self.cells = self._count(lambda person: [(one, other) for one in person[0] for other in person[1]])
        lines = [self._count(lambda person, at=at: [(key,) for key in person[at]]) for at in (0, 1)]
        total = len(self.people)
        self.table = published(self.cells, BY, total)
        self.by_one = [published(lines[at], BY[at : at + 1], total) for at in (0, 1)]
        # Whoever has one key only, of the other dimension, is in one cell of each line.
        self.adds_up = [all(len(person[1 - at]) == 1 for person in self.people) for at in (0, 1)]
        shown = {row.keys: row.value for row in self.table.rows}
        places = [(one, other) for (one,) in lines[0] for (other,) in lines[1]]
        self.least = 1 if self.table.rows and all(self.cells.get(keys) for keys in shown) else 0
        self.value = {keys: shown.get(keys, 0 if shown else None) for keys in places}
        self.hidden = [keys for keys in places if self.value[keys] is None]

    def _count(self, keys_of: object) -> dict[tuple[str, ...], int]:
        counted: dict[tuple[str, ...], int] = {}
        for person in self.people:
            for keys in keys_of(person):  # type: ignore[operator]
                counted[keys] = counted.get(keys, 0) + 1
        return counted

    def ranges(self, wanted: Iterable[tuple[str, str]]) -> dict[tuple[str, str], tuple[float, float]]:
        """Of each withheld cell, the least and the greatest value that fit everything shown."""
        same: list[tuple[list[float], float]] = []
        under: list[tuple[list[float], float]] = []
        most = dict.fromkeys(self.hidden, np.inf)
        for at in (0, 1):
            for row in self.by_one[at].rows:
                self._line([keys for keys in self.value if keys[at] == row.keys[0]], row.value, at, same, under, most)
        totals = {table.total for table in (self.table, *self.by_one)} - {None}
        if totals:
            (total,) = totals
            unknown, rest = self._unknown(self.value, float(total))
            (same if all(self.adds_up) else under).append(
                (unknown, rest) if all(self.adds_up) else ([-one for one in unknown], -rest)
            )
        found = {}
        for keys in wanted:
            cost = np.array([float(one == keys) for one in self.hidden])
            least, greatest = (
                linprog(
                    sign * cost,
                    A_eq=[left for left, _ in same] or None, b_eq=[right for _, right in same] or None,
                    A_ub=[left for left, _ in under] or None, b_ub=[right for _, right in under] or None,
                    bounds=[(self.least, most[one]) for one in self.hidden], method="highs",
                )
                for sign in (1, -1)
            )  # fmt: skip
            assert least.status == 0, "what is shown contradicts itself"
            found[keys] = (least.fun, -greatest.fun if greatest.status == 0 else np.inf)
        return found

    def _unknown(self, line: Iterable[tuple[str, str]], figure: float) -> tuple[list[float], float]:
        line = set(line)
        rest = figure - sum(self.value[keys] or 0 for keys in line)
        return [float(keys in line) for keys in self.hidden], rest

    def _line(  # type: ignore[no-untyped-def]
        self, line, figure, at, same, under, most
    ) -> None:
        unknown, rest = self._unknown(line, 1.0 if figure is None else float(figure))
        if not any(unknown):
            return
        if figure is None or not self.adds_up[at]:
            under.append(([-one for one in unknown], -rest))
        else:
            same.append((unknown, rest))
        if figure is not None:
            most |= {keys: min(most[keys], figure) for keys in line if keys in most}


def had_back(people: People) -> dict[tuple[str, str], tuple[float, float]]:
    attempt = Attempt(people)
    # A greater one, withheld beside a small one, may be had back where it is the sum of its row, which is shown.
    small = [keys for keys in attempt.hidden if 0 < attempt.cells.get(keys, 0) < THRESHOLD]
    # Where nothing of a breakdown is shown, what remains is what its rows and columns say.
    margin = MARGIN if attempt.table.rows else 1
    return {keys: (a, b) for keys, (a, b) in attempt.ranges(small).items() if b - a < margin - 1e-6}


def people_of(cells: Cells) -> list[tuple[frozenset[str], frozenset[str]]]:
    return [(frozenset(one), frozenset(other)) for (one, other), number in cells.items() for _ in range(number)]


def tables(rows: str, columns: str) -> st.SearchStrategy[dict[tuple[str, str], int]]:
    places = [(row, column) for row in rows for column in columns]
    sizes = st.one_of(st.integers(0, 2), st.integers(0, 9), st.integers(0, 60))
    return st.tuples(*[sizes] * len(places)).map(lambda values: dict(zip(places, values, strict=True)))


def crowds(rows: str, columns: str) -> st.SearchStrategy[list[tuple[frozenset[str], frozenset[str]]]]:
    """People of whom some count under several keys of one dimension, or of both."""
    keys = st.tuples(
        st.frozensets(st.sampled_from(rows), min_size=1, max_size=2),
        st.frozensets(st.sampled_from(columns), min_size=1, max_size=2),
    )
    groups = st.lists(st.tuples(keys, st.one_of(st.integers(1, 3), st.integers(1, 30))), min_size=1, max_size=14)
    return groups.map(lambda found: [person for person, number in found for _ in range(number)])


BRIDGE = {
    ("a", "x"): 2, ("a", "y"): 3, ("a", "z"): 30, ("a", "w"): 30,
    ("b", "x"): 3, ("b", "y"): 4, ("b", "z"): 2, ("b", "w"): 30,
    ("c", "x"): 30, ("c", "y"): 30, ("c", "z"): 3, ("c", "w"): 4,
    ("d", "x"): 30, ("d", "y"): 30, ("d", "z"): 4, ("d", "w"): 3,
}  # fmt: skip
# Every place holds exactly one person, or nobody: the total, told elsewhere, would say so.
ALL_BUT_ONE = {("a", "x"): 0, ("a", "y"): 1, ("a", "z"): 1, ("b", "x"): 1, ("b", "y"): 1, ("b", "z"): 1}
ALL_ONE = {(row, column): 1 for row in "ab" for column in "xyz"}


@settings(max_examples=3000 if NIGHTLY else 100, deadline=None)
@example(BRIDGE)
@example(ALL_BUT_ONE)
@example(ALL_ONE)
@given(st.one_of(tables("ab", "xyz"), tables("a", "xyzw"), tables("abc", "xyz"), tables("abcd", "xyzw")))
def test_no_withheld_cell_is_had_back_from_what_is_shown(cells: dict[tuple[str, str], int]) -> None:
    """Each cell that had to be withheld could be any of three numbers of people at least."""
    assert had_back(people_of(cells)) == {}


@settings(max_examples=3000 if NIGHTLY else 60, deadline=None)
@given(st.one_of(crowds("ab", "xyz"), crowds("abc", "xyz"), crowds("abcd", "xyzw")))
def test_nor_where_people_count_under_several_keys(people: list[tuple[frozenset[str], frozenset[str]]]) -> None:
    assert had_back(people) == {}


def test_the_attempt_itself_succeeds_where_only_small_cells_are_withheld() -> None:
    """With suppression of the smallest alone, subtracting gives them back: the solver finds that."""
    attempt = Attempt(people_of({("a", "x"): 3, ("a", "y"): 20, ("b", "x"): 30, ("b", "y"): 40}))
    attempt.value = dict(attempt.cells) | {("a", "x"): None}  # type: ignore[assignment]
    attempt.hidden = [("a", "x")]
    assert attempt.ranges(attempt.hidden) == {("a", "x"): (3, 3)}
