# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What no person types is refused before any page reads it."""

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

NULL = "\x00"


class RefuseNullMiddleware:
    """PostgreSQL keeps no NUL in a text, and takes a question that holds one for a fault: forms say so, addresses do
    not ask a form."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: dict[str, object]) -> None:
        parts = (*request.GET.values(), *(value for value in kwargs.values() if isinstance(value, str)))
        if any(NULL in part for part in parts):
            raise BadRequest("A NUL in the address.")
