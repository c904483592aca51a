# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django import forms
from django.utils.translation import gettext_lazy as _


class ReasonForm(forms.Form):
    reason = forms.CharField(
        label=_("Motivo"), max_length=300, widget=forms.TextInput(attrs={"dir": "auto"}),
        help_text=_("Resta scritto con la scelta."),
    )  # fmt: skip
