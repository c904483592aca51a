# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Acting as the user who made the token, in the role for which it was made."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any, TypeVar

from django.http import HttpRequest
from django.utils import translation
from django.utils.translation import gettext as _
from ninja.security import HttpBearer

from ponte.accounts.models import User
from ponte.api.models import Scope, Token
from ponte.api.problems import ProblemError
from ponte.network.models import Service
from ponte.platform.audit import actions as audit
from ponte.platform.database.actor import set_actor

Endpoint = TypeVar("Endpoint", bound=Callable[..., Any])


class TokenBearer(HttpBearer):
    """From here to the end of the request's transaction, its user acts; every event names the token."""

    def authenticate(self, request: HttpRequest, token: str) -> Token | None:
        use = getattr(request, "token_use", None)
        found = use and (
            Token.objects.select_related("user", "membership__service__provider").filter(pk=use.token_id).first()
        )
        if found is None or not found.is_alive or not found.user.is_active:
            return None
        set_actor(found.user_id, membership_id=found.membership_id)
        request.user = found.user
        audit.origin.set(replace(audit.origin.get(), process=f"api: {found.name}"))
        if "Accept-Language" not in request.headers:
            translation.activate(found.user.language)
        return found


def needs(scope: Scope) -> Callable[[Endpoint], Endpoint]:
    """The token was made for this too. Raises a 403 before the endpoint reads anything."""

    def asking(endpoint: Endpoint) -> Endpoint:
        @wraps(endpoint)
        def asked(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            if scope not in token_of(request).scopes:
                raise ProblemError(403, _("A questo token manca il permesso «%(scope)s».") % {"scope": scope})
            return endpoint(request, *args, **kwargs)

        asked.__doc__ = f"{endpoint.__doc__ or ''} Needs `{scope.value}`.".strip()
        return asked  # type: ignore[return-value]

    return asking


def token_of(request: HttpRequest) -> Token:
    token: Token = request.auth  # type: ignore[attr-defined]  # ninja keeps there what `authenticate` returned
    return token


def user_of(request: HttpRequest) -> User:
    assert isinstance(request.user, User)  # noqa: S101 - for the type checker
    return request.user


def service_of(request: HttpRequest) -> Service:
    """The service in whose team the token stands; tokens with other roles have no scope that gets here."""
    membership = token_of(request).membership
    assert membership is not None  # noqa: S101 - else it is dead
    assert membership.service is not None  # noqa: S101
    return membership.service
