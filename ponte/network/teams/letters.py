# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.conf import settings
from django.core.mail import send_mail
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.translation import gettext, override

from ponte.accounts.models import User


def mail_is_configured() -> bool:
    """Without a mail server of its own, an installation shows the temporary password once instead."""
    return bool(settings.MAIL_IS_CONFIGURED)


def send_invitation(request: HttpRequest, user: User, password: str) -> None:
    """In the language of whoever is invited."""
    with override(user.language):
        send_mail(
            gettext("Il suo utente di Ponte"),
            render_to_string(
                "teams/invitation.txt",
                {
                    "user": user,
                    "password": password,
                    "sign_in": request.build_absolute_uri(reverse("account_login")),
                    "change": request.build_absolute_uri(reverse("account_change_password")),
                },
            ),
            None,
            [user.email],
        )
