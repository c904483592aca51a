# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A person taken on by a service (*presa in carico*)."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ponte.network.models import Project, Service
from ponte.people.models.cards import Card
from ponte.platform.privacy import Privacy
from ponte.platform.vault.fields import EncryptedTextField


class Enrolment(models.Model):
    """From when to when, why, and how it ended. Reopening starts where closing ended; see `EnrolmentEvent`."""

    class Outcome(models.TextChoices):
        COMPLETED = "completed", _("obiettivi raggiunti")
        PARTIAL = "partial", _("obiettivi raggiunti in parte")
        DROPPED_OUT = "dropped_out", _("interruzione da parte della persona")
        REFERRED = "referred", _("passaggio a un altro servizio")
        MOVED = "moved", _("trasferimento")
        UNREACHABLE = "unreachable", _("non più reperibile")
        DECEASED = "deceased", _("decesso")
        OTHER = "other", _("altro")

    privacy: ClassVar = dict.fromkeys(
        ("id", "card", "service", "project", "opened_on", "closed_on", "outcome", "referent"), Privacy.SPECIAL
    ) | {
        "reason": Privacy.FREE_TEXT,
        "outcome_note": Privacy.FREE_TEXT,
        "created_at": Privacy.TECHNICAL,
    }

    id = models.BigAutoField(primary_key=True)
    card = models.ForeignKey(Card, models.PROTECT, related_name="enrolments")
    service = models.ForeignKey(
        Service, models.PROTECT, related_name="enrolments", verbose_name=_("servizio"), db_index=False
    )
    project = models.ForeignKey(
        Project, models.PROTECT, null=True, blank=True, related_name="enrolments", verbose_name=_("progetto")
    )
    opened_on = models.DateField(_("aperta il"))
    closed_on = models.DateField(_("chiusa il"), null=True, blank=True)
    reason = EncryptedTextField(_("motivo"), max_length=300, blank=True)
    outcome = models.CharField(_("esito"), max_length=12, choices=Outcome, blank=True)
    outcome_note = EncryptedTextField(_("nota sull'esito"), max_length=300, blank=True)
    referent = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="referred_enrolments",
        verbose_name=_("referente"),
    )  # fmt: skip
    created_at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = _("presa in carico")
        verbose_name_plural = _("prese in carico")
        ordering = ("-opened_on", "-id")
        constraints = (
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) | Q(closed_on__gte=models.F("opened_on")),
                name="enrolment_closes_after_it_opens",
                violation_error_message=_("La chiusura viene prima dell'apertura."),
            ),
            models.CheckConstraint(
                condition=Q(closed_on__isnull=True) ^ ~Q(outcome=""),
                name="a_closed_enrolment_has_an_outcome",
                violation_error_message=_("Alla chiusura serve l'esito."),
            ),
            models.UniqueConstraint(
                fields=["card", "service"],
                condition=Q(closed_on__isnull=True),
                name="one_open_enrolment_per_service",
                violation_error_message=_("La persona è già in carico a questo servizio."),
            ),
        )
        indexes = (models.Index(fields=["service", "-opened_on"], name="enrolment_by_service"),)

    def __str__(self) -> str:
        return f"{self.service} {self.opened_on}"


class EnrolmentEvent(models.Model):
    """A step in an enrolment's life: opened, closed, reopened. Only ever appended."""

    append_only: ClassVar[bool] = True

    class Kind(models.TextChoices):
        OPENED = "opened", _("aperta")
        CLOSED = "closed", _("chiusa")
        REOPENED = "reopened", _("riaperta")

    privacy: ClassVar = dict.fromkeys(("id", "enrolment", "kind", "on", "outcome"), Privacy.SPECIAL) | {
        "note": Privacy.FREE_TEXT,
        "by": Privacy.TECHNICAL,
        "at": Privacy.TECHNICAL,
    }

    id = models.BigAutoField(primary_key=True)
    enrolment = models.ForeignKey(Enrolment, models.PROTECT, related_name="events")
    kind = models.CharField(max_length=8, choices=Kind)
    on = models.DateField(_("data"))
    outcome = models.CharField(max_length=12, choices=Enrolment.Outcome, blank=True)
    note = EncryptedTextField(max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False)
    at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = _("passo della presa in carico")
        verbose_name_plural = _("passi delle prese in carico")
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"
