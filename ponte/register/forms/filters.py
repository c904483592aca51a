# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The filters of the list; they live in the page's address."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from ponte.network.models import Project
from ponte.platform.choices import FixedChoices
from ponte.register.forms.fields import KindField, LanguageField, MunicipalityField, fixed, offer, with_blank
from ponte.register.listing import Filters, Period
from ponte.register.models import Setting, StaffMember
from ponte.register.queries import Reach

PERIODS = FixedChoices((
    (Period.TODAY, _("oggi")),
    (Period.WEEK, _("ultimi 7 giorni")),
    (Period.MONTH, _("ultimi 30 giorni")),
    (Period.THIS_MONTH, _("questo mese")),
    (Period.LAST_MONTH, _("mese scorso")),
    (Period.THIS_YEAR, _("quest'anno")),
    (Period.LAST_YEAR, _("anno scorso")),
    (Period.ALL, _("sempre")),
))  # fmt: skip


class FilterForm(forms.Form):
    period = forms.ChoiceField(label=_("Periodo"), choices=PERIODS, required=False)
    since = forms.DateField(label=_("Dal"), required=False, widget=forms.DateInput())
    until = forms.DateField(label=_("Al"), required=False, widget=forms.DateInput())
    service = forms.ChoiceField(label=_("Servizio"), required=False)
    kind = KindField(blank=_("tutti"))
    project = forms.ChoiceField(label=_("Progetto"), required=False)
    language = LanguageField()
    setting = forms.ChoiceField(label=_("Luogo"), required=False, choices=fixed(Setting.choices, _("tutti")))
    area = MunicipalityField()
    staff = forms.ChoiceField(label=_("Operatore"), required=False)
    person = forms.CharField(label=_("Persona"), required=False, max_length=100)
    text = forms.CharField(label=_("Testo"), required=False, max_length=100)
    voided = forms.BooleanField(label=_("Anche gli annullati"), required=False)

    FIRST = ("period", "service", "kind", "text")
    FURTHER = ("since", "until", "project", "language", "setting", "area", "staff", "person", "voided")

    def __init__(self, data: QueryDict, *, reach: Reach) -> None:
        # A filter that is not given says nothing; the period then is the default one.
        given = data.copy()
        given.setdefault("period", Period.MONTH)
        super().__init__(given)
        self._services = {service.slug: service for service in reach.services}
        self._projects = {slug: (pk, name) for slug, pk, name in
                          Project.objects.order_by("name").values_list("slug", "pk", "name")}  # fmt: skip
        providers = {service.provider_id for service in reach.services}
        staff = StaffMember.objects.filter(organisation__in=providers).order_by("name").values_list("pk", "name")
        any_of_them = _("tutti")
        offer(self, "service", with_blank([(slug, s.name) for slug, s in self._services.items()], any_of_them))
        offer(
            self, "project", with_blank([(slug, name) for slug, (_pk, name) in self._projects.items()], any_of_them)
        )
        offer(self, "staff", with_blank([(str(pk), name) for pk, name in staff], any_of_them))

    @property
    def first(self) -> list[forms.BoundField]:
        return [self[name] for name in self.FIRST]

    @property
    def further(self) -> list[forms.BoundField]:
        return [self[name] for name in self.FURTHER]

    @property
    def narrows_further(self) -> bool:
        return any(bound.value() or bound.errors for bound in self.further)

    def filters(self) -> Filters:
        """What was asked for; what makes no sense is left out, and said beside its field."""
        self.is_valid()
        said = {name: value for name, value in self.cleaned_data.items() if value not in (None, "")}
        said["period"] = Period(said.get("period", Period.MONTH))
        if "service" in said:
            said["service"] = self._services[said["service"]].pk
        if "project" in said:
            said["project"] = self._projects[said["project"]][0]
        if "staff" in said:
            said["staff"] = int(said["staff"])
        return Filters(**said)
