# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""One request: one transaction, one actor, one origin in the audit trail."""

import uuid
from collections.abc import Callable

from django.conf import settings
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.utils import translation

from ponte.platform.addresses import address_of
from ponte.platform.audit import actions as audit
from ponte.platform.audit.watching import watching
from ponte.platform.database.actor import set_actor
from ponte.platform.requests import one_request

# What somebody who is signed in asked for and was not given.
REFUSED = frozenset({400, 403, 404, 405, 429})


class ActingUserMiddleware:
    """Wrap the request in a transaction in which the signed-in user acts; what it shows of people or refuses is told.

    A response of 500 and above rolls everything back. Responses are rendered inside the transaction; a
    streamed one is not, so exports are written whole before they are sent.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        number = uuid.uuid4()
        request.number = number  # type: ignore[attr-defined]
        token = audit.origin.set(audit.Origin(request=number, address=address_of(request)))
        try:
            with one_request(), watching() as watch, transaction.atomic():
                if request.user.is_authenticated:
                    set_actor(request.user.pk)
                    if settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
                        translation.activate(request.user.language)
                        request.LANGUAGE_CODE = request.user.language
                response = self.get_response(request)
                if response.status_code >= 500:
                    transaction.set_rollback(True)
                elif request.user.is_authenticated:
                    page = request.resolver_match.view_name if request.resolver_match else ""
                    if response.status_code < 300:
                        audit.record_seen(watch, by=request.user, page=page)
                    elif response.status_code in REFUSED:
                        told = {"page": page, "status": response.status_code}
                        audit.record("platform.refuse_page", by=request.user, after=told)
                return response
        finally:
            audit.origin.reset(token)
