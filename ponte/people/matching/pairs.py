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

from ponte.people.matching.encoding import Traits
from ponte.people.matching.table_keys import Keyed

Keys = npt.NDArray[np.int64]
Pairs = npt.NDArray[np.int64]
Rows = npt.NDArray[np.int64]

# A key that more records share than this says too little to be worth all their pairs.
MOST_SHARING: Final = 100
# A question needs no more candidates than this, unless its rare keys find them.
ENOUGH: Final = 300
MOST_OF_ONE_KEY: Final = 3_000
# Among so few records all pairs with a key in common can be compared.
FEW: Final = 50_000
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


# A number in common is worth comparing. A name and a date, or two names, is worth it where neither the sexes nor the
# rest of what is told speaks against, and names that say all the same where citizenships do; both SQL dialects
# understand it.
WORTH: Final = """
a.kind = 0 OR ((a.sex = 0 OR b.sex = 0 OR a.sex = b.sex)
    AND (a.origin = 0 OR b.origin = 0 OR (a.origin & b.origin) <> 0
        OR bit_count(a.sketch & b.sketch) = least(a.sounds, b.sounds))
    AND CASE a.kind
    WHEN 1 THEN a.year = 0 OR b.year = 0 OR abs(a.year - b.year) <= 2
    WHEN 2 THEN bit_count(a.sketch & b.sketch) >= 0.7 * least(a.sounds, b.sounds)
    WHEN 3 THEN bit_count(a.sketch & b.sketch) >= 0.5 * least(a.sounds, b.sounds)
    ELSE (a.year = 0 OR b.year = 0 OR abs(a.year - b.year) <= 2)
        AND bit_count(a.sketch & b.sketch) >= 0.8 * least(a.sounds, b.sounds)
END)
"""


def worth_comparing(keyed: Keyed, traits: Traits, *, most: int = MOST_SHARING, memory: str = MEMORY) -> Pairs:
    """Every pair of rows with a key in common that at most `most` rows have, and that is `WORTH` it.

    Shape (pairs, 2), the lower row first, in order.
    """
    with database(memory) as connection:
        columns = {"key": keyed.keys, "kind": keyed.kinds, "row": keyed.rows}
        connection.execute("CREATE TABLE keyed AS SELECT * FROM columns")
        columns = {"row": np.arange(len(traits.year), dtype=np.int32), **traits._asdict()}
        connection.execute("CREATE TABLE traits AS SELECT *, bit_count(sketch) AS sounds FROM columns")
        del columns
        connection.execute(
            "CREATE TABLE kept AS WITH rare AS (SELECT key FROM keyed GROUP BY key HAVING count(*) BETWEEN 2 AND ?) "
            "SELECT key, kind, row, sketch, sounds, origin, year, sex FROM keyed SEMI JOIN rare USING (key) "
            "JOIN traits USING (row)",
            [most],
        )
        connection.execute("DROP TABLE keyed")
        found = connection.execute(
            "SELECT DISTINCT a.row AS one, b.row AS other FROM kept a JOIN kept b ON a.key = b.key AND a.row < b.row "  # noqa: S608
            f"WHERE {WORTH if len(traits.year) > FEW else 'true'}"
        ).fetchnumpy()
    order = np.lexsort((found["other"], found["one"]))
    return np.stack([found["one"][order], found["other"][order]], axis=1).astype(np.int64)


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
