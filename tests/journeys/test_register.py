# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from ponte.people import actions as people
from ponte.people.models import Card
from ponte.platform.database.actor import acting_as
from ponte.register import actions
from ponte.register.entries import Participant
from ponte.register.models import Intervention
from tests.cast import Cast
from tests.journeys.support import look, sign_in

pytestmark = pytest.mark.journey

QUICK = "/registro/nuovo/contatto/"
SESSION = "/registro/nuovo/incontro/"


@pytest.fixture
def known(cast: Cast) -> dict[str, Card]:
    told = {
        "Karim": {"given_name": "Karim", "family_name": "Hossain", "native_name": "করিম হোসেন"},
        "Karima": {"given_name": "Karima", "family_name": "El Idrissi", "native_name": "كريمة الإدريسي"},
        "Wang": {"given_name": "Xiaoming", "family_name": "Wang", "native_name": "王小明"},
    }
    with acting_as(cast.operator.pk):
        return {
            name: people.register_card(fields=fields, service=cast.job_desk, by=cast.operator)
            for name, fields in told.items()
        }


def test_a_contact_is_recorded_with_the_keyboard_alone(page: Page, cast: Cast, known: dict[str, Card]) -> None:
    """Type, arrow, Enter, and on: whoever has the next person waiting does not reach for the mouse."""
    sign_in(page, cast.operator)
    page.goto(QUICK)
    keys = page.keyboard
    expect(page.get_by_label("Persona", exact=True)).to_be_focused()
    keys.type("kari")
    expect(page.get_by_role("listbox", name="Persone trovate").get_by_role("option")).to_have_count(2)
    keys.press("ArrowDown")
    keys.press("Enter")
    expect(page.get_by_role("listbox", name="Persone trovate")).to_be_hidden()
    chosen = page.get_by_label("Persona", exact=True).input_value()
    for _ in range(4):
        keys.press("Tab")
    keys.press("i")  # "informazione" or "invio": the first kind that begins so
    keys.press("Tab")
    keys.type("30")
    keys.press("Tab")
    keys.press("Tab")
    keys.press("Tab")
    keys.press("Space")
    keys.press("Tab")
    keys.type("Torna lunedì con i documenti")
    keys.press("Control+Enter")
    expect(page.get_by_role("status")).to_contain_text("Registrato: informazione")
    expect(page.get_by_label("Persona", exact=True)).to_be_focused()
    with acting_as(cast.operator.pk):
        stored = Intervention.objects.get()
        row = stored.participations.select_related("card").get()
        assert row.card is not None
        assert (row.card.display_name, row.first_contact, stored.minutes, stored.kind) == (
            chosen, True, 30, "information",
        )  # fmt: skip
        assert stored.note.text == "Torna lunedì con i documenti"
    page.get_by_role("button", name="Annulla la registrazione").click()
    expect(page.get_by_text("La registrazione è annullata.")).to_be_visible()


def test_a_session_with_its_attendance_list(page: Page, cast: Cast, known: dict[str, Card]) -> None:
    with acting_as(cast.operator.pk):
        actions.record_intervention(
            by=cast.operator, service=cast.job_desk, organisation=cast.ala, kind="workshop", group="Corso A",
            date=timezone.localdate(), participants=[Participant(card=known["Karim"], role="student")],
        )  # fmt: skip
    sign_in(page, cast.operator)
    page.goto(SESSION)
    page.get_by_role("link", name="Come l'ultima volta").click()
    expect(page.get_by_role("checkbox", name="Karim Hossain")).to_be_checked()
    page.get_by_label("Aggiungi una persona").fill("wang")
    page.get_by_role("option", name="Xiaoming Wang").click()
    expect(page.get_by_role("checkbox", name="Xiaoming Wang")).to_be_checked()
    page.get_by_label("Minuti").fill("90")
    page.get_by_label("Quante persone").first.fill("7")
    page.get_by_label("Ruolo", exact=True).first.select_option("parent")
    page.get_by_role("button", name="Altra riga").click()
    page.get_by_label("Quante persone").last.fill("2")
    page.get_by_role("button", name="Salva", exact=True).click()
    expect(page.get_by_role("heading", name="Laboratorio")).to_be_visible()
    with acting_as(cast.operator.pk):
        stored = Intervention.objects.latest("pk")
        assert (stored.minutes, stored.group) == (90, "Corso A")
        assert list(stored.participations.values_list("card__family_name", "headcount", "role")) == [
            ("Hossain", None, "student"),
            ("Wang", None, "client"),
            (None, 7, "parent"),
            (None, 2, ""),
        ]


def test_a_name_left_unchosen_is_asked_about_and_the_answer_counts(
    page: Page, cast: Cast, known: dict[str, Card]
) -> None:
    """The person chosen last is the one who is written down, wherever they were chosen."""
    sign_in(page, cast.operator)
    page.goto(QUICK)
    page.get_by_label("Persona", exact=True).fill("kari")
    page.get_by_role("button", name="Salva e apri").click()
    expect(page.get_by_text("Scelga la persona dall'elenco").first).to_be_visible()
    page.get_by_role("option", name="Karim Hossain").click()
    page.get_by_label("Persona", exact=True).fill("wang")
    page.get_by_role("option", name="Xiaoming Wang").click()
    page.get_by_role("button", name="Salva e apri").click()
    expect(page.get_by_role("link", name="Xiaoming Wang")).to_be_visible()


def test_without_javascript_a_contact_is_recorded_in_two_steps(
    open_page: Callable[..., Page], cast: Cast, known: dict[str, Card]
) -> None:
    page = open_page(javascript=False)
    sign_in(page, cast.operator)
    page.goto(QUICK)
    page.get_by_label("Persona", exact=True).fill("wang")
    page.get_by_role("button", name="Cerca la persona").click()
    page.get_by_text("Xiaoming Wang").click()
    page.get_by_role("button", name="Salva e apri").click()
    expect(page.get_by_role("link", name="Xiaoming Wang")).to_be_visible()


@pytest.mark.parametrize("width", [1366, 390])
def test_the_pages_of_the_register_serve_everyone(
    open_page: Callable[..., Page], cast: Cast, known: dict[str, Card], width: int
) -> None:
    with acting_as(cast.operator.pk):
        row = actions.record_intervention(
            by=cast.operator, service=cast.job_desk, organisation=cast.ala, kind="workshop",
            date=timezone.localdate(), minutes=90, group="Corso A", note="Bene", staff=["Zineb Alami"],
            participants=[Participant(card=card, role="student") for card in known.values()]
            + [Participant(headcount=4, role="parent")],
        )  # fmt: skip
    page = open_page(width=width)
    sign_in(page, cast.operator)
    for address, name in (
        ("/registro/", "register"),
        (f"/registro/{row.pk}/", "intervention"),
        (f"/registro/{row.pk}/correggi/", "correction"),
        (QUICK, "quick-entry"),
        (SESSION, "session-entry"),
    ):
        page.goto(address)
        look(page, name)
