# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which records share a key that tells something, found by DuckDB, which spills to disk when it must; and which of
their pairs are worth comparing."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import duckdb
import numpy as np
import numpy.typing as npt

from ponte.people.matching import processes, screening
from ponte.people.matching.encoding import Traits
from ponte.people.matching.table_keys import Keyed, Kind

Keys = npt.NDArray[np.int64]
Pairs = npt.NDArray[np.int64]
Rows = npt.NDArray[np.int32]
Kinds = npt.NDArray[np.uint8]
Starts = npt.NDArray[np.int64]

# A key that more records share than this says too little to be worth all their pairs.
MOST_SHARING: Final = 100
# A question needs no more candidates than this, unless its rare keys find them; they are the best of so many.
ENOUGH: Final = 300
MOST_READ: Final = 3_000
# In bits: more than all frequent keys together.
RARE: Final = 1_000.0
MOST_OF_ONE_KEY: Final = 3_000
# Among so few records all pairs with a key in common can be compared.
FEW: Final = 50_000
MEMORY: Final = "3GB"
# Pairs looked at in one process at a time, and by one operation: what fits its cache.
AT_ONCE: Final = 4_000_000
BLOCK: Final = 1 << 16


@contextmanager
def database(memory: str = MEMORY) -> Iterator[duckdb.DuckDBPyConnection]:
    """A DuckDB of its own, gone afterwards with what it spilt."""
    with TemporaryDirectory(prefix="ponte-") as folder:
        connection = duckdb.connect(str(Path(folder) / "pairs.duckdb"))
        connection.execute(f"SET memory_limit = '{memory}'; SET temp_directory = '{folder}'")
        connection.execute("SET preserve_insertion_order = false")
        try:
            yield connection
        finally:
            connection.close()


def flat(keys: Iterable[Iterable[int]]) -> tuple[Keys, Keys]:
    """The keys of all records one after the other, and the number of the record that each belongs to."""
    found = [np.fromiter(of_one, np.int64) for of_one in keys]
    lengths = np.fromiter(map(len, found), np.int64, len(found))
    together = np.concatenate(found) if found else np.zeros(0, np.int64)
    return together, np.repeat(np.arange(len(found)), lengths)


# Keys that too many share, each joined with the year of birth, which makes them rarer. The hash is DuckDB's.
SHARED: Final = """
CREATE TABLE shared AS
WITH counted AS (SELECT key, count(*) AS n FROM keyed GROUP BY key HAVING count(*) > 1),
finer AS (SELECT (hash(key, year) >> 1)::BIGINT AS key, kind, row FROM keyed JOIN counted USING (key)
    JOIN years USING (row) WHERE n > $most AND kind IN ($names, $sounds) AND year > 0)
SELECT key, kind, row FROM keyed SEMI JOIN (SELECT key FROM counted WHERE n <= $most) USING (key)
UNION ALL
SELECT key, kind, row FROM finer
SEMI JOIN (SELECT key FROM finer GROUP BY key HAVING count(*) BETWEEN 2 AND $most) USING (key)
"""


