# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A stolen password alone opens nothing."""

import re
import time
from unittest.mock import patch

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client, override_settings
from django.urls import reverse

from ponte.accounts.factors.adapter import FactorAdapter
from ponte.accounts.models import Session, User
from ponte.platform.audit.models import AuditEvent
from tests.accounts.support import code_now, factors, give_app, sign_in
from tests.cast import Cast

required = override_settings(SECOND_FACTOR_REQUIRED=True)


def set_up(client: Client) -> tuple[str, list[str]]:
    """Set an app up on the pages; returns its secret and the recovery codes."""
    page = client.get("/sicurezza/app/")
    assert page.status_code == 200, page
    secret = page.context["form"].secret
    done = client.post("/sicurezza/app/", {"code": code_now(secret)})
    assert done["Location"] == reverse("mfa_view_recovery_codes")
    shown = client.get(done["Location"]).content.decode()
    return secret, re.findall(r"<code>(\d{8})</code>", shown)


@required
@pytest.mark.parametrize("who", ["operator", "coordinator", "protected", "administrator", "auditor"])
def test_a_role_without_a_second_factor_sees_nobody(client: Client, cast: Cast, who: str) -> None:
    sign_in(client, cast.users[who])
    for path in ("/persone/", "/registro/", "/", "/utenti/", "/cerca/?q=x"):
        answer = client.get(path)
        assert (answer.status_code, answer["Location"].split("?")[0]) == (302, "/sicurezza/"), path
    assert client.post("/persone/nuova/", {}).status_code == 302
    assert "Prima di cominciare serve un secondo fattore" in client.get("/sicurezza/").content.decode()


@required
def test_setting_one_up_opens_the_door_and_leads_back(client: Client, cast: Cast) -> None:
    sign_in(client, cast.operator)
    led = client.get("/persone/?q=amina")
    client.get(led["Location"])
    key_before = client.session.session_key
    _secret, codes = set_up(client)
    assert len(set(codes)) == 10
    assert client.session.session_key != key_before
    assert client.get("/persone/").status_code == 200
    assert "/persone/?q=amina" in client.get("/sicurezza/").content.decode()
    assert factors(cast.operator) == ["recovery_codes", "totp"]


@required
def test_whoever_has_no_role_is_not_asked(client: Client, cast: Cast) -> None:
    someone = User.objects.create_user("nuova@ponte.example", "ponte-di-prova-2021", name="Tea Sordi")
    sign_in(client, someone)
    assert client.get("/").status_code == 200


def test_without_the_requirement_the_page_says_so(client: Client, cast: Cast) -> None:
    """The example may be looked at without a telephone, but nobody must believe that this is how it is."""
    sign_in(client, cast.operator)
    assert client.get("/persone/").status_code == 200
    assert "Questa è un'installazione di prova" in client.get("/sicurezza/").content.decode()


def test_the_password_alone_does_not_sign_in(client: Client, cast: Cast) -> None:
    secret = give_app(cast.operator)
    assert sign_in(client, cast.operator)["Location"] == reverse("mfa_authenticate")
    assert client.get("/").wsgi_request.user.is_anonymous
    assert client.post("/accedi/codice/", {"code": "000000"}).status_code == 200
    assert client.get("/").wsgi_request.user.is_anonymous
    with required:
        assert client.post("/accedi/codice/", {"code": code_now(secret)}).status_code == 302
        assert client.get("/persone/").status_code == 200
    event = AuditEvent.objects.filter(action="accounts.sign_in").latest("id")
    assert event.after == {"how": "password, totp"}


def test_a_code_is_taken_once_and_only_around_its_time(client: Client, cast: Cast) -> None:
    """Whoever looks over a shoulder has nothing."""
    secret = give_app(cast.operator)
    early, old, used = code_now(secret, steps=2), code_now(secret, steps=-2), code_now(secret)
    for code, opens in ((early, False), (old, False), (used, True), (used, False)):
        browser = Client()
        sign_in(browser, cast.operator)
        browser.post("/accedi/codice/", {"code": code})
        assert browser.get("/").wsgi_request.user.is_authenticated is opens, code


