# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Forms for what people ask, and for what is decided about it."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from ponte.people.models import Card
from ponte.people.rights.actions import corrections
from ponte.people.rights.forms.telling import InNameOf
from ponte.people.rights.models import AccessRequest, Correction, Disposal, RecordClass, Restriction, RetentionTerm


def _text(label: Any, *, required: bool = False, length: int = 300) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=length, required=required, widget=forms.Textarea(attrs={"rows": 2})
    )


class AccessForm(InNameOf):
    asked_on = forms.DateField(label=_("Chiesta il"), initial=timezone.localdate, widget=forms.DateInput())
    identified = forms.ChoiceField(label=_("Come è stata riconosciuta"), choices=AccessRequest.Identified)
    language = forms.ChoiceField(
        label=_("Lingua del documento"), choices=[("it", "Italiano"), ("en", "English")], initial="it"
    )
    note = _text(_("Nota"))


class CorrectionForm(InNameOf):
    field = forms.ChoiceField(label=_("Che cosa è sbagliato"))
    value = forms.CharField(label=_("Valore giusto"), max_length=200, required=False)
    said_by = forms.ChoiceField(
        label=_("Chi lo dice"), choices=Correction.From, initial=Correction.From.PERSON, widget=forms.RadioSelect
    )
    why = _text(_("Perché"))

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["field"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101
        field.choices = [(name, field_label(name)) for name in corrections.FIELDS]


def field_label(name: str) -> str:
    if name == corrections.BIRTH_DATE:
        return str(_("Data di nascita"))
    labels = {field.name: field.verbose_name for field in Card._meta.concrete_fields}
    return capfirst(str(labels[name]))


class RestrictionForm(InNameOf):
    kind = forms.ChoiceField(label=_("Che cosa chiede"), choices=Restriction.Kind, widget=forms.RadioSelect)
    ground = forms.ChoiceField(label=_("Perché"), choices=Restriction.Ground)
    since = forms.DateField(label=_("Dal"), initial=timezone.localdate, widget=forms.DateInput())
    note = _text(_("Nota"))


class ProposalForm(InNameOf):
    record_class = forms.ChoiceField(
        label=_("Che cosa si cancella"), choices=RecordClass, initial=RecordClass.CARD, widget=forms.RadioSelect
    )
    ground = forms.ChoiceField(
        label=_("Perché"), choices=[one for one in Disposal.Ground.choices if one[0] != Disposal.Ground.TERM]
    )
    why = _text(_("Spiegazione"))


class ReasonForm(forms.Form):
    reason = _text(_("Motivo"), required=True)


class PermitForm(forms.Form):
    permit = forms.CharField(label=_("Estremi del nulla osta, se serve"), max_length=120, required=False)


class TermForm(forms.ModelForm):  # type: ignore[type-arg]
    class Meta:
        model = RetentionTerm
        fields = ("record_class", "service", "months", "basis", "needs_permit")

    def __init__(self, *args: Any, services: Any, network: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["service"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101
        field.queryset = services
        field.required = not network
        field.empty_label = str(_("tutti i servizi che non hanno un termine proprio")) if network else None
        if self.instance.pk is not None:
            for name in ("record_class", "service"):
                self.fields[name].disabled = True
