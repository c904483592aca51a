# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""How long a sign-in lasts: so long without a request, and so long in all."""

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.models import AnonymousUser
from django.contrib.sessions.backends.base import SessionBase
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from ponte.accounts.models import User
from ponte.accounts.sessions.store import ADDRESS, DEVICE, SEEN, SIGNED_IN
from ponte.platform.addresses import address_of
from ponte.platform.audit.actions import record
from ponte.platform.database.actor import set_actor

NOTE_EVERY = 60  # Seconds: the last use is written at most once a minute.
CLOCKS_DIFFER = 300  # Seconds by which those of several web machines may.
RIGHTS = "_rights_at"


class SessionLimitsMiddleware:
    """End a session that outlived its limits; give it a new key when the rights of its user have grown."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if isinstance(request.user, User):
            now = int(time.time())
            if outlived(request.session, now):
                record("accounts.expire_session", request.user, by=request.user)
                request.session.flush()
                request.user = AnonymousUser()
                set_actor(None)
                messages.info(request, _("Per sicurezza l'accesso è scaduto: entri di nuovo."))
            else:
                _keep(request, request.user, now)
        return self.get_response(request)


def outlived(session: SessionBase, now: int) -> bool:
    """Also where it comes from the future: begun while the clock ran ahead, it would last longer by as much."""
    seen, signed_in = session.get(SEEN, now), session.get(SIGNED_IN, now)
    if max(seen, signed_in) > now + CLOCKS_DIFFER:
        return True
    return bool(now - seen > settings.SESSION_IDLE_SECONDS or now - signed_in > settings.SESSION_COOKIE_AGE)


def begin(request: HttpRequest) -> None:
    """Note when, whence and with what somebody signs in."""
    now = int(time.time())
    request.session.update({SIGNED_IN: now, RIGHTS: now})
    _note(request, now)


def _note(request: HttpRequest, now: int) -> None:
    device = request.META.get("HTTP_USER_AGENT", "")[:200].replace("\x00", "")
    request.session.update({SEEN: now, ADDRESS: address_of(request), DEVICE: device})


def _keep(request: HttpRequest, user: User, now: int) -> None:
    session = request.session
    if SIGNED_IN not in session:
        session[SIGNED_IN] = now
    if now - session.get(SEEN, 0) >= NOTE_EVERY:
        _note(request, now)
    if user.rights_changed_at and session.get(RIGHTS, session[SIGNED_IN]) < user.rights_changed_at.timestamp():
        session.cycle_key()
        session[RIGHTS] = now
