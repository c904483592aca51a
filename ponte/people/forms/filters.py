# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ponte.accounts.models import User
from ponte.people.queries import Filters, team_services
from ponte.platform import codes


class FilterForm(forms.Form):
    """Which of the people whom my teams know."""

    q = forms.CharField(
        label=gettext_lazy("Nome, codice, telefono o documento"), required=False, max_length=100,
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off", "spellcheck": "false"}),
    )  # fmt: skip
    service = forms.ChoiceField(label=gettext_lazy("Servizio"), required=False)
    enrolled = forms.BooleanField(label=gettext_lazy("Solo in carico"), required=False)
    citizenship = forms.ChoiceField(label=gettext_lazy("Cittadinanza"), required=False)
    language = forms.ChoiceField(label=gettext_lazy("Lingua"), required=False)

    def __init__(self, *args: Any, user: User, **options: Any) -> None:
        super().__init__(*args, **options)
        choices: dict[str, Any] = {
            "service": [("", _("tutti i miei")), *((str(s.pk), s.name) for s in team_services(user))],
            "citizenship": codes.country_choices().after(_("tutte")),
            "language": codes.language_choices().after(_("tutte")),
        }
        for name, options_of in choices.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101
            field.choices = options_of

    def filters(self) -> Filters:
        """What was chosen; an answer that is none is as if it had not been given."""
        cleaned = self.cleaned_data if self.is_valid() else {}
        return Filters(
            service=int(cleaned["service"]) if cleaned.get("service") else None,
            only_enrolled=bool(cleaned.get("enrolled")),
            citizenship=cleaned.get("citizenship", ""),
            language=cleaned.get("language", ""),
        )
