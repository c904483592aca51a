# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where the answers of the queue lead: weights that somebody takes, answers overruled; and a file seen first."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from ponte.network.models import Service
from ponte.people.learning import actions, in_force
from ponte.people.models import Acquaintance, Card
from tests.cast import Cast
from tests.journeys.support import look, sign_in
from tests.people.learning.test_taking import answers_of_a_shelter
from tests.people.review.test_overruled import overrule
from tests.people.support import registered
from tests.people.test_imported_twice import FILE
from tests.people.test_presence import AMINA
from tests.people.worker import do_queued_imports
from tests.support import system_role

pytestmark = pytest.mark.journey
WIDTHS = [(1366, "it-IT"), (390, "it-IT")]
WEIGHTS = "/persone/qualita/pesi/"


def looked_at(page: Page, name: str) -> None:
    look(page, name)


@pytest.fixture
def make(cast: Cast) -> Callable[..., Card]:
    by = {cast.job_desk: cast.operator, cast.trans_desk: cast.protected}

    def made(service: Service, *known_to: Service, **fields: Any) -> Card:
        card = registered(by[service], service, **fields)
        with system_role():
            Acquaintance.objects.bulk_create(Acquaintance(card=card, service=other) for other in known_to)
        return card

    return made


@pytest.mark.parametrize(("width", "language"), [(1366, "en-GB"), (390, "it-IT")])
def test_weights_are_looked_at_and_taken(
    cast: Cast, make: Callable[..., Card], open_page: Callable[..., Page], width: int, language: str
) -> None:
    answers_of_a_shelter(cast, make)
    with system_role():
        proposal = actions.propose(by=None).proposal
    assert proposal is not None
    page = open_page(width=width, language=language)
    sign_in(page, cast.network_manager)
    if language.startswith("en"):
        page.context.add_cookies([{"name": "django_language", "value": "en", "url": page.url}])
    page.goto(WEIGHTS)
    looked_at(page, f"weights-{width}-{language}")
    page.goto(f"{WEIGHTS}{proposal.version}/prendi/")
    looked_at(page, f"weights-take-{width}-{language}")
    page.get_by_label("Motivo" if language.startswith("it") else "Reason").fill("misurati e discussi")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{WEIGHTS}")
    expect(page.get_by_text("misurati e discussi").first).to_be_visible()
    assert in_force.model().version == proposal.version


@pytest.mark.parametrize(("width", "language"), WIDTHS)
def test_a_file_is_looked_at_before_it_is_stored(
    cast: Cast, open_page: Callable[..., Page], width: int, language: str
) -> None:
    registered(cast.operator, cast.job_desk, **AMINA)
    registered(cast.social_worker, cast.psychology, given_name="Xiao Ming", family_name="Wang", phone="333 7654321")
    page = open_page(width=width, language=language)
    sign_in(page, cast.coordinator)
    page.goto("/importa/persone/")
    page.get_by_label("Foglio di calcolo").set_input_files(
        {"name": "persone.csv", "mimeType": "text/csv", "buffer": FILE.encode()}
    )
    page.get_by_role("button", name="Carica e controlla").click()
    page.wait_for_url("**/importa/*/")
    do_queued_imports()
    page.goto(page.url)
    looked_at(page, f"import-preview-{width}")
    page.get_by_label("Non importare la riga 2").check()
    page.get_by_role("button", name="Importa le 4 righe").click()
    page.wait_for_load_state("load")
    do_queued_imports()
    page.goto(page.url)
    expect(page.get_by_text("Lasciate fuori")).to_be_visible()
    with system_role():
        assert not Card.objects.filter(import_ref="1").exists()


@pytest.mark.parametrize(("width", "language"), WIDTHS)
def test_answers_overruled_are_found_beside_the_queue(
    cast: Cast, make: Callable[..., Card], open_page: Callable[..., Page], width: int, language: str
) -> None:
    overrule(cast, make)
    page = open_page(width=width, language=language)
    sign_in(page, cast.protected)
    page.goto("/persone/duplicati/")
    page.get_by_role("link", name="Superate da altri").click()
    looked_at(page, f"overruled-{width}")
    page.get_by_role("link", name="Togli la risposta…").click()
    looked_at(page, f"overruled-drop-{width}")
    page.get_by_label("Motivo").fill("confuse")
    page.get_by_role("button", name="Togli la risposta").click()
    expect(page.get_by_text("La risposta è tolta")).to_be_visible()
