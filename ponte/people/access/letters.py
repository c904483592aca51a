# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Word to the data protection officer that somebody opened a card in an emergency: who and when, and no more."""

from django.conf import settings
from django.core.mail import send_mail
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from ponte.accounts.models import User
from ponte.network.models import Membership
from ponte.people.access.models import EmergencyAccess


def tell_auditors(access_id: int) -> int:
    """One letter to each, in their language; returns how many. Without a mail server, their first page tells them."""
    if not settings.MAIL_IS_CONFIGURED:
        return 0
    access = EmergencyAccess.objects.select_related("user", "service").get(pk=access_id)
    auditors = User.objects.filter(is_active=True, memberships__role=Membership.Role.AUDITOR).distinct()
    for auditor in auditors:
        with override(auditor.language):
            send_mail(
                _("Un accesso di emergenza da esaminare"),
                _(
                    "%(who)s (%(service)s) ha aperto una scheda in emergenza il %(when)s.\n\n"
                    "Il motivo e le schede aperte sono in Ponte, alla pagina «Accessi di emergenza»."
                )
                % {
                    "who": access.user.name,
                    "service": access.service.name,
                    "when": date_format(timezone.localtime(access.started_at), "SHORT_DATETIME_FORMAT"),
                },
                None,
                [auditor.email],
            )
    return len(auditors)
