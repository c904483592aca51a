# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is kept of the question "is this person known?": see `ponte.people.presence`."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ponte.network.models import Service
from ponte.people.models.cards import Card
from ponte.platform.privacy import Privacy
from ponte.platform.vault.fields import EncryptedTextField


class PresenceInquiry(models.Model):
    """Somebody asked whether a person is known. Kept for a day: the audit trail keeps who asked, why and what.

    Only the role of the door reads it, and the worker, who compares `sheet` with what protected services know:
    whoever asks is answered from what their own question may show, in whatever time that takes.
    """

    class Why(models.TextChoices):
        AT_THE_DESK = "desk", _("la persona è qui")
        ON_THE_PHONE = "phone", _("la persona è al telefono")
        ANNOUNCED = "announced", _("un altro servizio l'ha annunciata")
        CORRECTION = "correction", _("correggo una scheda")
        OTHER = "other", _("altro motivo, che scrivo")

    privacy: ClassVar = dict.fromkeys(
        ("id", "asked_by", "service", "why", "asked_at", "is_told"), Privacy.TECHNICAL
    ) | {
        "more": Privacy.FREE_TEXT,
        "sheet": Privacy.SPECIAL,
        "answered": Privacy.SPECIAL,
    }

    id = models.BigAutoField(primary_key=True)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+", db_index=False)
    service = models.ForeignKey(Service, models.CASCADE, related_name="+", db_index=False)
    why = models.CharField(_("perché chiede"), max_length=10, choices=Why)
    more = models.CharField(_("motivo"), max_length=200, blank=True)
    # What was known of the person, by the columns of the people sheet; emptied once the worker has looked at it.
    sheet = models.JSONField(default=dict)
    # The cards of each answer, in the order shown: an answer is referred to by its place, never by its cards.
    answered = models.JSONField(default=list)
    is_told = models.BooleanField(default=False)
    asked_at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = _("domanda di presenza")
        verbose_name_plural = _("domande di presenza")
        indexes = (
            models.Index(fields=["asked_by", "asked_at"], name="inquiry_by_user"),
            models.Index(fields=["asked_at"], name="inquiry_to_tell", condition=Q(is_told=False)),
        )

    def __str__(self) -> str:
        return f"#{self.pk}"


class PresenceNotice(models.Model):
    """To the team of a protected service: another service may have met somebody whom they know."""

    privacy: ClassVar = dict.fromkeys(("id", "card", "service", "met_by", "on"), Privacy.SPECIAL) | {
        "seen_at": Privacy.TECHNICAL
    }

    id = models.BigAutoField(primary_key=True)
    card = models.ForeignKey(Card, models.CASCADE, related_name="+")
    service = models.ForeignKey(Service, models.CASCADE, related_name="+", db_index=False)
    met_by = models.ForeignKey(Service, models.CASCADE, related_name="+", db_index=False)
    on = models.DateField(_("giorno"))
    seen_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("avviso di presenza")
        verbose_name_plural = _("avvisi di presenza")
        constraints = (
            models.UniqueConstraint(fields=["service", "card", "met_by", "on"], name="one_presence_notice_a_day"),
        )

    def __str__(self) -> str:
        return f"{self.card_id} {self.on}"


class PresenceQuestion(models.Model):
    """To the teams that know somebody: another service asks to talk. Nobody is named to whoever asks."""

    privacy: ClassVar = dict.fromkeys(("id", "card"), Privacy.SPECIAL) | {
        "shown_name": Privacy.IDENTITY,
        "asked_by": Privacy.TECHNICAL,
        "service": Privacy.SPECIAL,
        "text": Privacy.FREE_TEXT,
        "asked_at": Privacy.TECHNICAL,
        "reply": Privacy.FREE_TEXT,
        "replied_by": Privacy.TECHNICAL,
        "replied_at": Privacy.TECHNICAL,
    }

    id = models.BigAutoField(primary_key=True)
    card = models.ForeignKey(Card, models.CASCADE, related_name="+")
    # The name that was shown to whoever asks: they may not open the card.
    shown_name = models.CharField(max_length=210)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    service = models.ForeignKey(Service, models.CASCADE, related_name="+", db_index=False)
    text = EncryptedTextField(_("messaggio"), max_length=300, blank=True)
    asked_at = models.DateTimeField(db_default=Now())
    reply = EncryptedTextField(_("risposta"), max_length=300, blank=True)
    replied_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="+", db_index=False
    )
    replied_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = _("richiesta a chi conosce la persona")
        verbose_name_plural = _("richieste a chi conosce la persona")
        constraints = (
            models.UniqueConstraint(
                fields=["card", "service"],
                condition=Q(replied_at__isnull=True),
                name="one_open_question_per_card_and_service",
            ),
        )

    def __str__(self) -> str:
        return f"{self.shown_name} ({self.service_id})"


class ToldApart(models.Model):
    """Whoever wrote down a card held its person to be another than that of a card which they could not open.

    Less than an `IdentityDecision`, which is for people who know both cards: it only keeps the question from being
    asked again.
    """

    append_only: ClassVar[bool] = True

    class Why(models.TextChoices):
        KNOWS_BOTH = "knows_both", _("conosco tutte e due le persone")
        OTHER_BIRTH = "birth", _("la data di nascita è un'altra")
        OTHER_PAPERS = "papers", _("ha un altro documento")
        RELATIVE = "relative", _("è un familiare o un omonimo")
        SAYS_SO = "says_so", _("la persona lo esclude")
        OTHER = "other", _("altro motivo, che scrivo")

    privacy: ClassVar = dict.fromkeys(("id", "card_a", "card_b", "why", "by", "at"), Privacy.IDENTITY) | {
        "more": Privacy.FREE_TEXT
    }

    id = models.BigAutoField(primary_key=True)
    card_a = models.ForeignKey(Card, models.PROTECT, related_name="+", db_index=False)
    card_b = models.ForeignKey(Card, models.PROTECT, related_name="+")
    why = models.CharField(_("perché è un'altra persona"), max_length=10, choices=Why)
    more = models.CharField(_("motivo"), max_length=200, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", db_index=False)
    at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = _("schede tenute distinte")
        verbose_name_plural = _("schede tenute distinte")
        constraints = (
            models.CheckConstraint(condition=Q(card_a__lt=models.F("card_b")), name="told_apart_lower_card_first"),
            models.UniqueConstraint(fields=["card_a", "card_b"], name="told_apart_once"),
        )

    def __str__(self) -> str:
        return f"{self.card_a_id} ≠ {self.card_b_id}"
