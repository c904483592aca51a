# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""SPID and CIE through a proxy: against a real OpenID Connect provider, in a process of its own."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import jwt
import pytest
import requests
from allauth.socialaccount.models import SocialAccount
from cryptography.hazmat.primitives.asymmetric import rsa
from django.conf import settings
from django.test import Client, override_settings

from ponte.accounts.models import User
from ponte.network.teams import actions
from ponte.platform import identity
from ponte.platform.audit.models import AuditEvent
from tests.accounts.support import give_app, sign_in
from tests.cast import Cast

LEVEL_2 = "https://www.spid.gov.it/SpidL2"
CODE = "RSSMRA85T10A562S"


@pytest.fixture(scope="module")
def provider() -> Iterator[str]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-m", "oidc_provider_mock", "--port", str(port)],
        env=os.environ | {"AUTHLIB_INSECURE_TRANSPORT": "1"},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(200):
            try:
                requests.get(f"{address}/.well-known/openid-configuration", timeout=5).raise_for_status()
                break
            except requests.ConnectionError:
                time.sleep(0.1)
        yield address
    finally:
        process.terminate()
        process.wait()


@pytest.fixture
def configured(provider: str, cast: Cast) -> Iterator[str]:
    User.objects.filter(pk=cast.operator.pk).update(fiscal_code=CODE)
    environment = {"PONTE_OIDC_SERVER": provider, "PONTE_OIDC_CLIENT_ID": "ponte", "PONTE_OIDC_CLIENT_SECRET": "x"}
    with override_settings(
        SOCIALACCOUNT_PROVIDERS={"openid_connect": {"APPS": identity.providers(environment)}},
        SECOND_FACTOR_REQUIRED=True,
    ):
        yield provider


def go(
    client: Client, provider: str, sub: str, change: Callable[[str], str] = lambda path: path, **claims: Any
) -> Any:
    """Sign in at the provider, whose account `sub` has these claims; returns Ponte's answer to the way back."""
    requests.put(f"{provider}/users/{sub}", json=claims, timeout=10).raise_for_status()
    begin = client.get("/accedi/identita/oidc/?next=/persone/")
    assert begin.status_code == 302
    asked = parse_qs(urlsplit(begin["Location"]).query)
    assert asked["code_challenge_method"] == ["S256"]
    assert LEVEL_2 in asked["acr_values"][0].split()
    back = requests.post(begin["Location"], data={"sub": sub}, allow_redirects=False, timeout=10).headers["Location"]
    parts = urlsplit(back)
    assert parts.path == "/accedi/identita/oidc/ritorno/"
    return client.get(change(f"{parts.path}?{parts.query}"))


def who(client: Client) -> str:
    return str(client.get("/").wsgi_request.user)


def test_an_invited_colleague_comes_in_with_two_factors_of_the_provider(
    client: Client, cast: Cast, configured: str
) -> None:
    answer = go(client, configured, "s1", fiscal_number=f"TINIT-{CODE.lower()}", acr=LEVEL_2)
    assert answer["Location"] == "/persone/"
    assert client.get("/persone/").status_code == 200
    assert who(client) == "Olga Prati"
    (linked,) = SocialAccount.objects.all()
    assert (linked.user_id, linked.uid, linked.extra_data) == (cast.operator.pk, "s1", {})
    told = list(AuditEvent.objects.order_by("id").values_list("action", flat=True))
    assert told == ["accounts.link_identity", "accounts.sign_in"]
    client.post("/esci/")
    assert go(client, configured, "s1", fiscal_number=f"TINIT-{CODE}", acr=LEVEL_2).status_code == 302
    assert who(client) == "Olga Prati"


def test_one_factor_of_the_provider_still_takes_one_of_ours(client: Client, cast: Cast, configured: str) -> None:
    go(client, configured, "s2", fiscal_number=CODE, acr="https://www.spid.gov.it/SpidL1")
    assert client.get("/persone/")["Location"].startswith("/sicurezza/")
    give_app(cast.operator)
    again = Client()
    assert go(again, configured, "s2", fiscal_number=CODE)["Location"] == "/accedi/codice/"
    assert who(again) == "AnonymousUser"
    vouched = Client()
    go(vouched, configured, "s2", fiscal_number=CODE, acr=LEVEL_2)
    assert who(vouched) == "Olga Prati"


@pytest.mark.parametrize(
    "claims",
    [
        {"fiscal_number": "VRDLGI90A01F205Z"},
        {"fiscal_number": ""},
        {"fiscal_number": ["RSSMRA85T10A562S"]},
        {"email": "operator@ponte.example", "email_verified": True},
        {},
    ],
)
def test_whoever_is_not_invited_gets_no_user(
    client: Client, cast: Cast, configured: str, claims: dict[str, Any]
) -> None:
    """A digital identity is held by everybody in the country."""
    before = User.objects.count()
    answer = go(client, configured, "s3", acr=LEVEL_2, **claims)
    assert answer.status_code == 403
    assert "Non risulta un utente" in answer.content.decode()
    assert (User.objects.count(), SocialAccount.objects.count(), who(client)) == (before, 0, "AnonymousUser")
    assert AuditEvent.objects.get().action == "accounts.fail_sign_in"


def test_a_suspended_user_stays_out_also_that_way(client: Client, cast: Cast, configured: str) -> None:
    go(client, configured, "s4", fiscal_number=CODE, acr=LEVEL_2)
    actions.suspend_user(user=cast.operator, by=cast.administrator)
    assert who(client) == "AnonymousUser"
    assert go(Client(), configured, "s4", fiscal_number=CODE, acr=LEVEL_2).status_code == 403


