# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.urls import path

from ponte.network.teams import members, users

app_name = "teams"
urlpatterns = [
    path("utenti/", users.listing, name="users"),
    path("utenti/nuovo/", users.invite, name="invite"),
    path("utenti/<int:pk>/", users.detail, name="user"),
    path("utenti/<int:pk>/sospendi/", users.suspend, name="suspend"),
    path("utenti/<int:pk>/password/", users.renew_password, name="renew_password"),
    path("utenti/<int:pk>/secondo-fattore/azzera/", users.reset_factors, name="reset_factors"),
    path("utenti/<int:pk>/identita/", users.identity, name="identity"),
    path("utenti/ruoli/<int:pk>/togli/", users.take_role, name="take_role"),
    path("equipe/", members.mine, name="mine"),
    path("equipe/<slug:slug>/", members.team, name="team"),
    path("equipe/<slug:slug>/<int:pk>/togli/", members.remove, name="remove"),
    path("equipe/<slug:slug>/<int:pk>/invita/", members.invite_again, name="invite_again"),
]
