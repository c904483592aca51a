# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who: organisations, and the roles they hold in services and projects."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ponte.network.models.areas import Area


class Organisation(models.Model):
    class Kind(models.TextChoices):
        MUNICIPALITY = "municipality", _("comune")
        DISTRICT = "district", _("ambito o azienda sociale")
        PUBLIC_BODY = "public_body", _("ente pubblico")
        HEALTH = "health", _("ente sanitario")
        SCHOOL = "school", _("scuola")
        COOPERATIVE = "cooperative", _("cooperativa")
        ASSOCIATION = "association", _("associazione")
        SPORTS_ASSOCIATION = "sports_association", _("associazione sportiva")
        FOUNDATION = "foundation", _("fondazione")
        CONSORTIUM = "consortium", _("consorzio")
        COMPANY = "company", _("impresa")
        NETWORK = "network", _("rete")
        FUND = "fund", _("fondo o programma di finanziamento")
        OTHER = "other", _("altro")

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(_("nome"), max_length=200)
    short_name = models.CharField(_("nome breve"), max_length=80, blank=True)
    other_names = models.CharField(_("altri nomi"), max_length=300, blank=True)
    kind = models.CharField(_("tipo"), max_length=20, choices=Kind, default=Kind.OTHER)
    description = models.TextField(_("descrizione"), blank=True)
    area = models.ForeignKey(
        Area, models.PROTECT, null=True, blank=True, verbose_name=_("comune"), related_name="organisations"
    )
    address = models.CharField(_("indirizzo"), max_length=200, blank=True)
    phone = models.CharField(_("telefono"), max_length=40, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    website = models.URLField(_("sito"), blank=True)
    source = models.CharField(_("fonte"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("ente")
        verbose_name_plural = _("enti")
        ordering = ("name",)

    def __str__(self) -> str:
        return self.short_name or self.name


class Partnership(models.Model):
    """An organisation's role in one service or one project."""

    class Role(models.TextChoices):
        LEAD = "lead", _("capofila")
        PROVIDER = "provider", _("gestore")
        PARTNER = "partner", _("partner")
        NETWORK = "network", _("in rete con")
        SUPPORTER = "supporter", _("soggetto sostenitore")
        COMMISSIONER = "commissioner", _("committente")
        FUNDER = "funder", _("sostenuto da")

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="partnerships")
    service = models.ForeignKey("network.Service", models.CASCADE, null=True, blank=True, related_name="partnerships")
    project = models.ForeignKey("network.Project", models.CASCADE, null=True, blank=True, related_name="partnerships")
    role = models.CharField(_("ruolo"), max_length=12, choices=Role)
    note = models.CharField(_("nota"), max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(_("ordine"), default=0)

    class Meta:
        verbose_name = _("partenariato")
        verbose_name_plural = _("partenariati")
        ordering = ("role", "position", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(service__isnull=True) ^ Q(project__isnull=True),
                name="partnership_is_in_a_service_or_a_project",
            ),
            models.UniqueConstraint(
                fields=["organisation", "service", "role"],
                condition=Q(service__isnull=False),
                name="one_role_per_organisation_and_service",
            ),
            models.UniqueConstraint(
                fields=["organisation", "project", "role"],
                condition=Q(project__isnull=False),
                name="one_role_per_organisation_and_project",
            ),
        )

    def __str__(self) -> str:
        return f"{self.organisation}: {self.get_role_display()}"
