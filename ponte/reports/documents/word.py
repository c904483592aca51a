# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The report as a Word document to go on writing in: real headings, tables with header rows, its language set."""

from collections.abc import Iterable, Sequence
from io import BytesIO

from django.utils.translation import get_language
from docx import Document
from docx.document import Document as WordDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.text.paragraph import Paragraph

from ponte.platform.papers.word import BLUE, INK, LANGUAGES, set_page_and_type
from ponte.reports.charts import Chart
from ponte.reports.shown import ShownFact, ShownFigure, ShownReport, ShownSection


def write_word(shown: ShownReport) -> bytes:
    document = Document()
    _styles(document)
    properties = document.core_properties
    properties.title = f"{shown.title} – {shown.organisation}, {shown.year}"
    properties.author = shown.organisation
    properties.language = LANGUAGES.get(get_language() or "it", "it-IT")
    properties.created = properties.modified = shown.report.computed_at.replace(tzinfo=None)
    _cover(document, shown)
    _contents(document, shown)
    _glance(document, shown)
    for part in shown.parts:
        _heading(document, part.title, 1, part.anchor)
        for section in part.sections:
            _section(document, shown, section)
    if shown.elsewhere:
        _heading(document, shown.words["elsewhere"], 1, "elsewhere")
        rows = [(one.name, one.lead, ", ".join(one.roles)) for one in shown.elsewhere]
        _table(document, [shown.words[key] for key in ("project", "lead", "role")], rows)
    _footer(document, shown)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _styles(document: WordDocument) -> None:
    sizes = {"Title": 30, "Heading 1": 20, "Heading 2": 14, "Heading 3": 11}
    set_page_and_type(document, margin=2.4, sizes=sizes)
    document.styles["Normal"].paragraph_format.space_after = Pt(5)
    document.styles["Heading 2"].font.color.rgb = INK
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    language = defaults.find(qn("w:lang"))
    if language is None:
        language = OxmlElement("w:lang")
        defaults.append(language)
    language.set(qn("w:val"), LANGUAGES.get(get_language() or "it", "it-IT"))


def _cover(document: WordDocument, shown: ShownReport) -> None:
    document.add_paragraph(shown.words["annual_report"].upper()).paragraph_format.space_before = Pt(120)
    document.add_paragraph(shown.title, style="Title")
    organisation = document.add_paragraph()
    run = organisation.add_run(f"{shown.organisation} – {shown.words['year']}")
    run.bold, run.font.size = True, Pt(16)
    for line in (shown.description, shown.edition, shown.computed, shown.withheld):
        if line:
            document.add_paragraph(line)
    document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)


def _contents(document: WordDocument, shown: ShownReport) -> None:
    """Links to the headings, and a field that Word fills with page numbers when asked to update."""
    title = document.add_paragraph()
    run = title.add_run(shown.words["contents"])
    run.bold, run.font.size, run.font.color.rgb = True, Pt(20), BLUE
    first = True
    entries = [
        entry
        for part in shown.parts
        for entry in (
            (part.title, part.anchor, 0),
            *((section.name, section.anchor, 1) for section in part.sections),
        )
    ]
    last: Paragraph | None = None
    for name, anchor, depth in entries:
        last = document.add_paragraph()
        last.paragraph_format.left_indent = Cm(0.8 * depth)
        last.paragraph_format.space_after = Pt(2)
        if first:
            _field(last, "begin", 'TOC \\o "1-2" \\h \\z \\u')
            first = False
        _link(last, name, anchor)
    if last is not None:
        _field(last, "end")


def _glance(document: WordDocument, shown: ShownReport) -> None:
    if not shown.headlines:
        return
    _heading(document, shown.words["glance"], 1, "glance")
    heads = [shown.words["section"], shown.words["indicator"], shown.year, shown.words["change"]]
    rows = [(section.name, figure.label, figure.total, figure.change) for section, figure in shown.headlines]
    _table(document, heads, rows, numbers=2)


def _section(document: WordDocument, shown: ShownReport, section: ShownSection) -> None:
    _heading(document, section.name, 2, section.anchor)
    for fact in section.before:
        _fact(document, fact)
    document.add_heading(shown.words["results"], 3)
    if section.nothing:
        document.add_paragraph(section.nothing)
    for figure in section.figures:
        if figure.sentence:
            document.add_paragraph(figure.sentence, style="List Bullet")
    if section.figures:
        heads = [shown.words["indicator"], section.column, section.column_before, shown.words["change"]]
        rows = [(one.label, one.total, one.before, one.change) for one in section.figures]
        _table(document, heads, rows, numbers=3)
    _picture(document, section.chart)
    for figure in section.figures:
        if figure.parts:
            _breakdown(document, section, figure)
    for fact in section.after:
        _fact(document, fact)


