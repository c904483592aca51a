# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import transaction

from ponte.accounts.models import Session, User
from ponte.platform.audit.actions import record


@transaction.atomic
def end_sessions(*, user: User, by: User, spare: str | None = None, why: str = "") -> int:
    """Sign the user out everywhere, at the next request of each browser; `spare` is the key of one that stays."""
    others = Session.objects.filter(user=user).exclude(session_key=spare or "")
    number, _ = others.delete()
    if number:
        record("accounts.end_sessions", user, by=by, after={"number": number}, reason=why)
    return number


@transaction.atomic
def end_session(*, session: Session, by: User) -> None:
    """Sign out one browser. Whoever may, may: pass only sessions of `by`."""
    session.delete()
    record("accounts.end_session", by, by=by, before={"address": session.address, "device": session.device})
