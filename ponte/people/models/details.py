# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a card may hold several of: further names, contacts and identifiers."""

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ponte.people.models.cards import Card
from ponte.platform.privacy import Privacy


class CardName(models.Model):
    """One more name of the person: another romanisation, a former name, a name in another script."""

    class Kind(models.TextChoices):
        ROMANISATION = "romanisation", _("altra trascrizione")
        NATIVE = "native", _("in un'altra scrittura")
        FORMER = "former", _("nome precedente")
        NICKNAME = "nickname", _("soprannome")

    privacy: ClassVar = dict.fromkeys(("id", "card", "kind", "name"), Privacy.IDENTITY)

    card = models.ForeignKey(Card, models.CASCADE, related_name="other_names")
    kind = models.CharField(_("tipo"), max_length=12, choices=Kind)
    name = models.CharField(_("nome"), max_length=200)

    class Meta:
        verbose_name = _("altro nome")
        verbose_name_plural = _("altri nomi")

    def __str__(self) -> str:
        return self.name


class CardContact(models.Model):
    """One more way to reach the person, and whose it is."""

    class Kind(models.TextChoices):
        PHONE = "phone", _("telefono")
        EMAIL = "email", _("e-mail")
        OTHER = "other", _("altro")

    privacy: ClassVar = dict.fromkeys(("id", "card", "kind", "value", "note"), Privacy.CONTACT)

    card = models.ForeignKey(Card, models.CASCADE, related_name="other_contacts")
    kind = models.CharField(_("tipo"), max_length=5, choices=Kind)
    value = models.CharField(_("recapito"), max_length=150)
    note = models.CharField(_("di chi, quando"), max_length=150, blank=True)

    class Meta:
        verbose_name = _("altro recapito")
        verbose_name_plural = _("altri recapiti")
        indexes = (models.Index(fields=["value"], name="contact_by_value", opclasses=["varchar_pattern_ops"]),)

    def __str__(self) -> str:
        return self.value


class CardIdentifier(models.Model):
    """A number that an authority gave the person."""

    class Kind(models.TextChoices):
        FISCAL_CODE = "fiscal_code", _("codice fiscale")
        STP = "stp", _("codice STP")
        ENI = "eni", _("codice ENI")
        PASSPORT = "passport", _("passaporto")
        IDENTITY_CARD = "identity_card", _("carta d'identità")
        PERMIT = "permit", _("permesso di soggiorno")
        OTHER = "other", _("altro documento")

    privacy: ClassVar = dict.fromkeys(
        ("id", "card", "kind", "value", "country", "permit_type", "issued_on", "expires_on"), Privacy.IDENTITY
    )

    card = models.ForeignKey(Card, models.CASCADE, related_name="identifiers")
    kind = models.CharField(_("tipo"), max_length=14, choices=Kind)
    value = models.CharField(_("numero"), max_length=40, blank=True)
    country = models.CharField(_("paese"), max_length=2, blank=True)
    # A code of ponte/people/data/permits.csv; only for a permit.
    permit_type = models.CharField(_("tipo di permesso"), max_length=40, blank=True)
    issued_on = models.DateField(_("rilasciato il"), null=True, blank=True)
    expires_on = models.DateField(_("scade il"), null=True, blank=True)

    class Meta:
        verbose_name = _("documento")
        verbose_name_plural = _("documenti")
        constraints = (
            models.CheckConstraint(condition=~Q(value="", permit_type=""), name="identifier_says_something"),
            models.CheckConstraint(
                condition=Q(kind="permit") | Q(permit_type=""), name="only_a_permit_has_a_permit_type"
            ),
        )
        indexes = (models.Index(fields=["value"], name="identifier_by_value", condition=~Q(value="")),)

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.value}".strip()
