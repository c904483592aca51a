# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import re
from pathlib import Path

import pytest
from django.test import Client

from ponte.platform.ui.templatetags import ui
from tests.cast import Cast

GALLERY = Path(ui.__file__).parents[1] / "templates" / "ui" / "gallery"


def test_every_component_is_in_the_gallery() -> None:
    """Otherwise a component changes its looks and nobody sees it."""
    used = set(re.findall(r"{%\s*(\w+)", "".join(path.read_text() for path in GALLERY.glob("*.html"))))
    assert set(ui.register.tags) - used == set()


@pytest.mark.parametrize("language", ["it", "en"])
def test_the_gallery_opens_for_whoever_is_signed_in(client: Client, cast: Cast, language: str) -> None:
    assert client.get("/componenti/").status_code == 302
    client.force_login(cast.operator)
    client.cookies["django_language"] = language
    response = client.get("/componenti/")
    assert response.status_code == 200
    assert f'<html lang="{language}"' in response.content.decode()
