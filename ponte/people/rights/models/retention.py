# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""How long data are kept, and their disposal: proposed, authorised by a second person, done."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ponte.network.models import Service
from ponte.people.models import Card
from ponte.platform.privacy import Privacy


class RecordClass(models.TextChoices):
    CARD = "card", _("scheda della persona e tutto ciò che vi è legato")
    NOTES = "notes", _("note dei colloqui e testi delle prese in carico")


class RetentionTerm(models.Model):
    """For how many months a service keeps a class of records after it last worked with the person.

    Without `service` it holds for every service that has none of its own. Without `months` it never ends.
    """

    record_class = models.CharField(_("che cosa"), max_length=8, choices=RecordClass)
    service = models.ForeignKey(
        Service, models.CASCADE, null=True, blank=True, related_name="retention_terms", verbose_name=_("servizio")
    )
    months = models.PositiveSmallIntegerField(
        _("mesi dopo l'ultima attività"), null=True, blank=True, help_text=_("Vuoto: senza scadenza.")
    )
    basis = models.CharField(_("norma, massimario o contratto"), max_length=200)
    needs_permit = models.BooleanField(
        _("serve il nulla osta della Soprintendenza"), default=False,
        help_text=_("Per gli archivi degli enti pubblici (D.Lgs. 42/2004, art. 21)."),
    )  # fmt: skip
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, editable=False, related_name="+", db_index=False
    )
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("termine di conservazione")
        verbose_name_plural = _("termini di conservazione")
        ordering = ("record_class", F("service__name").asc(nulls_first=True))
        constraints = (
            models.UniqueConstraint(
                fields=["record_class", "service"],
                nulls_distinct=False,
                name="one_term_per_class_and_service",
                violation_error_message=_("C'è già un termine per questo servizio: lo cambi."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.record_class} {self.service_id or '*'}: {self.months}"


class Disposal(models.Model):
    """A service forgets a person, or what it wrote about them. Nothing is erased before a second person says so."""

    class Status(models.TextChoices):
        PROPOSED = "proposed", _("da autorizzare")
        REFUSED = "refused", _("respinta")
        AUTHORISED = "authorised", _("autorizzata, in corso")
        DONE = "done", _("eseguita")

    class Ground(models.TextChoices):
        TERM = "term", _("termine di conservazione scaduto")
        REQUEST = "request", _("richiesta della persona (art. 17)")
        MISTAKE = "mistake", _("dati raccolti per errore")

    privacy: ClassVar = dict.fromkeys(
        ("id", "record_class", "status", "ground", "proposed_by", "proposed_at", "decided_by", "decided_at", "permit",
         "done_at"), Privacy.TECHNICAL,
    ) | {
        "card": Privacy.SPECIAL,
        "service": Privacy.SPECIAL,
        "why": Privacy.FREE_TEXT,
        "answer": Privacy.FREE_TEXT,
        "planned": Privacy.TECHNICAL,
    }  # fmt: skip

    id = models.BigAutoField(primary_key=True)
    card = models.ForeignKey(Card, models.PROTECT, related_name="disposals")
    service = models.ForeignKey(Service, models.PROTECT, related_name="disposals", verbose_name=_("servizio"))
    record_class = models.CharField(_("che cosa"), max_length=8, choices=RecordClass, default=RecordClass.CARD)
    ground = models.CharField(_("perché"), max_length=8, choices=Ground)
    why = models.CharField(_("spiegazione"), max_length=300, blank=True)
    status = models.CharField(_("stato"), max_length=10, choices=Status, default=Status.PROPOSED)
    # Nobody: the nightly job, by a term.
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False
    )
    proposed_at = models.DateTimeField(_("proposta il"), db_default=Now())
    answer = models.CharField(_("motivo della decisione"), max_length=300, blank=True)
    permit = models.CharField(_("estremi del nulla osta"), max_length=120, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False
    )
    decided_at = models.DateTimeField(_("decisa il"), null=True)
    done_at = models.DateTimeField(_("eseguita il"), null=True)
    # How many rows of which table were there when it was proposed. How many were erased is in the trail alone: that
    # would tell whether another service knows the person.
    planned = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name = _("cancellazione")
        verbose_name_plural = _("cancellazioni")
        ordering = ("proposed_at", "id")
        constraints = (
            models.UniqueConstraint(
                fields=["card", "service", "record_class"],
                condition=Q(status__in=["proposed", "authorised"]),
                name="one_disposal_under_way",
                violation_error_message=_("Questa cancellazione è già proposta."),
            ),
            models.CheckConstraint(
                condition=Q(status__in=["proposed", "refused"])
                | Q(proposed_by__isnull=True)
                | ~Q(proposed_by=F("decided_by")),
                name="disposal_takes_two_people",
                violation_error_message=_("Chi propone una cancellazione non può anche autorizzarla."),
            ),
            models.CheckConstraint(
                condition=Q(status="proposed") ^ Q(decided_at__isnull=False), name="a_disposal_is_decided_once"
            ),
            models.CheckConstraint(
                condition=~Q(status="refused") | ~Q(answer=""),
                name="a_refused_disposal_says_why",
                violation_error_message=_("Scriva perché la cancellazione è respinta."),
            ),
        )

    def __str__(self) -> str:
        return f"#{self.pk}"
