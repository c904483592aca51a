# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A network that outgrows one machine keeps its answers: Spark finds the pairs that DuckDB finds."""

import json
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner

from ponte.cli.verbs.dedupe import command
from ponte.people.matching import pairs, spark_pairs
from ponte.people.matching.encoding import Encoded
from ponte.people.matching.records import from_sheet

PEOPLE = [
    {
        "ref": "a",
        "given_name": "Olena",
        "family_name": "Shevchenko",
        "birth_date": "1985-03-12",
        "phone": "3331234567",
    },
    {"ref": "b", "given_name": "Олена", "family_name": "Шевченко", "birth_date": "12/03/1985", "phone": "3331234567"},
    {"ref": "c", "given_name": "Mohamed", "family_name": "El Amrani", "birth_date": "1990", "phone": "3207654321"},
    {
        "ref": "d",
        "given_name": "Muhammad",
        "family_name": "Amrani",
        "birth_date": "1990-05-06",
        "phone": "3207654321",
    },
    {"ref": "e", "given_name": "Rosa", "family_name": "Quispe Mamani", "birth_date": "1979-08-30", "phone": ""},
]


def test_spark_finds_the_pairs_that_duckdb_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    """Keys that many share and what is not worth comparing among them."""
    pytest.importorskip("pyspark", reason="Spark is not installed: make spark")
    for engine in (pairs, spark_pairs):
        monkeypatch.setattr(engine, "FEW", 1)
    encoded = Encoded.of(from_sheet(row) for row in PEOPLE * 3)
    expected = pairs.worth_comparing(encoded.keyed, encoded.traits, most=5)
    assert len(expected) > len(PEOPLE)
    assert np.array_equal(spark_pairs.worth_comparing(encoded.keyed, encoded.traits, most=5), expected)


def test_the_command_answers_alike_with_either_engine(tmp_path: Path) -> None:
    pytest.importorskip("pyspark", reason="Spark is not installed: make spark")
    sheet = tmp_path / "people.csv"
    lines = [",".join(PEOPLE[0])] + [",".join(row.values()) for row in PEOPLE]
    sheet.write_text("\n".join(lines), encoding="utf-8")
    answers = []
    for engine in ("duckdb", "spark"):
        result = CliRunner().invoke(command, [str(sheet), "--engine", engine, "--json"])
        assert result.exit_code == 0, result.output
        answers.append([json.loads(line) for line in result.stdout.splitlines()])
    assert answers[0] == answers[1]
    assert {"cluster": ["a", "b"]} in answers[0]


def test_without_spark_one_sentence_says_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "pyspark.sql", None)
    sheet = tmp_path / "people.csv"
    sheet.write_text("ref,given_name,phone\na,Olena,3331234567\nb,Olena,3331234567\n", encoding="utf-8")
    result = CliRunner().invoke(command, [str(sheet), "--engine", "spark"])
    assert result.exit_code == 2
    assert "make spark" in result.output
