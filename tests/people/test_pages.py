# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The pages of people: what each shows, to whom, and that every look is kept."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from ponte.accounts.models import User
from ponte.people import actions, enrolling
from ponte.people.models import Card, CardIdentifier, Enrolment
from ponte.platform.audit.models import AuditEvent
from ponte.platform.database.actor import acting_as
from tests.cast import Cast
from tests.people.support import registered
from tests.support import system_role

LONG = "Maria Fernanda Guadalupe de los Ángeles Villavicencio Quispe Huamán de la Torre"


@pytest.fixture
def browse(client: Client) -> Callable[[User], Client]:
    def signed_in(user: User) -> Client:
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return signed_in


def page(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, path
    return response.content.decode()


def test_only_the_team_opens_a_card_and_every_look_is_kept(cast: Cast, browse: Callable[[User], Client]) -> None:
    card = registered(cast.operator, cast.job_desk)
    paths = [
        f"/persone/{card.code}/{rest}" for rest in ("", "modifica/", "stampa/", "nome-legale/", "documenti/aggiungi/")
    ]
    for name, user in cast.users.items():
        client = browse(user)
        statuses = {client.get(path).status_code for path in paths}
        assert statuses == ({200} if name in {"operator", "colleague", "coordinator"} else {404}), name
    looks = AuditEvent.objects.filter(object_id=card.pk, action__in=["people.read_card", "people.print_card"])
    assert set(looks.values_list("actor__name", "action")) == {
        (name, action)
        for name in ("Olga Prati", "Carlo Ferri", "Cora Monti")
        for action in ("people.read_card", "people.print_card")
    }


@pytest.mark.parametrize("native", [LONG, "محمد بن عبد الرحمن", "王小明", "Олена Шевченко"])
def test_names_of_any_script_and_length_are_shown(cast: Cast, browse: Callable[[User], Client], native: str) -> None:
    card = registered(cast.operator, cast.job_desk, given_name="A", native_name=native)
    client = browse(cast.operator)
    assert native in page(client, f"/persone/{card.code}/")
    assert native in page(client, f"/persone/?q={native}")


def test_an_empty_field_says_why(cast: Cast, browse: Callable[[User], Client]) -> None:
    card = registered(
        cast.operator, cast.job_desk, given_name="A", answers={"birth_date": "refused", "languages": "unknown"}
    )
    text = page(browse(cast.operator), f"/persone/{card.code}/")
    assert "preferisce non dirlo" in text
    assert "non lo sa" in text
    assert "non chiesto" in text


def test_a_chosen_name_is_the_name_and_the_legal_one_is_behind_a_step(
    cast: Cast, browse: Callable[[User], Client]
) -> None:
    card = registered(
        cast.protected,
        cast.trans_desk,
        given_name="Ludovico",
        family_name="Rossi",
        native_name="ルドヴィコ",
        chosen_name="Maria",
    )
    with acting_as(cast.protected.pk):
        actions.add_detail(
            detail=CardIdentifier(card=card, kind="fiscal_code", value="RSSMRA85T10A562S"), by=cast.protected
        )
    client = browse(cast.protected)
    for path in (
        "/persone/",
        "/persone/?q=rossi",
        *(f"/persone/{card.code}/{p}" for p in ("", "modifica/", "stampa/", "nome-legale/")),
    ):
        text = page(client, path)
        assert "Maria" in text
        for legal in ("Ludovico", "ルドヴィコ", "RSSMRA85T10A562S"):
            assert legal not in text, path
    assert "Ludovico" not in client.post(f"/persone/{card.code}/nome-legale/", {"reason": ""}).content.decode()
    shown = client.post(f"/persone/{card.code}/nome-legale/", {"reason": "Questura"}).content.decode()
    assert "Ludovico" in shown
    assert AuditEvent.objects.get(action="people.read_legal_name").reason == "Questura"
    client.post(f"/persone/{card.code}/modifica/", form_of(client, card) | {"notes": "ok"})
    with system_role():
        assert Card.objects.values_list("given_name", "native_name", "notes").get(pk=card.pk) == (
            "Ludovico",
            "ルドヴィコ",
            "ok",
        )


def form_of(client: Client, card: Card) -> dict[str, object]:
    """What the browser would send if nothing were changed."""
    form = client.get(f"/persone/{card.code}/modifica/").context["form"]
    return {name: value for name in form.fields if (value := form[name].value()) is not None}


NEW = {
    "given_name": "Amina",
    "family_name": "El Idrissi",
    "birth_date": "03/1985",
    "citizenships": ["MA", "IT"],
    "languages": ["ara"],
    "needs_mediator": "yes",
    "area": "Rozzano",
    "phone": "333 1234567",
    "fiscal_code": "",
    "answer_email": "refused",
    "answer_phone": "refused",
}


def test_registering_at_the_desk(cast: Cast, browse: Callable[[User], Client]) -> None:
    client = browse(cast.operator)
    response = client.post("/persone/nuova/", {**NEW, "service": cast.job_desk.pk, "enrol": "on"})
    with acting_as(cast.operator.pk):
        card = Card.objects.get()
        assert response["Location"] == f"/persone/{card.code}/"
        assert (card.birth_year, card.birth_month, card.birth_day) == (1985, 3, None)
        assert (card.citizenships, card.languages, card.needs_mediator) == (["MA", "IT"], ["ara"], True)
        assert (card.area, card.phone) == (cast.rozzano, "+393331234567")
        # A reason is kept only while the field is empty.
        assert card.answers == {"email": "refused"}
        assert Enrolment.objects.get().referent == cast.operator


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"given_name": "", "family_name": ""}, "Serve almeno un nome"),
        ({"birth_date": "31/02/1980"}, "31/02/1980"),
        ({"birth_date": "2150"}, "serve una data tra"),
        ({"area": "Gotham"}, "Gotham"),
        ({"fiscal_code": "RSSMRA85T10A562X"}, "RSSMRA85T10A562X"),
        ({"citizenships": ["QQ"]}, "QQ"),
        ({"email": "a@b"}, "e-mail"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_stored(
    cast: Cast, browse: Callable[[User], Client], wrong: dict[str, object], said: str
) -> None:
    response = browse(cast.operator).post("/persone/nuova/", {**NEW, "service": cast.job_desk.pk, **wrong})
    assert response.status_code == 200
    assert said in response.content.decode()
    with system_role():
        assert not Card.objects.exists()


def test_nobody_registers_for_another_s_service(cast: Cast, browse: Callable[[User], Client]) -> None:
    response = browse(cast.operator).post("/persone/nuova/", {**NEW, "service": cast.trans_desk.pk})
    assert response.status_code == 200
    assert browse(cast.org_coordinator).get("/persone/nuova/").status_code == 403
    with system_role():
        assert not Card.objects.exists()


def test_a_tax_code_that_contradicts_the_card_is_a_warning(cast: Cast, browse: Callable[[User], Client]) -> None:
    data = {**NEW, "service": cast.job_desk.pk, "fiscal_code": "RSSMRA85T10A562S", "sex": "F"}
    response = browse(cast.operator).post("/persone/nuova/", data, follow=True)
    text = response.content.decode()
    assert "Secondo il codice fiscale la data di nascita è 10/12/1985" in text
    assert "altro sesso" in text


def test_a_change_that_crosses_another_is_refused(cast: Cast, browse: Callable[[User], Client]) -> None:
    card = registered(cast.operator, cast.job_desk)
    client = browse(cast.operator)
    data = form_of(client, card)
    with acting_as(cast.colleague.pk):
        actions.change_card(card=card, fields={"notes": "di Carlo"}, by=cast.colleague)
    response = client.post(f"/persone/{card.code}/modifica/", {**data, "notes": "di Olga"})
    assert "Nel frattempo qualcun altro" in response.content.decode()
    with system_role():
        assert Card.objects.get().notes == "di Carlo"


def test_an_unchanged_form_changes_nothing(cast: Cast, browse: Callable[[User], Client]) -> None:
    card = registered(
        cast.operator, cast.job_desk, given_name="A", languages=["ukr", "ara"], birth_year=1985, birth_month=3,
        needs_mediator=False, area=cast.milano, phone="+393331234567", answers={"email": "refused"},
    )  # fmt: skip
    client = browse(cast.operator)
    assert client.post(f"/persone/{card.code}/modifica/", form_of(client, card)).status_code == 302
    assert not AuditEvent.objects.filter(action="people.change_card").exists()


def test_documents_households_and_enrolments_by_form(cast: Cast, browse: Callable[[User], Client]) -> None:
    card = registered(cast.operator, cast.job_desk)
    other = registered(cast.operator, cast.job_desk, given_name="Sara")
    client = browse(cast.operator)
    base = f"/persone/{card.code}/"
    soon = timezone.localdate() + dt.timedelta(days=20)
    permit = {"kind": "permit", "permit_type": "famiglia", "value": "I 123", "expires_on": soon.isoformat()}
    assert client.post(f"{base}documenti/aggiungi/", permit).status_code == 302
    assert client.post(f"{base}documenti/aggiungi/", {"kind": "stp", "value": "STP12"}).status_code == 200
    assert (
        client.post(
            f"{base}documenti/aggiungi/", {"kind": "passport", "permit_type": "famiglia", "value": "1"}
        ).status_code
        == 200
    )
    assert (
        client.post(
            f"{base}recapiti/aggiungi/", {"kind": "phone", "value": "02 123456", "note": "sorella"}
        ).status_code
        == 302
    )
    assert client.post(f"{base}nucleo/", {"other": other.code.lower(), "role": "head"}).status_code == 302
    assert client.post(f"{base}nucleo/", {"other": "ZZZZZZZZ"}).status_code == 200
    opening = {
        "service": cast.job_desk.pk,
        "opened_on": "2021-05-10",
        "reason": "cerca lavoro",
        "referent": cast.colleague.pk,
    }
    assert client.post(f"{base}prese-in-carico/nuova/", {**opening, "referent": cast.stranger.pk}).status_code == 200
    assert client.post(f"{base}prese-in-carico/nuova/", opening).status_code == 302
    assert client.get(f"{base}prese-in-carico/nuova/").status_code == 302
    text = page(client, base)
    for shown in ("I123", "Motivi familiari", "in scadenza", "sorella", "Sara", "cerca lavoro", "Carlo Ferri"):
        assert shown in text, shown
    with acting_as(cast.operator.pk):
        enrolment = Enrolment.objects.get()
        document = CardIdentifier.objects.get()
    wrong = {"closed_on": "2021-05-09", "outcome": "completed"}
    assert client.post(f"{base}prese-in-carico/{enrolment.pk}/chiudi/", wrong).status_code == 200
    assert (
        client.post(f"{base}prese-in-carico/{enrolment.pk}/chiudi/", wrong | {"closed_on": "2021-06-01"}).status_code
        == 302
    )
    assert client.post(f"{base}prese-in-carico/{enrolment.pk}/riapri/", {"on": "2021-01-01"}).status_code == 200
    assert client.post(f"{base}prese-in-carico/{enrolment.pk}/riapri/", {"on": "2021-07-01"}).status_code == 302
    assert client.post(f"{base}documenti/{document.pk}/togli/").status_code == 302
    assert client.get(f"{base}documenti/{document.pk}/togli/").status_code == 405
    assert client.post(f"{base}nucleo/esci/").status_code == 302
    text = page(client, base)
    assert "Presa in carico riaperta" in text
    assert "I123" not in text


def test_another_team_s_enrolment_cannot_be_touched(cast: Cast, browse: Callable[[User], Client]) -> None:
    card = registered(cast.operator, cast.job_desk)
    with acting_as(cast.operator.pk):
        enrolment = enrolling.open_enrolment(
            card=card, service=cast.job_desk, opened_on=dt.date(2021, 1, 1), by=cast.operator
        )
    for user in (cast.stranger, cast.protected, cast.org_coordinator):
        path = f"/persone/{card.code}/prese-in-carico/{enrolment.pk}/chiudi/"
        assert browse(user).post(path, {"closed_on": "2021-06-01", "outcome": "other"}).status_code == 404


@pytest.mark.parametrize(("path", "count"), [("/persone/", 12), ("/persone/?q=amina", 19)])
def test_lists_ask_the_same_number_of_questions_for_one_person_and_for_three(
    cast: Cast, browse: Callable[[User], Client], path: str, count: int
) -> None:
    client = browse(cast.operator)
    for _ in range(3):
        card = registered(cast.operator, cast.job_desk, given_name="Amina")
        with acting_as(cast.operator.pk):
            enrolling.open_enrolment(
                card=card, service=cast.job_desk, opened_on=dt.date(2021, 1, 1), by=cast.operator
            )
        page(client, path)
        with CaptureQueriesContext(connection) as captured:
            page(client, path)
        assert len(captured) == count, "\n".join(query["sql"][:150] for query in captured.captured_queries)


def test_a_fragment_is_a_fragment(cast: Cast, browse: Callable[[User], Client]) -> None:
    registered(cast.operator, cast.job_desk)
    response = browse(cast.operator).get("/persone/?q=amina", headers={"HX-Request": "true"})
    assert "<html" not in response.content.decode()
    assert "Amina" in response.content.decode()


@pytest.mark.parametrize(
    "query",
    ["page=999999", "page=x", "service=abc", "service=999", "citizenship=QQ", "language=", "enrolled=on"],
)
def test_odd_addresses_do_not_break_the_list(cast: Cast, browse: Callable[[User], Client], query: str) -> None:
    registered(cast.operator, cast.job_desk)
    page(browse(cast.operator), f"/persone/?{query}")
