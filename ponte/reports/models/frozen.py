# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The rows behind published figures, as they were counted."""

from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from ponte.platform.privacy import Privacy
from ponte.reports.models.versions import ReportVersion


class FrozenFact(models.Model):
    """A fact (see `ponte.register.facts`) at the moment of a publication, without any name.

    It points to nothing: what it was copied from may be corrected, taken back or erased. Written by the
    database's function `reports_freeze` and by nobody else; counted through the measures door; seen by the team
    of the service, as its register is.
    """

    append_only: ClassVar[bool] = True

    privacy: ClassVar = {
        "id": Privacy.TECHNICAL,
        "version": Privacy.TECHNICAL,
        "intervention_id": Privacy.TECHNICAL,
        "service_id": Privacy.SPECIAL,
        "organisation_id": Privacy.TECHNICAL,
        "date": Privacy.TECHNICAL,
        "kind": Privacy.TECHNICAL,
        "minutes": Privacy.TECHNICAL,
        "setting": Privacy.TECHNICAL,
        "area_id": Privacy.TECHNICAL,
        "municipality_id": Privacy.TECHNICAL,
        "languages": Privacy.DEMOGRAPHIC,
        "staff": Privacy.TECHNICAL,
        "projects": Privacy.TECHNICAL,
        "shares": Privacy.TECHNICAL,
        "participation_id": Privacy.TECHNICAL,
        "code": Privacy.SPECIAL,
        "headcount": Privacy.DEMOGRAPHIC,
        "role": Privacy.DEMOGRAPHIC,
        "first_contact": Privacy.SPECIAL,
        "referred": Privacy.SPECIAL,
        "group": Privacy.TECHNICAL,
        "partner": Privacy.TECHNICAL,
        "output": Privacy.TECHNICAL,
        "test": Privacy.SPECIAL,
        "result": Privacy.SPECIAL,
        "person_id": Privacy.SPECIAL,
        "household_id": Privacy.SPECIAL,
        "sex": Privacy.DEMOGRAPHIC,
        "birth_year": Privacy.DEMOGRAPHIC,
        "birth_month": Privacy.DEMOGRAPHIC,
        "birth_day": Privacy.DEMOGRAPHIC,
        "citizenships": Privacy.SPECIAL,
        "education": Privacy.DEMOGRAPHIC,
        "employment": Privacy.DEMOGRAPHIC,
    }

    id = models.BigAutoField(primary_key=True)
    version = models.ForeignKey(ReportVersion, models.PROTECT, related_name="facts", db_index=False)
    intervention_id = models.BigIntegerField()
    service_id = models.BigIntegerField()
    organisation_id = models.BigIntegerField()
    date = models.DateField()
    kind = models.TextField()
    minutes = models.IntegerField(null=True)
    setting = models.TextField(null=True)
    area_id = models.BigIntegerField(null=True)
    municipality_id = models.BigIntegerField(null=True)
    languages = ArrayField(models.TextField())
    staff = ArrayField(models.BigIntegerField())
    projects = ArrayField(models.BigIntegerField())
    shares = ArrayField(models.DecimalField(max_digits=4, decimal_places=3))
    participation_id = models.BigIntegerField(null=True)
    code = models.BinaryField(null=True)
    headcount = models.IntegerField(null=True)
    role = models.TextField(null=True)
    first_contact = models.BooleanField(null=True)
    referred = models.BooleanField(null=True)
    group = models.TextField(null=True)
    partner = models.TextField(null=True)
    output = models.TextField(null=True)
    test = models.TextField(null=True)
    result = models.TextField(null=True)
    person_id = models.BigIntegerField(null=True)
    household_id = models.BigIntegerField(null=True)
    sex = models.TextField(null=True)
    birth_year = models.SmallIntegerField(null=True)
    birth_month = models.SmallIntegerField(null=True)
    birth_day = models.SmallIntegerField(null=True)
    citizenships = ArrayField(models.TextField(), null=True)
    education = models.TextField(null=True)
    employment = models.TextField(null=True)

    class Meta:
        verbose_name = _("riga di un rapporto pubblicato")
        verbose_name_plural = _("righe dei rapporti pubblicati")
        indexes = (models.Index(fields=["version", "service_id", "date"], name="frozen_fact_by_service"),)

    def __str__(self) -> str:
        return f"{self.version_id}: {self.intervention_id}/{self.participation_id or '-'}"
