# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Forms in which coordinators describe organisations, services, projects and ambiti."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ponte.accounts.models import User
from ponte.network import rules
from ponte.network.forms.fields import AreaField
from ponte.network.models import Area, Membership, Organisation, Project, Service
from ponte.platform.codes import language_choices

# The stubs know which model a form is for; Django's own class takes no such argument.
if TYPE_CHECKING:
    _OrganisationForm = forms.ModelForm[Organisation]
    _AreaForm = forms.ModelForm[Area]
    _AnyForm = forms.ModelForm[Any]
else:
    _OrganisationForm = _AreaForm = _AnyForm = forms.ModelForm

ONE_A_LINE = gettext_lazy("Una voce per riga, con un trattino davanti, diventa un elenco.")


class OrganisationForm(_OrganisationForm):
    area = AreaField(
        label=gettext_lazy("Territorio della sede"),
        required=False,
        help_text=gettext_lazy("Il comune o, per un ambito, l'ambito stesso."),
    )

    website = forms.URLField(label=gettext_lazy("Sito"), required=False, assume_scheme="https")

    class Meta:
        model = Organisation
        fields = (
            "name", "short_name", "other_names", "kind", "description",
            "area", "address", "phone", "email", "website",
        )  # fmt: skip
        widgets = {"description": forms.Textarea(attrs={"rows": 4})}


class _OfferForm(_AnyForm):
    """What the forms of services and projects have alike."""

    areas = forms.ModelMultipleChoiceField(Area.objects.only("name"), label=gettext_lazy("Territori"), required=False)

    holder: str  # the field that names the organisation responsible

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields[self.holder]
        if isinstance(field, forms.ModelChoiceField):
            field.queryset = self._holders(by)

    def _holders(self, by: User) -> Any:
        """The organisations in whose name this user may speak, and the present one."""
        if rules.is_network_manager(by):
            return Organisation.objects.all()
        held = Membership.objects.filter(user_id=by.pk, role=Membership.Role.COORDINATOR)
        own = Organisation.objects.filter(pk__in=held.filter(organisation__isnull=False).values("organisation"))
        return own | Organisation.objects.filter(pk=getattr(self.instance, f"{self.holder}_id"))

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        starts_on, ends_on = values.get("starts_on"), values.get("ends_on")
        if starts_on and ends_on and ends_on < starts_on:
            raise ValidationError({"ends_on": _("La fine viene prima dell'inizio.")})
        return values


def _long(*names: str) -> dict[str, forms.Textarea]:
    return {name: forms.Textarea(attrs={"rows": 4}) for name in names}


class ServiceForm(_OfferForm):
    languages = forms.MultipleChoiceField(
        choices=language_choices,
        label=gettext_lazy("Lingue"),
        required=False,
        help_text=gettext_lazy("Le lingue in cui il servizio lavora."),
    )
    holder = "provider"

    class Meta:
        model = Service
        fields = (
            "name", "other_names", "kind", "provider", "confidentiality", "projects",
            "description", "objectives", "activities", "audience", "how_to_access", "what_to_bring", "languages",
            "phone", "territory", "areas", "starts_on", "ends_on", "period_note", "reporting_period", "position",
            "partners_note", "funders_note",
        )  # fmt: skip
        widgets = {
            **_long(
                "description", "objectives", "activities", "audience", "how_to_access", "what_to_bring",
                "partners_note", "funders_note",
            ),
            "starts_on": forms.DateInput,
            "ends_on": forms.DateInput,
        }  # fmt: skip
        help_texts = {
            "objectives": ONE_A_LINE,
            "activities": ONE_A_LINE,
            "confidentiality": gettext_lazy(
                "Condiviso: gli altri servizi sanno chi contattare. Riservato: sanno solo che c'è un referente. "
                "Protetto: non sanno nulla."
            ),
        }

    def __init__(self, *args: Any, by: User, **kwargs: Any) -> None:
        super().__init__(*args, by=by, **kwargs)
        if self.instance.pk and not rules.can_hand_over_service(by, self.instance):
            self.fields["provider"].disabled = True
            self.fields["confidentiality"].disabled = True


class ProjectForm(_OfferForm):
    website = forms.URLField(label=gettext_lazy("Sito"), required=False, assume_scheme="https")
    holder = "lead"

    class Meta:
        model = Project
        fields = (
            "name", "other_names", "lead", "field", "status", "website", "phone",
            "description", "context", "audience", "objectives", "activities", "expected_results",
            "territory", "areas", "starts_on", "ends_on", "period_note", "reporting_period", "position",
            "partners_note", "funders_note", "governance_note",
        )  # fmt: skip
        widgets = {
            **_long(
                "description", "context", "audience", "objectives", "activities", "expected_results",
                "partners_note", "funders_note", "governance_note",
            ),
            "starts_on": forms.DateInput,
            "ends_on": forms.DateInput,
        }  # fmt: skip
        help_texts = dict.fromkeys(("objectives", "activities", "expected_results"), ONE_A_LINE)


class DistrictForm(_AreaForm):
    """An ambito: what it is called and which comuni belong to it."""

    parent = forms.ModelChoiceField(Area.objects.filter(kind=Area.Kind.PROVINCE), label=gettext_lazy("Provincia"))
    municipalities = forms.ModelMultipleChoiceField(
        Area.objects.filter(kind=Area.Kind.MUNICIPALITY).only("name"),
        label=gettext_lazy("Comuni"),
        help_text=gettext_lazy("Un comune che appartiene a un altro ambito passa a questo."),
    )

    class Meta:
        model = Area
        fields = ("name", "parent", "description", "period_note")
        widgets = _long("description")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["municipalities"] = list(self.instance.member_municipalities.values_list("pk", flat=True))
