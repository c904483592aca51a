# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The record of processing and the draft assessment say what the system knows, for whoever answers for it."""

from io import BytesIO

import pytest
from django.test import Client
from django.urls import reverse
from docx import Document
from python_calamine import CalamineWorkbook

from ponte.people.rights import assessment, records
from ponte.people.rights.models import RetentionTerm
from ponte.platform.checks.database import personal_tables
from ponte.platform.privacy import Privacy
from tests.cast import Cast
from tests.people.rights.conftest import Known

pytestmark = pytest.mark.usefixtures("unread_trail")
NAMES = ("registro-trattamenti", "valutazione-impatto")


def test_every_service_table_term_and_purpose_is_in_the_record(known: Known) -> None:
    RetentionTerm.objects.create(record_class="card", months=120, basis="Massimario dei Comuni")
    paper = records.paper()
    titles = [section.title for section in paper.sections]
    assert [service.name for service in known.cast.services if service.name not in titles] == []
    desk = dict(next(section for section in paper.sections if section.title == "Sportello Lavoro").facts)
    assert "Massimario dei Comuni" in desk["Conservazione"]
    assert "Bollettino del lavoro" in desk["Finalità e base giuridica"]
    assert "Comune di Milano" in desk["Destinatari"]
    assert {model._meta.db_table for model, _fields in records.classified()} == set(personal_tables())
    [fields] = next(section for section in paper.sections if section.title == "Quali dati").tables
    assert {row[1] for row in fields.rows} == {
        str(label) for privacy, label in records.CLASSES.items() if privacy != Privacy.TECHNICAL
    }


def test_the_draft_leaves_to_people_what_people_judge(known: Known) -> None:
    risks = next(section for section in assessment.paper().sections if section.title == "Rischi")
    assert {row[-2:] for row in risks.tables[0].rows} == {("da valutare", "da valutare")}


@pytest.mark.parametrize("name", NAMES)
def test_it_is_a_page_and_three_files(known: Known, client: Client, name: str) -> None:
    client.force_login(known.cast.auditor)
    assert client.get(reverse("rights:paper", args=[name])).status_code == 200
    files = {
        form: client.get(reverse("rights:paper_file", args=[name, form])).content for form in ("pdf", "docx", "xlsx")
    }
    assert files["pdf"].startswith(b"%PDF")
    assert b"/StructTreeRoot" in files["pdf"]
    document = Document(BytesIO(files["docx"]))
    assert any(paragraph.style.name == "Heading 1" for paragraph in document.paragraphs)
    assert len(CalamineWorkbook.from_filelike(BytesIO(files["xlsx"])).sheet_names) >= 3
    assert client.get(reverse("rights:paper_file", args=[name, "exe"])).status_code == 404


def test_operators_do_not_read_them(cast: Cast, client: Client) -> None:
    client.force_login(cast.operator)
    for name in NAMES:
        assert client.get(reverse("rights:paper", args=[name])).status_code == 403
