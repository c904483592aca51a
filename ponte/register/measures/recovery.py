# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which withheld cells of a table by two dimensions follow from what is shown.

The sums of rows and columns are shown elsewhere, in the tables by one dimension, except where those are withheld
there too. A cell is safe where one person more, or one less, could be made good along a ring of other withheld cells
without any shown sum changing: then it may be one of two numbers at least. A withheld cell is not below 1, or where
zeros were withheld as well, not below 0.
"""

from collections.abc import Collection, Mapping

# A row's and a column's key; None is the sum of it.
Key = str | None
Cell = tuple[Key, Key]
# Row (0, key) or column (1, key).
Line = tuple[int, Key]
REST: Key = "\0"  # no key of ours


def determined(cells: Mapping[Cell, int], *, untold: Collection[Line]) -> set[Cell]:
    """Those of the withheld cells that follow. `untold` are the lines whose sums are withheld as well."""
    least = min(cells.values(), default=1) and 1
    values: dict[Cell, int | None] = {cell: value - least for cell, value in cells.items()}
    # Sums that are not told balance each other, as if they stood in one more column and one more row.
    for side, key in untold:
        values[(key, REST) if side == 0 else (REST, key)] = None
    by_line: dict[Line, list[Cell]] = {}
    for cell in values:
        for side in (0, 1):
            by_line.setdefault((side, cell[side]), []).append(cell)
    return {cell for cell in cells if not any(_moves(cell, up, values, by_line) for up in (True, False))}


def _moves(cell: Cell, up: bool, values: Mapping[Cell, int | None], by_line: Mapping[Line, list[Cell]]) -> bool:
    """Whether the cell can be one more (`up`) or one less."""
    if not up and not _may_shrink(values[cell]):
        return False
    reached = {(0, cell[0])}
    waiting = [(0, cell[0])]
    while waiting:
        side, key = waiting.pop()
        # In rows the change is made good by the opposite one, in columns that one by the same again.
        grows = (side == 0) != up
        for other in by_line[(side, key)]:
            if other == cell or not (grows or _may_shrink(values[other])):
                continue
            line = (1 - side, other[1 - side])
            if line == (1, cell[1]):
                return True
            if line not in reached:
                reached.add(line)
                waiting.append(line)
    return False


def _may_shrink(value: int | None) -> bool:
    """`value` is by how much the cell is above the least; none for a sum that is not told."""
    return value is None or value > 0
