# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Bringing people in through the browser: nothing is stored unseen, and nobody else sees the file."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.utils import timezone

from ponte.accounts.models import User
from ponte.people import queries
from ponte.people.models import Card
from ponte.platform.database.actor import acting_as
from ponte.platform.spreadsheets import tasks
from ponte.platform.spreadsheets.models import ImportRun
from ponte.platform.spreadsheets.reading import read_bytes
from tests.cast import Cast
from tests.people.worker import do_queued_imports
from tests.support import system_role

FILE = "ref,Nome,Cognome,nascita,colore\n1,Amina,El Idrissi,1985,verde\n2,محمد,,03/1990,\n"
WRONG = "ref,Nome,birth_date\n1,Amina,31/02/1980\n2,Bea,1990\n"


@pytest.fixture
def browse(client: Client) -> Callable[[User], Client]:
    def signed_in(user: User) -> Client:
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return signed_in


def send(client: Client, cast: Cast, text: str, name: str = "persone.csv") -> str:
    """Upload, and let the worker do what was queued; returns the run's address."""
    response = client.post(
        "/importa/persone/", {"file": SimpleUploadedFile(name, text.encode()), "service": cast.job_desk.pk}
    )
    assert response.status_code == 302, response.content.decode()
    do_queued_imports()
    return str(response["Location"])


def test_from_upload_to_cards(cast: Cast, browse: Callable[[User], Client]) -> None:
    client = browse(cast.coordinator)
    address = send(client, cast, FILE)
    text = client.get(address).content.decode()
    for shown in ("2 righe lette", "Tutte le righe vanno bene", "محمد", "sconosciuta", "colore"):
        assert shown in text, shown
    with system_role():
        assert not Card.objects.exists()
    client.post(f"{address}conferma/")
    assert "In attesa" in client.get(address).content.decode()
    do_queued_imports()
    assert "importazione è finita" in client.get(address).content.decode()
    with acting_as(cast.operator.pk):
        assert set(queries.visible_to(cast.operator).values_list("given_name", "notes")) == {
            ("Amina", "colore: verde"),
            ("محمد", ""),
        }
    with system_role():
        run = ImportRun.objects.get()
        assert (run.status, run.content, run.found["counts"]["created"]) == ("done", None, 2)
    again = send(client, cast, FILE)
    client.post(f"{again}conferma/")
    do_queued_imports()
    with system_role():
        assert Card.objects.count() == 2


def test_wrong_rows_are_listed_and_only_the_good_ones_stored_on_request(
    cast: Cast, browse: Callable[[User], Client]
) -> None:
    client = browse(cast.coordinator)
    address = send(client, cast, WRONG)
    text = client.get(address).content.decode()
    assert "31/02/1980" in text
    assert "Importa solo la riga giusta" in text
    client.post(f"{address}conferma/", {"partial": "1"})
    do_queued_imports()
    with system_role():
        assert list(Card.objects.values_list("given_name", flat=True)) == ["Bea"]
    refused = read_bytes(client.get(f"{address}rifiutate/").content, "x.csv")
    assert [row.cells[:3] for row in refused.rows] == [["1", "Amina", "31/02/1980"]]


def test_wrong_rows_refuse_the_file_when_nobody_asked_for_a_part(
    cast: Cast, browse: Callable[[User], Client]
) -> None:
    client = browse(cast.coordinator)
    address = send(client, cast, WRONG)
    client.post(f"{address}conferma/")
    do_queued_imports()
    assert "Nulla è stato salvato" in client.get(address).content.decode()
    with system_role():
        assert not Card.objects.exists()


def test_headings_are_settled_by_a_person(cast: Cast, browse: Callable[[User], Client]) -> None:
    client = browse(cast.coordinator)
    address = send(client, cast, "ref,chi,cognomme\n1,Amina,Neri\n")
    page = client.get(address)
    assert "almeno una colonna tra" in page.content.decode()
    assert [(h["heading"], h["chosen"]) for h in page.context["headings"]] == [
        ("ref", "ref"),
        ("chi", ""),
        ("cognomme", "family_name"),
    ]
    twice = {"column_0": "ref", "column_1": "family_name", "column_2": "family_name"}
    assert "scelta due volte" in client.post(f"{address}intestazioni/", twice, follow=True).content.decode()
    client.post(f"{address}intestazioni/", {"column_0": "ref", "column_1": "given_name", "column_2": "family_name"})
    do_queued_imports()
    client.post(f"{address}conferma/")
    do_queued_imports()
    with system_role():
        assert Card.objects.values_list("given_name", "family_name").get() == ("Amina", "Neri")


