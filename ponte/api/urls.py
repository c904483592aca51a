# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.urls import URLPattern, include, path

from ponte.api import reference, views
from ponte.api.interface import api

interface, _ninja, namespace = api.urls
for pattern in interface:
    if isinstance(pattern, URLPattern):
        # A token signs in, not a session.
        pattern.callback.login_required = False  # type: ignore[attr-defined]

pages = [
    path("api/", reference.page, name="reference"),
    path("sicurezza/token/", views.listing, name="tokens"),
    path("sicurezza/token/nuovo/", views.new, name="new_token"),
    path("sicurezza/token/<int:pk>/revoca/", views.revoke, name="revoke_token"),
]
urlpatterns = [
    path("api/v1/", include((interface, "ninja"), namespace=namespace)),
    path("", include((pages, "api"))),
]
