# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from collections.abc import Callable

import pytest
from playwright.sync_api import Dialog, Page, expect

from tests.cast import PASSWORD, Cast
from tests.journeys.support import check_accessibility, look, sign_in

pytestmark = pytest.mark.journey


@pytest.mark.parametrize("width", [1366, 390])
def test_every_component_can_be_used_by_everyone(open_page: Callable[..., Page], cast: Cast, width: int) -> None:
    """Otherwise some page, somewhere, shuts out whoever hears it, types it or reads it on a phone."""
    page = open_page(width=width)
    sign_in(page, cast.operator)
    page.goto("/componenti/")
    look(page, "gallery")


def test_a_long_list_is_chosen_from_by_typing(page: Page, cast: Cast) -> None:
    """Two hundred languages are not scrolled through with a queue at the desk."""
    sign_in(page, cast.operator)
    page.goto("/componenti/")
    city = page.get_by_role("combobox", name="Comune").nth(1)
    city.fill("piol")
    expect(page.get_by_role("option", name="Pioltello")).to_be_visible()
    city.press("Enter")
    expect(city).to_have_value("Pioltello")
    expect(page.locator("select[name='new-city']")).to_have_value("Pioltello")

    languages = page.get_by_role("combobox", name="Lingue")
    languages.fill("opera")
    languages.press("Enter")
    languages.press("ArrowDown")
    languages.press("Escape")
    chosen = page.locator("select[name='new-languages']")
    expect(chosen).to_have_values(["Milano", "Rozzano", "Opera"])
    page.get_by_role("button", name="Milano", exact=True).click()
    languages.press("Backspace")
    expect(chosen).to_have_values(["Rozzano"])
    check_accessibility(page)


def test_work_that_is_not_saved_is_not_thrown_away_silently(page: Page, cast: Cast) -> None:
    sign_in(page, cast.administrator, PASSWORD)
    page.goto("/utenti/nuovo/")
    page.get_by_label("Nome e cognome").press_sequentially("Tea")
    asked: list[str] = []

    def refuse(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    page.on("dialog", refuse)
    page.get_by_role("link", name="Oggi", exact=True).click()
    expect(page.get_by_label("Nome e cognome")).to_have_value("Tea")
    assert asked == ["beforeunload"]
