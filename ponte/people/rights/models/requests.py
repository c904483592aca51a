# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What people ask about their data: to see them, to have them put right, not to have them used (art. 15 to 21)."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ponte.network.models import Service
from ponte.people.models import Card
from ponte.platform.privacy import Privacy
from ponte.platform.vault.fields import EncryptedBytesField


class AccessRequest(models.Model):
    """A person asks what is held about them. Each service that knows them answers with its own part."""

    class Identified(models.TextChoices):
        DOCUMENT = "document", _("ha mostrato un documento")
        KNOWN = "known", _("è conosciuta da chi riceve la richiesta")
        REPRESENTATIVE = "representative", _("è venuto un rappresentante con una delega")

    privacy: ClassVar = dict.fromkeys(
        ("id", "asked_on", "due_on", "language", "by", "at", "closed_at"), Privacy.TECHNICAL
    ) | {
        "card": Privacy.SPECIAL,
        "service": Privacy.SPECIAL,
        "identified": Privacy.IDENTITY,
        "note": Privacy.FREE_TEXT,
    }

    id = models.BigAutoField(primary_key=True)
    card = models.ForeignKey(Card, models.PROTECT, related_name="access_requests")
    service = models.ForeignKey(
        Service, models.PROTECT, related_name="+", verbose_name=_("servizio che riceve la richiesta")
    )
    asked_on = models.DateField(_("chiesta il"))
    due_on = models.DateField(_("risposta entro il"))
    identified = models.CharField(_("come è stata riconosciuta"), max_length=14, choices=Identified)
    language = models.CharField(
        _("lingua del documento"), max_length=2, choices=[("it", "Italiano"), ("en", "English")], default="it"
    )
    note = models.CharField(_("nota"), max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField(db_default=Now())
    closed_at = models.DateTimeField(_("conclusa il"), null=True)

    class Meta:
        verbose_name = _("richiesta di accesso")
        verbose_name_plural = _("richieste di accesso")
        ordering = ("due_on", "id")

    def __str__(self) -> str:
        return f"#{self.pk}"


class AccessFile(models.Model):
    """One service's part of the answer, until it is taken or its time is over."""

    privacy: ClassVar = dict.fromkeys(
        ("id", "request", "made_by", "asked_at", "made_at", "expires_at", "taken_at"), Privacy.TECHNICAL
    ) | {"service": Privacy.SPECIAL, "pdf": Privacy.FREE_TEXT, "json": Privacy.FREE_TEXT}

    id = models.BigAutoField(primary_key=True)
    request = models.ForeignKey(AccessRequest, models.CASCADE, related_name="files", db_index=False)
    service = models.ForeignKey(Service, models.PROTECT, related_name="+", verbose_name=_("servizio"), db_index=False)
    pdf = EncryptedBytesField(null=True)
    json = EncryptedBytesField(null=True)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    asked_at = models.DateTimeField(db_default=Now())
    made_at = models.DateTimeField(_("pronto dal"), null=True)
    expires_at = models.DateTimeField(_("disponibile fino al"), null=True)
    taken_at = models.DateTimeField(_("scaricato il"), null=True)

    class Meta:
        verbose_name = _("parte di una risposta")
        verbose_name_plural = _("parti delle risposte")
        constraints = (
            models.UniqueConstraint(fields=["request", "service"], name="one_part_per_request_and_service"),
        )

    def __str__(self) -> str:
        return f"{self.request_id}: {self.service_id}"

    @property
    def is_there(self) -> bool:
        return self.pdf is not None


class Correction(models.Model):
    """Somebody says that a field of the card is wrong; another person of the service decides."""

    class Status(models.TextChoices):
        OPEN = "open", _("da decidere")
        APPROVED = "approved", _("accolta")
        REFUSED = "refused", _("respinta")

    class From(models.TextChoices):
        PERSON = "person", _("la persona")
        STAFF = "staff", _("un operatore")

    privacy: ClassVar = dict.fromkeys(
        ("id", "said_by", "status", "by", "at", "decided_by", "decided_at"), Privacy.TECHNICAL
    ) | {
        "card": Privacy.IDENTITY,
        "service": Privacy.SPECIAL,
        "field": Privacy.TECHNICAL,
        "value": Privacy.IDENTITY,
        "why": Privacy.FREE_TEXT,
        "answer": Privacy.FREE_TEXT,
    }

    id = models.BigAutoField(primary_key=True)
    card = models.ForeignKey(Card, models.PROTECT, related_name="corrections")
    service = models.ForeignKey(Service, models.PROTECT, related_name="+", verbose_name=_("servizio"))
    field = models.CharField(_("che cosa è sbagliato"), max_length=20)
    value = models.CharField(_("valore giusto"), max_length=200, blank=True)
    said_by = models.CharField(_("chi lo dice"), max_length=6, choices=From, default=From.PERSON)
    why = models.CharField(_("perché"), max_length=300, blank=True)
    status = models.CharField(_("stato"), max_length=8, choices=Status, default=Status.OPEN)
    answer = models.CharField(_("motivo della decisione"), max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField(db_default=Now())
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False
    )
    decided_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("richiesta di rettifica")
        verbose_name_plural = _("richieste di rettifica")
        ordering = ("at", "id")
        constraints = (
            models.CheckConstraint(
                condition=~Q(status="refused") | ~Q(answer=""),
                name="a_refused_correction_says_why",
                violation_error_message=_("Scriva perché la rettifica è respinta: la persona ha diritto di saperlo."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.card_id}: {self.field}"


class Restriction(models.Model):
    """The data of a card may be kept and not used, or not used for something, until it is lifted."""

    class Kind(models.TextChoices):
        RESTRICTION = "restriction", _("limitazione (art. 18)")
        OBJECTION = "objection", _("opposizione (art. 21)")

    class Ground(models.TextChoices):
        ACCURACY = "accuracy", _("la persona contesta l'esattezza dei dati")
        UNLAWFUL = "unlawful", _("il trattamento è illecito e la persona non vuole la cancellazione")
        CLAIM = "claim", _("i dati servono alla persona per far valere un diritto")
        OBJECTION = "objection", _("la persona si oppone, e si verifica chi ha ragione")

    privacy: ClassVar = dict.fromkeys(("id", "since", "by", "at", "lifted_by", "lifted_at"), Privacy.TECHNICAL) | {
        "card": Privacy.IDENTITY,
        "service": Privacy.SPECIAL,
        "kind": Privacy.SPECIAL,
        "ground": Privacy.SPECIAL,
        "note": Privacy.FREE_TEXT,
        "lift_reason": Privacy.FREE_TEXT,
    }

    id = models.BigAutoField(primary_key=True)
    card = models.ForeignKey(Card, models.PROTECT, related_name="restrictions")
    service = models.ForeignKey(Service, models.PROTECT, related_name="+", verbose_name=_("servizio"))
    kind = models.CharField(_("che cosa chiede"), max_length=11, choices=Kind)
    ground = models.CharField(_("perché"), max_length=9, choices=Ground)
    note = models.CharField(_("nota"), max_length=300, blank=True)
    since = models.DateField(_("dal"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField(db_default=Now())
    lift_reason = models.CharField(_("perché si toglie"), max_length=300, blank=True)
    lifted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False
    )
    lifted_at = models.DateTimeField(_("tolta il"), null=True)

    class Meta:
        verbose_name = _("limitazione")
        verbose_name_plural = _("limitazioni")
        ordering = ("-since", "-id")
        constraints = (
            models.UniqueConstraint(
                fields=["card", "service", "kind"],
                condition=Q(lifted_at__isnull=True),
                name="one_restriction_in_force",
                violation_error_message=_("È già annotata."),
            ),
            models.CheckConstraint(
                condition=Q(lifted_at__isnull=True) | ~Q(lift_reason=""),
                name="a_lifted_restriction_says_why",
                violation_error_message=_("Scriva perché la limitazione si toglie."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.card_id}: {self.kind}"
