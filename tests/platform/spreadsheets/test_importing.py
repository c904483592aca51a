# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The importer that every sheet goes through: what is wrong is said in its place, and nothing is half done."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from ponte.platform.spreadsheets import columns as c
from ponte.platform.spreadsheets.columns import Column
from ponte.platform.spreadsheets.importing import (
    ParsedRow,
    Progress,
    SheetImport,
    Stored,
    run,
    write_refused,
)
from ponte.platform.spreadsheets.mapping import chosen, propose
from ponte.platform.spreadsheets.problems import Problem
from ponte.platform.spreadsheets.reading import Sheet, read, read_bytes

pytestmark = pytest.mark.django_db


class Visits(SheetImport):
    slug = "visits"
    title = "visite"
    columns = (
        Column("ref", "identificativo", c.text(5), required=True),
        Column("date", "data", c.full_date, aliases=("data", "data della visita")),
        Column("born", "nascita", c.partial_date),
        Column("minutes", "durata", c.whole_number, aliases=("durata in minuti",)),
        Column("kind", "tipo", c.choice(["desk", "street"], {"sportello": "desk"})),
        Column("languages", "lingue", c.several(c.text(3))),
        Column("first", "prima volta", c.yes_no),
        Column("email", "e-mail", c.email),
    )

    def __init__(self) -> None:
        self.kept: list[ParsedRow] = []

    def check(self, rows: Sequence[ParsedRow]) -> list[Problem]:
        seen: set[str] = set()
        problems = []
        for row in rows:
            if row.values["ref"] in seen:
                problems.append(Problem(row.number, "ref", row.values["ref"], "un identificativo usato una volta"))
            seen.add(row.values["ref"])
        return problems

    def store(self, rows: Sequence[ParsedRow], progress: Progress) -> Stored:
        self.kept = list(rows)
        return Stored({"created": len(rows)})


def sheet(text: str) -> Sheet:
    return read_bytes(text.encode(), "visite.csv")


def test_good_rows_arrive_as_values() -> None:
    kind = Visits()
    result = run(
        sheet(
            "ref,Data della visita,born,minutes,kind,languages,first,email,colore\n"
            "a,31/12/2021,1985-03,30,Sportello,ara; fra;ara,sì,a@b.it,verde\n"
            "b,2021-01-02,,,,,,,\n"
        ),
        kind,
    )
    assert result.stored
    assert result.counts == {"created": 2}
    assert result.unknown_headings == ["colore"]
    first, second = kind.kept
    assert {name: str(value) for name, value in first.values.items()} == {
        "ref": "a",
        "date": "2021-12-31",
        "born": "1985-03",
        "minutes": "30",
        "kind": "desk",
        "languages": "['ara', 'fra']",
        "first": "True",
        "email": "a@b.it",
    }
    assert first.notes == {"colore": "verde"}
    assert set(second.values) == {"ref", "date"}


WRONG = """ref,date,minutes,kind,email,first
a,31/02/2021,30,desk,a@b.it,yes
b,2021-03,0,desk,a@b.it,yes
c,01/03/2021,30,nave,ab.it,forse
,01/03/2021,30,desk,,,troppo
troppolungo,01/03/2021,1.5,desk,,
ok,01/03/2021,15,desk,,
ok,02/03/2021,15,desk,,
"""


def test_every_wrong_value_is_listed_in_its_place_and_nothing_is_stored() -> None:
    kind = Visits()
    result = run(sheet(WRONG), kind)
    assert not result.stored
    assert kind.kept == []
    assert [(p.row, p.column, p.found) for p in result.problems] == [
        (2, "date", "31/02/2021"),
        (3, "date", "2021-03"),
        (3, "minutes", "0"),
        (4, "kind", "nave"),
        (4, "first", "forse"),
        (4, "email", "ab.it"),
        (5, "senza intestazione", "troppo"),
        (5, "ref", ""),
        (6, "ref", "troppolungo"),
        (6, "minutes", "1.5"),
        (8, "ref", "ok"),
    ]
    assert str(result.problems[3]) == "riga 4, colonna kind: trovato 'nave', atteso: uno tra: desk, street"


@pytest.mark.parametrize("suffix", ["csv", "xlsx", "ods"])
def test_partial_keeps_the_good_rows_and_gives_the_others_back(tmp_path: Path, suffix: str) -> None:
    kind = Visits()
    source = sheet(WRONG)
    source.kind = suffix
    result = run(source, kind, partial=True)
    assert [row.number for row in kind.kept] == [7]
    assert result.refused_rows == {2, 3, 4, 5, 6, 8}
    refused = tmp_path / f"rifiutate.{suffix}"
    write_refused(source, result.problems, refused)
    again = read(refused)
    assert again.headings == ["ref", "date", "minutes", "kind", "email", "first", "problem"]
    assert [row.cells[0] for row in again.rows] == ["a", "b", "c", "", "troppolungo", "ok"]
    assert again.rows[1].cells[6].startswith("date: trovato '2021-03', atteso: una data esistente")
    assert propose(again.headings, kind.columns).unknown == []


def test_a_missing_required_column_is_said_once() -> None:
    result = run(sheet("date,kind\n01/03/2021,desk\n"), Visits())
    assert [(p.row, p.column) for p in result.problems] == [(1, "ref")]


def test_headings_that_look_alike_are_proposed_and_not_taken() -> None:
    mapping = propose(["REF", "Data", "minuttes", "altro"], Visits.columns)
    assert mapping.columns == {"REF": "ref", "Data": "date"}
    assert mapping.proposals == {"minuttes": "minutes"}
    assert mapping.unknown == ["minuttes", "altro"]


def test_a_person_settles_the_mapping() -> None:
    mapping = chosen(["codice", "quando", "altro"], Visits.columns, {"codice": "ref", "quando": "date", "altro": ""})
    assert (mapping.columns, mapping.unknown) == ({"codice": "ref", "quando": "date"}, ["altro"])
    with pytest.raises(ValueError, match="ref"):
        chosen(["a", "b"], Visits.columns, {"a": "ref", "b": "ref"})


def test_progress_is_told_to_the_end() -> None:
    steps: list[tuple[str, int, int]] = []
    run(
        sheet("ref\n" + "\n".join(str(n) for n in range(5000))),
        Visits(),
        progress=lambda stage, done, total: steps.append((stage, done, total)),
    )
    assert steps[0] == ("parse", 0, 5000)
    assert ("parse", 5000, 5000) in steps
