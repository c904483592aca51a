# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The tokens by which a program acts as one user in one of their roles, and the answers that it was given."""

import datetime as dt

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ponte.network.models import Membership

LONGEST = dt.timedelta(days=365)


class Scope(models.TextChoices):
    """What a token may be used for. The role then says of whom."""

    PEOPLE_READ = "people:read", _("cercare persone e leggerne le schede")
    PEOPLE_MATCH = "people:match", _("chiedere se una persona è già conosciuta")
    PEOPLE_WRITE = "people:write", _("registrare persone")
    ENROLMENTS_READ = "enrolments:read", _("leggere le prese in carico")
    ENROLMENTS_WRITE = "enrolments:write", _("aprire prese in carico")
    REGISTER_READ = "register:read", _("leggere il registro delle attività")
    REGISTER_WRITE = "register:write", _("registrare interventi")
    FIGURES_READ = "figures:read", _("leggere le cifre")


class Token(models.Model):
    """Only its digest is kept: whoever made it saw it once. It ends with its role, and never comes back to life."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="api_tokens")
    # None once the role was taken away.
    membership = models.ForeignKey(Membership, models.SET_NULL, null=True, related_name="+")
    name = models.CharField(_("nome"), max_length=40)
    digest = models.CharField(max_length=64, unique=True)
    scopes = ArrayField(models.CharField(max_length=20, choices=Scope))
    created_at = models.DateTimeField(db_default=Now())
    expires_at = models.DateTimeField(_("scadenza"))
    revoked_at = models.DateTimeField(null=True)
    last_used_at = models.DateTimeField(null=True)
    last_address = models.GenericIPAddressField(null=True)
    # How often it was used since when: what slows down a program that asks too much.
    minute_began_at = models.DateTimeField(null=True)
    used_in_minute = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("token")
        verbose_name_plural = _("token")
        constraints = (
            models.UniqueConstraint(
                fields=["user", "name"], condition=Q(revoked_at__isnull=True), name="one_living_token_per_name"
            ),
            models.CheckConstraint(
                condition=Q(expires_at__lte=models.F("created_at") + LONGEST + dt.timedelta(days=1)),
                name="token_lasts_a_year_at_most",
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def is_alive(self) -> bool:
        return self.revoked_at is None and self.membership_id is not None and self.expires_at > timezone.now()


LONGEST_KEY = 80


class Repeat(models.Model):
    """A request that made something, so that the same one sent again makes nothing more. Kept for a day.

    `digest` is of its address and body; `object_id` is the row that came of it, under the rules of whose table it is
    read again.
    """

    token = models.ForeignKey(Token, models.CASCADE, related_name="+")
    key = models.CharField(max_length=LONGEST_KEY)
    digest = models.CharField(max_length=64)
    request = models.UUIDField()
    object_id = models.BigIntegerField(null=True)
    at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = _("richiesta già fatta")
        verbose_name_plural = _("richieste già fatte")
        constraints = (models.UniqueConstraint(fields=["token", "key"], name="one_request_per_token_and_key"),)
        indexes = (models.Index(fields=["at"], name="repeat_by_time"),)

    def __str__(self) -> str:
        return self.key
