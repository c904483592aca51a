# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who writes a program reads what the interface does, in a document and on a page."""

import re

import pytest
from django.test import Client

from ponte.api import document
from tests.guards.files import ROOT
from tests.security.crawl import browser


@pytest.mark.django_db
def test_the_document_says_what_the_code_does() -> None:
    """Else: make openapi"""
    assert (ROOT / document.PLACE).read_text(encoding="utf-8") == document.text()


@pytest.mark.django_db
def test_the_document_is_served() -> None:
    answer = Client().get("/api/v1/openapi.json")
    assert answer.status_code == 200
    assert answer.json()["paths"].keys() >= {"/api/v1/people", "/api/v1/people/match", "/api/v1/measures/{measure}"}


@pytest.mark.django_db
@pytest.mark.parametrize("language", ["it", "en"])
def test_the_page_holds_every_call_and_needs_no_script_and_no_other_host(language: str) -> None:
    answer = Client().get("/api/", headers={"Accept-Language": language})
    page = answer.content.decode()
    assert answer.status_code == 200
    assert {"GET /api/v1/services", "POST /api/v1/people/match"} <= set(
        re.findall(r"<code>([A-Z]+ /\S+)</code>", page)
    )
    assert not re.findall(r"<script(?![^>]* src=)|<style|\sstyle=|\son\w+=", page)
    assert not [link for link in re.findall(r"""(?:src|href)="(https?://[^"]+)""", page) if "/testserver" not in link]


def test_the_account_page_leads_to_tokens_and_these_to_the_page(cast: object) -> None:
    client = browser(cast.operator)  # type: ignore[attr-defined]
    assert 'href="/sicurezza/token/"' in client.get("/sicurezza/").content.decode()
    assert 'href="/api/"' in client.get("/sicurezza/token/").content.decode()
