# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A file comes in as it was written, or is refused with a sentence that says why."""

import datetime as dt
import io
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from ponte.platform.spreadsheets.problems import UnreadableFileError
from ponte.platform.spreadsheets.reading import letter, read, read_bytes
from ponte.platform.spreadsheets.writing import write_sheet

ROWS = [
    ["محمد", "=1+1", "+39 333 1234567", 3, dt.date(2021, 3, 1), "due\nrighe"],
    ["王小明", "@SUM(A1)", "-5", 2.5, None, ""],
]
AS_TEXT = [
    ["محمد", "=1+1", "+39 333 1234567", "3", "2021-03-01", "due\nrighe"],
    ["王小明", "@SUM(A1)", "-5", "2.5", "", ""],
]


@pytest.mark.parametrize("kind", ["csv", "xlsx", "ods"])
def test_what_is_written_is_read_again(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"foglio.{kind}"
    headings = ["nome", "formula", "telefono", "numero", "data", "note"]
    write_sheet(path, kind, headings=headings, rows=ROWS, delimiter=",")
    sheet = read(path)
    assert sheet.kind == kind
    assert sheet.headings == headings
    assert [row.number for row in sheet.rows] == [2, 3]
    padded = [row.cells + [""] * (6 - len(row.cells)) for row in sheet.rows]
    assert padded == AS_TEXT


def test_a_cell_that_begins_like_a_formula_is_written_as_text(tmp_path: Path) -> None:
    """Otherwise opening an export would run what a stranger typed into a form."""
    for kind, part, bad in (("xlsx", "xl/worksheets/sheet1.xml", "<f>"), ("ods", "content.xml", "table:formula")):
        path = tmp_path / f"foglio.{kind}"
        write_sheet(path, kind, headings=["a"], rows=[["=1+1"], ["+A1"], ["-A1"], ["@A1"]])
        assert bad not in zipfile.ZipFile(path).read(part).decode()
    path = tmp_path / "foglio.csv"
    write_sheet(path, "csv", headings=["a"], rows=[["=1+1"], ["+A1"], ["-A1"], ["@A1"], ["-5"], ["\t=1"]])
    lines = path.read_text("utf-8-sig").splitlines()
    assert lines == ["a", "'=1+1", "'+A1", "'-A1", "'@A1", "-5", "'\t=1"]


@given(
    st.lists(
        st.lists(st.text(st.characters(codec="utf-8", exclude_categories=("C", "Z"))), min_size=2, max_size=2),
        min_size=1,
    )
)
@settings(max_examples=60, deadline=None)
def test_any_text_survives_a_round_trip_through_csv(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    path = tmp_path_factory.mktemp("csv") / "foglio.csv"
    write_sheet(path, "csv", headings=["uno", "due"], rows=[["x", *row] for row in rows])
    again = tmp_path_factory.mktemp("csv") / "foglio.csv"
    first = read(path)
    write_sheet(again, "csv", headings=first.headings, rows=[row.cells for row in first.rows])
    assert read(again).rows == first.rows


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_delimiters_and_encodings_are_recognised(delimiter: str, encoding: str) -> None:
    lines = [["ref", "given_name"], ["1", "Nicolò"], [], ["2", "Олена"]]
    content = "\r\n".join(delimiter.join(line) for line in lines).encode(encoding)
    sheet = read_bytes(content, "persone.csv")
    assert sheet.headings == ["ref", "given_name"]
    assert sheet.rows == [(2, ["1", "Nicolò"]), (4, ["2", "Олена"])]
    assert sheet.remarks == []


def test_windows_encoding_is_accepted_and_said() -> None:
    sheet = read_bytes("ref;nome\n1;Nicolò".encode("cp1252"), "persone.csv")
    assert sheet.rows[0].cells == ["1", "Nicolò"]
    assert "Windows-1252" in sheet.remarks[0]


def test_row_numbers_are_those_of_the_spreadsheet_program(tmp_path: Path) -> None:
    """Or whoever corrects the file corrects the wrong row."""
    path = tmp_path / "foglio.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(2, 1, ["ref", "birth_date"])
        sheet.write_row(3, 1, ["a"])
        sheet.write_datetime(5, 2, dt.datetime(1985, 3, 12), book.add_format({"num_format": "yyyy-mm-dd"}))  # noqa: DTZ001
        book.add_worksheet("altro").write(0, 0, "x")
    found = read(path)
    assert found.heading_row == 3
    assert [(row.number, [cell for cell in row.cells if cell]) for row in found.rows] == [
        (4, ["a"]),
        (6, ["1985-03-12"]),
    ]
    assert found.headings[1:] == ["ref", "birth_date"]
    assert "Letto solo il primo foglio" in found.remarks[0]


def _zip() -> bytes:
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        archive.writestr("a.txt", "x")
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "è vuoto"),
        (b" \n\n", "è vuoto"),
        (b"ref,nome\n", "ha solo le intestazioni"),
        (b"ref,Ref\n1,2\n", "«ref» compare più volte"),
        (b"%PDF-1.7 \xe2\xe3", "non è un foglio di calcolo"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x81", "non si leggono"),
        (b"<html><table>", "non è un foglio di calcolo"),
        (_zip(), "non è un foglio di calcolo"),
        (b"PK\x03\x04 rovinato", "rovinato o incompleto"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "vecchio formato di Excel"),
        (b'ref,nome\n1,"Anna\n2,Bruno\n', "non si legge alla linea 3"),
        (b"a," * 600 + b"\n1", "600 colonne"),
    ],
)
def test_what_is_no_sheet_is_refused_with_a_sentence(content: bytes, said: str) -> None:
    with pytest.raises(UnreadableFileError, match=said) as refusal:
        read_bytes(content, "dati.csv")
    assert "dati.csv" in str(refusal.value)


def test_a_workbook_that_is_none_is_called_damaged_and_not_told_to_be_saved_as_csv() -> None:
    with pytest.raises(UnreadableFileError, match="dati.xlsx è rovinato o incompleto"):
        read_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x81", "dati.xlsx")


def test_a_missing_file_is_refused_with_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="non si può aprire"):
        read(tmp_path / "manca.csv")


def test_columns_without_heading_are_named_like_the_program_names_them() -> None:
    sheet = read_bytes(b"ref,,nome\n1,x,Anna\n", "dati.csv")
    assert sheet.headings == ["ref", "colonna B", "nome"]
    assert [letter(at) for at in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_workbook_reads_no_file_of_the_server(tmp_path: Path, kind: str) -> None:
    """By an external entity, which a reader of XML may follow."""
    secret = tmp_path / "secret"
    secret.write_text("the server's own")
    path, member = tmp_path / f"x.{kind}", "xl/worksheets/sheet1.xml" if kind == "xlsx" else "content.xml"
    write_sheet(path, kind, headings=["nome"], rows=[["Amina"]], delimiter=",")
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    declared = f'<!DOCTYPE x [<!ENTITY e SYSTEM "file://{secret}">]>'.encode()
    before, end, after = parts[member].partition(b"?>")
    parts[member] = before + end + declared + after.replace(b"Amina", b"Amina &e;")
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    assert b"&e;" in parts[member]
    try:
        told = str(read(path).rows)
    except UnreadableFileError as refusal:
        told = str(refusal)
    assert "own" not in told