def test_a_code_works_later_but_an_old_one_does_not(client: Client, cast: Cast) -> None:
    secret = give_app(cast.operator)
    now = time.time()
    code = code_now(secret)
    with patch("time.time", return_value=now + 3600):
        sign_in(client, cast.operator)
        client.post("/accedi/codice/", {"code": code})
        assert client.get("/").wsgi_request.user.is_anonymous
        client.post("/accedi/codice/", {"code": code_now(secret)})
        assert client.get("/").wsgi_request.user.is_authenticated


def test_recovery_codes_are_shown_once_counted_and_used_once(client: Client, cast: Cast) -> None:
    """Lost telephone, working day saved."""
    sign_in(client, cast.operator)
    _secret, codes = set_up(client)
    again = client.get("/sicurezza/codici/").content.decode()
    assert codes[0] not in again
    assert "Restano 10 codici." in client.get("/sicurezza/").content.decode()
    for opens in (True, False):
        browser = Client()
        sign_in(browser, cast.operator)
        browser.post("/accedi/codice/", {"code": codes[0]})
        assert browser.get("/").wsgi_request.user.is_authenticated is opens
    assert "Restano 9 codici." in client.get("/sicurezza/").content.decode()
    assert AuditEvent.objects.get(action="accounts.use_recovery_code").after == {"left": 9}


def test_what_the_database_keeps_of_an_app_makes_no_codes(cast: Cast) -> None:
    """A stolen backup does not sign in."""
    secret = give_app(cast.operator)
    kept = Authenticator.objects.get(user=cast.operator).data["secret"]
    assert secret not in kept
    with override_settings(SECRET_KEY="another-key-than-before", SECRET_KEY_FALLBACKS=[_key()]):
        assert FactorAdapter().decrypt(kept) == secret


def _key() -> str:
    from django.conf import settings

    key: str = settings.SECRET_KEY
    return key


def test_changing_factors_asks_for_the_password_again(client: Client, cast: Cast) -> None:
    """Whoever finds an unlocked screen must not make themselves a key of their own."""
    sign_in(client, cast.operator)
    with patch("time.time", return_value=time.time() + 1800):
        for path in ("/sicurezza/app/", "/sicurezza/chiavi/nuova/", "/sicurezza/codici/nuovi/"):
            assert client.get(path)["Location"].startswith("/accedi/conferma/"), path
        assert client.post("/accedi/conferma/?next=/sicurezza/app/", {"password": "sbagliata"}).status_code == 200
        answer = client.post("/accedi/conferma/?next=/sicurezza/app/", {"password": "ponte-di-prova-2021"})
        assert answer["Location"] == "/sicurezza/app/"
        assert client.get("/sicurezza/app/").status_code == 200


def test_a_new_factor_ends_the_other_sessions_and_is_in_the_trail(client: Client, cast: Cast) -> None:
    other = Client()
    sign_in(other, cast.operator)
    sign_in(client, cast.operator)
    set_up(client)
    assert other.get("/").wsgi_request.user.is_anonymous
    assert client.get("/").wsgi_request.user.is_authenticated
    assert Session.objects.filter(user=cast.operator).count() == 1
    told = AuditEvent.objects.filter(object_id=cast.operator.pk, object_type="accounts.user")
    assert {"accounts.add_factor", "accounts.end_sessions"} <= set(told.values_list("action", flat=True))


@required
def test_without_the_last_factor_the_door_is_shut_again(client: Client, cast: Cast) -> None:
    sign_in(client, cast.operator)
    set_up(client)
    assert client.get("/persone/").status_code == 200
    assert client.post("/sicurezza/app/togli/").status_code == 302
    assert factors(cast.operator) == []
    assert client.get("/persone/")["Location"].startswith("/sicurezza/")
    assert AuditEvent.objects.filter(action="accounts.remove_factor").count() == 2
