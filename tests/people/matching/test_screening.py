# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is worth comparing is the same whichever engine asks: or a larger machine would give other people's pairs."""

import duckdb
import numpy as np

from ponte.people.matching import screening
from ponte.people.matching.encoding import Encoded
from ponte.people.matching.records import from_sheet
from ponte.people.matching.table_keys import Kind

PAIRS = 20_000


def rows() -> list[dict[str, str]]:
    rng = np.random.default_rng(5)
    values = {
        "given_name": ("Anna", "Ana", "Mohamed", "محمد", "A.", ""),
        "family_name": ("Rossi", "Rosi", "El Amrani", "Шевченко", ""),
        "birth_date": ("1990-05-04", "1990-04-05", "1990", "1991-05-04", "1990-05-12", "1960-01-01", ""),
        "sex": ("F", "M", ""), "citizenship": ("MA", "MA;IT", "UA", ""), "municipality": ("Milano", "Lodi", ""),
    }  # fmt: skip
    return [{column: str(rng.choice(some)) for column, some in values.items()} for _ in range(300)]


def test_columns_and_sql_count_alike() -> None:
    traits = Encoded.of(map(from_sheet, rows())).traits
    rng = np.random.default_rng(6)
    one, other = rng.integers(0, len(traits.year), (2, PAIRS)).astype(np.int32)
    kinds = rng.choice(np.array(list(Kind), np.uint8), PAIRS)
    worth = screening.worth_it(traits, one, other, kinds)
    a = {name: column[one] for name, column in traits._asdict().items()} | {"kind": kinds, "pair": np.arange(PAIRS)}
    b = {name: column[other] for name, column in traits._asdict().items()} | {"pair": np.arange(PAIRS)}
    with duckdb.connect() as connection:
        connection.register("one", a)
        connection.register("other", b)
        found = connection.execute(
            f"SELECT {screening.SQL} FROM one a JOIN other b USING (pair) ORDER BY pair"
        ).fetchall()
    assert [bool(said) for (said,) in found] == worth.tolist()
    assert 0.02 < worth.mean() < 0.98
