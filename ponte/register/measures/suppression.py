# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Withholding figures so small that they could single out a person."""

from dataclasses import replace
from typing import Final

from ponte.register.measures.definitions import COUNTS_PEOPLE, Measure, Number, Result, Row
from ponte.register.measures.recovery import Cell, determined

USUAL_THRESHOLD: Final = 5


def suppress(result: Result, threshold: int = USUAL_THRESHOLD) -> Result:
    """The result without the values from 1 to `threshold` - 1 that count people; a mean or a share goes by
    how many people it is of. Zero is shown where it gives no other
    value away: it singles out nobody. What was withheld comes last, by key.

    One value withheld could be had back by subtracting the others from the total. So the next smallest go
    too, until those withheld are at least two, together at least the threshold, and could each be anything;
    where no others are left, the total itself. With two dimensions this holds for the total of every key too, and
    for all of them together.
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
    zeros: set[Cell] = set()
    if total_hidden:
        hidden = {number for number, count in enumerate(sizes) if count}
    elif hidden:
        _hide_more(hidden, sizes, _lines(result), threshold)
        # With every value withheld and the total still telling one of them, the total goes too.
        total_hidden = _tells(hidden, sizes, threshold)
        if len(result.definition.by) == 2 and not averages:
            zeros = _hide_what_follows(hidden, sizes, result, threshold)
    if not hidden and not total_hidden:
        return result
    shown = [row for number, row in enumerate(result.rows) if number not in hidden and row.keys not in zeros]
    # By key, not by value: their order would tell which is larger.
    withheld = sorted(
        (Row(keys, None) for keys in {*(result.rows[number].keys for number in hidden), *zeros}),
        key=lambda row: [(part is None, part or "") for part in row.keys],
    )
    return replace(
        result,
        total=None if total_hidden else result.total,
        people=None if total_hidden else result.people,
        rows=(*shown, *withheld),
        suppressed=len(hidden) + len(zeros) + total_hidden,
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


def _hide_what_follows(hidden: set[int], sizes: list[int], result: Result, threshold: int) -> set[Cell]:
    """Withhold more until no withheld value follows from rows and columns together, as the tables by each of the two
    dimensions show their sums, and the total also where this table withholds it.

    Returns the places of nobody that must not show that they are of nobody, all of them where nothing else helps.
    """
    untold = [
        (place, row.keys[0]) for place in (0, 1) for row in _marginal(result, sizes, place, threshold).rows
        if row.value is None
    ]  # fmt: skip
    keys = [row.keys for row in result.rows]
    zeros: set[Cell] = set()
    while hidden:
        cells: dict[Cell, int] = {(keys[number][0], keys[number][1]): sizes[number] for number in hidden}
        cells |= dict.fromkeys(zeros, 0)
        # A greater one that follows is the sum of its row or column, which is shown as well.
        follow = {cell for cell in determined(cells, untold=untold) if 0 < cells[cell] < threshold}
        beside = sorted(
            (size, number)
            for number, size in enumerate(sizes)
            if size and number not in hidden and any(keys[number][at] == one[at] for one in follow for at in (0, 1))
        )
        if beside:
            hidden.add(beside[0][1])
        elif not follow or zeros:
            break
        else:
            zeros = {(one, other) for one in {key[0] for key in keys} for other in {key[1] for key in keys}}
            zeros -= {(keys[number][0], keys[number][1]) for number, size in enumerate(sizes) if size}
            if not zeros:  # Every place holds somebody: no more can be withheld here.
                break
    return zeros


def _marginal(result: Result, sizes: list[int], place: int, threshold: int) -> Result:
    counted: dict[str | None, int] = {}
    for row, size in zip(result.rows, sizes, strict=True):
        counted[row.keys[place]] = counted.get(row.keys[place], 0) + size
    rows = tuple(Row((key,), size) for key, size in sorted(counted.items(), key=lambda item: -item[1]))
    definition = replace(result.definition, by=(result.definition.by[place],))
    return suppress(replace(result, definition=definition, total=sum(sizes), rows=rows, suppressed=0), threshold)


def _tells(hidden: set[int], sizes: list[int], threshold: int) -> bool:
    """Whether the sum of the withheld values tells what each is, as their least and their greatest sum do."""
    together = sum(sizes[number] for number in hidden)
    least, most = len(hidden), len(hidden) * (threshold - 1)
    return len(hidden) < 2 or together < threshold or together in {least, most}
