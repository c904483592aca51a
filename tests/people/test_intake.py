# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Writing a person down: who is likely known is shown while typing, and nobody likely known is saved in silence."""

import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ponte.accounts.models import User
from ponte.people import actions, presence, protected_notices
from ponte.people.intake import Panel
from ponte.people.models import (
    Acquaintance,
    Card,
    CardIdentifier,
    IdentityDecision,
    PresenceNotice,
    PresenceQuestion,
    ToldApart,
)
from ponte.people.review.models import MatchPair
from ponte.platform.audit.models import AuditEvent
from ponte.platform.database.actor import acting_as
from tests.cast import Cast
from tests.people.support import registered
from tests.people.test_pages import form_of
from tests.people.test_presence import AMINA
from tests.support import system_role

NEW = "/persone/nuova/"
LIKELY = "/persone/nuova/somiglianze/"
SHEET = {"given_name": "Amina", "family_name": "El Idrissi", "birth_date": "12/03/1985"}


@pytest.fixture
def browse(client: Client) -> Callable[[User], Client]:
    def signed_in(user: User) -> Client:
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return signed_in


def panel_of(client: Client, path: str = LIKELY, **data: object) -> tuple[Panel, str]:
    response = client.post(path, data or SHEET)
    assert response.status_code == 200
    return response.context["panel"], response.content.decode()


def count_of_cards() -> int:
    with system_role():
        return Card.objects.count()


def test_likely_people_appear_while_the_form_fills(cast: Cast, browse: Callable[[User], Client]) -> None:
    own = registered(cast.operator, cast.job_desk, **AMINA)
    registered(cast.stranger, cast.foreign_desk, **{**AMINA, "given_name": "Amina Sara"})
    registered(cast.social_worker, cast.psychology, **{**AMINA, "phone": ""})
    registered(cast.protected, cast.trans_desk, **AMINA)
    client = browse(cast.operator)
    panel, text = panel_of(client)
    assert sorted(one.presence.kind for one in panel.likely) == ["own", "reserved", "shared"]
    for said in (
        f'href="/persone/{own.code}/"', "stessa persona", "a favore:", "stessa data di nascita", "È questa persona",
        "Sportelli per stranieri", "C'è un referente a cui chiedere", "È un'altra persona",
        "3 persone già conosciute somigliano",
    ):  # fmt: skip
        assert said in text, said
    for secret in ("Trans", "sicolog", "1234567"):
        assert secret not in text.replace(f"{own.code}", "")


def test_an_empty_form_asks_nothing_and_says_so(cast: Cast, browse: Callable[[User], Client]) -> None:
    client = browse(cast.operator)
    for data in ({"service": cast.job_desk.pk}, {"given_name": "A"}):
        panel, text = panel_of(client, **data)
        assert not panel.was_asked
        assert "Appena scrive un nome o un telefono" in text
    assert "Nessuno che le somigli" in panel_of(client)[1]
    assert AuditEvent.objects.filter(action="people.ask_presence").count() == 1


def test_asking_takes_a_reason_and_a_team_and_post(cast: Cast, browse: Callable[[User], Client]) -> None:
    client = browse(cast.operator)
    assert "Scriva perché cerca" in panel_of(client, **SHEET, asking_why="other")[1]
    panel_of(client, **SHEET, asking_why="other", asking_more="chiede la scuola")
    assert AuditEvent.objects.get(action="people.ask_presence").reason.endswith("chiede la scuola")
    assert client.get(LIKELY).status_code == 405
    assert Client(enforce_csrf_checks=True).post(LIKELY, SHEET).status_code in {302, 403}
    assert browse(cast.org_coordinator).post(LIKELY, SHEET).status_code == 403


