# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Making tokens, taking them back, and recognising them."""

import datetime as dt
import secrets
from collections.abc import Collection
from dataclasses import dataclass
from hashlib import sha256

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.db.models import Case, F, Q, Value, When
from django.utils import timezone
from django.utils.translation import gettext as _

from ponte.accounts.models import User
from ponte.api import rules
from ponte.api.models import LONGEST, Scope, Token
from ponte.network.models import Membership
from ponte.platform.audit.actions import record

# So that a scanner of published sources knows what it found.
PREFIX = "ponte_"
MINUTE = dt.timedelta(minutes=1)
MOST_IN_A_MINUTE = 300
MOST_TOKENS = 20
REMEMBERED = dt.timedelta(days=90)


@transaction.atomic
def make_token(
    *, membership: Membership, name: str, scopes: Collection[Scope], expires_at: dt.datetime, by: User
) -> tuple[Token, str]:
    """The token and its secret, which nobody can be told again. Raises `ValidationError` and `PermissionDenied`."""
    if membership.user_id != by.pk or not scopes or not set(scopes) <= set(rules.scopes_of(membership)):
        raise PermissionDenied
    now = timezone.now()
    if not now < expires_at <= now + LONGEST:
        raise ValidationError({"expires_at": _("Un token dura al massimo un anno.")})
    living = Token.objects.filter(user=by, revoked_at=None)
    if living.filter(name=name).exists():
        raise ValidationError({"name": _("Ha già un token con questo nome: ne scelga un altro, o revochi quello.")})
    if living.count() >= MOST_TOKENS:
        raise ValidationError(_("Ha già %(most)d token: ne revochi uno che non serve più.") % {"most": MOST_TOKENS})
    secret = PREFIX + secrets.token_urlsafe(32)
    token = Token.objects.create(
        user=by, membership=membership, name=name, digest=_digest(secret), scopes=sorted(scopes),
        expires_at=expires_at,
    )  # fmt: skip
    record(
        "api.make_token", token, by=by,
        after={
            "name": name, "membership": membership.pk, "scopes": ", ".join(token.scopes), "expires_at": expires_at,
        },
    )  # fmt: skip
    return token, secret


@transaction.atomic
def revoke_token(*, token: Token, by: User) -> None:
    if token.user_id != by.pk:
        raise PermissionDenied
    if Token.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=timezone.now()):
        record("api.revoke_token", token, by=by, before={"name": token.name})


@transaction.atomic
def revoke_all(*, user: User, by: User, why: str) -> None:
    """What was opened with an account that may be in other hands is shut, whoever says so."""
    for token in Token.objects.filter(user=user, revoked_at=None):
        Token.objects.filter(pk=token.pk).update(revoked_at=timezone.now())
        record("api.revoke_token", token, by=by, before={"name": token.name}, reason=why)


@dataclass(frozen=True, slots=True)
class Use:
    """One use of a living token. `is_too_much` after so many in this minute."""

    token_id: int
    is_too_much: bool


def note_use(secret: str, *, address: str | None) -> Use | None:
    """Count a use of the token with this secret; none, where no living token has it.

    Outside the request's transaction, so that several requests with one token do not wait for each other.
    """
    now = timezone.now()
    fresh = Q(minute_began_at__gt=now - MINUTE)
    living = Token.objects.filter(
        digest=_digest(secret), revoked_at=None, membership__isnull=False, expires_at__gt=now, user__is_active=True
    )
    noted = living.update(
        last_used_at=now,
        last_address=address,
        used_in_minute=Case(When(fresh, then=F("used_in_minute") + 1), default=Value(1)),
        minute_began_at=Case(When(fresh, then=F("minute_began_at")), default=Value(now)),
    )
    if not noted:
        return None
    token_id, used = Token.objects.values_list("pk", "used_in_minute").get(digest=_digest(secret))
    return Use(token_id, used > MOST_IN_A_MINUTE)


def forget() -> None:
    before = timezone.now() - REMEMBERED
    Token.objects.filter(Q(expires_at__lt=before) | Q(revoked_at__lt=before)).delete()


def _digest(secret: str) -> str:
    """The secret is 32 random bytes: no salt and no slow function are needed to keep it from being guessed."""
    return sha256(secret.encode("utf-8", "replace")).hexdigest()
