# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.urls import path

from ponte.people import urls as people  # noqa: F401 - registers the converter of card codes
from ponte.people.access.views import emergencies, keeping, reopening, sharing

app_name = "access"
urlpatterns = [
    path("persone/condivise/", sharing.received, name="received"),
    path("persone/<card_code:code>/condividi/", sharing.share, name="share"),
    path("persone/<card_code:code>/condivisioni/<int:pk>/revoca/", sharing.end, name="end_share"),
    path("persone/<card_code:code>/proteggi/", keeping.protect, name="protect"),
    path("persone/<card_code:code>/protezione/<int:pk>/togli/", keeping.lift, name="lift"),
    path("persone/emergenza/<slug:reference>/", emergencies.break_glass, name="break_glass"),
    path("protette-senza-nessuno/", reopening.listing, name="orphans"),
    path("protette-senza-nessuno/<int:pk>/", reopening.one, name="orphan"),
    path("accessi-di-emergenza/", emergencies.listing, name="emergencies"),
    path("accessi-di-emergenza/<int:pk>/", emergencies.one, name="emergency"),
    path("accessi-di-emergenza/<int:pk>/chiudi/", emergencies.close, name="close_emergency"),
]
