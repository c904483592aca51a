# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whatever is sent, the answer is one sentence in one shape, and nothing is half done."""

import threading
from typing import Any

import pytest
from django.db import connection
from django.test import Client

from ponte.people.models import Card
from tests.api.support import Program, given_token, program
from tests.cast import Cast, assemble
from tests.support import system_role

AMINA = {"given_name": "Amina", "family_name": "Berrada", "why": "desk"}


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("{", 400),
        ("", 422),
        ("NaN", 400),
        (b"\xff\xfe", 400),
        ("[" * 100_000, 400),
        ('{"given_name": "a\\u0000b", "why": "desk"}', 400),
        ('{"given_name": "\\ud83d", "why": "desk"}', 400),
        ('{"given_name": 1e999, "why": "desk"}', 400),
        ('{"given_name": ' + "9" * 400 + ', "why": "desk"}', 400),
        ('{"given_name": ' + "9" * 5000 + ', "why": "desk"}', 400),
        ("[]", 422),
        ("null", 422),
        ('{"given_name": 1, "why": "desk"}', 422),
        ('{"given_name": "' + "a" * 300 + '", "why": "desk"}', 422),
        ('{"given_name": "' + "a" * 300_000 + '", "why": "desk"}', 413),
    ],
    ids=range(15),
)  # fmt: skip
def test_a_body_that_is_none_is_refused(cast: Cast, body: str | bytes, status: int) -> None:
    answer = program(cast.operator).post("/people", body)
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, "application/problem+json")
    said = answer.json()
    assert set(said) >= {"type", "title", "status", "detail", "errors", "instance"}
    assert said["detail"]
    assert "Traceback" not in answer.content.decode()
    with system_role():
        assert Card.objects.count() == 0


def test_a_body_that_is_no_json_says_so(cast: Cast) -> None:
    _token, secret = given_token(cast.operator)
    answer = Client().post("/api/v1/people", {"given_name": "Amina"}, headers={"Authorization": f"Bearer {secret}"})
    assert answer.status_code == 415


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ({"q": "a\x00"}, 400),
        ({"q": ""}, 422),
        ({}, 422),
        ({"q": "a" * 200}, 422),
        ({"q": "amina", "limit": "9" * 40}, 422),
        ({"q": "amina", "limit": "0"}, 422),
        ({"q": "amina", "limit": "x"}, 422),
        ({"q": "\ufffd\u202e%00"}, 200),
    ],
)
def test_a_question_that_is_none_is_refused(cast: Cast, query: dict[str, str], status: int) -> None:
    assert program(cast.operator).get("/people", **query).status_code == status


@pytest.mark.parametrize(
    "path", ["/", "/nothing", "/people/abc", "/people/AAAA2222/x", "/people/%00", "/people/ZZZZ9999"]
)
def test_an_address_that_is_none_is_absent_in_one_shape(cast: Cast, path: str) -> None:
    answer = program(cast.operator).get(path)
    assert (answer.status_code, answer.json()["title"]) == (404, "Non trovato")


def test_a_refusal_speaks_the_language_asked_or_else_the_users(cast: Cast) -> None:
    _token, secret = given_token(cast.operator)
    said = {
        language: Program(secret, language=language).get("/people/ZZZZ9999").json()["title"]
        for language in ("it", "en", "xx")
    }
    assert said == {"it": "Non trovato", "en": "Not found", "xx": "Non trovato"}
    type(cast.operator).objects.filter(pk=cast.operator.pk).update(language="en")
    answer = Client().get("/api/v1/people/ZZZZ9999", headers={"Authorization": f"Bearer {secret}"})
    assert answer.json()["title"] == "Not found"


def test_other_methods_are_answered_soberly(cast: Cast) -> None:
    _token, secret = given_token(cast.operator)
    client, headers = Client(), {"Authorization": f"Bearer {secret}"}
    head = client.head("/api/v1/people?q=amina", headers=headers)
    assert (head.status_code, head.content) == (200, b"")
    asked = client.options("/api/v1/people", headers={"Origin": "https://evil.example"})
    assert (asked.status_code, asked.content) == (204, b"")
    assert {*asked.headers["Allow"].split(", ")} == {"GET", "POST"}
    deleted = client.delete("/api/v1/people", headers=headers)
    assert deleted.status_code == 405
    assert {*deleted.headers["Allow"].split(", ")} == {"GET", "POST"}
    assert deleted.json()["status"] == 405


def test_no_other_site_may_read_an_answer(cast: Cast) -> None:
    answer = Program().client.get("/api/v1/services", headers={"Origin": "https://evil.example"})
    assert answer.status_code == 200
    assert not [name for name in answer.headers if name.lower().startswith("access-control-")]
    assert answer.headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"


def test_a_token_sent_in_the_clear_is_refused_and_not_led_on(cast: Cast, settings: Any) -> None:
    _token, secret = given_token(cast.operator)
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_REDIRECT_EXEMPT = [r"^api/v1/"]
    assert Program(secret).get("/people", q="amina").status_code == 403
    secure = Client().get("/api/v1/people?q=amina", secure=True, headers={"Authorization": f"Bearer {secret}"})
    assert secure.status_code == 200


def test_a_fault_is_told_without_its_insides_and_leaves_nothing(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    from ponte.people import registering

    def broken(*_args: Any, **_kwargs: Any) -> None:
        raise RuntimeError("Amina's secret")

    monkeypatch.setattr(registering.intake, "remember", broken)
    answer = program(cast.operator).post("/people", AMINA)
    assert answer.status_code == 500
    assert "secret" not in answer.content.decode()
    assert answer.json()["instance"].startswith("urn:uuid:") or answer.json()["instance"] is None
    with system_role():
        assert Card.objects.count() == 0


def test_two_same_requests_at_once_make_one_card(committed: None) -> None:
    """A program that sends again before the first answer came does not register the person twice."""
    cast = assemble()
    _token, secret = given_token(cast.operator)
    start, answers = threading.Barrier(2), list[Any]()

    def send() -> None:
        try:
            start.wait()
            answers.append(Program(secret).post("/people", AMINA, **{"Idempotency-Key": "one"}))
        finally:
            connection.close()

    threads = [threading.Thread(target=send) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [answer.status_code for answer in answers] == [201, 201]
    assert answers[0].json() == answers[1].json()
    with system_role():
        assert Card.objects.count() == 1
