# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db import transaction
from django.dispatch import Signal

from ponte.accounts.models import Session, User
from ponte.platform.audit.actions import record

# Sent with `user`, `by` and `why`, also where there were none: what else the account opened may have to end.
sessions_ended = Signal()


@transaction.atomic
def end_sessions(*, user: User, by: User, spare: str | None = None, why: str = "") -> int:
    """Sign the user out everywhere, at the next request of each browser; `spare` is the key of one that stays."""
    others = Session.objects.filter(user=user).exclude(session_key=spare or "")
    number, _ = others.delete()
    if number:
        record("accounts.end_sessions", user, by=by, after={"number": number}, reason=why)
    sessions_ended.send(sender=Session, user=user, by=by, why=why)
    return number


@transaction.atomic
def end_session(*, session: Session, by: User) -> None:
    """Sign out one browser. Whoever may, may: pass only sessions of `by`."""
    session.delete()
    record("accounts.end_session", by, by=by, before={"address": session.address, "device": session.device})
