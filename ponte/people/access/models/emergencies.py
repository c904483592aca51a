# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Emergency access: somebody opens a card of other services, for hours, and answers for it."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ponte.network.models import Service
from ponte.people.models import Card
from ponte.platform.privacy import Privacy


class EmergencyAccess(models.Model):
    """One user, one reason, one person found through a presence, some hours. The database lets it end by itself."""

    MOST_HOURS = 12

    privacy: ClassVar = dict.fromkeys(
        ("id", "user", "service", "started_at", "until", "ended_at"), Privacy.TECHNICAL
    ) | {"reason": Privacy.FREE_TEXT}

    id = models.BigAutoField(primary_key=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="emergencies", db_index=False)
    service = models.ForeignKey(Service, models.PROTECT, related_name="+", db_index=False)
    reason = models.CharField(_("che cosa sta succedendo"), max_length=300)
    started_at = models.DateTimeField(db_default=Now())
    until = models.DateTimeField()
    # Where the user closed it before its time.
    ended_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("accesso di emergenza")
        verbose_name_plural = _("accessi di emergenza")
        indexes = (models.Index(fields=["user", "until"], name="emergency_by_user"),)
        constraints = (models.CheckConstraint(condition=~Q(reason=""), name="an_emergency_has_a_reason"),)

    def __str__(self) -> str:
        return f"#{self.pk}"


class EmergencyCard(models.Model):
    """A card that an emergency access opened: added through the door of presence alone."""

    append_only: ClassVar[bool] = True
    privacy: ClassVar = {"id": Privacy.TECHNICAL, "access": Privacy.TECHNICAL, "card": Privacy.IDENTITY}

    id = models.BigAutoField(primary_key=True)
    access = models.ForeignKey(EmergencyAccess, models.PROTECT, related_name="cards")
    card = models.ForeignKey(Card, models.PROTECT, related_name="+")

    class Meta:
        verbose_name = _("scheda aperta in emergenza")
        verbose_name_plural = _("schede aperte in emergenza")
        constraints = (models.UniqueConstraint(fields=["access", "card"], name="emergency_card_once"),)

    def __str__(self) -> str:
        return f"{self.access_id}: {self.card_id}"


class EmergencyReview(models.Model):
    """What the data protection officer found, once for each access."""

    append_only: ClassVar[bool] = True

    class Outcome(models.TextChoices):
        JUSTIFIED = "justified", _("giustificato")
        UNJUSTIFIED = "unjustified", _("non giustificato")
        REPORTED = "reported", _("segnalato come violazione")

    privacy: ClassVar = dict.fromkeys(("id", "access", "outcome", "by", "at"), Privacy.TECHNICAL) | {
        "note": Privacy.FREE_TEXT
    }

    id = models.BigAutoField(primary_key=True)
    access = models.OneToOneField(EmergencyAccess, models.PROTECT, related_name="review")
    outcome = models.CharField(_("esito"), max_length=11, choices=Outcome)
    note = models.CharField(_("nota"), max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = _("esame di un accesso di emergenza")
        verbose_name_plural = _("esami degli accessi di emergenza")

    def __str__(self) -> str:
        return f"{self.access_id}: {self.outcome}"
