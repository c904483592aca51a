# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Where: the tree of areas and who lives in them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _


class Area(models.Model):
    """A region, province, ambito, comune or municipio.

    The tree (`parent`) is the administrative one; the ambito of a comune, a second belonging, is `district`.
    """

    class Kind(models.TextChoices):
        REGION = "region", _("regione")
        PROVINCE = "province", _("provincia o città metropolitana")
        DISTRICT = "district", _("ambito")
        MUNICIPALITY = "municipality", _("comune")
        BOROUGH = "borough", _("municipio")

    slug = models.SlugField(max_length=80, unique=True)
    kind = models.CharField(_("tipo"), max_length=12, choices=Kind)
    name = models.CharField(_("nome"), max_length=120)
    istat_code = models.CharField(_("codice ISTAT"), max_length=6, blank=True)
    cadastral_code = models.CharField(_("codice catastale"), max_length=4, blank=True)
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="children")
    district = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="member_municipalities",
        verbose_name=_("ambito"),
    )  # fmt: skip
    # The ambiti of earlier years, which figures of those years speak of.
    former_districts = models.ManyToManyField(
        "self", symmetrical=False, blank=True, related_name="former_member_municipalities",
        verbose_name=_("ambiti di un tempo"),
    )  # fmt: skip
    description = models.TextField(_("descrizione"), blank=True)
    period_note = models.CharField(_("periodo"), max_length=120, blank=True)
    latitude = models.DecimalField(max_digits=7, decimal_places=4, null=True, blank=True)
    longitude = models.DecimalField(max_digits=7, decimal_places=4, null=True, blank=True)

    class Meta:
        verbose_name = _("territorio")
        verbose_name_plural = _("territori")
        ordering = ("name",)
        constraints = (
            models.UniqueConstraint(
                fields=["kind", "istat_code"], condition=~Q(istat_code=""), name="one_area_per_istat_code"
            ),
        )
        indexes = (models.Index(fields=["kind", "name"], name="area_by_kind_and_name"),)

    def __str__(self) -> str:
        return self.name


class AreaPopulation(models.Model):
    """How many people live in an area in a year: all, foreign, or of one citizenship.

    A source gives a count (`residents`) or a share of a larger group (`share`, from 0 to 1): of all
    residents for foreign residents, of foreign residents for one citizenship.
    """

    area = models.ForeignKey(Area, models.CASCADE, related_name="populations")
    year = models.PositiveSmallIntegerField(_("anno"))
    foreign = models.BooleanField(_("solo stranieri"), default=False)
    citizenship = models.CharField(_("cittadinanza"), max_length=2, blank=True)
    residents = models.PositiveIntegerField(_("residenti"), null=True)
    share = models.DecimalField(_("quota"), max_digits=6, decimal_places=5, null=True)
    source = models.CharField(_("fonte"), max_length=200)

    class Meta:
        verbose_name = _("popolazione")
        verbose_name_plural = _("popolazioni")
        constraints = (
            models.UniqueConstraint(
                fields=["area", "year", "foreign", "citizenship"], name="one_population_per_group_and_year"
            ),
            models.CheckConstraint(
                condition=Q(residents__isnull=False) | Q(share__isnull=False), name="population_has_a_figure"
            ),
        )

    def __str__(self) -> str:
        return f"{self.area} {self.year}"
