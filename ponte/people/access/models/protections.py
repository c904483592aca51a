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