def test_too_many_questions_are_a_sentence_and_nothing_is_saved(
    cast: Cast, browse: Callable[[User], Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(presence, "LIMITS", ((presence.KEPT, 1),))
    client = browse(cast.operator)
    panel_of(client)
    assert "molte domande in poco tempo" in panel_of(client)[1]
    response = client.post(NEW, {**SHEET, "service": cast.job_desk.pk})
    assert "molte domande in poco tempo" in response.content.decode()
    assert count_of_cards() == 0
    assert AuditEvent.objects.filter(action="people.exceed_presence").count() == 2


@pytest.mark.parametrize("owner", ["operator", "stranger", "social_worker"])
def test_nobody_likely_known_is_saved_without_a_word_about_them(
    cast: Cast, browse: Callable[[User], Client], owner: str
) -> None:
    """Without JavaScript too: the page that comes back shows who it is about."""
    services = {"operator": cast.job_desk, "stranger": cast.foreign_desk, "social_worker": cast.psychology}
    there = registered(cast.users[owner], services[owner], **AMINA)
    client = browse(cast.operator)
    data = {**SHEET, "service": cast.job_desk.pk}
    response = client.post(NEW, data)
    (one,) = response.context["panel"].undecided
    assert "Forse è già conosciuta" in response.content.decode()
    reference = one.presence.reference
    response = client.post(NEW, {**data, "apart": reference})
    assert "Dica perché è un&#x27;altra persona" in response.content.decode()
    assert client.post(NEW, {**data, "apart": "999-0", "apart_why": "papers"}).status_code == 200
    assert count_of_cards() == 1
    assert client.post(NEW, {**data, "apart": reference, "apart_why": "papers"}).status_code == 302
    with system_role():
        new = Card.objects.exclude(pk=there.pk).get()
        kept = (IdentityDecision if owner == "operator" else ToldApart).objects.get()
        assert {kept.card_a_id, kept.card_b_id} == {there.pk, new.pk}
    form = form_of(client, new)
    response = client.post(f"/persone/{new.code}/modifica/", {**form, "phone": "333 1234567"})
    assert response.status_code == 302, "asked again about a pair that was decided"


def test_a_protected_service_s_person_is_saved_in_silence_and_its_team_is_told(
    cast: Cast, browse: Callable[[User], Client]
) -> None:
    registered(cast.protected, cast.trans_desk, **AMINA)
    assert browse(cast.operator).post(NEW, {**SHEET, "service": cast.job_desk.pk}).status_code == 302
    with system_role():
        protected_notices.tell_protected_teams()
    client = browse(cast.protected)
    page = client.get("/").content.decode()
    assert "Sportello Lavoro può avere incontrato" in page
    with acting_as(cast.protected.pk):
        notice = PresenceNotice.objects.get()
    assert client.post(f"/persone/avvisi/{notice.pk}/visto/").status_code == 302
    assert "può avere incontrato" not in client.get("/").content.decode()
    assert browse(cast.operator).post(f"/persone/avvisi/{notice.pk}/visto/").status_code == 404


@pytest.mark.parametrize(
    "sheet",
    [
        {"given_name": "AMINA", "family_name": "el idrissi"},
        {"given_name": "El Idrissi", "family_name": "Amina", "birth_date": "1985"},
        {"given_name": "Carla", "fiscal_code": "LDRMNA85C52Z330F"},
    ],
    ids=["the same name in other letters", "swapped, a year", "only the document"],
)
def test_what_was_never_saved_in_silence_still_is_not(
    cast: Cast, browse: Callable[[User], Client], sheet: dict[str, str]
) -> None:
    there = registered(cast.operator, cast.job_desk, **AMINA)
    with acting_as(cast.operator.pk):
        actions.add_detail(
            detail=CardIdentifier(card=there, kind="fiscal_code", value="LDRMNA85C52Z330F"), by=cast.operator
        )
    response = browse(cast.operator).post(NEW, {**sheet, "service": cast.job_desk.pk})
    assert [one.presence.card for one in response.context["panel"].undecided] == [there]
    assert count_of_cards() == 1


def test_recognising_opens_the_card_that_is_there(cast: Cast, browse: Callable[[User], Client]) -> None:
    there = registered(cast.stranger, cast.foreign_desk, **AMINA)
    client = browse(cast.operator)
    panel, _text = panel_of(client)
    reference = panel.likely[0].presence.reference
    press = {**SHEET, "service": cast.job_desk.pk, "recognise": reference}
    for missing in ({}, {f"present-{reference}": "on"}, {f"reason-{reference}": "ha la tessera"}):
        response = client.post(NEW, {**press, **missing})
        assert response.status_code == 200
        assert "Prima confermi" in response.content.decode() or "Scriva il motivo" in response.content.decode()
    assert client.get(f"/persone/{there.code}/").status_code == 404
    response = client.post(NEW, {**press, f"present-{reference}": "on", f"reason-{reference}": "ha la tessera"})
    assert response["Location"] == f"/persone/{there.code}/"
    assert client.get(f"/persone/{there.code}/").status_code == 200
    with acting_as(cast.operator.pk):
        assert Acquaintance.objects.get(service=cast.job_desk).card_id == there.pk
    assert count_of_cards() == 1


def test_asking_the_referent_keeps_what_was_typed(cast: Cast, browse: Callable[[User], Client]) -> None:
    registered(cast.social_worker, cast.psychology, **AMINA)
    client = browse(cast.operator)
    panel, _text = panel_of(client)
    reference = panel.likely[0].presence.reference
    data = {**SHEET, "service": cast.job_desk.pk, "citizenships": ["MA"], "ask": reference}
    response = client.post(NEW, {**data, f"message-{reference}": "Mi richiami al 123"})
    text = response.content.decode()
    assert "Il suo messaggio aspetta una risposta" in text
    assert 'value="12/03/1985"' in text
    assert "Serve almeno un nome" not in text
    assert re.search(r'<option value="MA" selected', text)
    worker = browse(cast.social_worker)
    assert "Olga Prati (Sportello Lavoro) chiede di una persona" in worker.get("/").content.decode()
    with acting_as(cast.social_worker.pk):
        path = f"/persone/domande/{PresenceQuestion.objects.get().pk}/"
    assert "Mi richiami al 123" in worker.get(path).content.decode()
    assert worker.post(path, {"reply": "Domani alle 9"}).status_code == 302
    assert worker.get(path).status_code == 404
    client = browse(cast.operator)
    assert client.get(path).status_code == 404
    assert "Domani alle 9" in client.get("/").content.decode()
    assert "Domani alle 9" in panel_of(client)[1]
    assert count_of_cards() == 1


def test_a_correction_that_makes_a_card_like_another_asks_and_same_goes_to_the_review(
    cast: Cast, browse: Callable[[User], Client]
) -> None:
    there = registered(cast.stranger, cast.foreign_desk, **AMINA)
    card = registered(
        cast.operator, cast.job_desk, **{**AMINA, "given_name": "Zoe", "family_name": "Bianchi", "phone": ""}
    )
    client = browse(cast.operator)
    path = f"/persone/{card.code}/modifica/"
    data = form_of(client, card)
    assert not panel_of(client, f"/persone/{card.code}/somiglianze/", **data)[0].was_asked
    changed = {**data, "given_name": "Amina", "family_name": "El Idrissi"}
    assert len(panel_of(client, f"/persone/{card.code}/somiglianze/", **changed)[0].undecided) == 1
    response = client.post(path, changed)
    (one,) = response.context["panel"].undecided
    assert client.post(path, {**changed, "same": one.presence.reference}).status_code == 302
    with system_role():
        pair = MatchPair.objects.get()
        assert {pair.card_a_id, pair.card_b_id, pair.source} == {there.pk, card.pk, "intake"}
        assert Card.objects.get(pk=card.pk).given_name == "Amina"


@pytest.mark.parametrize("people", [1, 3])
def test_the_panel_asks_the_database_the_same_for_one_and_for_three(
    cast: Cast, browse: Callable[[User], Client], people: int
) -> None:
    for _ in range(people):
        registered(cast.stranger, cast.foreign_desk, **AMINA)
    client = browse(cast.operator)
    panel_of(client)
    with CaptureQueriesContext(connection) as queries:
        panel, _text = panel_of(client)
    assert len(panel.likely) == people
    statements = [
        query["sql"] for query in queries.captured_queries if not query["sql"].startswith(("SAVEPOINT", "RELEASE"))
    ]
    assert len(statements) == 26
