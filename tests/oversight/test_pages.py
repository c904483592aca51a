# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of the trail: each to whom it is for, and never a name or a content to the auditor."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ponte.people import actions
from ponte.people.models import Card
from ponte.platform.audit.models import AuditEvent
from ponte.platform.database.actor import acting_as
from tests.cast import Cast
from tests.oversight.conftest import Browse
from tests.people.support import registered

pytestmark = pytest.mark.django_db


@pytest.fixture
def card(cast: Cast) -> Card:
    card = registered(cast.operator, cast.job_desk, given_name="Zubaida", family_name="Marcatore")
    with acting_as(cast.operator.pk):
        actions.change_card(card=card, fields={"phone": "+393331234567"}, by=cast.operator)
    return card


def test_the_auditor_alone_opens_the_trail(cast: Cast, card: Card, browse: Browse) -> None:
    for name, user in cast.users.items():
        client = browse(user)
        expected = 200 if name == "auditor" else 403
        assert client.get("/tracce/").status_code == expected, name
        assert client.post("/tracce/scarica/", {"reason": "verifica", "kind": "csv"}).status_code == expected, name


def test_who_saw_a_person_is_shown_to_who_answers_for_the_service(cast: Cast, card: Card, browse: Browse) -> None:
    browse(cast.colleague).get(f"/persone/{card.code}/")
    for name, user in cast.users.items():
        answer = browse(user).get(f"/persone/{card.code}/accessi/")
        assert answer.status_code == (200 if name == "coordinator" else 404), name
    page = browse(cast.coordinator).get(f"/persone/{card.code}/accessi/").content.decode()
    assert "Carlo Ferri" in page
    assert "ha letto la scheda" in page
    assert AuditEvent.objects.filter(action="oversight.read_card_trail", object_id=card.pk).count() == 2
    for user, offered in ((cast.coordinator, True), (cast.operator, False)):
        assert (f"/persone/{card.code}/accessi/" in browse(user).get(f"/persone/{card.code}/").content.decode()) is (
            offered
        )


def test_the_auditor_finds_a_persons_events_and_neither_name_nor_content(
    cast: Cast, card: Card, browse: Browse
) -> None:
    client = browse(cast.auditor)
    answer = client.get("/tracce/", {"person": f"{card.code[:4]} {card.code[4:].lower()}"})
    page = answer.content.decode()
    assert "ha modificato la scheda" in page
    assert "telefono" in page
    sheet = client.post(
        f"/tracce/scarica/?person={card.code}", {"reason": "verifica", "kind": "csv"}
    ).content.decode()
    assert "ha modificato la scheda" in sheet
    for secret in ("Zubaida", "Marcatore", "3331234567"):
        assert secret not in page + sheet
    event = AuditEvent.objects.get(action="oversight.export_trail")
    assert (event.reason, event.after["person"]) == ("verifica", card.code)
    assert AuditEvent.objects.get(action="oversight.search_trail").after == {"person": card.code}


def test_nothing_is_taken_away_without_a_reason(cast: Cast, browse: Browse) -> None:
    client = browse(cast.auditor)
    assert client.post("/tracce/scarica/", {"reason": " ", "kind": "csv"}).status_code == 302
    assert not AuditEvent.objects.filter(action="oversight.export_trail").exists()


def test_one_click_is_shown_whole(cast: Cast, card: Card, browse: Browse) -> None:
    browse(cast.operator).get(f"/persone/{card.code}/modifica/")
    request = AuditEvent.objects.get(action="people.read_card").request
    page = browse(cast.auditor).get(f"/tracce/richieste/{request}/").content.decode()
    assert page.count("ha letto la scheda") == 1


@pytest.mark.parametrize(
    "query",
    ["person=1", "user=x", "what=nothing", "address=here", "request=7", "since=ieri", "dopo=x-y", "dopo=1-2",
     "dopo=9999999999999999-1"],
)  # fmt: skip
def test_a_criterion_that_is_none_is_said_and_breaks_nothing(cast: Cast, browse: Browse, query: str) -> None:
    assert browse(cast.auditor).get(f"/tracce/?{query}").status_code == 200


def test_a_page_asks_as_often_for_three_events_as_for_one(cast: Cast, card: Card, browse: Browse) -> None:
    client = browse(cast.auditor)

    def queries(what: str) -> int:
        with CaptureQueriesContext(connection) as captured:
            assert client.get("/tracce/", {"person": card.code, "what": what}).status_code == 200
        return len(captured)

    one = queries("people.change_card")
    for _ in range(3):
        browse(cast.operator).get(f"/persone/{card.code}/")
    assert queries("people.read_card") == one == 21
