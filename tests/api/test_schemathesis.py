# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whatever the document allows, and what it does not, is asked in every role: no fault, no answer of another shape
than it says, and nobody whom the role may not know.

Some hundred questions here; `PONTE_NIGHTLY=1` asks many more.
"""

import os
from collections import Counter
from collections.abc import Callable
from functools import cache
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests
import schemathesis
from django.db import connection, transaction
from django.test import Client
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from ponte.api import tokens
from ponte.api.interface import api
from ponte.people import presence
from tests.api.support import given_token
from tests.cast import Cast
from tests.nightly import NIGHTLY
from tests.security.crawl import OWNERS, Stage, set_stage

EXAMPLES = int(os.environ.get("PONTE_API_EXAMPLES", "1500" if NIGHTLY else "40"))
ROLES = (
    "nobody", "operator", "coordinator", "mediator", "social_worker", "protected", "stranger", "org_coordinator",
    "network_manager",
)  # fmt: skip
CHECKS: list[Callable[..., Any]] = [
    not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance,
]  # fmt: skip
# Values that a form takes, so that questions get past it.
PLAUSIBLE: dict[str, tuple[Any, ...]] = {
    "birth_date": ("", "1990", "1985-03", "2001-04-05"), "birth_country": ("", "MA"), "citizenship": ([], ["MA"]),
    "languages": ([], ["ara", "fra"]), "municipality": ("", "Milano", "015146"), "phone": ("", "333 1234567"),
    "email": ("", "a@example.org"), "fiscal_code": ("",), "preferred_channel": ("", "phone"),
    "preferred_language": ("", "ita"), "education": ("", "degree"), "employment": ("", "student"), "answers": ({},),
    "apart": ([],), "same": ([],), "apart_why": ("",), "why": ("desk", "phone"), "native_name": ("", "Шевченко"),
    "project": ("",), "referent": ("",), "minutes": (None, 30), "date": (None, "2026-01-07"), "code": ("",),
    "opened_on": (None, "2026-01-07"), "language": ("", "ara"), "headcount": (None,), "sex": ("", "F"),
    "measure": ("hours", "people", "attendees", "mean_age"), "by": ([], ["language"], ["month", "sex"]),
    "service": ([], ["sportello-trans"], ["sportello-lavoro"]), "organisation": ([], ["ala-milano"]),
    "where": ([], ["role=client"]), "from": ("2020-01-01",), "to": ("2026-12-31",), "of": ("",), "value": ("",),
    "cursor": ("",), "since": ("2026-01-01",), "until": ("2026-12-31",),
}  # fmt: skip
# What the door at intake may say of a person of a shared service: who it is.
SHARED = {"sportello-lavoro", "mediazione-culturale", "sportelli-stranieri-sud-est"}
AT_THE_DOOR = {("POST", "/api/v1/people/match"), ("POST", "/api/v1/people")}


@cache
def document() -> Any:
    return schemathesis.openapi.from_dict(dict(api.get_openapi_schema()))


@cache
def allowed_and_not() -> tuple[st.SearchStrategy[schemathesis.Case], ...]:
    modes = schemathesis.GenerationMode
    return tuple(document().as_strategy(generation_mode=mode) for mode in (modes.POSITIVE, modes.NEGATIVE))


@st.composite
def questions(draw: st.DrawFn, stage: Stage) -> schemathesis.Case:
    """A question that the document allows, or one that it does not; often about somebody who is there."""
    allowed, not_allowed = allowed_and_not()
    case = draw(not_allowed if draw(st.integers(0, 3)) == 0 else allowed)
    cards = st.sampled_from(list(stage.cards.values()))
    # Spelt so that an answer which holds the whole name cannot be an echo.
    names = st.sampled_from([word[:-1] for word in stage.markers.values()])
    often = st.integers(0, 3).map(bool)
    for values in (case.path_parameters, case.query, case.body):
        if not isinstance(values, dict):
            continue
        if draw(often):
            for name in PLAUSIBLE.keys() & values.keys():
                values[name] = draw(st.sampled_from(PLAUSIBLE[name]))
        for name in ("identifier", "person"):
            if name in values and draw(often):
                values[name] = draw(cards).code
        for name in ("q", "given_name", "family_name", "native_name"):
            if name in values and draw(often):
                values[name] = draw(names)
    return case


def ask(case: schemathesis.Case, secret: str) -> schemathesis.Response:
    """Send it through Django itself, inside the test's transaction, and take back what it did."""
    sent = requests.Request(**case.as_transport_kwargs(base_url="http://testserver")).prepare()
    url = urlsplit(sent.url or "")
    headers = {name: value for name, value in sent.headers.items() if name not in {"Content-Length", "Content-Type"}}
    if secret:
        headers["Authorization"] = f"Bearer {secret}"
    body = sent.body.encode() if isinstance(sent.body, str) else sent.body or b""
    point = transaction.savepoint()
    try:
        answer = Client(raise_request_exception=False).generic(
            str(sent.method), f"{url.path}?{url.query}", body, headers=headers,
            content_type=sent.headers.get("Content-Type", "application/octet-stream"),
        )  # fmt: skip
    finally:
        if connection.needs_rollback:
            connection.set_rollback(False)
        transaction.savepoint_rollback(point)
    return schemathesis.Response(
        answer.status_code, {name: [value] for name, value in answer.headers.items()}, answer.content, sent, 0.0, True
    )


def told(stage: Stage, role: str, case: schemathesis.Case, text: str) -> set[str]:
    """The services whose people the answer names, and that this role may not hear of."""
    may = stage.may_see(role) | (SHARED if (case.method, case.path) in AT_THE_DOOR else set())
    return {slug for slug, word in stage.markers.items() if word in text and slug not in may}


@pytest.mark.slow
@pytest.mark.timeout(7200 if NIGHTLY else 240)
@pytest.mark.parametrize("role", ROLES)
def test_no_question_breaks_the_interface_or_makes_it_tell_too_much(
    cast: Cast, role: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tokens, "MOST_IN_A_MINUTE", 10**9)
    monkeypatch.setattr(presence, "LIMITS", ())
    stage = set_stage(cast)
    secret = given_token(cast.users[role])[1] if role != "nobody" else ""
    tallies: Counter[int] = Counter()

    @settings(
        max_examples=EXAMPLES, deadline=None, derandomize=not NIGHTLY, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(case=questions(stage))
    def asked(case: schemathesis.Case) -> None:
        answer = ask(case, secret)
        tallies[answer.status_code] += 1
        case.validate_response(answer, checks=CHECKS)
        assert told(stage, role, case, answer.content.decode("utf-8")) == set()

    asked()
    print(f"{role}: {tallies.total()} questions: {dict(sorted(tallies.items()))}")
    if role == "operator":
        assert {200, 201, 404, 422} <= set(tallies), "the questions reach nothing"


def test_the_check_itself_sees(cast: Cast) -> None:
    stage = set_stage(cast)
    case = document()["/api/v1/people"]["GET"].Case(query={"q": "x"})
    for slug, word in stage.markers.items():
        owner = min(OWNERS[slug])
        assert told(stage, owner, case, f"{word}ssimi") == set()
        assert told(stage, "network_manager", case, f"{word}ssimi") == {slug}
    at_door = document()["/api/v1/people/match"]["POST"].Case(body={})
    assert told(stage, "stranger", at_door, " ".join(stage.markers.values())) == {
        "consulenza-psicologica", "sportello-trans",
    }  # fmt: skip
