# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Rows to a spreadsheet file, row by row, without holding them all in memory.

Text is always written as text: a cell that begins like a formula is never computed. XLSX and ODS have a type
for that; in CSV such a cell gets an apostrophe, which `reading` takes away again.
"""

import csv
import datetime as dt
import decimal
import re
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

import xlsxwriter

from ponte.platform.spreadsheets.reading import FORMULA_STARTS

Cell = str | int | float | decimal.Decimal | dt.date | bool | None

CONTENT_TYPES = {
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "csv": "text/csv; charset=utf-8",
}
_PLAIN_NUMBER = re.compile(r"[+-][0-9][0-9 .,]*")
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_sheet(
    path: Path,
    kind: str,
    *,
    headings: Sequence[str],
    rows: Iterable[Sequence[Cell]],
    title: str = "Ponte",
    delimiter: str = ";",
    byte_order_mark: bool = True,
) -> None:
    """Write one sheet as `kind` ("xlsx", "ods" or "csv").

    The byte order mark tells Excel that a CSV file is UTF-8; programs that read the file may stumble over it.
    """
    if kind == "xlsx":
        _write_xlsx(path, headings, rows, title)
    elif kind == "ods":
        _write_ods(path, headings, rows, title)
    elif kind == "csv":
        _write_csv(path, headings, rows, delimiter, "utf-8-sig" if byte_order_mark else "utf-8")
    else:
        raise ValueError(f"A sheet is written as xlsx, ods or csv, not as {kind!r}.")


def _write_csv(
    path: Path, headings: Sequence[str], rows: Iterable[Sequence[Cell]], delimiter: str, encoding: str
) -> None:
    with path.open("w", encoding=encoding, newline="") as file:
        writer = csv.writer(file, delimiter=delimiter)
        writer.writerow([guarded(heading) for heading in headings])
        decimal_comma = delimiter == ";"
        for row in rows:
            writer.writerow([_csv_cell(cell, decimal_comma=decimal_comma) for cell in row])


def _csv_cell(cell: Cell, *, decimal_comma: bool) -> str:
    if isinstance(cell, str):
        return guarded(cell)
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, dt.date):
        return cell.isoformat()
    return str(cell).replace(".", ",") if decimal_comma else str(cell)


def guarded(text: str) -> str:
    """The text with an apostrophe before it if a spreadsheet program would compute it."""
    if text.startswith((*FORMULA_STARTS, "\t", "\r")) and not _PLAIN_NUMBER.fullmatch(text):
        return f"'{text}"
    return text


def _write_xlsx(path: Path, headings: Sequence[str], rows: Iterable[Sequence[Cell]], title: str) -> None:
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as workbook:
        sheet = workbook.add_worksheet(re.sub(r"[\[\]:*?/\\]", " ", title)[:31].strip("' ") or "Ponte")
        bold = workbook.add_format({"bold": True})
        day = workbook.add_format({"num_format": "dd/mm/yyyy"})
        sheet.freeze_panes(1, 0)
        for column, heading in enumerate(headings):
            sheet.set_column(column, column, min(max(len(heading) + 2, 12), 40))
            sheet.write_string(0, column, heading, bold)
        for line, row in enumerate(rows, start=1):
            for column, cell in enumerate(row):
                if cell is None or cell == "":
                    continue
                if isinstance(cell, str):
                    sheet.write_string(line, column, cell[:32767])
                elif isinstance(cell, bool):
                    sheet.write_boolean(line, column, cell)
                elif isinstance(cell, dt.date):
                    sheet.write_datetime(line, column, cell, day)
                else:
                    sheet.write_number(line, column, cell)


_ODS_MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">
<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>"""

_ODS_START = """<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"
 xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0" office:version="1.2"><office:automatic-styles>
<number:date-style style:name="day"><number:day number:style="long"/><number:text>/</number:text><number:month
 number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>
<style:style style:name="date" style:family="table-cell" style:data-style-name="day"/>
<style:style style:name="heading" style:family="table-cell">
<style:text-properties fo:font-weight="bold"/></style:style>
</office:automatic-styles><office:body><office:spreadsheet><table:table table:name={title}>"""

_ODS_END = "</table:table></office:spreadsheet></office:body></office:document-content>"


def _write_ods(path: Path, headings: Sequence[str], rows: Iterable[Sequence[Cell]], title: str) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        # The specification wants the type first and unpacked.
        archive.writestr("mimetype", CONTENT_TYPES["ods"], zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", _ODS_MANIFEST)
        with archive.open("content.xml", "w", force_zip64=True) as content:
            content.write(_ODS_START.format(title=quoteattr(_xml_text(title))).encode())
            bold = "".join(_ods_text(heading, ' table:style-name="heading"') for heading in headings)
            content.write(f"<table:table-row>{bold}</table:table-row>".encode())
            for row in rows:
                cells = "".join(map(_ods_cell, row))
                content.write(f"<table:table-row>{cells}</table:table-row>\n".encode())
            content.write(_ODS_END.encode())


def _ods_cell(cell: Cell) -> str:
    if cell is None or cell == "":
        return "<table:table-cell/>"
    if isinstance(cell, str):
        return _ods_text(cell)
    if isinstance(cell, bool):
        kind, value = "boolean", f'boolean-value="{str(cell).lower()}"'
    elif isinstance(cell, dt.date):
        return (
            f'<table:table-cell table:style-name="date" office:value-type="date" '
            f'office:date-value="{cell.isoformat()}"><text:p>{cell.isoformat()}</text:p></table:table-cell>'
        )
    else:
        kind, value = "float", f'value="{cell}"'
    return f'<table:table-cell office:value-type="{kind}" office:{value}><text:p>{cell}</text:p></table:table-cell>'


def _ods_text(text: str, style: str = "") -> str:
    lines = "".join(f"<text:p>{escape(_xml_text(line))}</text:p>" for line in text.split("\n"))
    return f'<table:table-cell{style} office:value-type="string">{lines}</table:table-cell>'


def _xml_text(text: str) -> str:
    return _NOT_IN_XML.sub("", text)
