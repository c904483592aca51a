# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What holds for every address of the interface, before anything of the request is believed."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from ponte.api import problems, tokens
from ponte.api.problems import ProblemError
from ponte.platform.addresses import address_of

ROOT = "/api/v1/"
LARGEST = 256 * 1024
MEANT = frozenset({400, 401, 403, 404, 405, 409, 413, 415, 422, 429})


class ApiMiddleware:
    """No cookie counts here, so that no other site can act through somebody's browser; whatever goes wrong is told in
    one shape."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path_info.startswith(ROOT):
            return self.get_response(request)
        request.META.pop("HTTP_COOKIE", None)
        is_head = request.method == "HEAD"
        if is_head:  # to ninja, a method of its own
            request.method = "GET"
        response = self._answer(request)
        if response.status_code == 405 and request.method == "OPTIONS":
            response = HttpResponse(status=204, headers={"Allow": response.headers.get("Allow", "")})
        elif response.status_code >= 400 and response.headers.get("Content-Type") != problems.TYPE:
            status = response.status_code if response.status_code in MEANT else 500
            kept = {name: response.headers[name] for name in ("Allow",) if name in response.headers}
            response = ProblemError(status, headers=kept).as_response(getattr(request, "number", None))
        if is_head:
            response.headers["Content-Length"] = str(len(response.content))
            response.content = b""
        response.headers["Cache-Control"] = "no-store"
        return response

    def _answer(self, request: HttpRequest) -> HttpResponse:
        if settings.SECURE_SSL_REDIRECT and not request.is_secure():
            # A redirect would let a program go on sending its token for everybody on the way to read.
            return ProblemError(403, _("Solo HTTPS: revochi questo token, che è passato in chiaro.")).as_response()
        length = request.META.get("CONTENT_LENGTH") or "0"
        if not length.isdecimal() or int(length) > LARGEST:
            return ProblemError(413).as_response()
        scheme, _space, secret = request.headers.get("Authorization", "").partition(" ")
        use = tokens.note_use(secret.strip(), address=address_of(request)) if scheme.lower() == "bearer" else None
        if use is not None and use.is_too_much:
            sentence = _("Troppe richieste in un minuto: aspetti e riprovi.")
            return ProblemError(429, sentence, headers={"Retry-After": "60"}).as_response()
        request.token_use = use  # type: ignore[attr-defined]
        return self.get_response(request)
