# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ponte.accounts.models import User
from tests.cast import PASSWORD, Cast
from tests.journeys.support import check_accessibility, check_fits, look, screenshot, sign_in

pytestmark = pytest.mark.journey


def test_a_token_is_made_used_and_revoked_by_keyboard(open_page: Callable[..., Page], cast: Cast) -> None:
    """Who lets a program work in their name does it without a command line and without a mouse."""
    page = open_page()
    sign_in(page, cast.operator)
    page.goto("/sicurezza/")
    page.get_by_role("link", name="Token").focus()
    page.keyboard.press("Enter")
    screenshot(page, "tokens-none")
    page.get_by_role("link", name="Nuovo token").focus()
    page.keyboard.press("Enter")
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/token/nuovo/")
    page.keyboard.type("Cartella sociale")
    page.get_by_label("cercare persone e leggerne le schede").focus()
    page.keyboard.press("Space")
    screenshot(page, "token-new")
    check_accessibility(page)
    page.get_by_role("button", name="Fai il token").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Lo copi adesso: non si potrà più vedere")).to_be_visible()
    secret = page.locator("main code").inner_text()
    screenshot(page, "token-made")
    check_accessibility(page)
    asked = page.request.get("/api/v1/people?q=amina", headers={"Authorization": f"Bearer {secret}"})
    assert asked.status == 200
    page.get_by_role("link", name="Token per programmi").click()
    expect(page.get_by_text("127.0.0.1")).to_be_visible()
    screenshot(page, "tokens")
    check_accessibility(page)
    page.get_by_role("button", name="Revoca").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Il token «Cartella sociale» non vale più.")).to_be_visible()
    assert page.request.get("/api/v1/people?q=amina", headers={"Authorization": f"Bearer {secret}"}).status == 401


@pytest.mark.parametrize(("width", "language"), [(1366, "it-IT"), (390, "en-GB")])
def test_the_reference_is_read_on_a_desk_and_on_a_phone(
    open_page: Callable[..., Page], cast: Cast, width: int, language: str
) -> None:
    page = open_page(width=width, language=language)
    page.goto("/api/")
    look(page, f"reference-{language[:2]}")
    User.objects.filter(pk=cast.operator.pk).update(language=language[:2])
    sign_in(page, cast.operator)
    for path in ("/sicurezza/", "/sicurezza/token/", "/password/cambia/"):
        page.goto(path)
        screenshot(page, f"programs-{path.strip('/').replace('/', '-')}-{language[:2]}")
        check_fits(page)
