# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Between which numbers the withheld cells of a table by two dimensions can be, for whoever reads all that is shown.

Who reads knows that a withheld cell is not below 1 (`least`; or not below 0, where zeros were withheld as well), and
knows the sums of rows and columns: they are shown in the tables by one dimension, except where those withhold them.
A cell can be one more, or one less, where that can be made good along a ring of other withheld cells without any
shown sum changing. How often that goes tells its range.
"""

from collections import deque
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

# A row's and a column's key; None is the key of an empty value.
Key = str | None
Cell = tuple[Key, Key]
# Row (0, key) or column (1, key).
Line = tuple[int, Key]
REST: Final[Key] = "\0"  # no key of ours
UNBOUNDED: Final = 1_000_000_000


@dataclass
class Cells:
    """`values` are those of the withheld cells, `untold` the lines whose sums are withheld, with these sums.

    Where people count under several keys (`overlapping`), sums of lines are less than what the cells add up to. Then
    the total says nothing of the untold lines, and no cell is above the figure of its line: `most`.
    """

    values: Mapping[Cell, int]
    untold: Mapping[Line, int]
    least: int = 1
    overlapping: bool = False
    most: Mapping[Cell, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        # By how much each can be less, and more.
        self._room: dict[Cell, tuple[int, int]] = {
            cell: (value - self.least, self.most.get(cell, UNBOUNDED) - value) for cell, value in self.values.items()
        }
        # Untold sums balance each other, as if they stood in one more column and one more row: what a row
        # has less is more there. A key that is listed counts at least one person.
        for (side, key), together in self.untold.items():
            self._room[(key, REST) if side == 0 else (REST, key)] = (UNBOUNDED, together - 1)
        if self.overlapping:
            self._room[REST, REST] = (UNBOUNDED, UNBOUNDED)
        self._lines: dict[Line, list[Cell]] = {}
        for cell in self._room:
            for side in (0, 1):
                self._lines.setdefault((side, cell[side]), []).append(cell)

    def narrow(self, cells: Collection[Cell], margin: int) -> set[Cell]:
        """Those whose least and greatest number are less than `margin` apart."""
        return {cell for cell in cells if not self._is_wide(cell, margin)}

    def _is_wide(self, cell: Cell, margin: int) -> bool:
        steps = 0
        for way in (1, -1):
            moved: dict[Cell, int] = {}
            while steps < margin and (ring := self._ring(cell, way, moved)):
                for one, by in ring:
                    moved[one] = moved.get(one, 0) + by
                steps += 1
        return steps >= margin

    def _ring(self, cell: Cell, way: int, moved: Mapping[Cell, int]) -> list[tuple[Cell, int]]:
        """Changes by one that leave all sums as they are, the cell's own among them; none where there are none."""
        if not self._goes(cell, way, moved):
            return []
        start: Line = (0, cell[0])
        came: dict[Line, tuple[Line, Cell, int] | None] = {start: None}
        waiting = deque([start])
        while waiting:
            line = waiting.popleft()
            # In rows the change is made good by the opposite one, in columns that one by the same again.
            by = -way if line[0] == 0 else way
            for other in self._lines[line]:
                across: Line = (1 - line[0], other[1 - line[0]])
                if other == cell or across in came or not self._goes(other, by, moved):
                    continue
                came[across] = (line, other, by)
                if across == (1, cell[1]):
                    return [(cell, way), *_walked(came, across)]
                waiting.append(across)
        return []

    def _goes(self, cell: Cell, by: int, moved: Mapping[Cell, int]) -> bool:
        less, more = self._room[cell]
        change = moved.get(cell, 0) + by
        return -less <= change <= more


def _walked(came: Mapping[Line, tuple[Line, Cell, int] | None], end: Line) -> Iterator[tuple[Cell, int]]:
    line = end
    while step := came[line]:
        line, cell, by = step
        yield cell, by
