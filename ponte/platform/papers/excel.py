# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from io import BytesIO

import xlsxwriter
from django.utils.translation import gettext as _

from ponte.platform.papers.model import Paper

WIDTH = 34


def write_excel(paper: Paper) -> bytes:
    """One sheet of all facts, by section, and one of each table: to be sorted and filtered."""
    file = BytesIO()
    # A text that begins like a formula stays a text.
    book = xlsxwriter.Workbook(
        file, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties(
        {"title": paper.title, "author": paper.author, "comments": paper.made,
         "created": paper.made_at.replace(tzinfo=None)}
    )  # fmt: skip
    head = book.add_format({"bold": True, "font_color": "white", "bg_color": "#0066CC", "text_wrap": True})
    text = book.add_format({"text_wrap": True, "valign": "top"})
    names: set[str] = set()

    def sheet(title: str, heads: list[str], rows: list[list[str]]) -> None:
        page = book.add_worksheet(_sheet_name(title, names))
        for column, one in enumerate(heads):
            page.write_string(0, column, one, head)
        for number, row in enumerate(rows, start=1):
            for column, value in enumerate(row):
                page.write_string(number, column, value, text)
        page.set_column(0, max(len(heads) - 1, 0), WIDTH)
        page.freeze_panes(1, 0)
        if rows:
            page.autofilter(0, 0, len(rows), len(heads) - 1)

    said = [[section.title, "", line] for section in paper.sections for line in section.paragraphs]
    said += [[section.title, label, value] for section in paper.sections for label, value in section.facts]
    sheet(paper.title, [_("Sezione"), _("Voce"), _("Testo")], said)
    for section in paper.sections:
        for table in section.tables:
            sheet(table.caption or section.title, list(table.head), [list(row) for row in table.rows])
    book.close()
    return file.getvalue()


def _sheet_name(title: str, names: set[str]) -> str:
    """Excel allows 31 characters, none of []:*?/\\, and each name once."""
    plain = "".join(" " if character in "[]:*?/\\'" else character for character in title)[:28].strip() or "-"
    name, number = plain, 2
    while name.casefold() in names:
        name, number = f"{plain[:25]} {number}", number + 1
    names.add(name.casefold())
    return name
