# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Withholding figures so small that they could single out a person."""

from dataclasses import replace
from typing import Final

from ponte.register.measures.definitions import COUNTS_PEOPLE, Measure, Number, Result, Row

USUAL_THRESHOLD: Final = 5


def suppress(result: Result, threshold: int = USUAL_THRESHOLD) -> Result:
    """The result without the values from 1 to `threshold` - 1 that count people; a mean or a share goes by
    how many people it is of. Zero is shown: it singles out nobody.

    One value withheld could be had back by subtracting the others from the total. So the next smallest go
    too, until those withheld are at least two, together at least the threshold, and could each be anything;
    where no others are left, the total itself.
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
        others = sorted((count, number) for number, count in enumerate(sizes) if count >= threshold)
        while others and _tells(hidden, sizes, threshold):
            hidden.add(others.pop(0)[1])
        # With every value withheld and the total still telling one of them, the total goes too.
        total_hidden = _tells(hidden, sizes, threshold)
    if not hidden and not total_hidden:
        return result
    rows = tuple(Row(row.keys, None) if number in hidden else row for number, row in enumerate(result.rows))
    return replace(
        result,
        total=None if total_hidden else result.total,
        people=None if total_hidden else result.people,
        rows=rows,
        suppressed=len(hidden) + total_hidden,
    )


def _tells(hidden: set[int], sizes: list[int], threshold: int) -> bool:
    """Whether the sum of the withheld values tells what each is."""
    together = sum(sizes[number] for number in hidden)
    return len(hidden) < 2 or together < threshold or together == len(hidden) * (threshold - 1)
