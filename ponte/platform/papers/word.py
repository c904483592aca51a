# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from collections.abc import Mapping, Sequence
from io import BytesIO

from django.utils.translation import get_language
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from ponte.platform.papers.model import Paper, Table

BLUE, INK = RGBColor(0x00, 0x66, 0xCC), RGBColor(0x17, 0x32, 0x4D)
LANGUAGES = {"it": "it-IT", "en": "en-GB"}


def write_word(paper: Paper) -> bytes:
    """The paper to go on writing in: real headings, tables whose header row repeats, its language set."""
    document = Document()
    set_page_and_type(document, margin=2.2, sizes={"Title": 26, "Heading 1": 16, "Heading 2": 12})
    properties = document.core_properties
    properties.title, properties.author = paper.title, paper.author
    properties.language = LANGUAGES.get(get_language() or "it", "it-IT")
    properties.created = properties.modified = paper.made_at.replace(tzinfo=None)
    document.add_paragraph(paper.title, style="Title")
    document.add_paragraph(paper.subtitle).runs[0].bold = True
    for line in (*paper.lead, paper.made):
        document.add_paragraph(line)
    for section in paper.sections:
        document.add_heading(section.title, section.level)
        for line in section.paragraphs:
            document.add_paragraph(line)
        for label, value in section.facts:
            paragraph = document.add_paragraph()
            paragraph.add_run(f"{label}: ").bold = True
            paragraph.add_run(value)
        for table in section.tables:
            _table(document, table)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def set_page_and_type(document: WordDocument, *, margin: float, sizes: Mapping[str, int]) -> None:
    """An A4 page with side margins of `margin` centimetres, and the house's type; `sizes` are points by style of the
    title and headings."""
    page = document.sections[0]
    page.page_width, page.page_height = Cm(21), Cm(29.7)
    page.left_margin = page.right_margin = Cm(margin)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size, normal.font.color.rgb = "Titillium Web", Pt(10), INK
    for name, size in sizes.items():
        style = document.styles[name]
        style.font.name, style.font.size, style.font.bold = "Titillium Web", Pt(size), True
        style.font.color.rgb = BLUE
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)


def _table(document: WordDocument, shown: Table) -> None:
    if shown.caption:
        caption = document.add_paragraph()
        caption.add_run(shown.caption).bold = True
        caption.paragraph_format.keep_with_next = True
    table = document.add_table(rows=1, cols=len(shown.head), style="Light Grid Accent 1")
    head = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no words for header rows
    head.append(OxmlElement("w:tblHeader"))
    rows: Sequence[Sequence[str]] = [shown.head, *shown.rows]
    for number, row in enumerate(rows):
        cells = table.rows[0].cells if number == 0 else table.add_row().cells
        for position, text in enumerate(row):
            cells[position].paragraphs[0].add_run(text).bold = number == 0
    document.add_paragraph()
