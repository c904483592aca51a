# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What one service lets another know of a person."""

from typing import ClassVar

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ponte.network.models import Service
from ponte.people.models import Card
from ponte.platform.privacy import Privacy


class Share(models.Model):
    """A service opens a card, and named parts of its own work with the person, to another service: for a purpose, on
    a basis, until a time or until it is taken back.

    It is made once and never widened: only its end is written later. A referral will carry one, so that it opens
    exactly what was agreed. Whoever receives it reads `queries.received`, which leaves out a sender that is not to
    be named; the rows themselves are the sender's.
    """

    class Part(models.TextChoices):
        CARD = "card", _("la scheda: nomi, nascita, lingue, recapiti")
        DOCUMENTS = "documents", _("i documenti")
        ENROLMENTS = "enrolments", _("le prese in carico del servizio che condivide")
        ACTIVITIES = "activities", _("che cosa ha fatto il servizio che condivide: date e tipo di intervento")
        NOTES = "notes", _("anche le note di questi interventi, se riguardano solo questa persona")
        FILES = "files", _("i file allegati del servizio che condivide")

    class Basis(models.TextChoices):
        AGREEMENT = "agreement", _("la persona è d'accordo")
        LAW = "law", _("una norma lo prevede")

    privacy: ClassVar = (
        dict.fromkeys(
            ("id", "shared_by", "shared_at", "ended_by", "ended_at", "names_sender", "lets_enrol"), Privacy.TECHNICAL
        )
        | dict.fromkeys(("card", "sender", "receiver", "opens", "basis", "agreed_on", "until"), Privacy.SPECIAL)
        | {
            "purpose": Privacy.FREE_TEXT,
            "basis_text": Privacy.FREE_TEXT,
        }
    )

    id = models.BigAutoField(primary_key=True)
    card = models.ForeignKey(Card, models.PROTECT, related_name="shares")
    sender = models.ForeignKey(Service, models.PROTECT, related_name="+", db_index=False)
    receiver = models.ForeignKey(
        Service, models.PROTECT, related_name="+", db_index=False, verbose_name=_("con quale servizio")
    )
    # Whether the receiver is told which service this is.
    names_sender = models.BooleanField(_("dire quale servizio condivide"), default=True)
    opens = ArrayField(models.CharField(max_length=10, choices=Part), verbose_name=_("che cosa"))
    lets_enrol = models.BooleanField(_("può prendere in carico la persona"), default=False)
    purpose = models.CharField(_("scopo"), max_length=300)
    basis = models.CharField(_("in base a che cosa"), max_length=9, choices=Basis)
    # How the person agreed, or the norm.
    basis_text = models.CharField(_("come si è espressa, o quale norma"), max_length=300)
    agreed_on = models.DateField(_("data dell'accordo"), null=True, blank=True)
    until = models.DateTimeField(_("fino al"))
    shared_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    shared_at = models.DateTimeField(db_default=Now())
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False
    )
    ended_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("condivisione")
        verbose_name_plural = _("condivisioni")
        constraints = (
            models.CheckConstraint(condition=~Q(sender=F("receiver")), name="share_is_with_another_service"),
            models.CheckConstraint(condition=Q(opens__contains=["card"]), name="share_opens_the_card"),
            models.CheckConstraint(
                condition=Q(basis="agreement") ^ Q(agreed_on__isnull=True),
                name="share_says_when_the_person_agreed",
                violation_error_message=_("Dica quando la persona si è detta d'accordo."),
            ),
            models.CheckConstraint(
                condition=~Q(purpose="") & ~Q(basis_text=""), name="share_says_why_and_on_what_basis"
            ),
        )
        indexes = (
            models.Index(fields=["receiver", "until"], name="share_received", condition=Q(ended_at__isnull=True)),
        )

    def __str__(self) -> str:
        return f"{self.card_id} → {self.receiver_id}"
