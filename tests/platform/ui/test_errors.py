# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from collections.abc import Iterator

import psycopg
import pytest
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.db import OperationalError, connection
from django.http import HttpRequest, HttpResponse
from django.test import Client, override_settings
from django.urls import path

from ponte.config.urls import handler400, handler403, handler404, handler500
from ponte.config.urls import urlpatterns as real

__all__ = ["handler400", "handler403", "handler404", "handler500"]


@login_not_required
def break_database(request: HttpRequest) -> HttpResponse:
    with connection.cursor() as cursor:
        cursor.execute("SELECT nothing FROM nowhere")
    return HttpResponse()


@login_not_required
def lose_database(request: HttpRequest) -> HttpResponse:
    raise OperationalError from psycopg.OperationalError("server closed the connection unexpectedly")


@login_not_required
def fill_disk(request: HttpRequest) -> HttpResponse:
    raise OperationalError from psycopg.errors.DiskFull("could not extend file")


@login_not_required
def refuse(request: HttpRequest) -> HttpResponse:
    raise PermissionDenied


@login_not_required
def count_fields(request: HttpRequest) -> HttpResponse:
    return HttpResponse(str(len(request.POST)))


urlpatterns = [
    path("guasto/", break_database),
    path("senza-dati/", lose_database),
    path("pieno/", fill_disk),
    path("vietato/", refuse),
    path("campi/", count_fields),
    *real,
]


@pytest.fixture(autouse=True)
def _pages_that_fail() -> Iterator[None]:
    with override_settings(ROOT_URLCONF=__name__):
        yield


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "status", "italian", "english"),
    [
        ("/guasto/", 500, "Qualcosa non ha funzionato", "Something went wrong"),
        ("/senza-dati/", 503, "può essere stato salvato all'ultimo momento", "look whether it is there"),
        ("/pieno/", 503, "Lo spazio sul disco è finito", "There is no space left on the disk"),
        ("/vietato/", 403, "Questa pagina non è per il suo ruolo", "This page is not for your role"),
        ("/che-non-esiste/", 404, "Qui non c'è nulla", "There is nothing here"),
    ],
)
def test_what_went_wrong_is_said_in_one_sentence(address: str, status: int, italian: str, english: str) -> None:
    """Never a traceback, in either language, and always a way back."""
    for language, sentence in (("it", italian), ("en", english)):
        client = Client(raise_request_exception=False)
        client.cookies["django_language"] = language
        response = client.get(address)
        page = response.content.decode()
        assert response.status_code == status
        assert sentence in page
        assert 'href="/"' in page
        assert "Traceback" not in page
        assert "nowhere" not in page


@pytest.mark.django_db
def test_too_many_fields_are_refused_with_the_limit() -> None:
    fields = {f"f{number}": "1" for number in range(5001)}
    response = Client().post("/campi/", fields)
    assert response.status_code == 413
    assert "5000" in response.content.decode()


@pytest.mark.django_db
def test_a_page_left_open_too_long_says_so() -> None:
    response = Client(enforce_csrf_checks=True).post("/lingua/", {"language": "en"})
    assert response.status_code == 403
    assert "troppo tempo" in response.content.decode()


@pytest.mark.django_db
def test_a_request_for_a_host_that_is_not_ours_is_refused() -> None:
    response = Client().get("/", headers={"host": "elsewhere.example"})
    assert response.status_code == 400
    assert "non si capisce" in response.content.decode()
