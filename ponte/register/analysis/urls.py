# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.urls import path

from ponte.register.analysis import views

patterns = [
    path("analisi/", views.analysis, name="analysis"),
    path("analisi/esporta/<str:kind>/", views.export, name="analysis_export"),
    path("analisi/righe/", views.figure_rows, name="figure_rows"),
]
