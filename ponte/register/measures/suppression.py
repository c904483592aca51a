# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Withholding figures so small that they could single out a person."""

from dataclasses import replace
from typing import Final

from ponte.register.measures.definitions import COUNTS_PEOPLE, Measure, Number, Result, Row

USUAL_THRESHOLD: Final = 5


def suppress(result: Result, threshold: int = USUAL_THRESHOLD) -> Result:
    """The result without the values from 1 to `threshold` - 1 that count people; a mean or a share goes by
    how many people it is of. Zero is shown: it singles out nobody. What was withheld comes last, by key.

    One value withheld could be had back by subtracting the others from the total. So the next smallest go
    too, until those withheld are at least two, together at least the threshold, and could each be anything;
    where no others are left, the total itself. With two dimensions this holds for the total of every key too.
    """
    measure = result.definition.measure
    if measure not in COUNTS_PEOPLE or threshold <= 1:
        return result
    averages = measure in {Measure.MEAN_AGE, Measure.SHARE}

    def size(value: Number | None, people: int | None) -> int:
        return (people or 0) if averages else int(value or 0)

    sizes = [size(row.value, row.people) for row in result.rows]
    hidden = {number for number, count in enumerate(sizes) if 0 < count < threshold}
    total_hidden = 0 < size(result.total, result.people) < threshold
    if total_hidden:
        hidden = {number for number, count in enumerate(sizes) if count}
    elif hidden:
        _hide_more(hidden, sizes, _lines(result), threshold)
        # With every value withheld and the total still telling one of them, the total goes too.
        total_hidden = _tells(hidden, sizes, threshold)
    if not hidden and not total_hidden:
        return result
    shown = [row for number, row in enumerate(result.rows) if number not in hidden]
    # By key, not by value: their order would tell which is larger.
    withheld = sorted(
        (Row(result.rows[number].keys, None) for number in hidden),
        key=lambda row: [(part is None, part or "") for part in row.keys],
    )
    return replace(
        result,
        total=None if total_hidden else result.total,
        people=None if total_hidden else result.people,
        rows=(*shown, *withheld),
        suppressed=len(hidden) + total_hidden,
    )


def _lines(result: Result) -> list[set[int]]:
    """Sets of rows whose sum someone can know: all of them and, with two dimensions, those of each key."""
    lines = [set(range(len(result.rows)))]
    if len(result.definition.by) > 1:
        for position in range(len(result.definition.by)):
            by_key: dict[str | None, set[int]] = {}
            for number, row in enumerate(result.rows):
                by_key.setdefault(row.keys[position], set()).add(number)
            lines += by_key.values()
    return lines


def _hide_more(hidden: set[int], sizes: list[int], lines: list[set[int]], threshold: int) -> None:
    """Withhold the next smallest of each line until no line's sum tells what was withheld."""
    before = -1
    while before != len(hidden):
        before = len(hidden)
        for line in lines:
            others = sorted((sizes[number], number) for number in line - hidden if sizes[number])
            while others and line & hidden and _tells(line & hidden, sizes, threshold):
                hidden.add(others.pop(0)[1])


def _tells(hidden: set[int], sizes: list[int], threshold: int) -> bool:
    """Whether the sum of the withheld values tells what each is, as their least and their greatest sum do."""
    together = sum(sizes[number] for number in hidden)
    least, most = len(hidden), len(hidden) * (threshold - 1)
    return len(hidden) < 2 or together < threshold or together in {least, most}
