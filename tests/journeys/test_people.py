# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ponte.people.models import Card
from tests.cast import Cast
from tests.journeys.support import check_accessibility, look, sign_in
from tests.people.support import registered
from tests.people.worker import do_queued_imports
from tests.support import system_role

pytestmark = pytest.mark.journey

LONG = {
    "given_name": "María Fernanda Guadalupe de los Ángeles",
    "family_name": "Villavicencio-Quispe Huamán de la Torre y Bustamante",
    "native_name": "عبد الرحمن بن محمد بن عبد العزيز",
    "notes": "x" * 300,
}


def test_who_is_not_found_is_registered_and_then_found(page: Page, cast: Cast) -> None:
    sign_in(page, cast.operator)
    page.goto("/persone/")
    page.get_by_label("Nome, codice, telefono o documento").fill("Amina Idrissi")
    page.get_by_role("link", name="Registra una nuova persona").click()
    expect(page.get_by_label("Nome", exact=True)).to_have_value("Amina")
    page.get_by_label("Nome nella sua scrittura").fill("أمينة الإدريسي")
    page.get_by_label("Data di nascita", exact=True).fill("03/1985")
    page.get_by_role("combobox", name="Cittadinanze", exact=True).fill("marocc")
    page.keyboard.press("Enter")
    page.get_by_label("perché «E-mail» è vuoto").select_option(label="preferisce non dirlo")
    check_accessibility(page)
    page.get_by_role("button", name="Salva").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Amina Idrissi")
    expect(page.get_by_text("preferisce non dirlo")).to_be_visible()
    page.goto("/persone/")
    page.get_by_label("Nome, codice, telefono o documento").fill("أمينة")
    expect(page.get_by_role("link", name="Amina Idrissi")).to_be_visible()
    expect(page.get_by_role("row")).to_have_count(2)


@pytest.mark.parametrize("width", [1366, 390])
def test_every_page_of_a_person_fits_and_can_be_used_by_all(
    open_page: Callable[..., Page], cast: Cast, width: int
) -> None:
    card = registered(cast.operator, cast.job_desk, **LONG)
    page = open_page(width=width)
    sign_in(page, cast.operator)
    base = f"/persone/{card.code}/"
    pages = ("", "modifica/", "stampa/", "documenti/aggiungi/", "nucleo/", "prese-in-carico/nuova/", "nome-legale/")
    for path in ("/persone/", *(base + rest for rest in pages)):
        page.goto(path)
        look(page, f"people{path.replace(card.code, 'code').replace('/', '-').rstrip('-')}")


def test_without_javascript_a_person_is_found_and_registered(open_page: Callable[..., Page], cast: Cast) -> None:
    registered(cast.operator, cast.job_desk, given_name="Olena")
    page = open_page(javascript=False)
    sign_in(page, cast.operator)
    page.goto("/persone/")
    page.get_by_label("Nome, codice, telefono o documento").fill("olena")
    page.get_by_role("main").get_by_role("button", name="Cerca").click()
    page.get_by_role("link", name="Olena").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Olena")
    page.goto("/persone/nuova/")
    page.get_by_label("Nome", exact=True).fill("Fatima")
    page.get_by_label("Cittadinanze", exact=True).select_option(["MA"])
    page.get_by_role("button", name="Salva").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Fatima")


def test_a_sheet_is_looked_at_then_imported(page: Page, cast: Cast, tmp_path: Path) -> None:
    file = tmp_path / "gestionale.csv"
    file.write_text("ID;Nome;Cognomme;Nascita\n1;Amina;Idrissi;31/02/1985\n2;Олена;Шевченко;1990\n", "utf-8")
    sign_in(page, cast.coordinator)
    page.goto("/importa/")
    page.get_by_role("main").locator("a[href='/importa/persone/']").click()
    check_accessibility(page)
    page.get_by_label("Foglio di calcolo").set_input_files(file)
    page.get_by_role("button", name="Carica e controlla").click()
    expect(page.get_by_role("progressbar")).to_be_visible()
    check_accessibility(page)
    do_queued_imports()
    expect(page.get_by_text("2 righe lette")).to_be_visible()
    expect(page.get_by_role("cell", name="31/02/1985").first).to_be_visible()
    check_accessibility(page)
    expect(page.get_by_label("Cognomme")).to_have_value("family_name")
    page.get_by_role("button", name="Controlla di nuovo").click()
    expect(page.get_by_role("progressbar")).to_be_visible()
    do_queued_imports()
    page.get_by_role("button", name="Importa solo la riga giusta").click()
    expect(page.get_by_role("progressbar")).to_be_visible()
    do_queued_imports()
    expect(page.get_by_text("importazione è finita")).to_be_visible()
    with page.expect_download() as download:
        page.get_by_role("link", name="Scarica le righe rifiutate").click()
    assert "31/02/1985" in download.value.path().read_text("utf-8")
    with system_role():
        assert Card.objects.values_list("given_name", "family_name").get() == ("Олена", "Шевченко")
