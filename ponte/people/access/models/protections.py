# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A person whom a service keeps for some of its team."""

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ponte.network.models import Service
from ponte.people.models import Card
from ponte.platform.privacy import Privacy


class Protection(models.Model):
    """Since when, why and for whom a service keeps a person to a few; it is in force while `ended_at` is empty.

    What the policies read is `Acquaintance.guarded_for`, which is written with it.
    """

    privacy: ClassVar = (
        dict.fromkeys(("id", "card", "service", "kept_for"), Privacy.SPECIAL)
        | dict.fromkeys(("by", "at", "ended_by", "ended_at"), Privacy.TECHNICAL)
        | {"reason": Privacy.FREE_TEXT}
    )

    id = models.BigAutoField(primary_key=True)
    card = models.ForeignKey(Card, models.PROTECT, related_name="+")
    service = models.ForeignKey(Service, models.PROTECT, related_name="+", db_index=False)
    kept_for = ArrayField(models.BigIntegerField())
    reason = models.CharField(_("motivo"), max_length=300)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField(db_default=Now())
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False
    )
    ended_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("protezione di una persona")
        verbose_name_plural = _("protezioni di persone")
        constraints = (
            models.UniqueConstraint(
                fields=["card", "service"], condition=Q(ended_at__isnull=True), name="one_protection_at_a_time"
            ),
        )

    def __str__(self) -> str:
        return f"{self.service_id}: {self.card_id}"


class Reopening(models.Model):
    """Whoever coordinates a service proposes who shall know a person whom nobody of those named knows any more; the
    person responsible for data protection decides. Neither reads anything of the person."""

    privacy: ClassVar = (
        dict.fromkeys(("id", "protection", "service", "members"), Privacy.SPECIAL)
        | dict.fromkeys(
            ("proposed_by", "proposed_at", "decided_by", "decided_at", "is_authorised"), Privacy.TECHNICAL
        )
        | {"reason": Privacy.FREE_TEXT, "answer": Privacy.FREE_TEXT}
    )

    id = models.BigAutoField(primary_key=True)
    protection = models.ForeignKey(Protection, models.CASCADE, related_name="reopenings", db_index=False)
    service = models.ForeignKey(Service, models.PROTECT, related_name="+", db_index=False)
    members = ArrayField(models.BigIntegerField())
    reason = models.CharField(_("motivo"), max_length=300)
    proposed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    proposed_at = models.DateTimeField(db_default=Now())
    is_authorised = models.BooleanField(null=True)
    answer = models.CharField(_("motivo della decisione"), max_length=300, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False
    )
    decided_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("proposta di chi conoscerà una persona protetta")
        verbose_name_plural = _("proposte di chi conoscerà una persona protetta")
        constraints = (
            models.UniqueConstraint(
                fields=["protection"],
                condition=Q(decided_at__isnull=True),
                name="one_reopening_to_decide",
                violation_error_message=_("C'è già una proposta che aspetta."),
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="a_reopening_has_a_reason"),
            models.CheckConstraint(
                condition=Q(decided_by__isnull=True) | ~Q(decided_by=models.F("proposed_by")),
                name="another_decides_a_reopening",
            ),
            models.CheckConstraint(
                condition=~Q(is_authorised=False) | ~Q(answer=""),
                name="a_refused_reopening_says_why",
                violation_error_message=_("Scriva perché non autorizza: chi coordina deve saperlo."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.service_id}: #{self.pk}"
