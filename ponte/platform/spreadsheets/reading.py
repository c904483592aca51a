# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Opening a spreadsheet of any of the accepted kinds as headings and rows of text."""

import codecs
import csv
import datetime as dt
import io
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import python_calamine
from django.utils.translation import gettext as _

from ponte.platform.spreadsheets.problems import UnreadableFileError

DELIMITERS = (",", ";", "\t")
MOST_UNPACKED_BYTES = 2 * 1024**3
MOST_COLUMNS = 500
BLOCK = 2000
FORMULA_STARTS = ("=", "+", "-", "@")


class Row(NamedTuple):
    """A line with something in it, under the number that a spreadsheet program shows."""

    number: int
    cells: list[str]


@dataclass(slots=True)
class Sheet:
    """A file as it came: every cell as trimmed text, dates as YYYY-MM-DD, empty lines left out."""

    kind: str
    headings: list[str]
    heading_row: int
    rows: list[Row]
    delimiter: str = ","
    has_byte_order_mark: bool = False
    # What whoever sent the file should know: the encoding that was guessed, the sheets left aside.
    remarks: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Stream:
    """A file whose rows are read when they are asked for, as often as that: for many rows, of which few things are
    kept. What `Sheet` promises of cells and headings holds here too."""

    headings: list[str]
    remarks: list[str]
    # In bytes.
    size: int
    _lines: Callable[[int, int], Iterator[Row]]

    def rows(self, part: int = 0, of: int = 1) -> Iterator[Row]:
        """All rows below the headings; or those of one of so many parts, for as many processes.

        Rows come in blocks of `BLOCK` lines, which the parts take in turn. Raises `UnreadableFileError` where a line
        cannot be read.
        """
        return self._lines(part, of)


def read(path: Path | str, *, name: str | None = None) -> Sheet:
    """Open a .csv, .xlsx or .ods file; `name` is what the sender calls it.

    Raises `UnreadableFileError` with a sentence.
    """
    path = Path(path)
    return read_bytes(_content(path, name or path.name), name or path.name)


def stream(path: Path | str) -> Stream:
    """The same file as a `Stream`. Raises `UnreadableFileError` with a sentence, for what is wrong further down only
    when it is come to."""
    path = Path(path)
    content = _content(path, path.name)
    if _kind_of(content, path.name) == "workbook":
        sheet = _read_workbook(content, path.name)
        return Stream(
            sheet.headings, sheet.remarks, len(content), lambda part, of: _taken(iter(sheet.rows), part, of)
        )
    text = _Text(content, path.name)

    def filled(lines: Iterable[Row]) -> Iterator[Row]:
        return (Row(number, cells) for number, line in lines if any(cells := _cleaned(line)))

    head = next(filled(text.lines()), None)
    if head is None:
        raise UnreadableFileError(_("Il file %(name)s è vuoto.") % {"name": path.name})

    def below() -> Iterator[Row]:
        return (row for row in text.lines() if row.number > head.number)

    headings = _headings(head.cells, path.name)
    if next(filled(below()), None) is None:
        raise _only_headings(path.name)
    return Stream(headings, text.remarks, len(content), lambda part, of: filled(_taken(below(), part, of)))


def _taken(rows: Iterator[Row], part: int, of: int) -> Iterator[Row]:
    for at, block in enumerate(iter(lambda: list(islice(rows, BLOCK)), [])):
        if at % of == part:
            yield from block


