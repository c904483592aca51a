# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Signing in with everything it takes, and reading the letters that follow."""

from typing import Any
from urllib.parse import urlsplit

from allauth.account.internal.flows.login import record_authentication
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob

from ponte.accounts import tasks
from ponte.accounts.models import User
from tests.cast import PASSWORD


def send_queued_letters() -> None:
    """What the worker does with letters, done at once."""
    for job in ProcrastinateJob.objects.filter(status="todo", task_name="ponte.accounts.tasks.send_letter"):
        tasks.send_letter(**job.args)


def queued_letters() -> list[dict[str, Any]]:
    jobs = ProcrastinateJob.objects.filter(task_name="ponte.accounts.tasks.send_letter").order_by("id")
    return [job.args for job in jobs]


def link_in(letter: EmailMessage) -> str:
    """The path of the address that the letter holds."""
    return urlsplit(next(word for word in str(letter.body).split() if word.startswith("http"))).path


def sign_in(client: Client, user: User, password: str = PASSWORD, **extra: Any) -> Any:
    return client.post("/accedi/", {"login": user.email, "password": password}, **extra)


def prove(client: Client, user: User) -> None:
    """The user is signed in, and has just given the password."""
    client.force_login(user)
    request = HttpRequest()
    request.session = client.session
    record_authentication(request, user, "password")
    request.session.save()


def code_now(secret: str, steps: int = 0) -> str:
    """The code that an app shows now, or some steps of 30 seconds before or after."""
    middle = list(totp.yield_hotp_counters_from_time())
    return totp.format_hotp_value(totp.hotp_value(secret, middle[len(middle) // 2] + steps))


def give_app(user: User) -> str:
    """The user has an authenticator app; returns its secret."""
    secret = totp.generate_totp_secret()
    totp.TOTP.activate(user, secret)
    return secret


def factors(user: User) -> list[str]:
    return sorted(Authenticator.objects.filter(user=user).values_list("type", flat=True))
