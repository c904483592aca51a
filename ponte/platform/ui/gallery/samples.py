# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the gallery shows the components with: short, long, empty, in several scripts. All people are invented."""

from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

CITIES = [
    "Milano",
    "Rozzano",
    "Melzo",
    "Pioltello",
    "Segrate",
    "Peschiera",
    "Pieve",
    "Locate",
    "Opera",
    "Corsico",
    "Assago",
    "Buccinasco",
    "Trezzano",
    "Cesano",
    "Cusago",
    "Settimo",
]


@dataclass(frozen=True, slots=True)
class SampleCard:
    display_name: str
    shown_native_name: str = ""
    code: str = "7KQM2XWA"


PEOPLE = (
    SampleCard("Ana Popa"),
    SampleCard("Amina El Idrissi", "أمينة الإدريسي"),
    SampleCard("Wei Zhang", "张伟"),
    SampleCard("Maria Fernanda Guadalupe de los Ángeles Villavicencio Quispe Huamán de la Torre y Bustamante"),
    SampleCard("عبد الرحمن محمود", "عبد الرحمن محمود"),
)

CHART = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 360 120" width="360" height="120" '
    'font-family="sans-serif" font-size="13">'
    '<path d="M70 10h270v26H70zM70 46h180v26H70zM70 82h75v26H70z" fill="#06c"/>'
    '<text y="28">cinese</text><text y="64">arabo</text><text y="100">russo</text></svg>'
)
TEXT = """Lo sportello accoglie chi arriva e ascolta.
- orientamento ai servizi
- aiuto con i documenti

Si entra anche senza appuntamento."""


class SampleForm(forms.Form):
    name = forms.CharField(label=_("Nome"), help_text=_("Come lo dice la persona, anche senza cognome."))
    born = forms.DateField(label=_("Data di nascita"), required=False, widget=forms.DateInput)
    at = forms.TimeField(label=_("Ora"), required=False)
    minutes = forms.IntegerField(label=_("Durata in minuti"), min_value=1)
    city = forms.ChoiceField(label=_("Comune"), choices=[("", "")] + [(city, city) for city in CITIES])
    languages = forms.MultipleChoiceField(
        label=_("Lingue"), choices=[(city, city) for city in CITIES], required=False
    )
    sex = forms.ChoiceField(
        label=_("Sesso"),
        choices=[("F", _("donna")), ("M", _("uomo")), ("X", _("altro")), ("", _("non chiesto"))],
        widget=forms.RadioSelect,
    )
    channels = forms.MultipleChoiceField(
        label=_("Come preferisce essere contattata"),
        choices=[("phone", _("telefono")), ("email", _("e-mail")), ("letter", _("lettera"))],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    agreed = forms.BooleanField(label=_("Ha ricevuto l'informativa"))
    notes = forms.CharField(label=_("Note"), widget=forms.Textarea(attrs={"rows": 3}), required=False)
    sheet = forms.FileField(label=_("Foglio di calcolo"), required=False)


class SampleFilter(forms.Form):
    q = forms.CharField(label=_("Cerca"), required=False)
    city = forms.ChoiceField(
        label=_("Comune"), choices=[("", _("tutti"))] + [(city, city) for city in CITIES], required=False
    )
    since = forms.DateField(label=_("Dal"), required=False)
