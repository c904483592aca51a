# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every format says the same figures, and can be read by those who do not see."""

import io
import json
import re
from dataclasses import replace
from typing import Any

import docx
import pikepdf
import pytest
from docx.oxml.ns import qn
from python_calamine import CalamineWorkbook

from ponte.network.models import Partnership
from ponte.register.measures.names import format_value
from ponte.register.models import Intervention
from ponte.reports import annual
from ponte.reports.content import AnnualReport
from ponte.reports.documents import FORMATS
from ponte.reports.shown import ShownReport, show
from tests.cast import Cast
from tests.support import system_role

pytestmark = pytest.mark.django_db


@pytest.fixture
def report(cast: Cast, year_of_work: list[Intervention]) -> AnnualReport:
    with system_role():
        cast.job_desk.description = "Due righe.\n- cercare lavoro\n- trovarlo"
        cast.job_desk.save()
        Partnership.objects.create(project=cast.lab_impact, organisation=cast.ala, role=Partnership.Role.PARTNER)
    return annual.build(cast.ala, 2021)


@pytest.fixture
def shown(report: AnnualReport) -> ShownReport:
    return show(report)


def written(report: AnnualReport) -> dict[tuple[str, str], str]:
    """Section and label of each figure, and its total as a reader sees it."""
    return {
        (section.name, figure.label): format_value(figure.measure, figure.total)
        for section, figure in report.figures()
    }


def test_the_pdf_is_tagged_titled_and_says_its_language(shown: ShownReport) -> None:
    """Without these a screen reader reads a heap of letters."""
    with pikepdf.open(io.BytesIO(FORMATS["pdf"].write(shown))) as document:
        root = document.Root
        assert bool(root.MarkInfo.Marked)
        assert "/StructTreeRoot" in root
        assert str(root.Lang) == "it"
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        with document.open_metadata() as metadata:
            assert metadata["pdfuaid:part"] == "1"
            assert metadata["dc:title"] == "Servizi erogati e progetti realizzati – ALA Milano, 2021"
        kinds = {str(element.get("/S", "")) for element in elements(root.StructTreeRoot)}
        assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/Figure", "/L"} <= kinds
        figures = [element for element in elements(root.StructTreeRoot) if element.get("/S") == "/Figure"]
        assert figures
        assert all(str(figure.get("/Alt", "")).startswith("Grafico a barre.") for figure in figures)


def elements(node: Any) -> list[Any]:
    """The structure elements below a node of a PDF's structure tree."""
    found: list[Any] = []
    waiting = [node]
    while waiting:
        children = waiting.pop().get("/K", [])
        for child in children if isinstance(children, pikepdf.Array) else [children]:
            if isinstance(child, pikepdf.Dictionary) and child.get("/Type") != "/MCR" and "/S" in child:
                found.append(child)
                waiting.append(child)
    return found


@pytest.mark.parametrize("words", ["中文 服务", "العربية", "ภาษาไทย", "😀", "Łódź – ẞ ș"])
def test_a_pdf_comes_out_whatever_script_a_text_is_in(report: AnnualReport, words: str) -> None:
    """PDF/UA refuses characters that no typeface has; a report must not fail for that."""
    assert FORMATS["pdf"].write(show(replace(report, description=words))).startswith(b"%PDF")


def test_the_same_report_is_the_same_pdf(shown: ShownReport) -> None:
    assert FORMATS["pdf"].write(shown) == FORMATS["pdf"].write(shown)


def test_word_has_headings_header_rows_and_the_figures(shown: ShownReport, report: AnnualReport) -> None:
    document = docx.Document(io.BytesIO(FORMATS["docx"].write(shown)))
    assert document.core_properties.title == "Servizi erogati e progetti realizzati – ALA Milano, 2021"
    assert document.styles.element.find(f".//{qn('w:lang')}").get(qn("w:val")) == "it-IT"
    headings = [(p.style.name, p.text) for p in document.paragraphs if p.style and p.style.name.startswith("Heading")]
    assert ("Heading 1", "Servizi") in headings
    assert ("Heading 2", "Sportello Lavoro") in headings
    assert all(table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None for table in document.tables)
    rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    for (_section, label), total in written(report).items():
        assert any(row[:2] == [label, total] for row in rows), label
    pictures = document.element.findall(f".//{qn('wp:docPr')}")
    assert pictures
    assert all(picture.get("descr").startswith("Grafico a barre.") for picture in pictures)


def test_excel_has_every_figure_and_breakdown_as_numbers(shown: ShownReport, report: AnnualReport) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(FORMATS["xlsx"].write(shown)))
    assert book.sheet_names == ["Riepilogo", "Suddivisioni", "Servizi e progetti", "Definizioni"]
    summary = book.get_sheet_by_name("Riepilogo").to_python()[1:]
    counted = {(row[1], row[4]): (row[5], row[6], row[7]) for row in summary if row[4]}
    assert counted == {
        (section.name, figure.key): (
            figure.total,
            "" if figure.before is None else figure.before,
            "" if figure.change is None else figure.change,
        )
        for section, figure in report.figures()
    }
    nothing = {row[1] for row in summary if not row[4]}
    assert nothing == {section.name for section in report.sections if not section.figures}
    parts = book.get_sheet_by_name("Suddivisioni").to_python()[1:]
    assert [(row[0], row[4], row[6]) for row in parts] == [
        (section.name, part.key or "", part.value) for section, figure in report.figures() for part in figure.parts
    ]
    definitions = book.get_sheet_by_name("Definizioni").to_python()[1:]
    assert [json.loads(row[5])["measure"] for row in definitions] == [
        figure.measure for _s, figure in report.figures()
    ]


def test_a_text_like_a_formula_stays_a_text(report: AnnualReport) -> None:
    """A description may begin with =; a workbook must not run it."""
    desk, *others = report.services
    risky = replace(report, services=(replace(desk, description='=HYPERLINK("http://example.org")'), *others))
    book = CalamineWorkbook.from_filelike(io.BytesIO(FORMATS["xlsx"].write(show(risky))))
    texts = [row[3] for row in book.get_sheet_by_name("Servizi e progetti").to_python()]
    assert '=HYPERLINK("http://example.org")' in texts


def test_html_stands_alone_and_has_the_figures(shown: ShownReport, report: AnnualReport) -> None:
    page = FORMATS["html"].write(shown).decode()
    assert '<html lang="it">' in page
    assert re.findall(r'(?:src|href)="(?!data:image/svg|#)[^"]*"', page) == []
    for (_section, label), total in written(report).items():
        assert f'<th scope="row">{label}</th><td class="number"><strong>{total}</strong></td>' in page


def test_json_is_what_the_contract_says(shown: ShownReport, report: AnnualReport) -> None:
    assert json.loads(FORMATS["json"].write(shown)) == json.loads(json.dumps(report.as_json()))


def test_every_format_says_where_nothing_was_recorded(shown: ShownReport) -> None:
    document = docx.Document(io.BytesIO(FORMATS["docx"].write(shown)))
    silent = [section for section in shown.sections if section.nothing]
    assert {section.name for section in silent} == {
        "Mediazione culturale",
        "Consulenza psicologica",
        "Sportello Trans",
    }
    assert [p.text for p in document.paragraphs].count("Nessun dato registrato nel periodo") == 3
    assert FORMATS["html"].write(shown).decode().count("Nessun dato registrato nel periodo") == 3
