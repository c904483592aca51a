# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ponte.network.models import Organisation

FIRST_YEAR, LAST_YEAR = 1990, 2100


class ChooseForm(forms.Form):
    """Which report to open."""

    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label=_("Ente"), to_field_name="slug", empty_label=None
    )
    year = forms.IntegerField(label=_("Anno"), min_value=FIRST_YEAR, max_value=LAST_YEAR)

    def __init__(self, organisations: QuerySet[Organisation], *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        field = self.fields["organisation"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 - for the type checker
        field.queryset = organisations.order_by("name")
        self.fields["year"].initial = timezone.localdate().year


class PublishForm(forms.Form):
    """What whoever publishes adds to the report."""

    note = forms.CharField(
        label=_("Che cosa cambia"),
        help_text=_("Una riga per chi legge: per esempio «prima versione» o «corretti i dati di maggio»."),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    public = forms.BooleanField(
        label=_("Leggibile da tutti sul portale, senza accesso"),
        help_text=_("Le cifre da 1 a 4 che contano persone non compaiono nella versione pubblica."),
        required=False,
    )
