# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A person is told, agrees, asks and is answered: by the desk, the coordinator and the data protection officer."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from ponte.demo import rights as example
from tests.cast import Cast
from tests.journeys.support import SIZES, follow, look, sign_in
from tests.people.support import registered
from tests.support import system_role

pytestmark = pytest.mark.journey


@pytest.mark.parametrize("width", [1366, 390])
def test_a_person_is_told_agrees_and_asks(open_page: Callable[..., Page], cast: Cast, width: int) -> None:
    with system_role():
        example.describe()
    card = registered(cast.operator, cast.job_desk, given_name="فاطمة الزهراء", family_name="بن عبد الرحمن")
    desk = open_page(width=width)
    sign_in(desk, cast.operator)
    address = f"/persone/{card.code}/diritti/"
    desk.goto(address)
    look(desk, "rights-nothing-yet")

    follow(desk.get_by_role("link", name="Segna che è stata consegnata"))
    look(desk, "rights-give-notice")
    follow(desk.get_by_role("button", name="Salva"))
    expect(desk.locator("#informativa")).to_contain_text("consegnata")

    follow(desk.get_by_role("link", name="Scrivi che cosa dice").first)
    look(desk, "rights-agreement")
    follow(desk.get_by_role("button", name="Salva"))
    expect(desk.locator("[aria-invalid=true]").first).to_be_attached()
    look(desk, "rights-agreement-refused")
    desk.locator("input[name=verdict]").first.press("Space")
    follow(desk.get_by_role("button", name="Salva"))
    expect(desk.locator("#consensi")).to_contain_text("Cambia")

    for link, name in (
        ("Vuole sapere che cosa abbiamo su di lei", "ask-access"),
        ("Un dato è sbagliato", "ask-correction"),
        ("Non vuole che si usino i suoi dati", "ask-restriction"),
        ("Vuole che si cancellino", "ask-erasure"),
    ):
        desk.goto(address)
        follow(desk.get_by_role("link", name=link))
        look(desk, f"rights-{name}")
    desk.goto(f"{address}rettifica/")
    desk.locator("select[name=field]").select_option("birth_place")
    desk.get_by_label("Valore giusto").fill("الدار البيضاء")
    desk.locator("[name=why]").fill("sul passaporto è scritto così")
    follow(desk.get_by_role("button", name="Salva"))
    expect(desk.get_by_role("link", name="Rettifica: Luogo di nascita")).to_be_visible()
    look(desk, "rights-person")

    coordinator = open_page(width=width)
    sign_in(coordinator, cast.coordinator)
    coordinator.goto("/diritti/")
    look(coordinator, "rights-work")
    follow(coordinator.get_by_role("main").locator("a[href^='/diritti/rettifiche/']").first)
    expect(coordinator.get_by_text("الدار البيضاء")).to_be_visible()
    look(coordinator, "rights-correction")


@pytest.mark.parametrize(("width", "language"), SIZES)
def test_what_people_are_told_and_how_long_it_is_kept_is_read_and_changed(
    open_page: Callable[..., Page], cast: Cast, width: int, language: str
) -> None:
    with system_role():
        example.describe()
    for user, addresses in (
        (cast.auditor, ("", "documenti/registro-trattamenti/", "documenti/valutazione-impatto/")),
        (
            cast.network_manager,
            ("informative/", "informative/nuova/", "finalita/nuova/", "conservazione/", "conservazione/nuovo/"),
        ),
    ):
        page = open_page(width=width)
        sign_in(page, user)
        cookie = {"name": "django_language", "value": language, "domain": "127.0.0.1", "path": "/"}
        page.context.add_cookies([cookie])  # type: ignore[list-item]
        for address in addresses:
            answer = page.goto(f"/diritti/{address}")
            assert answer is not None
            assert answer.ok
            look(page, f"rights-{address.replace('/', '-')}{language}")
