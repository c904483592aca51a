# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Guessing becomes slow for whoever guesses, and for nobody else."""

import datetime as dt

from django.core import mail
from django.db.models import F
from django.test import Client, override_settings

from ponte.accounts import throttle
from ponte.accounts.models import Attempt, User
from tests.accounts.support import link_in, send_queued_letters, sign_in
from tests.cast import PASSWORD, Cast

HERE, THERE = "192.0.2.7", "198.51.100.9"


def guess(user: User, times: int, address: str, client: Client | None = None) -> None:
    for _ in range(times):
        sign_in(client or Client(), user, "sbagliata-davvero", REMOTE_ADDR=address)


def opens(user: User, address: str, client: Client | None = None, password: str = PASSWORD) -> bool:
    return bool(sign_in(client or Client(), user, password, REMOTE_ADDR=address).status_code == 302)


def pass_time(**by: float) -> None:
    Attempt.objects.update(at=F("at") - dt.timedelta(**by))


def test_after_some_failures_also_the_right_password_must_wait(cast: Cast) -> None:
    guess(cast.operator, throttle.FREE, HERE)
    assert not opens(cast.operator, HERE)
    pass_time(seconds=throttle.FIRST_WAIT + 1)
    assert opens(cast.operator, HERE)


def test_the_wait_doubles_and_has_an_end() -> None:
    waits = [throttle._wait(number).total_seconds() for number in (4, 5, 6, 7, 12, 13, 500)]
    assert waits == [0, 5, 10, 20, 640, 900, 900]


def test_who_guesses_elsewhere_does_not_keep_the_owner_out(cast: Cast) -> None:
    """A lock that anybody can turn is a weapon against the desk."""
    guess(cast.operator, 20, THERE)
    assert opens(cast.operator, HERE)


def test_a_network_of_guessers_stops_strange_browsers_but_not_those_of_the_owner(cast: Cast) -> None:
    mine = Client()
    assert opens(cast.operator, HERE, mine)
    mine.post("/esci/")
    account = throttle.account_of(cast.operator.email)
    Attempt.objects.bulk_create(
        Attempt(kind="password", account=account, origin=f"203.0.113.{number}") for number in range(100)
    )
    assert not opens(cast.operator, "203.0.113.200")
    assert opens(cast.operator, HERE, mine)
    mine.post("/esci/")


@override_settings(MAIL_IS_CONFIGURED=True)
def test_the_owner_opens_the_account_from_a_new_place_by_mail(cast: Cast) -> None:
    account = throttle.account_of(cast.operator.email)
    Attempt.objects.bulk_create(
        Attempt(kind="password", account=account, origin=f"203.0.113.{number}") for number in range(100)
    )
    new = Client()
    assert not opens(cast.operator, HERE, new)
    new.post("/password/recupera/", {"email": cast.operator.email})
    send_queued_letters()
    form = new.get(link_in(mail.outbox[0]), follow=True)
    again = "un-ponte-sul-lambro"
    new.post(form.request["PATH_INFO"], {"password1": again, "password2": again})
    Attempt.objects.bulk_create(
        Attempt(kind="password", account=account, origin=f"203.0.113.{number}") for number in range(100)
    )
    assert opens(cast.operator, HERE, new, again)


def test_one_who_tries_many_accounts_is_slowed_down(cast: Cast) -> None:
    """One common password tried on everybody."""
    for number in range(throttle.SPRAYED):
        account = throttle.account_of(f"{number}@ponte.example")
        Attempt.objects.create(kind="password", account=account, origin=THERE)
    assert not opens(cast.operator, THERE)
    assert opens(cast.operator, HERE)


def test_accounts_that_do_not_exist_are_slowed_down_alike(cast: Cast) -> None:
    """Otherwise the waiting tells who works here."""
    nobody = User(email="nessuno@ponte.example")
    answers = []
    for user in (cast.operator, nobody):
        client = Client()
        pages = [sign_in(client, user, "sbagliata-davvero", REMOTE_ADDR=HERE) for _ in range(throttle.FREE + 1)]
        answers.append(["Troppi tentativi" in page.content.decode() for page in pages])
    assert answers[0] == answers[1] == [False] * throttle.FREE + [True]


def test_attempts_are_forgotten(cast: Cast) -> None:
    guess(cast.operator, 2, HERE)
    pass_time(days=31)
    guess(cast.operator, 1, HERE)
    throttle.forget_old_attempts()
    assert Attempt.objects.count() == 1


def test_a_forged_known_device_is_not_known(cast: Cast) -> None:
    client = Client()
    client.cookies[throttle.COOKIE] = "WyJhIl0:1abc:forged"
    guess(cast.operator, throttle.FREE, HERE, client)
    assert not opens(cast.operator, HERE, client)
