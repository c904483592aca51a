# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.urls import reverse
from procrastinate.contrib.django import app

from ponte.accounts import invitations, letters, throttle
from ponte.accounts.models import Session, User


@app.task(priority=letters.PRIORITY)
def send_letter(letter: int, user_id: int) -> None:
    user = User.objects.filter(pk=user_id, is_active=True).first()
    if user is None:
        return
    kind, context = letters.KINDS[letter], dict[str, object]()
    if kind == "reset":
        key = {"uidb36": user_pk_to_url_str(user), "key": default_token_generator.make_token(user)}
        context["link"] = settings.ADDRESS + reverse("account_reset_password_from_key", kwargs=key)
    elif kind == "invitation":
        context["link"] = settings.ADDRESS + invitations.path_for(user)
    else:
        context["link"] = settings.ADDRESS + reverse("account_login")
    letters.post(kind, user, context)


@app.periodic(cron="29 * * * *")
@app.task(queueing_lock="forget_sign_ins")
def forget_sign_ins(timestamp: int) -> None:
    """Delete sessions that are over, and attempts that no longer slow anybody down."""
    from django.utils import timezone

    Session.objects.filter(expire_date__lt=timezone.now()).delete()
    throttle.forget_old_attempts()
