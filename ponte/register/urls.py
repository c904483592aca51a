# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.urls import path

from ponte.register.analysis import urls as analysis
from ponte.register.indicators import urls as indicators
from ponte.register.views import detail, listing, quick, session

app_name = "register"

urlpatterns = [
    path("registro/", listing.listed, name="list"),
    path("registro/totali/", listing.totals, name="totals"),
    path("registro/esporta/<str:kind>/", listing.export, name="export"),
    path("registro/nuovo/contatto/", quick.quick, name="quick"),
    path("registro/nuovo/incontro/", session.session, name="session"),
    path("registro/persone/", quick.people_found, name="people"),
    path("registro/<int:pk>/", detail.intervention, name="intervention"),
    path("registro/<int:pk>/correggi/", session.correct, name="correct"),
    path("registro/<int:pk>/annulla/", detail.void, name="void"),
    path("registro/<int:pk>/annulla-subito/", detail.undo, name="undo"),
    path("registro/<int:pk>/ripeti/", detail.repeat, name="repeat"),
    *analysis.patterns,
    *indicators.patterns,
]
