# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is offered: services, their staff and their sites; and the projects that run them."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ponte.network.models.areas import Area
from ponte.network.models.organisations import Organisation


class ReportingPeriod(models.TextChoices):
    """What a section of the annual report covers, for a year Y."""

    CALENDAR = "calendar", _("anno solare")
    SCHOOL_YEAR = "school_year", _("anno scolastico (settembre-agosto)")
    FIRST_HALF = "first_half", _("primo semestre")
    PROJECT = "project", _("periodo del progetto")


class Project(models.Model):
    """A funded undertaking with a period, objectives and partners; it runs services."""

    class Status(models.TextChoices):
        PLANNED = "planned", _("in programma")
        ONGOING = "ongoing", _("in corso")
        CLOSED = "closed", _("concluso")

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(_("nome"), max_length=200)
    other_names = models.CharField(_("altri nomi"), max_length=300, blank=True)
    lead = models.ForeignKey(Organisation, models.PROTECT, related_name="led_projects", verbose_name=_("capofila"))
    field = models.CharField(_("area di lavoro"), max_length=80, blank=True)
    description = models.TextField(_("descrizione"), blank=True)
    context = models.TextField(_("contesto"), blank=True)
    audience = models.TextField(_("destinatari"), blank=True)
    objectives = models.TextField(_("obiettivi"), blank=True)
    activities = models.TextField(_("attività"), blank=True)
    expected_results = models.TextField(_("risultati attesi"), blank=True)
    territory = models.CharField(_("territorio"), max_length=300, blank=True)
    areas = models.ManyToManyField(Area, blank=True, related_name="projects", verbose_name=_("territori"))
    starts_on = models.DateField(_("inizio"), null=True, blank=True)
    ends_on = models.DateField(_("fine"), null=True, blank=True)
    period_note = models.CharField(_("periodo"), max_length=120, blank=True)
    reporting_period = models.CharField(
        _("periodo del rapporto"), max_length=12, choices=ReportingPeriod, default=ReportingPeriod.CALENDAR
    )
    status = models.CharField(_("stato"), max_length=8, choices=Status, default=Status.ONGOING)
    governance_note = models.TextField(_("governo del progetto"), blank=True)
    phone = models.CharField(_("telefono"), max_length=40, blank=True)
    website = models.URLField(_("sito"), blank=True)
    position = models.PositiveSmallIntegerField(_("ordine nel rapporto"), default=0)
    partners_note = models.TextField(_("nota sui partner"), blank=True)
    funders_note = models.TextField(_("nota sul sostegno"), blank=True)
    source = models.CharField(_("fonte"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("progetto")
        verbose_name_plural = _("progetti")
        ordering = ("position", "name")
        constraints = (
            models.CheckConstraint(
                condition=Q(starts_on__isnull=True) | Q(ends_on__isnull=True) | Q(ends_on__gte=models.F("starts_on")),
                name="project_ends_after_it_starts",
                violation_error_message=_("La fine del progetto viene prima dell'inizio."),
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def current_status(self) -> Status:
        """The status as written, except that a project whose end has passed is closed."""
        if self.ends_on is not None and self.ends_on < timezone.localdate():
            return self.Status.CLOSED
        return self.Status(self.status)


class GovernanceBody(models.Model):
    """A body that steers a project: *cabina di regia*, coordination group, *comunità di pratica*."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="governance_bodies")
    name = models.CharField(_("nome"), max_length=150)
    description = models.TextField(_("descrizione"), blank=True)
    members = models.TextField(_("composizione"), blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("organo di governo")
        verbose_name_plural = _("organi di governo")
        ordering = ("position", "id")

    def __str__(self) -> str:
        return self.name


class Service(models.Model):
    """What an organisation offers in a territory, and how far others may know whom it serves."""

    class Kind(models.TextChoices):
        MEDIATION = "mediation", _("mediazione linguistico-culturale")
        INFORMATION_DESK = "information_desk", _("sportello informativo")
        SOCIAL_SECRETARIAT = "social_secretariat", _("segretariato sociale")
        SCHOOL_GUIDANCE = "school_guidance", _("orientamento scolastico")
        SCHOOL_INTEGRATION = "school_integration", _("integrazione scolastica")
        PSYCHOLOGY = "psychology", _("psicologia")
        COUNSELLING = "counselling", _("consulenza")
        ANTIDISCRIMINATION = "antidiscrimination", _("antidiscriminazione")
        JOB_DESK = "job_desk", _("sportello lavoro")
        BULLETIN = "bulletin", _("bollettino")
        FAMILY_REUNIFICATION = "family_reunification", _("ricongiungimento familiare")
        TRANSLATION = "translation", _("interpretariato e traduzioni")
        HELPLINE = "helpline", _("centralino")
        COMMUNITY_LAB = "community_lab", _("laboratorio territoriale")
        GROUP_ACTIVITIES = "group_activities", _("laboratori e gruppi")
        TRAINING = "training", _("formazione")
        OUTREACH = "outreach", _("unità di strada")
        OTHER = "other", _("altro")

    class Confidentiality(models.TextChoices):
        SHARED = "shared", _("condiviso")
        RESERVED = "reserved", _("riservato")
        PROTECTED = "protected", _("protetto")

    slug = models.SlugField(max_length=80, unique=True)
    name = models.CharField(_("nome"), max_length=200)
    other_names = models.CharField(_("altri nomi"), max_length=300, blank=True)
    kind = models.CharField(_("tipologia"), max_length=24, choices=Kind, default=Kind.OTHER)
    provider = models.ForeignKey(
        Organisation, models.PROTECT, related_name="services", verbose_name=_("ente gestore")
    )
    confidentiality = models.CharField(
        _("riservatezza"), max_length=10, choices=Confidentiality, default=Confidentiality.SHARED
    )
    projects = models.ManyToManyField(Project, blank=True, related_name="services", verbose_name=_("progetti"))
    description = models.TextField(_("descrizione"), blank=True)
    audience = models.TextField(_("a chi è rivolto"), blank=True)
    how_to_access = models.TextField(_("come accedere"), blank=True)
    what_to_bring = models.TextField(_("cosa portare"), blank=True)
    objectives = models.TextField(_("obiettivi"), blank=True)
    activities = models.TextField(_("attività"), blank=True)
    territory = models.CharField(_("territorio"), max_length=300, blank=True)
    areas = models.ManyToManyField(Area, blank=True, related_name="services", verbose_name=_("territori"))
    # ISO 639-3: what the service itself speaks, not what it can call a mediator for.
    languages = ArrayField(models.CharField(max_length=3), verbose_name=_("lingue"), default=list, blank=True)
    phone = models.CharField(_("telefono"), max_length=40, blank=True)
    starts_on = models.DateField(_("inizio"), null=True, blank=True)
    ends_on = models.DateField(_("fine"), null=True, blank=True)
    period_note = models.CharField(_("periodo"), max_length=120, blank=True)
    reporting_period = models.CharField(
        _("periodo del rapporto"), max_length=12, choices=ReportingPeriod, default=ReportingPeriod.CALENDAR
    )
    position = models.PositiveSmallIntegerField(_("ordine nel rapporto"), default=0)
    partners_note = models.TextField(_("nota sui partner"), blank=True)
    funders_note = models.TextField(_("nota sul sostegno"), blank=True)
    source = models.CharField(_("fonte"), max_length=120, blank=True)

    class Meta:
        verbose_name = _("servizio")
        verbose_name_plural = _("servizi")
        ordering = ("position", "name")

    def __str__(self) -> str:
        return self.name


class StaffRole(models.Model):
    """A line of the staff of a service or project, as its description gives it: two psychologists."""

    service = models.ForeignKey(Service, models.CASCADE, null=True, blank=True, related_name="staff_roles")
    project = models.ForeignKey(Project, models.CASCADE, null=True, blank=True, related_name="staff_roles")
    name = models.CharField(_("ruolo"), max_length=150)
    count = models.PositiveSmallIntegerField(_("numero"), null=True, blank=True)
    note = models.CharField(_("nota"), max_length=200, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("figura professionale")
        verbose_name_plural = _("personale")
        ordering = ("position", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(service__isnull=True) ^ Q(project__isnull=True),
                name="staff_role_is_of_a_service_or_a_project",
            ),
        )

    def __str__(self) -> str:
        return f"{self.count} {self.name}" if self.count else self.name


class Site(models.Model):
    """Where and when a service is open, or a project works."""

    service = models.ForeignKey(
        Service, models.CASCADE, null=True, blank=True, related_name="sites", verbose_name=_("servizio")
    )
    project = models.ForeignKey(
        Project, models.CASCADE, null=True, blank=True, related_name="sites", verbose_name=_("progetto")
    )
    name = models.CharField(_("nome"), max_length=150)
    host = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="sites", verbose_name=_("presso")
    )
    area = models.ForeignKey(Area, models.PROTECT, null=True, blank=True, verbose_name=_("comune"))
    address = models.CharField(_("indirizzo"), max_length=200, blank=True)
    phone = models.CharField(_("telefono"), max_length=40, blank=True)
    opening = models.TextField(_("orari"), blank=True)
    note = models.CharField(_("nota"), max_length=200, blank=True)

    class Meta:
        verbose_name = _("sede")
        verbose_name_plural = _("sedi")
        ordering = ("name",)
        constraints = (
            models.CheckConstraint(
                condition=Q(service__isnull=True) ^ Q(project__isnull=True),
                name="site_is_of_a_service_or_a_project",
            ),
        )

    def __str__(self) -> str:
        return self.name
