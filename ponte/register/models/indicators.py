# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which figures a service or project is accounted for by. Coordinators edit them; nothing is hard-wired."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ponte.network.models import Project, Service


class Indicator(models.Model):
    """A measure over the register of one service or project, with the sentence in which a report says it.

    The period is not part of it: each report, and each preview, gives its own. `filters` maps a dimension to
    the values that count ({"role": ["parent"]}; null stands for no value). `subject` is a word for what is
    counted, where the measure's name does not say it: a class, a sports association.
    """

    class Measure(models.TextChoices):
        HOURS = "hours", _("ore")
        INTERVENTIONS = "interventions", _("interventi")
        PEOPLE = "people", _("persone registrate")
        HOUSEHOLDS = "households", _("nuclei familiari")
        ATTENDEES = "attendees", _("presenze")
        GROUPS = "groups", _("classi e gruppi")
        ORGANISATIONS = "organisations", _("enti coinvolti")
        STAFF = "staff", _("operatori")
        REFERRALS = "referrals", _("invii")
        CONTACTS = "contacts", _("contatti")
        NEW_CONTACTS = "new_contacts", _("nuovi contatti")
        TESTS = "tests", _("test")
        OUTPUTS = "outputs", _("prodotti")
        MEAN_AGE = "mean_age", _("età media")
        SHARE = "share", _("quota di persone")
        SUBSCRIBERS = "subscribers", _("destinatari del bollettino")

    service = models.ForeignKey(
        Service, models.CASCADE, null=True, blank=True, related_name="indicators", verbose_name=_("servizio")
    )
    project = models.ForeignKey(
        Project, models.CASCADE, null=True, blank=True, related_name="indicators", verbose_name=_("progetto")
    )
    key = models.SlugField(_("chiave"), max_length=60)
    name = models.CharField(_("nome"), max_length=160)
    measure = models.CharField(_("misura"), max_length=16, choices=Measure)
    filters = models.JSONField(_("filtri"), default=dict, blank=True)
    by = models.CharField(_("suddiviso per"), max_length=20, blank=True)
    of = models.CharField(_("quota di"), max_length=20, blank=True)
    value = models.CharField(_("con valore"), max_length=40, blank=True)
    subject = models.SlugField(_("che cosa si conta"), max_length=40, blank=True)
    unit_singular = models.CharField(_("unità, al singolare"), max_length=60, blank=True)
    unit_plural = models.CharField(_("unità, al plurale"), max_length=60, blank=True)
    sentence = models.TextField(_("frase del rapporto"), blank=True)
    position = models.PositiveSmallIntegerField(_("ordine"), default=0)

    class Meta:
        verbose_name = _("indicatore")
        verbose_name_plural = _("indicatori")
        ordering = ("position", "id")
        constraints = (
            models.CheckConstraint(
                condition=Q(service__isnull=True) ^ Q(project__isnull=True),
                name="indicator_is_of_a_service_or_a_project",
            ),
            models.UniqueConstraint(
                fields=["service", "key"],
                condition=Q(service__isnull=False),
                name="one_indicator_per_key_and_service",
                violation_error_message=_("Il servizio ha già un indicatore con questa chiave."),
            ),
            models.UniqueConstraint(
                fields=["project", "key"],
                condition=Q(project__isnull=False),
                name="one_indicator_per_key_and_project",
                violation_error_message=_("Il progetto ha già un indicatore con questa chiave."),
            ),
            models.CheckConstraint(
                condition=Q(measure="share") ^ Q(of=""),
                name="only_a_share_is_of_something",
                violation_error_message=_("Una quota, e solo una quota, ha una dimensione di cui è la quota."),
            ),
        )

    def __str__(self) -> str:
        return self.name

    @property
    def section(self) -> Service | Project:
        """The service or project that it is an indicator of."""
        return self.service or self.project  # type: ignore[return-value]