def test_what_is_no_sheet_is_said_at_once(cast: Cast, browse: Callable[[User], Client]) -> None:
    file = SimpleUploadedFile("foto.png", b"\x89PNG\r\n\x1a\n\x00\x81")
    response = browse(cast.coordinator).post("/importa/persone/", {"file": file, "service": cast.job_desk.pk})
    assert "foto.png" in response.content.decode()
    assert not ImportRun.objects.exists()


def test_only_coordinators_import_and_only_into_their_services(cast: Cast, browse: Callable[[User], Client]) -> None:
    for name, user in cast.users.items():
        status = browse(user).get("/importa/persone/").status_code
        assert status == (200 if name == "coordinator" else 403), name
    client = browse(cast.coordinator)
    file = SimpleUploadedFile("persone.csv", FILE.encode())
    assert client.post("/importa/persone/", {"file": file, "service": cast.trans_desk.pk}).status_code == 200
    assert not ImportRun.objects.exists()


def test_nobody_else_sees_the_file(cast: Cast, browse: Callable[[User], Client]) -> None:
    address = send(browse(cast.coordinator), cast, FILE)
    for name, user in cast.users.items():
        with acting_as(user.pk), connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM spreadsheets_importrun")
            assert cursor.fetchone()[0] == (1 if name == "coordinator" else 0), name
        if name != "coordinator":
            client = browse(user)
            for rest in ("", "avanzamento/", "rifiutate/"):
                assert client.get(address + rest).status_code in {403, 404}
            assert client.post(f"{address}conferma/").status_code in {403, 404}


def test_who_lost_the_role_meanwhile_stores_nothing(cast: Cast, browse: Callable[[User], Client]) -> None:
    client = browse(cast.coordinator)
    address = send(client, cast, FILE)
    client.post(f"{address}conferma/")
    cast.coordinator.memberships.all().delete()
    do_queued_imports()
    with system_role():
        assert not Card.objects.exists()
        assert ImportRun.objects.get().status == "failed"


def test_a_file_can_be_thrown_away(cast: Cast, browse: Callable[[User], Client]) -> None:
    client = browse(cast.coordinator)
    address = send(client, cast, FILE)
    assert client.post(f"{address}elimina/").status_code == 302
    with system_role():
        assert not ImportRun.objects.exists()


def test_files_and_outcomes_are_forgotten(cast: Cast, browse: Callable[[User], Client]) -> None:
    client = browse(cast.coordinator)
    send(client, cast, FILE)
    with system_role():
        tasks.forget_imports(0)
        assert ImportRun.objects.count() == 1
        ImportRun.objects.update(uploaded_at=timezone.now() - timedelta(days=2))
        tasks.forget_imports(0)
        assert not ImportRun.objects.exists()


def test_silence_offers_to_try_again(cast: Cast, browse: Callable[[User], Client]) -> None:
    client = browse(cast.coordinator)
    address = send(client, cast, FILE)
    client.post(f"{address}conferma/")
    with system_role():
        ImportRun.objects.update(heard_at=timezone.now() - timedelta(minutes=6))
    assert "Riprova" in client.get(address).content.decode()
    client.post(f"{address}riprova/")
    do_queued_imports()
    with system_role():
        assert Card.objects.count() == 2


def test_progress_sends_the_page_again_at_the_end(cast: Cast, browse: Callable[[User], Client]) -> None:
    client = browse(cast.coordinator)
    address = send(client, cast, FILE)
    assert client.get(f"{address}avanzamento/")["HX-Refresh"] == "true"
    client.post(f"{address}conferma/")
    assert "HX-Refresh" not in client.get(f"{address}avanzamento/")


def test_the_empty_sheet_has_every_column(cast: Cast, browse: Callable[[User], Client]) -> None:
    response = browse(cast.coordinator).get("/importa/persone/modello/")
    assert response.content.startswith(b"PK")
    assert "/importa/persone/" in browse(cast.coordinator).get("/importa/").content.decode()
