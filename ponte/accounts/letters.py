# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Letters about one's own account. The worker sends them, so that a page takes as long for a stranger as for a user,
and a mail server that is away delays a letter and loses nothing."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.translation import override

from ponte.accounts.models import User

NOBODY = 0
PRIORITY = -10  # A mail server that is slow to refuse keeps nothing but other letters waiting.
# A job names a letter by its place here: its arguments are numbers. New ones go to the end.
KINDS = ("reset", "password_changed", "factor_added", "factor_removed", "codes_renewed", "code_used",
         "invitation", "added_to_team", "factors_reset")  # fmt: skip


def mail_is_configured() -> bool:
    return bool(settings.MAIL_IS_CONFIGURED)


def send(kind: str, user: User | None) -> None:
    """Queue the letter `accounts/letters/<kind>.txt`; for nobody, a job that finds nothing to do."""
    from ponte.accounts.tasks import send_letter

    if mail_is_configured():
        send_letter.defer(letter=KINDS.index(kind), user_id=user.pk if user else NOBODY)


def post(kind: str, user: User, context: dict[str, object]) -> None:
    """Send it now. The template's first line is the subject."""
    with override(user.language):
        text = render_to_string(f"accounts/letters/{kind}.txt", {"user": user, **context})
    subject, _, body = text.strip().partition("\n")
    EmailMessage(subject, body.strip() + "\n", to=[user.email]).send()
