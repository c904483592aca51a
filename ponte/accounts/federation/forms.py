# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from stdnum.it import codicefiscale

from ponte.accounts.models import User


class IdentityForm(forms.Form):
    fiscal_code = forms.CharField(label=_("Codice fiscale"), max_length=20, required=False)

    def __init__(self, data: Any = None, *, user: User) -> None:
        super().__init__(data, initial={"fiscal_code": user.fiscal_code})
        self.user = user

    def clean_fiscal_code(self) -> str | None:
        given = str(self.cleaned_data["fiscal_code"]).replace(" ", "").upper()
        if given and not codicefiscale.is_valid(given):
            raise ValidationError(_("Questo codice fiscale non esiste: lo ricontrolli."))
        if given and User.objects.filter(fiscal_code=given).exclude(pk=self.user.pk).exists():
            raise ValidationError(_("Questo codice fiscale è già di un altro utente."))
        return given or None
