# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from tests.cast import PASSWORD, Cast
from tests.journeys.support import check_accessibility, look, screenshot, sign_in

pytestmark = pytest.mark.journey


def test_a_colleague_is_invited_joins_a_team_and_signs_in(open_page: Callable[..., Page], cast: Cast) -> None:
    """From the first e-mail address to the first working day, without a command line."""
    office = open_page()
    sign_in(office, cast.administrator)
    office.get_by_role("link", name="Utenti", exact=True).click()
    office.get_by_role("link", name="Invita un utente").click()
    look(office, "prove-again")
    office.get_by_label("Password", exact=True).fill(PASSWORD)
    office.keyboard.press("Enter")
    office.get_by_label("Nome e cognome").fill("Tea Sordi")
    office.get_by_label("E-mail").fill("tea@ponte.example")
    office.get_by_role("button", name="Invita").click()
    invitation = office.locator(".ui-password").inner_text()

    coordinator = open_page()
    sign_in(coordinator, cast.coordinator, PASSWORD)
    coordinator.locator(".ui-menu > summary").click()
    coordinator.get_by_role("link", name="Équipe", exact=True).click()
    coordinator.get_by_role("link", name="Modifica").click()
    coordinator.get_by_label("Nome e cognome").fill("Tea Sordi")
    coordinator.get_by_label("E-mail").fill("tea@ponte.example")
    coordinator.get_by_label("Ruolo").select_option("operator")
    coordinator.get_by_role("button", name="Aggiungi all'équipe").click()
    expect(coordinator.get_by_text("tea@ponte.example è nell'équipe.")).to_be_visible()

    desk = open_page()
    desk.goto(urlsplit(invitation).path)
    screenshot(desk, "invitation")
    check_accessibility(desk)
    password = "un-ponte-sul-lambro"
    desk.get_by_label("Password", exact=False).first.fill(password)
    desk.get_by_label("Di nuovo, per sicurezza").fill(password)
    desk.get_by_role("button", name="Salva la password").click()
    desk.get_by_label("E-mail").fill("tea@ponte.example")
    desk.get_by_label("Password", exact=True).fill(password)
    desk.get_by_role("button", name="Accedi").click()
    expect(desk.get_by_role("heading", name="Buon lavoro, Tea")).to_be_visible()
    expect(desk.get_by_role("link", name="Registra un contatto").first).to_be_visible()

    coordinator.get_by_role("listitem").filter(has_text="Tea Sordi").get_by_role("link", name="Togli").click()
    expect(coordinator.get_by_text("Si chiude 1 accesso aperto")).to_be_visible()
    screenshot(coordinator, "team-remove")
    check_accessibility(coordinator)
    coordinator.get_by_role("button", name="Togli dall'équipe").click()
    expect(coordinator.get_by_text("Tea Sordi non è più nell'équipe.")).to_be_visible()
    desk.reload()
    expect(desk.get_by_role("link", name="Accedi").first).to_be_visible()


@pytest.mark.parametrize("width", [1366, 390])
def test_the_pages_of_users_and_teams_serve_everyone(open_page: Callable[..., Page], cast: Cast, width: int) -> None:
    page = open_page(width=width)
    for who, address, name in (
        (cast.administrator, "/utenti/", "users"),
        (cast.administrator, f"/utenti/{cast.mediator.pk}/", "user"),
        (cast.administrator, "/utenti/nuovo/", "invite"),
        (cast.org_coordinator, "/equipe/", "teams"),
        (cast.org_coordinator, "/equipe/sportello-trans/", "team"),
    ):
        page.context.clear_cookies()
        sign_in(page, who, PASSWORD)
        page.goto(address)
        look(page, name)
