# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Slowing down who guesses, without giving anybody the means to lock somebody else out (docs/adr/0032)."""

import datetime as dt
import hmac
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.core import signing
from django.core.exceptions import ValidationError
from django.db import connection
from django.db.models import Max
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ponte.accounts.models import Attempt
from ponte.platform.addresses import address_of, network_of

Kind = Attempt.Kind

FREE = 5  # failures of one asker on one account before the first wait
FIRST_WAIT, LONGEST_WAIT = 5, 15 * 60  # seconds; each failure doubles the wait
ACCOUNT_LIMIT = 100  # failures on one account, of all unknown devices together, since it was last opened
SPRAYED, SPRAY_WINDOW = 30, 10 * 60  # failures of one unknown asker on any accounts, and in how many seconds
FORGET = dt.timedelta(days=30)

COOKIE = settings.DEVICE_COOKIE_NAME
SALT = "accounts.known-device"
KNOWN_FOR = 60 * 60 * 24 * 180
KNOWN_ACCOUNTS = 8  # of a desk that several people share

TOO_MANY = _("Troppi tentativi: aspetti qualche minuto e riprovi, oppure recuperi la password.")


def account_of(email: str) -> str:
    """Stands for what was typed as the e-mail, without keeping it."""
    return hmac.new(settings.SECRET_KEY.encode(), email.strip().lower().encode(), sha256).hexdigest()[:32]


def refuse_if_too_many(request: HttpRequest, account: str, *, kind: Kind) -> None:
    """Raise `ValidationError` where whoever asks must wait: before anything is compared, so that a right guess is
    refused as a wrong one."""
    known = is_known(request, account)
    origin = _origin(request, account, known=known)
    with connection.cursor() as cursor:
        # Who sends many guesses at once gets one of them looked at: the others are not counted yet.
        cursor.execute("SELECT pg_try_advisory_xact_lock(hashtextextended(%s, 0))", [f"{kind}{account}{origin}"])
        if not cursor.fetchone()[0]:
            raise ValidationError(TOO_MANY)
    mine = Attempt.objects.filter(account=account, origin=origin, kind=kind)
    failures, last = _since_success(mine)
    if last is not None and timezone.now() < last + _wait(failures):
        raise ValidationError(TOO_MANY)
    if known:
        return
    everywhere, _last = _since_success(Attempt.objects.filter(account=account, kind=kind), known_device=False)
    if everywhere >= ACCOUNT_LIMIT:
        raise ValidationError(TOO_MANY)
    since = timezone.now() - dt.timedelta(seconds=SPRAY_WINDOW)
    if Attempt.objects.filter(origin=origin, kind=kind, succeeded=False, at__gt=since).count() >= SPRAYED:
        raise ValidationError(TOO_MANY)


def note(request: HttpRequest, account: str, *, kind: Kind, succeeded: bool) -> None:
    known = is_known(request, account)
    origin = _origin(request, account, known=known)
    Attempt.objects.create(account=account, origin=origin, kind=kind, known_device=known, succeeded=succeeded)


def open_account(account: str) -> None:
    """Somebody proved to own the account another way: what was guessed before counts no longer."""
    for kind in (Kind.PASSWORD, Kind.CODE):
        Attempt.objects.create(account=account, origin="", kind=kind, known_device=True, succeeded=True)


def is_known(request: HttpRequest, account: str) -> bool:
    return account in _accounts_of(request)


def remember(request: HttpRequest, response: HttpResponse, account: str) -> None:
    """Make this browser one that the account was opened with."""
    accounts = [account, *(other for other in _accounts_of(request) if other != account)][:KNOWN_ACCOUNTS]
    response.set_cookie(
        COOKIE,
        signing.dumps(accounts, salt=SALT),
        max_age=KNOWN_FOR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def forget_old_attempts() -> None:
    Attempt.objects.filter(at__lt=timezone.now() - FORGET).delete()


def _accounts_of(request: HttpRequest) -> list[str]:
    try:
        accounts: list[str] = signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=KNOWN_FOR)
    except signing.BadSignature:
        return []
    return accounts


def _origin(request: HttpRequest, account: str, *, known: bool) -> str:
    """A known device is told apart by its cookie, so that its neighbours behind the same address do not slow it."""
    if known:
        return "device:" + sha256(request.COOKIES[COOKIE].encode()).hexdigest()[:32]
    return network_of(address_of(request))


def _since_success(attempts: Any, **only: Any) -> tuple[int, dt.datetime | None]:
    """How many failures came after the last success, and when the last of them did."""
    opened = attempts.filter(succeeded=True).aggregate(at=Max("at"))["at"]
    failed = attempts.filter(succeeded=False, at__gt=opened or timezone.now() - FORGET, **only)
    found = failed.aggregate(last=Max("at"))
    return failed.count(), found["last"]


def _wait(failures: int) -> dt.timedelta:
    if failures < FREE:
        return dt.timedelta()
    return dt.timedelta(seconds=min(LONGEST_WAIT, FIRST_WAIT * 2 ** min(failures - FREE, 20)))
