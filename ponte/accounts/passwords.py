# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Forgotten passwords: the same answer and the same work, whether there is such a user or not."""

from typing import Any

from allauth.account.forms import ResetPasswordForm
from allauth.account.views import PasswordResetFromKeyView
from django.http import HttpRequest, HttpResponse

from ponte.accounts import letters, throttle
from ponte.accounts.sessions.actions import end_sessions
from ponte.platform.audit.actions import record


class AskForPasswordForm(ResetPasswordForm):  # type: ignore[misc]
    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        email: str = self.cleaned_data["email"]
        user = next(iter(self.users), None)
        record("accounts.ask_for_password", user, by=None)
        letters.send("reset", user)
        return email


class ChoosePasswordView(PasswordResetFromKeyView):  # type: ignore[misc]
    """Whoever reads the letter owns the account: what others guessed before no longer slows this browser down."""

    def form_valid(self, form: Any) -> HttpResponse:
        user = self.reset_user
        response: HttpResponse = super().form_valid(form)
        account = throttle.account_of(user.email)
        throttle.open_account(account)
        throttle.remember(self.request, response, account)
        record("accounts.choose_password", user, by=user)
        end_sessions(user=user, by=user, why="accounts.choose_password")
        return response
