# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.urls import path

from ponte.platform.spreadsheets import views

app_name = "spreadsheets"
urlpatterns = [
    path("importa/", views.imports, name="imports"),
    path("importa/<int:pk>/", views.run, name="run"),
    path("importa/<int:pk>/avanzamento/", views.progress, name="progress"),
    path("importa/<int:pk>/intestazioni/", views.map_headings, name="map"),
    path("importa/<int:pk>/conferma/", views.confirm, name="confirm"),
    path("importa/<int:pk>/riprova/", views.try_again, name="try_again"),
    path("importa/<int:pk>/elimina/", views.discard, name="discard"),
    path("importa/<int:pk>/rifiutate/", views.refused, name="refused"),
    path("importa/<slug:slug>/", views.upload, name="upload"),
    path("importa/<slug:slug>/modello/", views.template, name="template"),
]
