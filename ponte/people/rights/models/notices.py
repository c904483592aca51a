# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The privacy notice (*informativa*, art. 13 and 14): its versions, their texts, and to whom it was given."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from ponte.network.models import Service
from ponte.people.models import Card
from ponte.platform.privacy import Privacy

RIGHT_TO_LEFT = frozenset({"ara", "fas", "prs", "heb", "kur", "ckb", "pus", "urd", "snd", "uig", "yid"})


class Channel(models.TextChoices):
    """How somebody was told, or said something."""

    SPOKEN = "spoken", _("a voce")
    PAPER = "paper", _("su carta")
    SIGNED = "signed", _("su carta, firmata")
    MESSAGE = "message", _("per messaggio o e-mail")
    MEDIATOR = "mediator", _("con un mediatore")


class NoticeVersion(models.Model):
    """What people are told about their data, from a day on. The latest that has begun is in force."""

    append_only: ClassVar[bool] = True

    name = models.CharField(_("nome"), max_length=120, unique=True)
    valid_from = models.DateField(_("vale dal"))
    changes = models.CharField(_("che cosa cambia"), max_length=300, blank=True)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False
    )
    published_at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = _("versione dell'informativa")
        verbose_name_plural = _("versioni dell'informativa")
        ordering = ("-valid_from", "-id")

    def __str__(self) -> str:
        return self.name


class NoticeText(models.Model):
    """The text of a version in one language. A translation may come later; none is ever changed."""

    append_only: ClassVar[bool] = True

    version = models.ForeignKey(NoticeVersion, models.PROTECT, related_name="texts", db_index=False)
    language = models.CharField(_("lingua"), max_length=3)  # ISO 639-3
    text = models.TextField(_("testo"))
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False
    )
    added_at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = _("testo dell'informativa")
        verbose_name_plural = _("testi dell'informativa")
        ordering = ("language",)
        constraints = (
            models.UniqueConstraint(
                fields=["version", "language"],
                name="one_notice_text_per_language",
                violation_error_message=_(
                    "Il testo in questa lingua c'è già: per cambiarlo si pubblica una versione nuova."
                ),
            ),
        )

    def __str__(self) -> str:
        return f"{self.version_id} {self.language}"

    @property
    def direction(self) -> str:
        return "rtl" if self.language in RIGHT_TO_LEFT else "ltr"


class NoticeGiven(models.Model):
    """A person was given a version of the notice, in a language."""

    append_only: ClassVar[bool] = True

    privacy: ClassVar = dict.fromkeys(("id", "version", "by", "at"), Privacy.TECHNICAL) | {
        "card": Privacy.IDENTITY,
        "service": Privacy.SPECIAL,
        "language": Privacy.DEMOGRAPHIC,
        "channel": Privacy.CONTACT,
        "on": Privacy.TECHNICAL,
    }

    id = models.BigAutoField(primary_key=True)
    card = models.ForeignKey(Card, models.PROTECT, related_name="notices")
    version = models.ForeignKey(
        NoticeVersion, models.PROTECT, related_name="+", verbose_name=_("versione"), db_index=False
    )
    service = models.ForeignKey(Service, models.PROTECT, related_name="+", verbose_name=_("servizio"), db_index=False)
    language = models.CharField(_("lingua"), max_length=3)
    channel = models.CharField(_("come"), max_length=8, choices=Channel)
    on = models.DateField(_("quando"))
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+", db_index=False)
    at = models.DateTimeField(db_default=Now())

    class Meta:
        verbose_name = _("informativa consegnata")
        verbose_name_plural = _("informative consegnate")
        ordering = ("-on", "-id")

    def __str__(self) -> str:
        return f"{self.card_id}: {self.version_id}"
