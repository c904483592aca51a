# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ponte.accounts.models import User
from ponte.network.models import Service
from ponte.people.attachments import content, queries, rules
from ponte.people.attachments.actions import tidy_name
from ponte.people.models import Card

# A telephone offers its camera for these, and an iPhone sends its photos as JPEG.
ACCEPTED = ".pdf,image/jpeg,image/png,image/webp,image/gif,.docx,.xlsx,.pptx,.odt,.ods,.odp,.txt,.csv"


class AttachmentForm(forms.Form):
    file = forms.FileField(
        label=gettext_lazy("File o foto"),
        help_text=gettext_lazy("PDF, foto, documenti di testo, fogli o presentazioni, al più 15 MB. "
                               "Dal telefono può scattare la foto subito."),
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
        max_length=255,
    )  # fmt: skip
    note = forms.CharField(label=gettext_lazy("Che cos'è"), max_length=200, required=False)
    service = forms.ModelChoiceField(
        label=gettext_lazy("Servizio che lo conserva"), queryset=Service.objects.none(), empty_label=None
    )
    for_all = forms.BooleanField(
        label=gettext_lazy("Lo possono leggere anche gli altri servizi che seguono la persona"), required=False,
        help_text=gettext_lazy("Altrimenti lo legge solo la squadra di questo servizio."),
    )  # fmt: skip

    def __init__(self, *args: Any, user: User, card: Card, too_large: bool = False, **options: Any) -> None:
        super().__init__(*args, **options)
        self.card = card
        service = self.fields["service"]
        assert isinstance(service, forms.ModelChoiceField)  # noqa: S101
        service.queryset = queries.keeping_services(user, card)
        if too_large:
            self.fields["file"].error_messages["required"] = content.too_large()
        self.fields["file"].error_messages["empty"] = _("Il file è vuoto.")

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file.size > content.LARGEST:
            raise ValidationError(content.too_large())
        content.kind_of(file.read(), tidy_name(file.name))
        file.seek(0)
        return file

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        service = cleaned.get("service")
        if service and cleaned.get("for_all") and not rules.may_be_for_all(self.card, service):
            self.add_error(
                "for_all",
                _("Questo servizio segue la persona in modo riservato: quello che conserva resta alla sua squadra."),
            )
        return cleaned


class RemovalForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Perché lo toglie"), max_length=300,
        help_text=gettext_lazy("Il file si cancella e non si può recuperare. Restano scritti il nome e il motivo."),
    )  # fmt: skip
