# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What every answer tells the browser not to do."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

# Of what a browser could lend a page, Ponte uses keys to sign in, and nothing else.
NOTHING = (
    "accelerometer", "ambient-light-sensor", "autoplay", "bluetooth", "browsing-topics", "camera", "display-capture",
    "encrypted-media", "fullscreen", "geolocation", "gyroscope", "hid", "idle-detection", "local-fonts",
    "magnetometer", "microphone", "midi", "payment", "picture-in-picture", "screen-wake-lock", "serial", "usb",
    "window-management", "xr-spatial-tracking",
)  # fmt: skip
OWN = ("publickey-credentials-create", "publickey-credentials-get")
PERMISSIONS = ", ".join([*(f"{name}=()" for name in NOTHING), *(f"{name}=(self)" for name in OWN)])


class HeadersMiddleware:
    """Pages of whoever is signed in stay out of every cache: also the browser's, where "back" would find them after
    the sign-out. No other site may embed or read what Ponte answers."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        if hasattr(request, "user"):  # else a file for everyone, or a request refused before anyone was recognised
            response.headers["Cache-Control"] = "no-store, private"
        return response
