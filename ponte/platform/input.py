# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What no person types is refused before any page reads it."""

from collections.abc import Callable

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse

NULL = "\x00"
FORM = "application/x-www-form-urlencoded"


class RefuseNullMiddleware:
    """PostgreSQL keeps no NUL in a text, and takes a question that holds one for a fault: the fields of forms say so,
    but not everything that is read is a field's."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(self, request: HttpRequest, view: object, args: object, kwargs: dict[str, object]) -> None:
        parts: tuple[str, ...] = (
            *(value for values in request.GET.lists() for value in values[1]),
            *(value for value in kwargs.values() if isinstance(value, str)),
        )
        if request.content_type == FORM:  # one with files is left to its view, which may want to say how it is read
            parts = (*parts, *(value for values in request.POST.lists() for value in values[1]))
        if any(NULL in part for part in parts):
            raise BadRequest("A NUL among what was sent.")
