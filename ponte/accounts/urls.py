# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from allauth.account import views as allauth_views
from django.contrib.auth.decorators import login_not_required
from django.urls import path

from ponte.accounts.language import choose_language

urlpatterns = [
    path("lingua/", choose_language, name="set_language"),
    path("accedi/", login_not_required(allauth_views.login), name="account_login"),
    path("esci/", allauth_views.logout, name="account_logout"),
    path("password/recupera/", login_not_required(allauth_views.password_reset), name="account_reset_password"),
    path(
        "password/recupera/inviata/",
        login_not_required(allauth_views.password_reset_done),
        name="account_reset_password_done",
    ),
    path("accedi/richiesta/", login_not_required(allauth_views.signup), name="account_signup"),
    path("password/cambia/", allauth_views.password_change, name="account_change_password"),
]
