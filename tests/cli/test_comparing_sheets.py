# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""`ponte dedupe FILE` and `ponte match --against FILE`: the contract of both, and that every value is taken."""

import datetime as dt
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from ponte.cli.verbs import dedupe
from ponte.platform.spreadsheets.writing import write_sheet

SHEET = """ref;Nome;Cognome;native_name;Data di nascita;Telefono;Codice fiscale;Animale
a1;Olena;Shevchenko;;1991-05-17;+39 333 1234567;;gatto
a2;;;Шевченко Олена;17/05/1991;3331234567;;
a3;Wang;Xiaoming;;1988-02-03;;;
a4;;;王小明;03/02/1988;;;
b1;Fatima;El Amrani;;data ignota;;non ha;
b2;N.N.;;;;;;
"""


def ponte(*arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    # No database is named that could answer: a sheet is compared on its own.
    environment = os.environ | {"DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none", "PYTHONUTF8": "1"}
    return subprocess.run(
        [sys.executable, "-m", "ponte.cli", *arguments],
        input=stdin, capture_output=True, text=True, env=environment, check=False,
    )  # fmt: skip


def sheet(folder: Path, text: str = SHEET) -> str:
    path = folder / "persone.csv"
    path.write_text(text, encoding="utf-8")
    return str(path)


def lines(output: str) -> list[Any]:
    return [json.loads(line) for line in output.splitlines()]


def test_pairs_then_clusters_and_unknown_headings_are_said(tmp_path: Path) -> None:
    ran = ponte("dedupe", sheet(tmp_path), "--json")
    assert ran.returncode == 0, ran.stderr
    assert "Animale" in ran.stderr
    found = lines(ran.stdout)
    pairs = [line for line in found if "pair" in line]
    assert found[: len(pairs)] == pairs
    assert {tuple(line["pair"]): line["band"] for line in pairs if line["band"] != "possible"} == {
        ("a1", "a2"): "same", ("a3", "a4"): "same",
    }  # fmt: skip
    assert [set(line) for line in pairs] == [{"pair", "score", "band"}] * len(pairs)
    assert found[len(pairs) :] == [{"cluster": ["a1", "a2"]}, {"cluster": ["a3", "a4"]}]


def test_without_json_the_same_is_readable(tmp_path: Path) -> None:
    ran = ponte("dedupe", sheet(tmp_path))
    assert ran.returncode == 0, ran.stderr
    assert "a1, a2" in ran.stdout


def test_each_question_is_answered_in_order_with_reasons_in_words(tmp_path: Path) -> None:
    asked = [
        {"id": "q1", "given_name": "Olena", "family_name": "Sevcenco", "birth_date": 1991},
        {"id": 2, "phone": "333 1234567"},
        {"id": "q3", "given_name": "Nobody", "family_name": "Known"},
    ]
    ran = ponte("match", "--against", sheet(tmp_path), "--json", stdin="\n".join(map(json.dumps, asked)))
    assert ran.returncode == 0, ran.stderr
    first, second, third = lines(ran.stdout)
    assert [first["id"], second["id"], third["id"]] == ["q1", 2, "q3"]
    best = first["matches"][0]
    assert sorted(best["refs"]) == ["a1", "a2"]
    assert best["band"] in {"same", "likely"}
    assert "same year of birth" in best["reasons"]
    assert second["matches"][0]["refs"][0] in {"a1", "a2"}
    assert third["matches"] == [] or third["matches"][0]["band"] == "possible"


def test_top_limits_the_people_named(tmp_path: Path) -> None:
    named = ("Anna", "Bruno", "Carla", "Dario", "Elisa")
    many = "ref,given_name,family_name\n" + "".join(f"{name},{name},Rossi\n" for name in named)
    question = json.dumps({"id": 1, "family_name": "Rossi"})
    ran = ponte("match", "--against", sheet(tmp_path, many), "--top", "2", "--json", stdin=question)
    assert len(lines(ran.stdout)[0]["matches"]) == 2


def test_a_broken_line_is_named_and_what_came_before_is_answered(tmp_path: Path) -> None:
    asked = '{"id": "q1", "given_name": "Olena"}\n\n{"id": \n{"id": "q4"}\n'
    ran = ponte("match", "--against", sheet(tmp_path), "--json", stdin=asked)
    assert ran.returncode == 2
    assert ran.stderr.strip().endswith("Error: Line 3 is not JSON.")
    assert [line["id"] for line in lines(ran.stdout)] == ["q1"]


def test_a_sheet_without_ref_or_name_is_refused_in_one_sentence(tmp_path: Path) -> None:
    without_ref = ponte("dedupe", sheet(tmp_path, "given_name,birth_date\nAnna,1990\n"))
    without_name = ponte("dedupe", sheet(tmp_path, "ref,birth_date\n1,1990\n"))
    no_sheet = ponte("dedupe", sheet(tmp_path, "\x00\x01"))
    assert [ran.returncode for ran in (without_ref, without_name, no_sheet)] == [2, 2, 2]
    assert "has no column ref" in without_ref.stderr
    assert "has no column with a name" in without_name.stderr
    assert "Traceback" not in without_ref.stderr + without_name.stderr + no_sheet.stderr


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_workbooks_are_compared_like_text(tmp_path: Path, kind: str) -> None:
    """Dates and numbers that a spreadsheet program keeps as such are compared as what they say."""
    path = tmp_path / f"persone.{kind}"
    rows: list[list[str | dt.date]] = [
        ["a1", "Olena", "Shevchenko", "", dt.date(1991, 5, 17), "3331234567"],
        ["a2", "", "", "Шевченко Олена", "17/05/1991", "+39 333 1234567"],
        ["b1", "Fatima", "El Amrani", "", "", ""],
    ]
    write_sheet(
        path, kind, headings=["ref", "Nome", "Cognome", "native_name", "Data di nascita", "Telefono"], rows=rows
    )
    ran = ponte("dedupe", str(path), "--json")
    assert ran.returncode == 0, ran.stderr
    assert lines(ran.stdout)[-1] == {"cluster": ["a1", "a2"]}
    asked = json.dumps({"id": 1, "native_name": "Олена Шевченко", "birth_date": "1991-05-17"})
    ran = ponte("match", "--against", str(path), "--json", stdin=asked)
    assert ran.returncode == 0, ran.stderr
    assert sorted(lines(ran.stdout)[0]["matches"][0]["refs"]) == ["a1", "a2"]


HEAD = "ref,given_name,family_name,birth_date\n"
ODD = {
    HEAD: (2, "has only headings"),
    f'{HEAD}1,"Anna,Rossi,1990\n2,Bea,Verdi,1991\n': (2, "cannot be read at line"),
    f"{HEAD}1,,,\n2,,,\n": (0, ""),
    HEAD + "".join(f"{at},Anna,Rossi,1990-05-04\n" for at in range(120)): (0, ""),
    f"{HEAD}1,Anna,Rossi,1990\n1,Anna,Rossi,1990\n2,Bea\n": (0, "The ref 1 stands in 2 rows"),
    "id;Cognome e nome\n1;Rossi Anna\n2;Anna Rossi\n": (0, ""),
}


def test_an_odd_sheet_is_compared_or_refused_in_one_sentence(tmp_path: Path) -> None:
    """Nothing below the headings, a quotation mark left open far down, rows that say nothing, many that say the same,
    one `ref` twice, whole names in one column."""
    for text, (code, said) in ODD.items():
        ran = CliRunner().invoke(dedupe.command, [sheet(tmp_path, text), "--json"])
        assert ran.exit_code == code, ran.output
        assert said in ran.stderr
        assert (len(ran.stderr.splitlines()) == 1) is bool(said)
    assert lines(ran.stdout)[-1] == {"cluster": ["1", "2"]}
