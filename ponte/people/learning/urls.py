# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.urls import path

from ponte.people.learning import views

app_name = "learning"
urlpatterns = [
    path("persone/qualita/pesi/", views.weights, name="weights"),
    path("persone/qualita/pesi/proponi/", views.propose, name="propose"),
    path("persone/qualita/pesi/<str:version>/prendi/", views.take, name="take"),
    path("persone/qualita/pesi/<str:version>/lascia/", views.leave, name="leave"),
]
