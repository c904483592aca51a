# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.urls import path

from ponte.register.indicators import views

patterns = [
    path("indicatori/", views.indicators, name="indicators"),
    path("indicatori/<int:pk>/", views.edit, name="indicator"),
    path("indicatori/<int:pk>/sposta/", views.move, name="move_indicator"),
    path("indicatori/<int:pk>/elimina/", views.delete, name="delete_indicator"),
    path("indicatori/<str:kind>/<slug:slug>/", views.section, name="section_indicators"),
    path("indicatori/<str:kind>/<slug:slug>/nuovo/", views.create, name="create_indicator"),
    path("indicatori/<str:kind>/<slug:slug>/anteprima/", views.preview, name="indicator_preview"),
    path("indicatori/<str:kind>/<slug:slug>/proposti/", views.propose, name="propose_indicators"),
]
