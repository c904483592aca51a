# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Withholding figures so small that they could single out a person."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from ponte.register.measures.definitions import COUNTS_PEOPLE, Measure, Number, Result, Row, in_order
from ponte.register.measures.recovery import Cell, Cells, Line

USUAL_THRESHOLD: Final = 5
# How far apart the least and the greatest number are, at least, that a value withheld can be.
MARGIN: Final = 2


def suppress(result: Result, threshold: int = USUAL_THRESHOLD) -> Result:
    """The result without the values from 1 to `threshold` - 1 that count people; a mean or a share goes by
    how many people it is of. Zero is shown where it gives no other value away: it singles out nobody. What was
    withheld comes last, by key.

    One value withheld could be had back by subtracting the others from the total. So the next smallest go
    too, until those withheld are at least two, together at least the threshold, and could each be `MARGIN` more than
    the least they could be. With two dimensions this holds for the total of every key too, and for all of them
    together. Where no others are left, the whole breakdown goes, keys and all: every key that is listed counts
    somebody, and if there are nearly as many of them as people, that says how many each counts.
    """
    measure = result.definition.measure
    if measure not in COUNTS_PEOPLE or threshold <= 1:
        return result
    averages = measure in {Measure.MEAN_AGE, Measure.SHARE}

    def size(value: Number | None, people: int | None) -> int:
        return (people or 0) if averages else int(value or 0)

    sizes = [size(row.value, row.people) for row in result.rows]
    hidden = {number for number, count in enumerate(sizes) if 0 < count < threshold}
    whole = size(result.total, result.people)
    zeros: set[Cell] = set()
    if 0 < whole < threshold:
        hidden = {number for number, count in enumerate(sizes) if count}
        # The total is known to be below the threshold, and every key counts somebody.
        if not hidden or len(hidden) + MARGIN < threshold:
            return _without(result, hidden, zeros, total=True)
        return replace(result, total=None, people=None, rows=(), suppressed=2)
    if not hidden:
        return result
    _hide_more(hidden, sizes, _lines(result), threshold)
    is_open = not _tells(hidden, sizes, threshold)
    if is_open and len(result.definition.by) == 2 and not averages:
        zeros, is_open = _hide_what_follows(hidden, sizes, result, threshold)
    return _without(result, hidden, zeros) if is_open else replace(result, rows=(), suppressed=1)


def _without(result: Result, hidden: set[int], zeros: set[Cell], *, total: bool = False) -> Result:
    shown = [row for number, row in enumerate(result.rows) if number not in hidden and row.keys not in zeros]
    # By key, not by value: their order would tell which is larger.
    withheld = sorted(
        (Row(keys, None) for keys in {*(result.rows[number].keys for number in hidden), *zeros}),
        key=lambda row: [(part is None, part or "") for part in row.keys],
    )
    return replace(
        result,
        total=None if total else result.total,
        people=None if total else result.people,
        rows=(*shown, *withheld),
        suppressed=len(withheld) + total,
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


def _hide_more(hidden: set[int], sizes: Sequence[int], lines: Sequence[set[int]], threshold: int) -> None:
    """Withhold the next smallest of each line until no line's sum tells what was withheld."""
    before = -1
    while before != len(hidden):
        before = len(hidden)
        for line in lines:
            others = sorted((sizes[number], number) for number in line - hidden if sizes[number])
            while others and line & hidden and _tells(line & hidden, sizes, threshold):
                hidden.add(others.pop(0)[1])


def _tells(hidden: set[int], sizes: Sequence[int], threshold: int) -> bool:
    """Whether the sum of the withheld values tells nearly what each is, as their least and their greatest sum do."""
    together = sum(sizes[number] for number in hidden)
    least, most = len(hidden), len(hidden) * (threshold - 1)
    return len(hidden) < 2 or together < threshold or together < least + MARGIN or together == most


def _hide_what_follows(
    hidden: set[int], sizes: Sequence[int], result: Result, threshold: int
) -> tuple[set[Cell], bool]:
    """Withhold more until no withheld value follows from rows and columns together, as the tables by each of the two
    dimensions show their sums, and the total also where this table withholds it.

    Returns the places of nobody that must not show that they are of nobody, all of them where nothing else helps;
    and whether that was enough.
    """
    keys: list[Cell] = [(row.keys[0], row.keys[1]) for row in result.rows]
    overlapping = result.total != sum(sizes)
    untold = _untold(result, sizes, threshold, overlapping=overlapping)
    most = _most(keys, sizes, untold, threshold) if overlapping else {}
    zeros: set[Cell] = set()
    narrow = {keys[number] for number in hidden if sizes[number] < threshold}
    while True:
        values = {keys[number]: sizes[number] for number in hidden} | dict.fromkeys(zeros, 0)
        cells = Cells(values, untold, least=0 if zeros else 1, overlapping=overlapping, most=most)
        # What is withheld beside them gives them more room, never less.
        narrow = cells.narrow(narrow, MARGIN)
        if not narrow:
            return zeros, True
        beside = [
            (size, number)
            for number, size in enumerate(sizes)
            if size and number not in hidden and any(keys[number][at] == one[at] for one in narrow for at in (0, 1))
        ]
        if beside:
            hidden.add(min(beside)[1])
        elif zeros:
            return zeros, False
        else:
            zeros = {(one, other) for one in {key[0] for key in keys} for other in {key[1] for key in keys}}
            zeros -= {keys[number] for number, size in enumerate(sizes) if size}
            if not zeros:
                return zeros, False


def _untold(result: Result, sizes: Sequence[int], threshold: int, *, overlapping: bool) -> Mapping[Line, int]:
    """The rows and columns whose figure the tables by one dimension withhold, and what their cells add up to.

    Of overlapping ones those tables show less than the cells add up to, and may withhold others beside the small.
    """
    found: dict[Line, int] = {}
    for place, dimension in enumerate(result.definition.by):
        counted: dict[str | None, int] = {}
        for row, size in zip(result.rows, sizes, strict=True):
            counted[row.keys[place]] = counted.get(row.keys[place], 0) + size
        # In the order of the real table: of equal figures it decides which is withheld beside a small one.
        rows = in_order(Row((key,), together) for key, together in counted.items())
        definition = replace(result.definition, by=(dimension,))
        table = suppress(replace(result, definition=definition, total=sum(sizes), rows=rows, suppressed=0), threshold)
        shown = {row.keys[0] for row in table.rows if row.value is not None}
        found |= {
            (place, key): together
            for key, together in counted.items()
            if (together < threshold if overlapping else key not in shown)
        }
    return found


def _most(keys: Sequence[Cell], sizes: Sequence[int], untold: Mapping[Line, int], threshold: int) -> dict[Cell, int]:
    """No more than the figure of its row or its column, which is at least that of the greatest cell in it."""
    greatest: dict[Line, int] = {}
    for key, size in zip(keys, sizes, strict=True):
        for side in (0, 1):
            greatest[side, key[side]] = max(greatest.get((side, key[side]), threshold), size)
    told = {line: most for line, most in greatest.items() if line not in untold}
    return {
        key: min(found)
        for key in keys
        if (found := [told[side, key[side]] for side in (0, 1) if (side, key[side]) in told])
    }
