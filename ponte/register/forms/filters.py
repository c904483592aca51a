# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The filters of the list; they live in the page's address."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from ponte.accounts.models import User
from ponte.network.models import Project, Service
from ponte.register import queries
from ponte.register.forms.fields import KindField, LanguageField, MunicipalityField, offer, with_blank
from ponte.register.listing import Filters, Period
from ponte.register.models import Setting, StaffMember

PERIODS = (
    (Period.TODAY, _("oggi")),
    (Period.WEEK, _("ultimi 7 giorni")),
    (Period.MONTH, _("ultimi 30 giorni")),
    (Period.THIS_MONTH, _("questo mese")),
    (Period.LAST_MONTH, _("mese scorso")),
    (Period.THIS_YEAR, _("quest'anno")),
    (Period.LAST_YEAR, _("anno scorso")),
    (Period.ALL, _("sempre")),
)


class FilterForm(forms.Form):
    period = forms.ChoiceField(label=_("Periodo"), choices=PERIODS, required=False)
    since = forms.DateField(label=_("Dal"), required=False, widget=forms.DateInput())
    until = forms.DateField(label=_("Al"), required=False, widget=forms.DateInput())
    service = forms.ModelChoiceField(
        Service.objects.none(), label=_("Servizio"), required=False, to_field_name="slug", empty_label=_("tutti")
    )
    kind = KindField(blank=_("tutti"))
    project = forms.ModelChoiceField(
        Project.objects.order_by("name"),
        label=_("Progetto"),
        required=False,
        to_field_name="slug",
        empty_label=_("tutti"),
    )
    language = LanguageField()
    setting = forms.ChoiceField(label=_("Luogo"), required=False, choices=with_blank(Setting.choices, _("tutti")))
    area = MunicipalityField()
    staff = forms.ModelChoiceField(
        StaffMember.objects.none(), label=_("Operatore"), required=False, empty_label=_("tutti")
    )
    person = forms.CharField(label=_("Persona"), required=False, max_length=100)
    text = forms.CharField(label=_("Testo"), required=False, max_length=100)
    voided = forms.BooleanField(label=_("Anche gli annullati"), required=False)

    FIRST = ("period", "service", "kind", "text")
    FURTHER = ("since", "until", "project", "language", "setting", "area", "staff", "person", "voided")

    def __init__(self, data: QueryDict, *, user: User) -> None:
        # A filter that is not given says nothing; the period then is the default one.
        given = data.copy()
        given.setdefault("period", Period.MONTH)
        super().__init__(given)
        services = queries.overseen_services(user)
        offer(self, "service", services.order_by("name"))
        offer(self, "staff", StaffMember.objects.filter(organisation__services__in=services).distinct())

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
        return Filters(**said)
