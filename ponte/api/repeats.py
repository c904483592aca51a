# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A request sent again with the same `Idempotency-Key`, because nobody knows whether it arrived, is answered again
and done once.

What is kept is which row came of it, and nothing that the answer said: a repeated answer is read anew, under the
rules of that moment.
"""

import datetime as dt
from collections.abc import Callable
from functools import wraps
from hashlib import sha256
from typing import Any
from uuid import uuid4

from django.db import connection
from django.http import Http404, HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Status

from ponte.api.authentication import token_of
from ponte.api.models import LONGEST_KEY, Repeat
from ponte.api.problems import ProblemError
from ponte.platform.audit import actions as audit

# Of an endpoint that can be repeated, what the document says of it.
REPEATABLE: dict[str, Any] = {
    "parameters": [
        {
            "in": "header",
            "name": "Idempotency-Key",
            "required": False,
            "schema": {"type": "string", "maxLength": LONGEST_KEY, "pattern": "^[!-~]*$"},
            "description": "Sent again within a day, the request is answered again and done once.",
        }
    ]
}
KEPT = dt.timedelta(days=1)
Made = tuple[int, Any]


def once(again: Callable[[HttpRequest, int], Any]) -> Callable[[Callable[..., Made]], Callable[..., Status[Any]]]:
    """For an endpoint that makes a row and returns its id and the answer; `again` answers for a row that is there."""

    def repeatable(endpoint: Callable[..., Made]) -> Callable[..., Status[Any]]:
        @wraps(endpoint)
        def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> Status[Any]:
            key = request.headers.get("Idempotency-Key", "")
            if not key:
                return Status(201, endpoint(request, *args, **kwargs)[1])
            kept, is_first = _claim(request, key)
            if not is_first:
                return Status(201, _repeated(request, kept, again))
            try:
                kept.object_id, answer = endpoint(request, *args, **kwargs)
            except Exception:
                if not connection.needs_rollback:
                    kept.delete()  # nothing came of it: it may be corrected and sent again
                raise
            kept.save(update_fields=["object_id"])
            return Status(201, answer)

        return answered

    return repeatable


def _claim(request: HttpRequest, key: str) -> tuple[Repeat, bool]:
    """The row of this key, and whether this request is the first to have it.

    Of two at the same time the second waits here until the first is done.
    """
    if len(key) > LONGEST_KEY or not key.isprintable() or not key.isascii():
        raise ProblemError(422, errors=[("Idempotency-Key", _("Al massimo 80 caratteri semplici."))])
    token = token_of(request)
    digest = sha256(f"{request.path}\n".encode() + request.body).hexdigest()
    mine = audit.origin.get().request or uuid4()
    own = Repeat.objects.filter(token=token, key=key)
    own.filter(at__lt=timezone.now() - KEPT).delete()
    Repeat.objects.bulk_create([Repeat(token=token, key=key, digest=digest, request=mine)], ignore_conflicts=True)
    kept = own.get()
    if kept.digest != digest:
        raise ProblemError(422, _("Questa Idempotency-Key è già di un'altra richiesta."), kind="key-reused")
    return kept, kept.request == mine


def _repeated(request: HttpRequest, kept: Repeat, again: Callable[[HttpRequest, int], Any]) -> Any:
    if kept.object_id is None:
        raise Http404
    audit.record("api.repeat_request", by=token_of(request).user, after={"first": kept.request})
    return again(request, kept.object_id)


def forget() -> None:
    Repeat.objects.filter(at__lt=timezone.now() - KEPT).delete()
