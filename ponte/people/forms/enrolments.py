# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Forms for taking a person on, closing and reopening."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ponte.accounts.models import User
from ponte.network.models import Project, Service
from ponte.people import rules
from ponte.people.models import Card, Enrolment
from ponte.people.queries import team_services


class OpenForm(forms.Form):
    service = forms.ModelChoiceField(
        label=gettext_lazy("Servizio"), queryset=Service.objects.none(), empty_label=None
    )
    project = forms.ModelChoiceField(label=gettext_lazy("Progetto"), queryset=Project.objects.none(), required=False)
    opened_on = forms.DateField(label=gettext_lazy("Aperta il"), initial=timezone.localdate, widget=forms.DateInput())
    referent = forms.ModelChoiceField(label=gettext_lazy("Referente"), queryset=User.objects.none(), required=False)
    reason = forms.CharField(
        label=gettext_lazy("Motivo"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, user: User, card: Card, **options: Any) -> None:
        super().__init__(*args, **options)
        open_ones = Enrolment.objects.filter(card=card, closed_on=None).values("service_id")
        services = team_services(user).exclude(pk__in=open_ones)
        if not rules.may_see(user, card):
            services = services.filter(pk__in=[one.pk for one in services if rules.may_take_on(card, one)])
        self._offer("service", services)
        self._offer("project", Project.objects.filter(services__in=services).distinct())
        self._offer("referent", User.objects.filter(memberships__service__in=services, is_active=True).distinct())
        self.fields["referent"].initial = user.pk

    def _offer(self, name: str, queryset: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101
        field.queryset = queryset

    @property
    def is_possible(self) -> bool:
        field = self.fields["service"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101
        return bool(field.queryset is not None and field.queryset.exists())

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        service, project, referent = cleaned.get("service"), cleaned.get("project"), cleaned.get("referent")
        if service and project and not service.projects.filter(pk=project.pk).exists():
            self.add_error("project", _("«%(project)s» non è un progetto di questo servizio.") % {"project": project})
        if service and referent and not service.memberships.filter(user=referent).exists():
            self.add_error("referent", _("%(name)s non lavora in questo servizio.") % {"name": referent})
        return cleaned


class CloseForm(forms.Form):
    closed_on = forms.DateField(label=gettext_lazy("Chiusa il"), initial=timezone.localdate, widget=forms.DateInput())
    outcome = forms.ChoiceField(label=gettext_lazy("Esito"), choices=[("", ""), *Enrolment.Outcome.choices])
    note = forms.CharField(
        label=gettext_lazy("Nota sull'esito"),
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class ReopenForm(forms.Form):
    on = forms.DateField(label=gettext_lazy("Riaperta il"), initial=timezone.localdate, widget=forms.DateInput())
    note = forms.CharField(
        label=gettext_lazy("Motivo"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
