# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""allauth's pages under Italian addresses; the names are those by which allauth finds them."""

from allauth.account import views as allauth_views
from allauth.mfa.base import views as factors
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as keys
from allauth.socialaccount import views as social
from django.contrib.auth.decorators import login_not_required
from django.urls import path, re_path

from ponte.accounts import security
from ponte.accounts.federation import views as federation
from ponte.accounts.invitations import accept_invitation
from ponte.accounts.language import choose_language
from ponte.accounts.passwords import ChoosePasswordView
from ponte.accounts.sign_in import SignInView

urlpatterns = [
    path("lingua/", choose_language, name="set_language"),
    path("accedi/", login_not_required(SignInView.as_view()), name="account_login"),
    path("accedi/sospeso/", login_not_required(allauth_views.account_inactive), name="account_inactive"),
    path("accedi/codice/", login_not_required(factors.authenticate), name="mfa_authenticate"),
    path("accedi/chiave/", login_not_required(keys.login_webauthn), name="mfa_login_webauthn"),
    path("accedi/conferma/", allauth_views.reauthenticate, name="account_reauthenticate"),
    path("accedi/conferma/codice/", factors.reauthenticate, name="mfa_reauthenticate"),
    path("accedi/conferma/chiave/", keys.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("accedi/annullato/", login_not_required(social.login_cancelled), name="socialaccount_login_cancelled"),
    path("accedi/identita/<slug:provider_id>/", federation.begin, name="openid_connect_login"),
    path("accedi/identita/<slug:provider_id>/ritorno/", federation.come_back, name="openid_connect_callback"),
    path("accedi/richiesta/", login_not_required(allauth_views.signup), name="account_signup"),
    path("invito/<str:key>/", accept_invitation, name="accept_invitation"),
    path("esci/", allauth_views.logout, name="account_logout"),
    path("sicurezza/", security.SecurityView.as_view(), name="mfa_index"),
    path("sicurezza/accessi/altri/chiudi/", security.end_others, name="end_other_sessions"),
    path("sicurezza/accessi/<slug:handle>/chiudi/", security.end_one, name="end_session"),
    path("sicurezza/app/", totp.activate_totp, name="mfa_activate_totp"),
    path("sicurezza/app/togli/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("sicurezza/chiavi/", security.SecurityView.as_view(), name="mfa_list_webauthn"),
    path("sicurezza/chiavi/nuova/", keys.add_webauthn, name="mfa_add_webauthn"),
    path("sicurezza/chiavi/<int:pk>/", keys.edit_webauthn, name="mfa_edit_webauthn"),
    path("sicurezza/chiavi/<int:pk>/togli/", keys.remove_webauthn, name="mfa_remove_webauthn"),
    path("sicurezza/codici/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("sicurezza/codici/nuovi/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
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
        login_not_required(ChoosePasswordView.as_view()),
        name="account_reset_password_from_key",
    ),
    path(
        "password/recupera/fatto/",
        login_not_required(allauth_views.password_reset_from_key_done),
        name="account_reset_password_from_key_done",
    ),
]