def worth_comparing(keyed: Keyed, traits: Traits, *, most: int = MOST_SHARING, memory: str = MEMORY) -> Pairs:
    """Every pair of rows with a key in common that at most `most` rows have, and that is worth it by `screening`.

    A name that more have counts where they have the year of birth in common too. Shape (pairs, 2), the lower row
    first, in order.
    """
    shared = _shared(keyed, traits, most, memory)
    order = np.argsort(shared.keys)
    kinds, rows, keys = shared.kinds[order], shared.rows[order], shared.keys[order]
    starts = np.flatnonzero(_begins(keys))
    counts = np.diff(np.append(starts, len(keys)))
    by_size = np.argsort(counts, kind="stable")
    starts, counts = starts[by_size], counts[by_size]
    until = np.cumsum(counts * (counts - 1) // 2)
    of_few = len(traits.year) <= FEW

    def found(number: int) -> Pairs:
        first, last = np.searchsorted(until, [number * AT_ONCE, (number + 1) * AT_ONCE])
        parts = [np.zeros(0, np.int64)]
        for one, other, kind in _pairs(rows, kinds, starts[first:last], counts[first:last]):
            worth = slice(None) if of_few else screening.worth_it(traits, one, other, kind)
            low, high = np.minimum(one, other)[worth], np.maximum(one, other)[worth]
            parts.append(low.astype(np.int64) << 32 | high)
        return _distinct(np.concatenate(parts))

    whole = int(until[-1]) // AT_ONCE + 1 if len(until) else 0
    together = _distinct(np.concatenate([np.zeros(0, np.int64), *processes.mapped(found, whole)]))
    return np.stack([together >> 32, together & 0xFFFFFFFF], axis=1)


def _shared(keyed: Keyed, traits: Traits, most: int, memory: str) -> Keyed:
    """The keys that serve, as often as rows have them."""
    with database(memory) as connection:
        connection.register("keyed", {"key": keyed.keys, "kind": keyed.kinds, "row": keyed.rows})
        connection.register("years", {"row": np.arange(len(traits.year), dtype=np.int32), "year": traits.year})
        connection.execute(SHARED, {"most": most, "names": int(Kind.NAMES), "sounds": int(Kind.SOUNDS)})
        found = connection.execute("SELECT key, kind, row FROM shared").fetchnumpy()
    return Keyed(found["key"], found["kind"], found["row"])


def _pairs(rows: Rows, kinds: Kinds, starts: Starts, counts: Starts) -> Iterator[tuple[Rows, Rows, Kinds]]:
    """All pairs of rows of each group, `BLOCK` of them at a time; `counts` are in order."""
    for size in np.unique(counts).tolist():
        one, other = np.triu_indices(size, 1)
        of_size = starts[counts == size]
        groups = max(1, BLOCK // len(one))
        for at in range(0, len(of_size), groups):
            some = of_size[at : at + groups]
            members = rows[some[:, None] + np.arange(size)]
            yield members[:, one].ravel(), members[:, other].ravel(), np.repeat(kinds[some], len(one))


def _distinct(numbers: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """In order. Sorting is faster than what `np.unique` does."""
    numbers = np.sort(numbers)
    return numbers[_begins(numbers)]


def _begins(numbers: npt.NDArray[np.int64]) -> npt.NDArray[np.bool_]:
    """Where another number than before stands."""
    begins = np.ones(len(numbers), bool)
    begins[1:] = numbers[1:] != numbers[:-1]
    return begins


class Index:
    """Records on offer by their keys, to be asked again and again."""

    def __init__(self, keys: Keys, rows: Keys) -> None:
        order = np.argsort(keys, kind="stable")
        self.keys, self.rows = keys[order], rows[order].astype(np.int32)

    def sharing(
        self, keys: Keys, rows: Keys, *, most: int = MOST_SHARING, enough: int = ENOUGH, read: int = MOST_READ
    ) -> Pairs:
        """Pairs of a row that is looked for and a row on offer, each pair once, in order.

        Keys that at most `most` on offer have serve all; more frequent ones, the rarest first, until `read` rows were
        met: of these, the `enough` that share most with what is looked for, a rare key saying more than a frequent
        one, and those that share as much as the last of them.
        Where the rarest key of a row is too frequent even for that, the first of those who share it serve.
        """
        first, last = np.searchsorted(self.keys, keys, "left"), np.searchsorted(self.keys, keys, "right")
        count = last - first
        order = np.lexsort((count, rows))
        order = order[count[order] > 0]
        first, count, rows = first[order], count[order], rows[order]
        total = np.cumsum(count)
        starts = np.searchsorted(rows, rows, "left")
        before = total - count
        so_far = before - before[starts]
        is_first = starts == np.arange(len(rows))
        used = (count <= most) | (so_far + count <= read) | is_first
        said = np.log2(1 + len(self.rows) / count[used]) + RARE * (count[used] <= most)
        first, count, rows = first[used], np.minimum(count[used], MOST_OF_ONE_KEY), rows[used]
        inside = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
        met = np.repeat(rows, count) << 32 | self.rows[np.repeat(first, count) + inside]
        pairs, back = np.unique(met, return_inverse=True)
        weight = np.bincount(back, np.repeat(said, count), minlength=len(pairs))
        row = pairs >> 32
        begins, ends = np.searchsorted(row, row, "left"), np.searchsorted(row, row, "right")
        best = weight[np.lexsort((-weight, row))]
        kept = weight >= np.minimum(best[np.minimum(begins + enough, ends) - 1], RARE)
        return np.stack([row[kept], pairs[kept] & 0xFFFFFFFF], axis=1)
