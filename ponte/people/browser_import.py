# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""People from a spreadsheet, in the browser: for a service that the user coordinates."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ponte.accounts.models import User
from ponte.network.models import Membership, Service
from ponte.people import rules
from ponte.people.sheet import PeopleImport
from ponte.platform.spreadsheets.registry import OptionsForm, SheetKind


def coordinated_services(user: User) -> Any:
    return Service.objects.filter(memberships__user=user, memberships__role=Membership.Role.COORDINATOR).distinct()


class PeopleOptions(OptionsForm):
    service = forms.ModelChoiceField(
        label=_("Servizio che conoscerà queste persone"),
        queryset=Service.objects.none(),
        empty_label=None,
        help_text=_("La stessa persona, con lo stesso ref, si riconosce da un file all'altro di questo servizio."),
    )

    def __init__(self, *args: Any, **keywords: Any) -> None:
        super().__init__(*args, **keywords)
        field = self.fields["service"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101
        field.queryset = coordinated_services(self.user)  # type: ignore[arg-type]

    def options(self) -> dict[str, Any]:
        return {"service": self.cleaned_data["service"].pk}


def build(options: Mapping[str, Any], by: User) -> PeopleImport:
    """Refs belong to the service: one service's file never changes the cards that another's brought in."""
    service = coordinated_services(by).get(pk=options["service"])
    return PeopleImport(source=service.slug, service=service, by=by)


PEOPLE = SheetKind(
    address="persone",
    sheet=PeopleImport,
    lead=_("Le schede anagrafiche di persone che un suo servizio segue: una riga per persona."),
    may_import=rules.may_import,
    build=build,
    options_form=PeopleOptions,
)