def _content(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        raise UnreadableFileError(
            _("Il file %(name)s non si può aprire: %(why)s.") % {"name": name, "why": problem.strerror}
        ) from problem


def read_bytes(content: bytes, name: str) -> Sheet:
    if _kind_of(content, name) == "workbook":
        return _read_workbook(content, name)
    text = _Text(content, name)
    sheet = _sheet("csv", (_cleaned(row.cells) for row in text.lines()), name, text.remarks)
    sheet.delimiter = text.delimiter
    sheet.has_byte_order_mark = content.startswith(codecs.BOM_UTF8)
    return sheet


def _kind_of(content: bytes, name: str) -> str:
    if not content.strip():
        raise UnreadableFileError(_("Il file %(name)s è vuoto.") % {"name": name})
    if content.startswith(b"PK\x03\x04"):
        return "workbook"
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableFileError(
            _("Il file %(name)s è protetto da una password o nel vecchio formato di Excel: lo salvi come .xlsx.")
            % {"name": name}
        )
    return "text"


def _not_a_spreadsheet(name: str) -> UnreadableFileError:
    return UnreadableFileError(
        _("Il file %(name)s non è un foglio di calcolo: serve un file .xlsx, .ods o .csv.") % {"name": name}
    )


def _read_workbook(content: bytes, name: str) -> Sheet:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.namelist()
            unpacked = sum(member.file_size for member in archive.infolist())
    except zipfile.BadZipFile as problem:
        raise UnreadableFileError(_("Il file %(name)s è rovinato o incompleto.") % {"name": name}) from problem
    kind = "xlsx" if "xl/workbook.xml" in members else "ods" if "content.xml" in members else None
    if kind is None:
        raise _not_a_spreadsheet(name)
    if unpacked > MOST_UNPACKED_BYTES:
        raise UnreadableFileError(_("Il file %(name)s è troppo grande: lo divida in più file.") % {"name": name})
    try:
        workbook = python_calamine.load_workbook(io.BytesIO(content))
        sheets = [
            (sheet.name, workbook.get_sheet_by_name(sheet.name).to_python(skip_empty_area=False))
            for sheet in workbook.sheets_metadata
            if sheet.typ == python_calamine.SheetTypeEnum.WorkSheet
        ]
    except (python_calamine.CalamineError, ValueError, OSError) as problem:
        raise UnreadableFileError(_("Il file %(name)s è rovinato o incompleto.") % {"name": name}) from problem
    filled = [(title, lines) for title, lines in sheets if lines]
    if not filled:
        raise UnreadableFileError(_("Il file %(name)s è vuoto.") % {"name": name})
    title, lines = filled[0]
    remarks = []
    if len(filled) > 1:
        remarks.append(
            _("Letto solo il primo foglio, «%(title)s»; altri %(count)s fogli non sono stati considerati.")
            % {"title": title, "count": len(filled) - 1}
        )
    return _sheet(kind, ([_as_text(value) for value in line] for line in lines), name, remarks)


class _Text:
    """A text file cut into cells, which are as they came."""

    def __init__(self, content: bytes, name: str) -> None:
        self.name = name
        self.content = content
        text, self.encoding, self.remarks = _decode(content, name)
        if "\x00" in text or text.lstrip()[:5].lower() in {"<html", "<!doc", "<?xml"} or text.startswith("%PDF"):
            raise _not_a_spreadsheet(name)
        self.delimiter = max(DELIMITERS, key=lambda candidate: _width(text, candidate))

    def lines(self) -> Iterator[Row]:
        text = io.TextIOWrapper(io.BytesIO(self.content), encoding=self.encoding, newline="")
        reader = csv.reader(text, delimiter=self.delimiter, strict=True)
        try:
            for number, line in enumerate(reader, start=1):
                yield Row(number, line)
        except csv.Error as problem:
            raise UnreadableFileError(
                _("Il file %(name)s non si legge alla linea %(line)s: forse manca una virgoletta di chiusura.")
                % {"name": self.name, "line": reader.line_num}
            ) from problem


def _cleaned(line: list[str]) -> list[str]:
    return [_unguarded(_clean(cell)) if cell else "" for cell in line]


def _decode(content: bytes, name: str) -> tuple[str, str, list[str]]:
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if encoding == "cp1252":
            return (
                text,
                encoding,
                [
                    _("Il file %(name)s non è in UTF-8: letto come Windows-1252. Controlli le lettere accentate.")
                    % {"name": name}
                ],
            )
        return text, encoding, []
    if name.lower().endswith((".xlsx", ".ods")):
        raise UnreadableFileError(_("Il file %(name)s è rovinato o incompleto.") % {"name": name})
    raise UnreadableFileError(
        _("I caratteri del file %(name)s non si leggono: lo salvi come CSV in UTF-8.") % {"name": name}
    )


def _width(text: str, delimiter: str) -> int:
    """How many headings the first filled line has when cut at this delimiter."""
    try:
        for line in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter):
            if any(cell.strip() for cell in line):
                return len(line)
    except csv.Error:
        pass
    return 0


def _sheet(kind: str, lines: Iterable[list[str]], name: str, remarks: list[str]) -> Sheet:
    filled = [Row(number, cells) for number, cells in enumerate(lines, start=1) if any(cells)]
    if not filled:
        raise UnreadableFileError(_("Il file %(name)s è vuoto.") % {"name": name})
    heading_row, cells = filled.pop(0)
    headings = _headings(cells, name)
    if not filled:
        raise _only_headings(name)
    return Sheet(kind=kind, headings=headings, heading_row=heading_row, rows=filled, remarks=remarks)


def _only_headings(name: str) -> UnreadableFileError:
    return UnreadableFileError(
        _("Il file %(name)s ha solo le intestazioni: sotto non c'è nessuna riga.") % {"name": name}
    )


def _headings(headings: list[str], name: str) -> list[str]:
    while headings and not headings[-1]:
        headings.pop()
    if len(headings) > MOST_COLUMNS:
        raise UnreadableFileError(
            _("Il file %(name)s ha %(count)s colonne: se ne accettano al più %(most)s.")
            % {"name": name, "count": len(headings), "most": MOST_COLUMNS}
        )
    headings = [heading or _("colonna %(letter)s") % {"letter": letter(i)} for i, heading in enumerate(headings)]
    repeated = [heading for heading, count in Counter(map(str.casefold, headings)).items() if count > 1]
    if repeated:
        raise UnreadableFileError(
            _("Nel file %(name)s l'intestazione «%(heading)s» compare più volte: ogni colonna ne vuole una sua.")
            % {"name": name, "heading": repeated[0]}
        )
    return headings


def letter(index: int) -> str:
    """The name that a spreadsheet program gives the column: A for 0, AA for 26."""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def _as_text(value: object) -> str:
    if isinstance(value, str):
        return _clean(value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, dt.datetime):
        midnight = value.time() == dt.time.min
        return value.date().isoformat() if midnight else value.isoformat(sep=" ", timespec="seconds")
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    return str(value)


def _clean(text: str) -> str:
    """Trimmed, composed (é is one character), and without control characters, which no field holds."""
    text = text.strip()
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text)
    return "".join(c for c in text if c in "\n\t" or unicodedata.category(c) != "Cc").strip("\ufeff \n\t")


def _unguarded(text: str) -> str:
    """Undo the apostrophe that `writing` puts before what a spreadsheet program would compute."""
    return text[1:] if text.startswith("'") and text[1:2] in FORMULA_STARTS else text