def _breakdown(document: WordDocument, section: ShownSection, figure: ShownFigure) -> None:
    title = document.add_paragraph()
    title.add_run(figure.parts_title).bold = True
    title.paragraph_format.keep_with_next = True
    _picture(document, figure.chart, with_title=False)
    heads = [figure.by_label, section.column, section.column_before]
    _table(document, heads, [(part.label, part.value, part.before) for part in figure.parts], numbers=2)


def _fact(document: WordDocument, fact: ShownFact) -> None:
    paragraph = document.add_paragraph()
    paragraph.add_run(f"{fact.label}: ").bold = True
    for number, block in enumerate(fact.blocks):
        for position, line in enumerate(block.lines):
            if block.is_list:
                document.add_paragraph(line, style="List Bullet")
            elif number == position == 0:
                paragraph.add_run(line)
            else:
                document.add_paragraph(line)


def _heading(document: WordDocument, text: str, level: int, anchor: str) -> None:
    heading = document.add_heading(text, level)
    if level == 1:
        heading.paragraph_format.page_break_before = True
    number = str(len(document.element.findall(f".//{qn('w:bookmarkStart')}")))
    for tag in ("w:bookmarkStart", "w:bookmarkEnd"):
        mark = OxmlElement(tag)
        mark.set(qn("w:id"), number)
        if tag == "w:bookmarkStart":
            mark.set(qn("w:name"), _bookmark(anchor))
        heading._p.append(mark)  # noqa: SLF001 - python-docx has no words for bookmarks


def _bookmark(anchor: str) -> str:
    """Word allows forty letters, digits and underscores."""
    return anchor.replace("-", "_")[:40]


def _table(document: WordDocument, heads: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: int = 0) -> None:
    """A table whose first row repeats on every page; the last `numbers` columns stand to the right."""
    table = document.add_table(rows=1, cols=len(heads), style="Light Grid Accent 1")
    head = table.rows[0]._tr.get_or_add_trPr()  # noqa: SLF001 - python-docx has no words for header rows
    head.append(OxmlElement("w:tblHeader"))
    for row in (heads, *rows):
        cells = table.rows[0].cells if row is heads else table.add_row().cells
        for position, text in enumerate(row):
            paragraph = cells[position].paragraphs[0]
            paragraph.add_run(text).bold = row is heads
            paragraph.paragraph_format.space_after = Pt(2)
            if position >= len(heads) - numbers:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    document.add_paragraph().paragraph_format.space_after = Pt(2)


def _picture(document: WordDocument, chart: Chart | None, *, with_title: bool = True) -> None:
    if chart is None:
        return
    if with_title:
        title = document.add_paragraph()
        title.add_run(chart.caption).bold = True
        title.paragraph_format.keep_with_next = True
    picture = document.add_picture(BytesIO(chart.png()), width=Cm(11))
    picture._inline.docPr.set("descr", chart.alternative)  # noqa: SLF001 - python-docx has no words for it
    picture._inline.docPr.set("title", chart.title)  # noqa: SLF001


def _footer(document: WordDocument, shown: ShownReport) -> None:
    footer = document.sections[0].footer.paragraphs[0]
    footer.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    footer.add_run(f"{shown.organisation} – {shown.words['year']} – {shown.words['page']} ")
    _field(footer, "begin", "PAGE")
    footer.add_run("1")
    _field(footer, "end")


def _field(paragraph: Paragraph, moment: str, instruction: str = "") -> None:
    mark = OxmlElement("w:fldChar")
    mark.set(qn("w:fldCharType"), moment)
    paragraph.add_run()._r.append(mark)  # noqa: SLF001 - python-docx has no words for fields
    if instruction:
        text = OxmlElement("w:instrText")
        text.set(qn("xml:space"), "preserve")
        text.text = instruction
        paragraph.add_run()._r.append(text)  # noqa: SLF001
        separator = OxmlElement("w:fldChar")
        separator.set(qn("w:fldCharType"), "separate")
        paragraph.add_run()._r.append(separator)  # noqa: SLF001


def _link(paragraph: Paragraph, text: str, anchor: str) -> None:
    link = OxmlElement("w:hyperlink")
    link.set(qn("w:anchor"), _bookmark(anchor))
    run = paragraph.add_run(text)
    run.font.color.rgb = BLUE
    link.append(run._r)  # noqa: SLF001
    paragraph._p.append(link)  # noqa: SLF001
