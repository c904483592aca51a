# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Signing in with more than a password, in a real browser with an authenticator of its own."""

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from django.test import override_settings
from playwright.sync_api import CDPSession, Page, expect

from tests.accounts.support import code_now
from tests.cast import PASSWORD, Cast
from tests.journeys.support import SIZES, check_accessibility, check_fits, follow, look, screenshot, sign_in
from tests.people.support import registered

pytestmark = pytest.mark.journey


@pytest.fixture(autouse=True)
def _required() -> Iterator[None]:
    with override_settings(SECOND_FACTOR_REQUIRED=True):
        yield


@pytest.fixture
def at_localhost(live_server: str) -> str:
    """A key belongs to a host name, and an address is none."""
    return f"http://localhost:{urlsplit(live_server).port}"


def with_authenticator(page: Page) -> CDPSession:
    session = page.context.new_cdp_session(page)
    session.send("WebAuthn.enable")
    session.send(
        "WebAuthn.addVirtualAuthenticator",
        {
            "options": {
                "protocol": "ctap2",
                "transport": "internal",
                "hasResidentKey": True,
                "hasUserVerification": True,
                "isUserVerified": True,
                "automaticPresenceSimulation": True,
            }
        },
    )
    return session


def type_password(page: Page, email: str, address: str) -> None:
    page.goto(f"{address}/accedi/")
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Accedi").click()


def test_an_operator_sets_up_a_passkey_and_signs_in_with_it(
    open_page: Callable[..., Page], cast: Cast, at_localhost: str
) -> None:
    """The first day: led to a second factor, and from then on no password at all."""
    page = open_page(own=at_localhost)
    with_authenticator(page)
    type_password(page, cast.operator.email, at_localhost)
    expect(page.get_by_text("Prima di cominciare serve un secondo fattore")).to_be_visible()
    screenshot(page, "security-led")
    check_accessibility(page)
    page.goto(f"{at_localhost}/persone/")
    expect(page.get_by_role("heading", name="Accesso e sicurezza")).to_be_visible()
    page.get_by_role("link", name="Aggiungi una chiave").click()
    page.get_by_label("Come la chiama").fill("Computer dello sportello")
    page.get_by_text("Con questa chiave entro senza password").click()
    screenshot(page, "security-key")
    check_accessibility(page)
    page.get_by_role("button", name="Aggiungi la chiave").click()
    expect(page.get_by_role("heading", name="Codici di recupero")).to_be_visible()
    expect(page.locator(".ui-codes code")).to_have_count(10)
    screenshot(page, "security-codes")
    check_accessibility(page)
    with page.expect_download() as download:
        page.get_by_role("link", name="Scarica i codici").click()
    assert len(download.value.path().read_text().split()) == 10
    page.get_by_role("link", name="Li ho conservati").click()
    expect(page.get_by_text("Computer dello sportello")).to_be_visible()
    screenshot(page, "security")
    page.get_by_role("link", name="Continua", exact=True).click()
    expect(page.get_by_role("heading", name="Persone").first).to_be_visible()

    page.locator(".ui-menu > summary").click()
    page.get_by_role("button", name="Esci").click()
    expect(page.get_by_role("link", name="Accedi").first).to_be_visible()
    page.goto(f"{at_localhost}/accedi/")
    page.get_by_role("button", name="Entra con una chiave o con questo dispositivo").click()
    expect(page.get_by_text("Olga Prati").first).to_be_visible()
    page.goto(f"{at_localhost}/persone/")
    expect(page.get_by_role("heading", name="Persone").first).to_be_visible()


def test_a_password_and_a_key_and_who_has_no_key_at_hand(
    open_page: Callable[..., Page], cast: Cast, at_localhost: str
) -> None:
    page = open_page(own=at_localhost)
    authenticator = with_authenticator(page)
    type_password(page, cast.operator.email, at_localhost)
    page.get_by_role("link", name="Aggiungi una chiave").click()
    page.get_by_role("button", name="Aggiungi la chiave").click()
    code = page.locator(".ui-codes code").first.inner_text()
    for with_key in (True, False):
        page.context.clear_cookies()
        type_password(page, cast.operator.email, at_localhost)
        expect(page.get_by_role("heading", name="Il secondo passo")).to_be_visible()
        if with_key:
            screenshot(page, "security-second-step")
            check_accessibility(page)
            page.get_by_role("button", name="Usi la chiave o il dispositivo").click()
        else:
            authenticator.send("WebAuthn.disable")
            page.get_by_label("Codice dell'app, oppure un codice di recupero").fill(code)
            page.get_by_role("button", name="Continua").click()
        expect(page.get_by_text("Olga Prati").first).to_be_visible()


@pytest.mark.parametrize("width", [1366, 390])
def test_an_app_is_set_up_by_keyboard_and_its_codes_open(
    open_page: Callable[..., Page], cast: Cast, at_localhost: str, width: int
) -> None:
    page = open_page(width=width, own=at_localhost)
    type_password(page, cast.operator.email, at_localhost)
    page.get_by_role("link", name="Attiva").press("Enter")
    page.get_by_text("Non può inquadrarlo?").click()
    secret = page.locator(".ui-password code").inner_text()
    look(page, "security-app")
    page.get_by_label("Codice di 6 cifre").fill(code_now(secret))
    page.keyboard.press("Enter")
    expect(page.locator(".ui-codes code")).to_have_count(10)
    follow(page.get_by_role("link", name="Li ho conservati"))
    look(page, "security-with-app")


@pytest.mark.parametrize(("width", "language"), SIZES)
def test_the_pages_of_ones_own_access_serve_everyone(
    open_page: Callable[..., Page], cast: Cast, width: int, language: str
) -> None:
    page = open_page(width=width)
    cast.operator.language = language
    cast.operator.save()
    with override_settings(SECOND_FACTOR_REQUIRED=False):
        sign_in(page, cast.operator)
        page.goto("/sicurezza/")
        look(page, f"security-own-{language}")
        page.goto("/sicurezza/app/")
        expect(page.get_by_role("heading", level=1)).to_have_text(
            "Confermi che è lei" if language == "it" else "Confirm that it is you"
        )
        check_fits(page)
        check_accessibility(page)


def test_after_the_sign_out_the_back_button_shows_nobody(page: Page, cast: Cast) -> None:
    """The next user of a shared computer must not page back into somebody's card."""
    card = registered(cast.operator, cast.job_desk, given_name="Amina", family_name="El Idrissi")
    with override_settings(SECOND_FACTOR_REQUIRED=False):
        sign_in(page, cast.operator)
        page.goto(f"/persone/{card.code}/")
        expect(page.get_by_role("heading", level=1)).to_contain_text("Amina El Idrissi")
        page.locator(".ui-menu > summary").click()
        page.get_by_role("button", name="Esci").click()
        expect(page.get_by_role("link", name="Accedi").first).to_be_visible()
        page.go_back()
        expect(page.get_by_text("Amina")).to_have_count(0)
