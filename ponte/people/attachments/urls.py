# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.urls import path

from ponte.people.attachments import views

app_name = "attachments"
urlpatterns = [
    path("persone/<card_code:code>/allegati/nuovo/", views.add, name="add"),
    path("persone/<card_code:code>/allegati/<int:pk>/", views.download, name="download"),
    path("persone/<card_code:code>/allegati/<int:pk>/rimuovi/", views.remove, name="remove"),
]
