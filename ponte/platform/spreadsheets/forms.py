# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ponte.platform.spreadsheets.problems import UnreadableFileError
from ponte.platform.spreadsheets.reading import read_bytes

MOST_BYTES = 50 * 1024 * 1024


class UploadForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("Foglio di calcolo"),
        help_text=gettext_lazy("Un file .xlsx, .ods o .csv, al più 50 MB. La prima riga ha le intestazioni."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.ods,.csv,.txt"}),
    )

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(_("Il file è troppo grande: al più 50 MB. Lo divida in più file."))
        content = file.read()
        try:
            read_bytes(content, file.name)
        except UnreadableFileError as problem:
            raise forms.ValidationError(str(problem)) from problem
        file.seek(0)
        return file
