# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Somebody stands at the desk: who is likely known appears while one types, by keyboard alone and on a phone."""

import pytest
from playwright.sync_api import Page, expect

from ponte.people.models import Card, PresenceInquiry
from tests.cast import Cast
from tests.journeys.conftest import PHONE
from tests.journeys.support import check_accessibility, check_fits, screenshot, sign_in
from tests.people.support import registered
from tests.support import system_role

pytestmark = pytest.mark.journey

AMINA = {"given_name": "Amina", "family_name": "El Idrissi", "birth_year": 1985, "birth_month": 3, "birth_day": 12}
LONG = {
    "given_name": "María Fernanda Guadalupe de los Ángeles",
    "family_name": "Villavicencio-Quispe Huamán de la Torre y Bustamante",
    "birth_year": 1990,
}


def known_people(cast: Cast) -> None:
    registered(
        cast.operator,
        cast.job_desk,
        **AMINA,
        native_name="أمينة الإدريسي",
        phone="+393331234567",
        citizenships=["MA"],
    )
    registered(cast.stranger, cast.foreign_desk, **{**AMINA, "given_name": "Aminah"}, area=cast.rozzano)
    registered(cast.social_worker, cast.psychology, **{**AMINA, "birth_day": 21})
    registered(cast.protected, cast.trans_desk, **AMINA)
    registered(cast.stranger, cast.foreign_desk, given_name="Xiaoming", family_name="Wang", native_name="王小明")
    registered(cast.stranger, cast.foreign_desk, **LONG, area=cast.rozzano)


@pytest.mark.parametrize("width", [1366, 390])
def test_likely_people_appear_while_typing_and_another_person_takes_a_reason(
    page: Page, cast: Cast, width: int
) -> None:
    known_people(cast)
    if width < 1000:
        page.set_viewport_size(PHONE)
    sign_in(page, cast.operator)
    page.goto("/persone/nuova/")
    expect(page.get_by_text("Appena scrive un nome o un telefono")).to_be_visible()
    screenshot(page, f"intake-empty-{width}")
    page.get_by_label("Nome", exact=True).press_sequentially("idrissi amina", delay=30)
    page.get_by_label("Data di nascita", exact=True).fill("1985")
    panel = page.locator("#likely")
    expect(panel.get_by_role("listitem").filter(has=page.locator("[name=apart]"))).to_have_count(3)
    expect(panel).not_to_contain_text("Trans")
    check_accessibility(page)
    check_fits(page)
    page.get_by_text("È questa persona").first.click()
    page.get_by_text("Messaggio al referente").first.click()
    screenshot(page, f"intake-likely-{width}")
    # By keyboard: Enter in a field saves, and never presses a button of the panel.
    page.get_by_label("Nome", exact=True).press("Enter")
    expect(page.get_by_text("Forse è già conosciuta").first).to_be_visible()
    screenshot(page, f"intake-stopped-{width}")
    for box in page.locator("[name=apart]").all():
        box.focus()
        page.keyboard.press("Space")
    page.get_by_label("Perché è un'altra persona").select_option("knows_both")
    check_accessibility(page)
    page.get_by_role("button", name="Salva").last.press("Enter")
    expect(page.get_by_text("è nel registro con il codice")).to_be_visible()
    with system_role():
        assert Card.objects.filter(given_name__iexact="idrissi amina").count() == 1


def test_names_of_any_script_and_length_in_the_panel(page: Page, cast: Cast) -> None:
    known_people(cast)
    sign_in(page, cast.operator)
    page.set_viewport_size(PHONE)
    page.goto("/persone/nuova/")
    panel = page.locator("#likely")
    native = page.get_by_label("Nome nella sua scrittura")
    for typed, found in (("王小明", "Xiaoming Wang"), ("أمينة الإدريسي", "Amina El Idrissi")):
        native.fill(typed)
        expect(panel.get_by_text(found).first).to_be_visible()
        native.blur()
        screenshot(page, f"intake-script-{found.split()[0]}")
        check_fits(page)
    native.fill("")
    page.get_by_label("Nome", exact=True).fill("Maria Fernanda Guadalupe")
    page.get_by_label("Cognome", exact=True).fill("Villavicencio Quispe")
    expect(panel.get_by_text("Villavicencio-Quispe").first).to_be_visible()
    check_fits(page)
    screenshot(page, "intake-long")
    page.get_by_label("Nome", exact=True).fill("Ildegarda")
    page.get_by_label("Cognome", exact=True).fill("Sconosciutissima")
    expect(panel.get_by_text("Nessuno che le somigli")).to_be_visible()
    with system_role():
        assert 4 <= PresenceInquiry.objects.count() <= 10


def test_the_message_reaches_the_team_and_the_reply_comes_back(page: Page, cast: Cast) -> None:
    registered(cast.social_worker, cast.psychology, **AMINA)
    sign_in(page, cast.operator)
    page.goto("/persone/nuova/")
    page.get_by_label("Nome", exact=True).fill("Amina El Idrissi")
    page.get_by_text("Messaggio al referente").click()
    page.get_by_label("Messaggio, e come richiamarla").fill("Mi può richiamare?")
    page.get_by_role("button", name="Manda").click()
    expect(page.get_by_text("Il suo messaggio aspetta una risposta")).to_be_visible()
    expect(page.get_by_label("Nome", exact=True)).to_have_value("Amina El Idrissi")
    sign_in(page, cast.social_worker)
    screenshot(page, "intake-today-team")
    check_accessibility(page)
    page.get_by_role("link", name="chiede di una persona").click()
    screenshot(page, "intake-reply")
    page.get_by_label("Risposta").fill("Domani alle 9")
    page.get_by_role("button", name="Rispondi e chiudi").click()
    sign_in(page, cast.operator)
    expect(page.get_by_text("Domani alle 9")).to_be_visible()
    screenshot(page, "intake-today-asker")
