# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which records share a key: the pairs worth comparing, found by DuckDB, which spills to disk when it must."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import duckdb
import numpy as np
import numpy.typing as npt

Keys = npt.NDArray[np.int64]
Pairs = npt.NDArray[np.int64]
Rows = npt.NDArray[np.int64]

# A key that more records share than this says too little to be worth all their pairs.
MOST_SHARING: Final = 100
# A question needs no more candidates than this, unless its rare keys find them.
ENOUGH: Final = 300
MOST_OF_ONE_KEY: Final = 3_000
MEMORY: Final = "3GB"


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


def sharing(keys: Keys, rows: Keys, *, most: int = MOST_SHARING, memory: str = MEMORY) -> Pairs:
    """Every pair of rows with a key in common that at most `most` rows have: shape (pairs, 2), lower row first."""
    with database(memory) as connection:
        keyed = {"key": keys, "row": rows.astype(np.int32)}
        connection.execute("CREATE TABLE keyed AS SELECT * FROM keyed")
        del keyed
        found = connection.execute(
            "WITH rare AS (SELECT key FROM keyed GROUP BY key HAVING count(*) BETWEEN 2 AND ?), "
            "kept AS (SELECT key, row FROM keyed SEMI JOIN rare USING (key)) "
            "SELECT DISTINCT a.row AS one, b.row AS other FROM kept a JOIN kept b ON a.key = b.key AND a.row < b.row",
            [most],
        ).fetchnumpy()
    return np.stack([found["one"], found["other"]], axis=1).astype(np.int64)


class Index:
    """Records on offer by their keys, to be asked again and again."""

    def __init__(self, keys: Keys, rows: Keys) -> None:
        order = np.argsort(keys, kind="stable")
        self.keys, self.rows = keys[order], rows[order].astype(np.int32)

    def sharing(self, keys: Keys, rows: Keys, *, most: int = MOST_SHARING, enough: int = ENOUGH) -> Pairs:
        """Pairs of a row that is looked for and a row on offer, each pair once.

        Keys that at most `most` on offer have serve all; more frequent ones, the rarest first, until a looked-for row
        has `enough`. Where the rarest of a row is too frequent even for that, the first of those who share it serve.
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
        used = (count <= most) | (so_far + count <= enough) | is_first
        first, count, rows = first[used], np.minimum(count[used], MOST_OF_ONE_KEY), rows[used]
        inside = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
        pairs = np.stack([np.repeat(rows, count), self.rows[np.repeat(first, count) + inside]], axis=1)
        return np.unique(pairs.astype(np.int64), axis=0)
