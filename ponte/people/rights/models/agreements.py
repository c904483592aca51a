# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""For which purposes data are used, on what legal basis, and what people agreed to (art. 6, 7 and 9)."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from ponte.network.models import Service
from ponte.people.models import Card
from ponte.people.rights.models.notices import Channel
from ponte.platform.privacy import Privacy


class Purpose(models.Model):
    """What data are used for. Where the basis is the person's agreement, the card keeps what they said."""

    class Basis(models.TextChoices):
        PUBLIC_TASK = "public_task", _("compito di interesse pubblico (art. 6.1.e)")
        LEGAL_OBLIGATION = "legal_obligation", _("obbligo di legge (art. 6.1.c)")
        CONSENT = "consent", _("consenso della persona (art. 6.1.a)")
        EXPLICIT_CONSENT = "explicit_consent", _("consenso esplicito, dati particolari (art. 9.2.a)")
        PUBLIC_INTEREST = "public_interest", _("interesse pubblico rilevante, dati particolari (art. 9.2.g)")
        CARE = "care", _("assistenza sanitaria o sociale (art. 9.2.h)")
        VITAL = "vital", _("interesse vitale (art. 6.1.d)")
        CONTRACT = "contract", _("contratto o richiesta della persona (art. 6.1.b)")

    ASKED = (Basis.CONSENT, Basis.EXPLICIT_CONSENT)

    slug = models.SlugField(max_length=60, unique=True)
    name = models.CharField(_("finalità"), max_length=160)
    name_en = models.CharField(_("finalità, in inglese"), max_length=160, blank=True)
    service = models.ForeignKey(
        Service, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("solo per il servizio"),
        help_text=_("Vuoto: vale per tutta la rete."),
    )  # fmt: skip
    basis = models.CharField(_("base giuridica"), max_length=16, choices=Basis)
    basis_text = models.CharField(_("norma o atto"), max_length=200, blank=True)
    on_withdrawal = models.CharField(
        _("che cosa succede se la persona ritira il consenso"), max_length=300, blank=True
    )
    on_withdrawal_en = models.CharField(_("lo stesso, in inglese"), max_length=300, blank=True)
    is_active = models.BooleanField(_("in uso"), default=True)
    position = models.PositiveSmallIntegerField(_("ordine"), default=0)

    class Meta:
        verbose_name = _("finalità")
        verbose_name_plural = _("finalità")
        ordering = ("position", "name")
        constraints = (
            models.CheckConstraint(
                condition=~Q(basis__in=["consent", "explicit_consent"]) | ~Q(on_withdrawal=""),
                name="consent_says_what_withdrawal_does",
                violation_error_message=_("Per un consenso serve dire che cosa succede quando la persona lo ritira."),
            ),
        )

    def __str__(self) -> str:
        return (self.name_en if get_language() == "en" else "") or self.name

    @property
    def withdrawal_words(self) -> str:
        return (self.on_withdrawal_en if get_language() == "en" else "") or self.on_withdrawal

    @property
    def is_asked(self) -> bool:
        """Whether it rests on what the person says, and falls with it."""
        return self.basis in self.ASKED


class Agreement(models.Model):
    """What a person said about a purpose, once. The latest counts; earlier ones stay."""

    append_only: ClassVar[bool] = True

    class Verdict(models.TextChoices):
        GIVEN = "given", _("dato")
        REFUSED = "refused", _("rifiutato")
        WITHDRAWN = "withdrawn", _("ritirato")

    privacy: ClassVar = dict.fromkeys(("id", "by", "at", "on"), Privacy.TECHNICAL) | {
        "card": Privacy.IDENTITY,
        "purpose": Privacy.SPECIAL,
        "service": Privacy.SPECIAL,
        "verdict": Privacy.SPECIAL,
        "channel": Privacy.CONTACT,
        "said_by": Privacy.IDENTITY,
        "said_as": Privacy.IDENTITY,
        "note": Privacy.FREE_TEXT,
    }

    class SaidAs(models.TextChoices):
        SELF = "self", _("la persona stessa")
        PARENT = "parent", _("un genitore")
        GUARDIAN = "guardian", _("il tutore")
        ADMINISTRATOR = "administrator", _("l'amministratore di sostegno")
        COURT = "court", _("il giudice o il tribunale")

    id = models.BigAutoField(primary_key=True)
    card = models.ForeignKey(Card, models.PROTECT, related_name="agreements")
    purpose = models.ForeignKey(Purpose, models.PROTECT, related_name="+", verbose_name=_("finalità"), db_index=False)
    service = models.ForeignKey(Service, models.PROTECT, related_name="+", verbose_name=_("servizio"), db_index=False)
    verdict = models.CharField(_("consenso"), max_length=9, choices=Verdict)
    on = models.DateField(_("quando"))
    channel = models.CharField(_("come"), max_length=8, choices=Channel)
    said_as = models.CharField(_("chi lo dice"), max_length=13, choices=SaidAs, default=SaidAs.SELF)
    said_by = models.CharField(_("nome di chi lo dice per la persona"), max_length=150, blank=True)
    note = models.CharField(_("nota"), max_length=300, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False)
    at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = _("consenso")
        verbose_name_plural = _("consensi")
        ordering = ("-on", "-id")
        constraints = (
            models.CheckConstraint(
                condition=Q(said_as="self") | ~Q(said_by=""),
                name="who_agreed_for_somebody_is_named",
                violation_error_message=_("Scriva il nome di chi lo dice per la persona."),
            ),
        )

    def __str__(self) -> str:
        return f"{self.card_id}: {self.purpose_id} {self.verdict}"
