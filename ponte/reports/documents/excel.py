# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The report as a workbook to calculate with: figures, breakdowns, texts and definitions, one sheet each."""

import json
from collections.abc import Iterable, Sequence
from io import BytesIO
from typing import Any

import xlsxwriter
from django.utils.translation import gettext as _

from ponte.reports.shown import ShownFact, ShownReport, ShownSection

WIDTH_OF = {"text": 60, "name": 34, "word": 20, "number": 13}


def write_excel(shown: ShownReport) -> bytes:
    file = BytesIO()
    # A text that begins like a formula stays a text.
    book = xlsxwriter.Workbook(
        file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties(
        {
            "title": f"{shown.title} – {shown.organisation}, {shown.year}",
            "author": shown.organisation,
            "comments": shown.computed,
            "created": shown.report.computed_at.replace(tzinfo=None),
        }
    )
    sheets = _Sheets(book)
    sheets.add(_("Riepilogo"), *_summary(shown))
    sheets.add(_("Suddivisioni"), *_breakdowns(shown))
    sheets.add(_("Servizi e progetti"), *_texts(shown))
    sheets.add(_("Definizioni"), *_definitions(shown))
    book.close()
    return file.getvalue()


Columns = Sequence[tuple[str, str]]
Rows = Iterable[Sequence[Any]]


class _Sheets:
    """Writes sheets alike: a header that stays in view, a filter, columns as wide as what they hold."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self.book = book
        self.head = book.add_format(
            {"bold": True, "font_color": "white", "bg_color": "#0066CC", "text_wrap": True, "valign": "vcenter"}
        )
        self.text = book.add_format({"text_wrap": True, "valign": "top"})
        self.formats = {
            measure: book.add_format({"num_format": shape, "valign": "top"})
            for measure, shape in (("share", "0.0%"), ("mean_age", "0.0"), ("", "#,##0.##"))
        }
        self.whole = book.add_format({"num_format": "#,##0", "valign": "top"})

    def add(self, name: str, columns: Columns, rows: Rows) -> None:
        sheet = self.book.add_worksheet(name)
        for position, (title, kind) in enumerate(columns):
            sheet.set_column(position, position, WIDTH_OF[kind])
            sheet.write_string(0, position, title, self.head)
        number = 0
        for number, row in enumerate(rows, start=1):
            for position, value in enumerate(row):
                if isinstance(value, tuple):
                    measure, amount = value
                    if amount is not None:
                        sheet.write_number(number, position, amount, self._format(measure, amount))
                elif value:
                    sheet.write_string(number, position, str(value), self.text)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(number, 1), len(columns) - 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)

    def _format(self, measure: str, amount: float) -> Any:
        if measure not in self.formats and amount == int(amount):
            return self.whole
        return self.formats.get(measure, self.formats[""])


def _summary(shown: ShownReport) -> tuple[Columns, Rows]:
    columns = (
        (_("Parte"), "word"),
        (_("Servizio o progetto"), "name"),
        (_("Periodo"), "word"),
        (_("Indicatore"), "name"),
        (_("Chiave"), "word"),
        (_("Valore"), "number"),
        (_("Anno prima"), "number"),
        (_("Variazione"), "number"),
        (_("Risultato in parole"), "text"),
    )
    return columns, _summary_rows(shown)


def _summary_rows(shown: ShownReport) -> Rows:
    for part, section in _sections(shown):
        if section.nothing:
            yield part, section.name, section.period, "", "", "", "", "", section.nothing
        for one in section.figures:
            figure = one.figure
            yield (
                part,
                section.name,
                section.period,
                one.label,
                figure.key,
                (figure.measure, figure.total),
                (figure.measure, figure.before),
                (figure.measure, figure.change),
                one.sentence,
            )


def _breakdowns(shown: ShownReport) -> tuple[Columns, Rows]:
    columns = (
        (_("Servizio o progetto"), "name"),
        (_("Periodo"), "word"),
        (_("Indicatore"), "name"),
        (_("Dimensione"), "word"),
        (_("Chiave"), "word"),
        (_("Voce"), "name"),
        (_("Valore"), "number"),
        (_("Anno prima"), "number"),
    )
    rows = (
        (
            section.name,
            section.period,
            one.label,
            one.by_label,
            part.part.key or "",
            part.label,
            (one.figure.measure, part.part.value),
            (one.figure.measure, part.part.before),
        )
        for _part, section in _sections(shown)
        for one in section.figures
        for part in one.parts
    )
    return columns, rows


def _texts(shown: ShownReport) -> tuple[Columns, Rows]:
    columns = (
        (_("Parte"), "word"),
        (_("Servizio o progetto"), "name"),
        (_("Voce"), "word"),
        (_("Testo"), "text"),
    )
    rows = (
        (part, section.name, fact.label, _as_text(fact))
        for part, section in _sections(shown)
        for fact in (*section.before, *section.after)
    )
    return columns, rows


def _definitions(shown: ShownReport) -> tuple[Columns, Rows]:
    columns = (
        (_("Servizio o progetto"), "name"),
        (_("Indicatore"), "name"),
        (_("Misura"), "word"),
        (_("Dal"), "number"),
        (_("Al"), "number"),
        (_("Definizione"), "text"),
    )
    rows = (
        (
            section.name,
            one.label,
            one.figure.measure,
            section.section.period.since.isoformat(),
            section.section.period.until.isoformat(),
            json.dumps(one.figure.definition, ensure_ascii=False, sort_keys=True),
        )
        for _part, section in _sections(shown)
        for one in section.figures
    )
    return columns, rows


def _sections(shown: ShownReport) -> Iterable[tuple[str, ShownSection]]:
    for part in shown.parts:
        for section in part.sections:
            yield part.title, section


def _as_text(fact: ShownFact) -> str:
    return "\n".join(f"• {line}" if block.is_list else line for block in fact.blocks for line in block.lines)
