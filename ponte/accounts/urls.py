# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""allauth's pages under Italian addresses; the names are those by which allauth finds them."""

from allauth.account import views as allauth_views
from django.contrib.auth.decorators import login_not_required
from django.urls import path, re_path

from ponte.accounts.language import choose_language
from ponte.accounts.sign_in import SignInView

urlpatterns = [
    path("lingua/", choose_language, name="set_language"),
    path("accedi/", login_not_required(SignInView.as_view()), name="account_login"),
    path("accedi/sospeso/", login_not_required(allauth_views.account_inactive), name="account_inactive"),
    path("accedi/conferma/", allauth_views.reauthenticate, name="account_reauthenticate"),
    path("accedi/richiesta/", login_not_required(allauth_views.signup), name="account_signup"),
    path("esci/", allauth_views.logout, name="account_logout"),
    path("password/cambia/", allauth_views.password_change, name="account_change_password"),
    path("password/imposta/", allauth_views.password_set, name="account_set_password"),
    path("password/recupera/", login_not_required(allauth_views.password_reset), name="account_reset_password"),
    path(
        "password/recupera/inviata/",
        login_not_required(allauth_views.password_reset_done),
        name="account_reset_password_done",
    ),
    re_path(
        r"^password/recupera/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        login_not_required(allauth_views.password_reset_from_key),
        name="account_reset_password_from_key",
    ),
    path(
        "password/recupera/fatto/",
        login_not_required(allauth_views.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
]
