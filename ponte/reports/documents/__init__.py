# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The report as a file to send: one module per format, all from the same `ShownReport`."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from ponte.reports.documents.excel import write_excel
from ponte.reports.documents.machine import write_json
from ponte.reports.documents.page import write_html
from ponte.reports.documents.pdf import write_pdf
from ponte.reports.documents.word import write_word
from ponte.reports.shown import ShownReport


@dataclass(frozen=True, slots=True)
class Format:
    name: str
    media_type: str
    label: str
    write: Callable[[ShownReport], bytes]

    def file_name(self, shown: ShownReport) -> str:
        return f"{shown.report.organisation}-{shown.year}.{self.name}"


_OFFICE = "application/vnd.openxmlformats-officedocument."

FORMATS: Final[Mapping[str, Format]] = {
    one.name: one
    for one in (
        Format("pdf", "application/pdf", "PDF", write_pdf),
        Format("docx", f"{_OFFICE}wordprocessingml.document", "Word", write_word),
        Format("xlsx", f"{_OFFICE}spreadsheetml.sheet", "Excel", write_excel),
        Format("html", "text/html; charset=utf-8", "HTML", write_html),
        Format("json", "application/json", "JSON", write_json),
    )
}
