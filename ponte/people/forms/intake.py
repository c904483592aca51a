# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Beside the form of a card: why one asks who is known, and why a likely person is another one."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ponte.people.models import PresenceInquiry, ToldApart

Why = PresenceInquiry.Why


class AskingForm(forms.Form):
    asking_why = forms.ChoiceField(
        label=gettext_lazy("Perché cerca questa persona"),
        choices=[choice for choice in Why.choices if choice[0] != Why.CORRECTION],
        help_text=gettext_lazy(
            "Mentre scrive, Ponte guarda se è già conosciuta: resta scritto chi ha chiesto e perché."
        ),
    )
    asking_more = forms.CharField(label=gettext_lazy("Altro motivo"), max_length=200, required=False)

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("asking_why") == Why.OTHER and not cleaned.get("asking_more"):
            self.add_error("asking_more", _("Scriva il motivo."))
        return cleaned


class ApartForm(forms.Form):
    """Needed only where somebody was said to be another person."""

    apart_why = forms.ChoiceField(
        label=gettext_lazy("Perché è un'altra persona"), choices=[("", "—"), *ToldApart.Why.choices], required=False
    )
    apart_more = forms.CharField(label=gettext_lazy("Qualche parola in più"), max_length=200, required=False)

    def __init__(self, *args: Any, needed: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        self.needed = needed

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        why = cleaned.get("apart_why")
        if self.needed and not why:
            self.add_error("apart_why", _("Dica perché è un'altra persona: resta con la scheda."))
        if self.needed and why == ToldApart.Why.OTHER and not cleaned.get("apart_more"):
            self.add_error("apart_more", _("Scriva il motivo."))
        return cleaned


class ReplyForm(forms.Form):
    reply = forms.CharField(
        label=gettext_lazy("Risposta"), max_length=300, required=False,
        widget=forms.TextInput(attrs={"dir": "auto"}),
        help_text=gettext_lazy("Per esempio quando chiamare. Può anche chiudere senza scrivere niente."),
    )  # fmt: skip
