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

# A key that more records share than this says too little to be worth all their pairs.
MOST_SHARING: Final = 100
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


def between(wanted: tuple[Keys, Keys], offered: tuple[Keys, Keys], *, most: int = MOST_SHARING) -> Pairs:
    """Pairs of a row that is looked for and a row on offer; per looked-for row, its rarest keys lead.

    Where all the keys of a row are frequent ones, the rarest of them serves all the same.
    """
    with database() as connection:
        sought = {"key": wanted[0], "row": wanted[1]}
        there = {"key": offered[0], "row": offered[1]}
        connection.execute("CREATE TABLE sought AS SELECT * FROM sought")
        connection.execute("CREATE TABLE there AS SELECT * FROM there")
        del sought, there
        found = connection.execute(
            "WITH counted AS (SELECT key, count(*) AS n FROM there GROUP BY key), "
            "ranked AS (SELECT s.row, s.key, n, row_number() OVER (PARTITION BY s.row ORDER BY n) AS rank "
            "FROM sought s JOIN counted USING (key)) "
            "SELECT DISTINCT r.row AS one, t.row AS other FROM ranked r JOIN there t USING (key) "
            "WHERE n <= ? OR rank = 1",
            [most],
        ).fetchnumpy()
    return np.stack([found["one"], found["other"]], axis=1).astype(np.int64)
