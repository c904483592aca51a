# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The frame around every page: signing in, menus, languages, search, and what no page may do."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ponte.demo import users as example_users
from tests.cast import PASSWORD, Cast
from tests.journeys.support import look, screenshot, sign_in
from tests.people.support import registered

pytestmark = pytest.mark.journey


def test_one_signs_in_looks_around_in_english_and_signs_out(page: Page, cast: Cast) -> None:
    """The first minute of every user."""
    sign_in(page, cast.operator, PASSWORD)
    expect(page.get_by_role("heading", level=1)).to_have_count(1)
    screenshot(page, "home-operator")
    page.get_by_role("button", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.get_by_text("Olga Prati").first.click()
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_url("**/")
    expect(page.get_by_role("link", name="Sign in").first).to_be_visible()


def test_slash_jumps_to_the_search(page: Page, cast: Cast) -> None:
    """Whoever has a queue in front of the desk looks for the next person without touching the mouse."""
    sign_in(page, cast.operator)
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox").first).to_be_focused()
    page.keyboard.type("Amina /")
    expect(page.get_by_role("searchbox").first).to_have_value("Amina /")


def test_the_keyboard_alone_reaches_the_content_and_the_menu(page: Page, cast: Cast) -> None:
    sign_in(page, cast.operator)
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Vai al contenuto")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.locator(".ui-menu > summary").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Esci")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.get_by_role("button", name="Esci")).to_be_hidden()
    expect(page.locator(".ui-menu > summary")).to_be_focused()


def test_the_menu_opens_on_a_phone(phone: Page, cast: Cast) -> None:
    sign_in(phone, cast.operator)
    menu = phone.get_by_role("navigation", name="Menu principale")
    expect(menu).to_be_hidden()
    phone.get_by_role("button", name="Menu").click()
    expect(menu.get_by_role("link", name="Oggi")).to_be_visible()
    screenshot(phone, "menu")
    phone.keyboard.press("Escape")
    expect(menu).to_be_hidden()


def test_everything_in_the_shell_works_without_javascript(open_page: Callable[..., Page], cast: Cast) -> None:
    """An old browser in a school's office still signs in, finds the menu and signs out."""
    page = open_page(width=390, javascript=False)
    sign_in(page, cast.operator, PASSWORD)
    expect(page.get_by_role("navigation", name="Menu principale").get_by_role("link", name="Oggi")).to_be_visible()
    page.locator(".ui-menu > summary").click()
    page.get_by_role("button", name="Esci").click()
    expect(page.get_by_role("link", name="Accedi").first).to_be_visible()


@pytest.mark.parametrize("width", [1366, 390])
def test_the_sign_in_page_fills_itself_with_an_example(
    open_page: Callable[..., Page], cast: Cast, width: int
) -> None:
    """Whoever tries Ponte is in with two clicks."""
    example_users.User.objects.create_user(
        example_users.EXAMPLES[0].email, example_users.PASSWORD, name=example_users.EXAMPLES[0].name
    )
    page = open_page(width=width)
    page.goto("/accedi/")
    look(page, "sign-in")
    page.get_by_role("button", name=example_users.EXAMPLES[0].email).click()
    page.keyboard.press("Enter")
    page.wait_for_url("**/")
    expect(page.get_by_text(example_users.EXAMPLES[0].name).first).to_be_visible()


@pytest.mark.parametrize("width", [1366, 390])
@pytest.mark.parametrize(
    "who", ["nobody", "operator", "org_coordinator", "network_manager", "auditor", "administrator"]
)
def test_the_first_page_serves_every_role(open_page: Callable[..., Page], cast: Cast, who: str, width: int) -> None:
    page = open_page(width=width)
    if who == "nobody":
        page.goto("/")
    else:
        sign_in(page, cast.users[who])
    look(page, f"home-{who}")


def test_a_person_is_found_from_any_page_in_any_script(page: Page, cast: Cast) -> None:
    """With the queue waiting: "/", a few letters, Enter, and the card is open. The code leads straight to it."""
    card = registered(
        cast.operator, cast.job_desk, given_name="Amina", family_name="El Idrissi", native_name="أمينة الإدريسي"
    )
    sign_in(page, cast.operator)
    for words in ("amin idri", "أمينة"):
        page.keyboard.press("/")
        page.keyboard.type(words)
        page.keyboard.press("Enter")
        page.wait_for_url("**/cerca/**")
        page.get_by_role("link", name="Amina El Idrissi").click()
        expect(page.get_by_role("heading", level=1)).to_contain_text("Amina El Idrissi")
        page.wait_for_load_state()
    page.keyboard.press("/")
    page.keyboard.type(card.code.lower())
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Amina El Idrissi")
