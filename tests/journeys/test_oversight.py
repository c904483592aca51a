# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Watching over who sees whom: the auditor by keyboard, a coordinator on a card; on a desk and on a telephone."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from ponte.oversight.unusual.noticing import notice
from ponte.people import actions
from ponte.people.models import Card
from ponte.platform.audit import actions as audit
from ponte.platform.audit import sealing
from ponte.platform.audit.models import AuditEvent
from ponte.platform.database.actor import acting_as
from tests.cast import Cast
from tests.journeys.support import check_fits, look, screenshot, sign_in
from tests.people.support import registered
from tests.support import system_role

pytestmark = pytest.mark.journey


@pytest.fixture
def card(cast: Cast) -> Card:
    """A colleague's namesake, whom the operator registers, changes and reads."""
    card = registered(cast.operator, cast.job_desk, given_name="Carlo", family_name="Ferri")
    token = audit.origin.set(audit.Origin(address="192.0.2.7"))
    with acting_as(cast.operator.pk):
        actions.change_card(card=card, fields={"phone": "+393331234567"}, by=cast.operator)
        audit.record("people.read_legal_name", card, by=cast.operator, reason="Appuntamento in Questura")
        audit.record("people.see_people", by=cast.operator, several=[card])
    audit.origin.reset(token)
    with system_role():
        AuditEvent.objects.create(
            action="people.read_card", actor=cast.operator.pk, object_type="people.card", object_id=card.pk,
            at=timezone.now() - dt.timedelta(days=1), reason="", process="", scopes=[cast.job_desk.pk],
        )  # fmt: skip
        sealing.seal_events()
        notice()
    return card


@pytest.mark.parametrize(("width", "language"), [(390, "it-IT"), (1366, "en-US")])
def test_the_auditor_searches_and_reviews_by_keyboard(
    open_page: Callable[..., Page], cast: Cast, card: Card, width: int, language: str
) -> None:
    page = open_page(width=width, language=language)
    sign_in(page, cast.auditor)
    if language != "it-IT":
        page.goto("/")
        page.evaluate(
            "() => document.cookie = 'django_language=en;path=/'",
        )
    page.goto("/tracce/")
    code = page.locator("#id_person")
    code.fill(card.code)
    code.press("Enter")
    expect(page.locator("table")).to_contain_text("Olga Prati")
    look(page, f"oversight-search-{language}")
    page.locator("tbody a").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_be_visible()
    check_fits(page)
    screenshot(page, f"oversight-request-{language}")
    page.goto("/tracce/insoliti/")
    expect(page.locator("table")).to_contain_text("Olga Prati")
    look(page, f"oversight-unusual-{language}")
    page.locator("tbody a").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_contain_text(card.code)
    look(page, f"oversight-review-{language}")
    page.locator("input[name=outcome]").first.focus()
    page.keyboard.press("Space")
    page.locator("#id_note").fill("Sentita la coordinatrice")
    page.locator("#id_note").press("Enter")
    expect(page.locator("main")).to_contain_text("Sentita la coordinatrice")


@pytest.mark.parametrize("width", [1366, 390])
def test_a_coordinator_sees_who_saw_the_person(
    open_page: Callable[..., Page], cast: Cast, card: Card, width: int
) -> None:
    page = open_page(width=width)
    sign_in(page, cast.coordinator)
    page.goto(f"/persone/{card.code}/")
    page.get_by_role("link", name="Chi ha visto questa persona").focus()
    page.keyboard.press("Enter")
    expect(page.locator("table")).to_contain_text("Appuntamento in Questura")
    look(page, "oversight-card")
