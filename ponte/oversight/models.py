# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What was noticed in the trail, and what the auditor made of it."""

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ponte.people.models import Card
from ponte.platform.privacy import Privacy


class UnusualAccess(models.Model):
    """Somebody's looks at people on one day that are worth a question. It accuses nobody."""

    class Kind(models.TextChoices):
        MANY = "many", _("molte schede in poco tempo")
        COLLEAGUE = "colleague", _("la scheda di chi lavora nella rete")
        RELATIVE = "relative", _("forse un familiare di chi legge")
        STRANGER = "stranger", _("persone che l'équipe non segue")
        NIGHT = "night", _("di notte")
        GONE = "gone", _("da chi non era più in un'équipe")

    class Outcome(models.TextChoices):
        JUSTIFIED = "justified", _("giustificato")
        FOLLOW_UP = "follow_up", _("da approfondire")

    privacy: ClassVar = dict.fromkeys(
        ("id", "kind", "actor", "day", "looks", "first_event", "last_event", "noticed_at", "outcome", "reviewed_by",
         "reviewed_at"),
        Privacy.TECHNICAL,
    ) | dict.fromkeys(("card", "cards", "why"), Privacy.IDENTITY) | {"note": Privacy.FREE_TEXT}  # fmt: skip

    # So many of the persons are kept; the trail has them all.
    MOST_CARDS = 50

    id = models.BigAutoField(primary_key=True)
    kind = models.CharField(max_length=9, choices=Kind)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    day = models.DateField()
    # The one person whom it is about, where it is about one.
    card = models.ForeignKey(Card, models.PROTECT, null=True, related_name="+")
    cards = ArrayField(models.BigIntegerField(), default=list)
    looks = models.PositiveIntegerField()
    # A word for what exactly was noticed: see `unusual.words`.
    why = models.CharField(max_length=20, blank=True)
    first_event = models.BigIntegerField()
    last_event = models.BigIntegerField()
    noticed_at = models.DateTimeField(db_default=Now())
    outcome = models.CharField(_("esito"), max_length=9, choices=Outcome, blank=True)
    note = models.CharField(_("nota"), max_length=300, blank=True)
    reviewed_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+")
    reviewed_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("accesso insolito")
        verbose_name_plural = _("accessi insoliti")
        constraints = (
            models.UniqueConstraint(
                fields=["kind", "actor", "day", "card"], nulls_distinct=False, name="noticed_once_a_day"
            ),
            models.CheckConstraint(
                condition=Q(outcome="", reviewed_at=None) | ~Q(outcome="") & Q(reviewed_at__isnull=False),
                name="reviewed_with_an_outcome",
            ),
        )
        indexes = (models.Index(fields=["-day", "-id"], condition=Q(outcome=""), name="unusual_to_review"),)

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.day}"


class Noticed(models.Model):
    """Up to which event the trail was looked through. One row."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    last_event = models.BigIntegerField(default=0)

    class Meta:
        verbose_name = _("punto raggiunto")
        verbose_name_plural = _("punti raggiunti")
        constraints = (models.CheckConstraint(condition=Q(id=1), name="noticed_up_to_one_point"),)

    def __str__(self) -> str:
        return f"#{self.last_event}"
