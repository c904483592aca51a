# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where one is signed in is seen, ends by itself, and can be ended."""

import time
from unittest.mock import patch

import pytest
from django.test import Client, override_settings
from django.utils import timezone

from ponte.accounts.models import Session, User
from ponte.accounts.sessions.devices import in_words
from ponte.platform.audit.models import AuditEvent
from tests.accounts.support import sign_in
from tests.cast import Cast

FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:130.0) Gecko/20100101 Firefox/130.0"
PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Version/17.5 Mobile Safari/604.1"


def signed_in(client: Client) -> bool:
    return bool(client.get("/").wsgi_request.user.is_authenticated)


def test_every_browser_is_listed_with_where_and_since_when(client: Client, cast: Cast) -> None:
    """One sees that a computer left behind, or a stranger's, is still in."""
    sign_in(client, cast.operator, HTTP_USER_AGENT=FIREFOX, REMOTE_ADDR="192.0.2.7")
    phone = Client(HTTP_USER_AGENT=PHONE, REMOTE_ADDR="2001:db8::1")
    sign_in(phone, cast.operator)
    page = client.get("/sicurezza/").content.decode()
    for told in ("Firefox su Windows", "192.0.2.7", "Safari su iPhone", "2001:db8::1", "qui, ora"):
        assert told in page
    assert client.session.session_key not in page
    assert phone.session.session_key not in page


def test_one_is_closed_and_the_others_at_once(client: Client, cast: Cast) -> None:
    browsers = [client, Client(), Client(), Client()]
    for browser in browsers:
        sign_in(browser, cast.operator)
    handle = Session.objects.get(session_key=browsers[1].session.session_key).handle
    assert client.post(f"/sicurezza/accessi/{handle}/chiudi/").status_code == 302
    assert [signed_in(browser) for browser in browsers] == [True, False, True, True]
    assert client.post("/sicurezza/accessi/altri/chiudi/").status_code == 302
    assert [signed_in(browser) for browser in browsers] == [True, False, False, False]
    told = AuditEvent.objects.filter(action__startswith="accounts.end_session").order_by("id")
    assert list(told.values_list("action", "actor_id")) == [
        ("accounts.end_session", cast.operator.pk),
        ("accounts.end_sessions", cast.operator.pk),
    ]


def test_ending_sessions_asks_again_who_it_is(client: Client, cast: Cast) -> None:
    """Otherwise whoever finds an unlocked screen throws its owner out everywhere else; then it goes on by itself."""
    other = Client()
    sign_in(other, cast.operator)
    sign_in(client, cast.operator)
    with patch("time.time", return_value=time.time() + 1800):
        asked = client.post("/sicurezza/accessi/altri/chiudi/")
        assert asked["Location"].startswith("/accedi/conferma/")
        assert signed_in(other)
        client.post(asked["Location"], {"password": "ponte-di-prova-2021"})
        assert not signed_in(other)
        assert signed_in(client)


def test_nobody_closes_what_is_somebody_elses(client: Client, cast: Cast) -> None:
    other = Client()
    sign_in(other, cast.colleague)
    sign_in(client, cast.operator)
    handle = Session.objects.get(user=cast.colleague).handle
    assert client.post(f"/sicurezza/accessi/{handle}/chiudi/").status_code == 404
    assert signed_in(other)


@pytest.mark.parametrize(
    ("steps", "stays"),
    [([3500, 3500, 3500], True), ([3700], False), ([3000] * 13 + [3000], True), ([3000] * 15, False),
     ([-200], True), ([-86_400], False)],
)  # fmt: skip
def test_a_session_ends_after_an_idle_hour_and_after_a_working_day(
    client: Client, cast: Cast, steps: list[int], stays: bool
) -> None:
    """A screen left open in the evening is shut in the morning; whoever works is not thrown out. One that was opened
    while the clock ran ahead by a day would stay open a day longer.
    """
    now = time.time()
    sign_in(client, cast.operator)
    for step in steps:
        now += step
        with patch("time.time", return_value=now):
            still = signed_in(client)
    assert still is stays
    assert AuditEvent.objects.filter(action="accounts.expire_session").exists() is not stays


@override_settings(SESSION_IDLE_SECONDS=60)
def test_whoever_comes_back_is_told_why_and_led_back(client: Client, cast: Cast) -> None:
    sign_in(client, cast.operator)
    with patch("time.time", return_value=time.time() + 3700):
        answer = client.get("/persone/?q=amina")
        assert answer["Location"] == "/accedi/?next=/persone/%3Fq%3Damina"
        assert "Per sicurezza l&#x27;accesso è scaduto" in client.get(answer["Location"]).content.decode()


def test_signing_in_takes_a_new_key_and_signing_out_leaves_nothing(client: Client, cast: Cast) -> None:
    """A key that somebody planted before the sign-in opens nothing after it."""
    session = client.session
    session["planted"] = True
    session.save()
    planted = session.session_key
    client.cookies["sessionid"] = planted
    sign_in(client, cast.operator)
    key = client.session.session_key
    assert key != planted
    assert not Session.objects.filter(session_key=planted).exists()
    client.post("/esci/")
    assert not Session.objects.filter(session_key=key).exists()


def test_growing_rights_take_a_new_key(client: Client, cast: Cast) -> None:
    sign_in(client, cast.operator)
    key = client.session.session_key
    User.objects.filter(pk=cast.operator.pk).update(rights_changed_at=timezone.now())
    with patch("time.time", return_value=time.time() + 5):
        assert signed_in(client)
        assert client.session.session_key != key
        new = client.session.session_key
        assert signed_in(client)
        assert client.session.session_key == new


def test_the_cookie_is_out_of_reach_of_scripts_and_goes_with_the_browser(client: Client, cast: Cast) -> None:
    sign_in(client, cast.operator)
    cookie = client.cookies["sessionid"]
    assert (cookie["httponly"], cookie["samesite"], cookie["max-age"], cookie["expires"]) == (True, "Lax", "", "")


def test_a_changed_password_ends_the_other_sessions(client: Client, cast: Cast) -> None:
    other = Client()
    sign_in(other, cast.operator)
    sign_in(client, cast.operator)
    again = "un-ponte-sul-lambro"
    form = {"oldpassword": "ponte-di-prova-2021", "password1": again, "password2": again}
    assert client.post("/password/cambia/", form).status_code == 302
    assert signed_in(client)
    assert not signed_in(other)
    assert Session.objects.filter(user=cast.operator).count() == 1
    assert AuditEvent.objects.filter(action="accounts.change_password", actor=cast.operator.pk).count() == 1


@pytest.mark.parametrize(
    ("agent", "words"),
    [(FIREFOX, "Firefox su Windows"), (PHONE, "Safari su iPhone"), ("curl/8.0", "dispositivo non riconosciuto")],
)
def test_a_browser_is_named_as_its_owner_knows_it(agent: str, words: str) -> None:
    assert in_words(agent) == words
