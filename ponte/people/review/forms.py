# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ponte.people.models import IdentityDecision
from ponte.people.review.models import Verdict

LONGEST_NOTE = 300


class AnswerForm(forms.Form):
    answer = forms.ChoiceField(choices=Verdict.Answer.choices, widget=forms.HiddenInput)
    note = forms.CharField(
        label=_("Nota"), max_length=LONGEST_NOTE, required=False, widget=forms.TextInput(attrs={"dir": "auto"})
    )
    wrong_documents = forms.BooleanField(label=_("Uno dei documenti è sbagliato o è stato rinnovato"), required=False)

    def overrides(self) -> list[str]:
        return [IdentityDecision.Override.DOCUMENTS] if self.cleaned_data["wrong_documents"] else []


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Motivo"), max_length=LONGEST_NOTE, widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        help_text=_("Resta scritto con la decisione."),
    )  # fmt: skip


class PartForm(ReasonForm):
    different = forms.BooleanField(label=_("Sono persone diverse: non chiederlo più"), required=False)


class MergeForm(ReasonForm):
    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    wrong_documents = forms.BooleanField(label=_("Uno dei documenti è sbagliato o è stato rinnovato"), required=False)

    def __init__(self, *args: Any, documents: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if not documents:
            del self.fields["wrong_documents"]

    def overrides(self) -> list[str]:
        return [IdentityDecision.Override.DOCUMENTS] if self.cleaned_data.get("wrong_documents") else []
