# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.urls import include, path

from ponte.platform.ui import errors

urlpatterns = [
    path("", include("ponte.portal.urls")),
    path("", include("ponte.network.urls")),
    path("", include("ponte.network.teams.urls")),
    path("", include("ponte.people.learning.urls")),
    path("", include("ponte.people.review.urls")),
    path("", include("ponte.people.rights.urls")),
    path("", include("ponte.oversight.urls")),
    path("", include("ponte.people.access.urls")),
    path("", include("ponte.people.urls")),
    path("", include("ponte.people.attachments.urls")),
    path("", include("ponte.register.urls")),
    path("", include("ponte.reports.urls")),
    path("", include("ponte.api.urls")),
    path("", include("ponte.accounts.urls")),
    path("", include("ponte.platform.spreadsheets.urls")),
    path("", include("ponte.platform.ui.urls")),
]

handler400 = errors.bad_request
handler403 = errors.permission_denied
handler404 = errors.not_found
handler500 = errors.server_error
