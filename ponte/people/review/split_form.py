# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The form for a card that held two people: of everything on it, whose it is."""

from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from django import forms
from django.db.models import QuerySet
from django.forms import BoundField
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ponte.network.models import Service
from ponte.people.models import Enrolment
from ponte.people.persons import Field
from ponte.people.review.forms import ReasonForm
from ponte.people.review.splitting import Detail


class SplitForm(ReasonForm):
    FIRST, THEIRS, BOTH = "first", "theirs", "both"
    NAMES: ClassVar = ("given_name", "family_name", "chosen_name", "native_name")

    given_name = forms.CharField(label=gettext_lazy("Nome della seconda persona"), max_length=100, required=False)
    family_name = forms.CharField(label=gettext_lazy("Cognome"), max_length=100, required=False)
    chosen_name = forms.CharField(label=gettext_lazy("Nome scelto"), max_length=100, required=False)
    native_name = forms.CharField(
        label=gettext_lazy("Nome nella sua scrittura"), max_length=200, required=False,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )  # fmt: skip
    service = forms.ModelChoiceField(
        label=gettext_lazy("Servizio che registra la nuova scheda"), queryset=Service.objects.none(), empty_label=None
    )

    field_order = (*NAMES, "service")

    def __init__(
        self,
        *args: Any,
        services: QuerySet[Service],
        fields: Sequence[tuple[Field, str]],
        details: Sequence[Detail],
        enrolments: Sequence[Enrolment],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        service = self.fields["service"]
        assert isinstance(service, forms.ModelChoiceField)  # noqa: S101
        service.queryset = services
        stays = [(self.FIRST, _("della prima")), (self.THEIRS, _("della seconda"))]
        for field, text in fields:
            self._ask(
                f"field_{field}", f"{capfirst(str(field.label))}: {text}", [*stays, (self.BOTH, _("di tutte e due"))]
            )
        for detail in details:
            self._ask(self._name(detail), str(detail), stays)
        for enrolment in enrolments:
            self._ask(
                self._name(enrolment),
                _("Presa in carico aperta: %(service)s") % {"service": enrolment.service},
                [(self.FIRST, _("resta con la prima")), (self.THEIRS, _("da oggi prosegue con la seconda"))],
            )

    def _ask(self, name: str, label: str, choices: list[tuple[str, Any]]) -> None:
        self.fields[name] = forms.ChoiceField(
            label=label, choices=choices, initial=self.FIRST, widget=forms.RadioSelect
        )

    @staticmethod
    def _name(thing: Detail | Enrolment) -> str:
        return f"{thing._meta.model_name}_{thing.pk}"

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if not any(cleaned.get(name) for name in self.NAMES):
            self.add_error("given_name", _("Serve almeno un nome per la seconda persona."))
        return cleaned

    def named(self) -> dict[str, str]:
        return {name: self.cleaned_data[name] for name in self.NAMES if self.cleaned_data[name]}

    def chosen(self) -> dict[Field, str]:
        return {
            Field(name.removeprefix("field_")): whose
            for name, whose in self.cleaned_data.items()
            if name.startswith("field_")
        }

    def is_theirs(self, thing: Detail | Enrolment) -> bool:
        return bool(self.cleaned_data[self._name(thing)] == self.THEIRS)

    def questions(self) -> Iterator[BoundField]:
        """The fields that ask whose something is."""
        for name in self.fields:
            if isinstance(self.fields[name].widget, forms.RadioSelect):
                yield self[name]
