# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A file read row by row, as `match` and `dedupe` do, holds what the same file read at once holds."""

from pathlib import Path

import pytest

from ponte.platform.spreadsheets import reading
from ponte.platform.spreadsheets.problems import UnreadableFileError
from ponte.platform.spreadsheets.writing import write_sheet

HEADINGS = ["ref", "Nome", "Nato il"]
ROWS = [["1", "محمد", "1990-05-17"], ["2", "Zoë; «Bianchi»", ""], ["3", "王小明", "1988"]]


def written(folder: Path, kind: str, rows: list[list[str]] = ROWS) -> Path:
    path = folder / f"persone.{kind}"
    write_sheet(path, kind, headings=HEADINGS, rows=rows)
    return path


@pytest.mark.parametrize("kind", ["csv", "xlsx", "ods"])
def test_of_every_kind_it_gives_the_same_rows_as_the_whole_file(tmp_path: Path, kind: str) -> None:
    path = written(tmp_path, kind)
    stream, sheet = reading.stream(path), reading.read(path)
    assert stream.headings == sheet.headings == HEADINGS
    assert list(stream.rows()) == sheet.rows
    assert [cells[:2] for _number, cells in stream.rows()] == [row[:2] for row in ROWS]
    assert list(stream.rows()) == sheet.rows, "it can be read again"
    assert stream.size == path.stat().st_size


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize("parts", [1, 2, 3, 7])
def test_parts_are_all_rows_once_and_keep_their_numbers(tmp_path: Path, kind: str, parts: int) -> None:
    many = [[str(number), "Anna", ""] for number in range(3 * reading.BLOCK + 5)]
    stream = reading.stream(written(tmp_path, kind, many))
    taken = [row for part in range(parts) for row in stream.rows(part, parts)]
    assert sorted(taken) == sorted(stream.rows())
    assert len(taken) == len(many)
    assert min(number for number, _cells in taken) == 2


def test_empty_lines_are_passed_over_and_still_counted(tmp_path: Path) -> None:
    path = tmp_path / "persone.csv"
    path.write_text("\n;;\nref;Nome\n\n1;Anna\n;\n2;'=Bea\n", encoding="utf-8")
    assert [(number, cells) for number, cells in reading.stream(path).rows()] == [
        (5, ["1", "Anna"]),
        (7, ["2", "=Bea"]),
    ]


def test_letters_of_an_old_windows_are_read_and_it_is_said(tmp_path: Path) -> None:
    path = tmp_path / "persone.csv"
    path.write_bytes("ref,Nome\n1,José\n".encode("cp1252"))
    stream = reading.stream(path)
    assert [cells for _number, cells in stream.rows()] == [["1", "José"]]
    assert "Windows-1252" in stream.remarks[0]


def test_what_is_wrong_further_down_is_said_when_it_is_come_to(tmp_path: Path) -> None:
    path = tmp_path / "persone.csv"
    path.write_text('ref,Nome\n1,Anna\n2,"Bea\n', encoding="utf-8")
    stream = reading.stream(path)
    with pytest.raises(UnreadableFileError, match="virgoletta"):
        list(stream.rows())


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"", "vuoto"), (b"\n\n", "vuoto"), (b"ref,ref\n1,2\n", "ref"), (b"PK\x03\x04rovinato", "rovinato")],
)
def test_what_is_no_sheet_is_refused_in_a_sentence(tmp_path: Path, content: bytes, sentence: str) -> None:
    path = tmp_path / "persone.csv"
    path.write_bytes(content)
    with pytest.raises(UnreadableFileError, match=sentence):
        reading.stream(path)
    with pytest.raises(UnreadableFileError, match="non si può aprire"):
        reading.stream(tmp_path / "altrove.csv")
