# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.urls import path

from ponte.portal import views

urlpatterns = [
    path("", views.home, name="home"),
    path("cerca/", views.search, name="search"),
]
