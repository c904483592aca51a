# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import re
from html import unescape

import pytest
from django.test import Client

from ponte.platform.i18n.catalogs import catalog_files, read_catalog
from tests.cast import Cast

TAG = re.compile(r"<[^>]+>")
ATTRIBUTE = re.compile(r'(?:aria-label|placeholder|title)="([^"]+)"')


def italian_sentences() -> set[str]:
    """Texts of two words and more that read otherwise in English."""
    return {
        message.id
        for path in catalog_files()
        for message in read_catalog(path)
        if isinstance(message.id, str)
        and " " in message.id
        and "%(" not in message.id
        and message.id != message.string
    }


@pytest.mark.parametrize(
    ("who", "path"),
    [
        (None, "/"),
        (None, "/accedi/"),
        (None, "/password/recupera/"),
        ("operator", "/"),
        ("operator", "/componenti/"),
        ("operator", "/cerca/?q=zzz"),
        ("operator", "/password/cambia/"),
        ("operator", "/non-esiste/"),
        ("org_coordinator", "/"),
        ("org_coordinator", "/equipe/"),
        ("org_coordinator", "/equipe/sportello-trans/"),
        ("network_manager", "/"),
        ("administrator", "/"),
        ("administrator", "/utenti/"),
        ("administrator", "/utenti/nuovo/"),
    ],
)
def test_a_page_in_english_has_no_italian_left(client: Client, cast: Cast, who: str | None, path: str) -> None:
    """Whoever does not read Italian meets no page that mixes the two."""
    if who:
        client.force_login(cast.users[who])
    client.cookies["django_language"] = "en"
    page = unescape(client.get(path).content.decode())
    words = {text.strip() for text in TAG.split(page)} | set(
        re.findall(r'(?:aria-label|placeholder|title)="([^"]+)"', page)
    )
    assert words & italian_sentences() == set()