def test_a_changed_number_cuts_the_tie(client: Client, cast: Cast, configured: str) -> None:
    go(client, configured, "s5", fiscal_number=CODE, acr=LEVEL_2)
    cast.operator.refresh_from_db()
    actions.set_identity(user=cast.operator, fiscal_code=None, by=cast.administrator)
    assert who(client) == "AnonymousUser"
    assert go(Client(), configured, "s5", fiscal_number=CODE, acr=LEVEL_2).status_code == 403


@pytest.mark.parametrize("verified", [True, False, "true"])
def test_an_e_mail_counts_only_where_it_was_verified(
    client: Client, cast: Cast, configured: str, verified: object
) -> None:
    with override_settings(OIDC_CLAIM="email"):
        go(client, configured, "s6", email="Operator@ponte.example", email_verified=verified, acr=LEVEL_2)
    assert (who(client) == "Olga Prati") is (verified is True)


def test_an_answer_that_was_not_asked_for_is_refused(client: Client, cast: Cast, configured: str) -> None:
    """Otherwise a stranger could sign somebody in as themselves, and read what is then written."""
    answer = go(client, configured, "s7", lambda path: path.replace("state=", "state=x"), fiscal_number=CODE)
    assert "non è riuscito" in answer.content.decode()
    assert who(client) == "AnonymousUser"
    stolen: list[str] = []
    go(client, configured, "s7", lambda path: stolen.append(path) or "/", fiscal_number=CODE)  # type: ignore[func-returns-value]
    other = Client()
    other.get(stolen[0])
    assert who(other) == "AnonymousUser"


def test_a_token_that_somebody_else_signed_is_refused(
    client: Client, cast: Cast, configured: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    genuine = jwt.decode

    def forged(token: str, *args: Any, **kwargs: Any) -> Any:
        claims = genuine(token, options={"verify_signature": False})
        return genuine(jwt.encode(claims, other, algorithm="RS256"), *args, **kwargs)

    monkeypatch.setattr(jwt, "decode", forged)
    answer = go(client, configured, "s8", fiscal_number=CODE, acr=LEVEL_2)
    assert "non è riuscito" in answer.content.decode()
    assert who(client) == "AnonymousUser"


def test_a_token_of_another_sign_in_is_refused(client: Client, cast: Cast, configured: str) -> None:
    """Nor can the address say what the provider is asked."""
    begin = client.get("/accedi/identita/oidc/?auth_params=nonce%3Dchosen%26acr_values%3Dnone")
    asked = parse_qs(urlsplit(begin["Location"]).query)
    assert asked["nonce"] != ["chosen"]
    assert LEVEL_2 in asked["acr_values"][0].split()

    def other(path: str) -> str:
        session = client.session
        session["_oidc_nonces"] = ["of another"]
        session.save()
        return path

    answer = go(client, configured, "s9", other, fiscal_number=CODE, acr=LEVEL_2)
    assert "non è riuscito" in answer.content.decode()
    assert who(client) == "AnonymousUser"


@pytest.mark.parametrize("wrong", ["issuer", "redirect"])
def test_a_provider_that_is_not_the_configured_one_is_refused(
    client: Client, cast: Cast, configured: str, monkeypatch: pytest.MonkeyPatch, wrong: str
) -> None:
    genuine = requests.Session.send

    def send(self: requests.Session, asked: Any, **how: Any) -> requests.Response:
        answer = genuine(self, asked, **how)
        if wrong == "issuer" and asked.url.endswith("openid-configuration"):
            answer._content = answer.content.replace(b'"issuer":', b'"issuer":"https://elsewhere.example","was":')
        return answer

    def moved(path: str) -> str:
        monkeypatch.setattr(requests.Session, "send", send)
        if wrong == "redirect":
            answer = requests.Response()
            answer.status_code, answer.raw = 302, None
            answer.headers["Location"] = "http://127.0.0.1:9/"
            monkeypatch.setattr(requests.adapters.HTTPAdapter, "send", lambda *_, **__: answer)
        return path

    answer = go(client, configured, "s10", moved, fiscal_number=CODE, acr=LEVEL_2)
    assert "non è riuscito" in answer.content.decode()
    assert who(client) == "AnonymousUser"


def test_without_a_provider_there_is_no_such_door(client: Client, db: None) -> None:
    assert settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["APPS"] == []
    assert client.get("/accedi/identita/oidc/").status_code == 404
    assert client.get("/accedi/identita/oidc/ritorno/").status_code == 404
    assert "SPID" not in client.get("/accedi/").content.decode()


def test_the_administrator_says_the_number(client: Client, cast: Cast) -> None:
    page = f"/utenti/{cast.operator.pk}/identita/"
    client.force_login(cast.administrator)
    assert client.get(page)["Location"].startswith("/accedi/conferma/")
    client.logout()
    sign_in(client, cast.administrator)
    assert "non esiste" in client.post(page, {"fiscal_code": "RSSMRA85T10A562X"}).content.decode()
    assert client.post(page, {"fiscal_code": CODE.lower()}).status_code == 302
    assert User.objects.get(pk=cast.operator.pk).fiscal_code == CODE
    other = Client()
    sign_in(other, cast.coordinator)
    assert other.get(page).status_code == 403
