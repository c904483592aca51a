# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Two services share a person; one opens a card in an emergency. On a desk and on a telephone."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.cast import Cast
from tests.journeys.support import follow, look, sign_in
from tests.people.support import registered

pytestmark = pytest.mark.journey


@pytest.mark.parametrize("width", [1366, 390])
def test_a_card_is_shared_read_and_closed_again(open_page: Callable[..., Page], cast: Cast, width: int) -> None:
    card = registered(cast.operator, cast.job_desk, given_name="Olena", family_name="Шевченко-Константинопольская")
    desk, other = open_page(width=width), open_page(width=width)
    sign_in(desk, cast.operator)
    sign_in(other, cast.mediator)

    desk.goto(f"/persone/{card.code}/")
    follow(desk.get_by_role("link", name="Condividi con un altro servizio"))
    desk.get_by_label("Come si è detta d'accordo, o quale norma").fill("A voce, con la mediatrice")
    desk.get_by_role("button", name="Condividi").click()
    expect(desk.get_by_label("Scopo")).to_have_attribute("aria-invalid", "true")
    look(desk, "access-share-refused")
    desk.get_by_label("Con quale servizio").select_option(label=cast.mediation.name)
    desk.get_by_label("Scopo").fill("Accompagnamento in Questura")
    follow(desk.get_by_role("button", name="Condividi"))
    expect(desk.get_by_text("Accompagnamento in Questura")).to_be_visible()

    other.goto("/persone/condivise/")
    look(other, "access-received")
    follow(other.get_by_role("link", name="Olena").first)
    expect(other.get_by_text("Si legge e non si cambia.")).to_be_visible()
    expect(other.get_by_role("link", name="Modifica")).to_have_count(0)
    look(other, "access-read-only")

    desk.on("dialog", lambda question: question.accept())
    follow(desk.get_by_role("button", name="Revoca"))
    expect(desk.get_by_role("button", name="Revoca")).to_have_count(0)
    assert (answer := other.reload()) is not None
    assert answer.status == 404


@pytest.mark.parametrize("width", [1366, 390])
def test_an_emergency_is_opened_closed_and_judged(open_page: Callable[..., Page], cast: Cast, width: int) -> None:
    card = registered(
        cast.social_worker, cast.psychology, given_name="Karim", family_name="Bouazza", birth_year=1990,
        phone="+393331234567",
    )  # fmt: skip
    page = open_page(width=width)
    sign_in(page, cast.operator)
    page.goto("/persone/nuova/")
    page.locator("input[name=given_name]").fill("Karim")
    page.locator("input[name=family_name]").fill("Bouazza")
    page.locator("input[name=phone]").fill("+393331234567")
    page.locator("input[name=phone]").press("Tab")
    follow(page.get_by_role("link", name="emergenza").first)
    page.get_by_label("Che cosa sta succedendo").fill("malore")
    look(page, "access-break-glass")
    page.get_by_label("Non posso aspettare").press("Space")
    follow(page.get_by_role("button", name="Apri"))
    expect(page.get_by_text("Scriva che cosa sta succedendo").first).to_be_visible()
    page.get_by_label("Che cosa sta succedendo").fill("Malore allo sportello, il 118 chiede le allergie")
    follow(page.get_by_role("button", name="Apri"))
    look(page, "access-emergency-open")
    follow(page.get_by_role("main").get_by_role("link", name="Karim"))
    expect(page.locator("h1")).to_contain_text("Karim")
    look(page, "access-emergency-card")
    page.go_back()
    follow(page.get_by_role("main").get_by_role("button", name="Chiudi adesso"))
    page.goto(f"/persone/{card.code}/")
    expect(page.get_by_text("Karim")).to_have_count(0)

    office = open_page(width=width)
    sign_in(office, cast.auditor)
    office.goto("/accessi-di-emergenza/")
    look(office, "access-emergencies")
    follow(office.locator("tbody a").first)
    expect(office.get_by_text("il 118 chiede le allergie")).to_be_visible()
    office.get_by_label("giustificato", exact=True).press("Space")
    follow(office.get_by_role("button", name="Scrivi l'esito"))
    expect(office.locator("tbody")).to_contain_text("giustificato")
