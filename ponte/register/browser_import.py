# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The register from a spreadsheet, in the browser: the work of a service that the user coordinates."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ponte.accounts.models import User
from ponte.network.models import Service
from ponte.people import rules
from ponte.people.browser_import import coordinated_services
from ponte.platform.spreadsheets.registry import OptionsForm, SheetKind
from ponte.register.forms.fields import offer
from ponte.register.importing.sheet import RegisterImport


class RegisterOptions(OptionsForm):
    service = forms.ModelChoiceField(
        label=_("Servizio che ha svolto il lavoro"),
        queryset=Service.objects.none(),
        empty_label=None,
        help_text=_("Lo stesso intervento si riconosce da un file all'altro di questo servizio."),
    )

    def __init__(self, *args: Any, **keywords: Any) -> None:
        super().__init__(*args, **keywords)
        offer(self, "service", coordinated_services(self.user))  # type: ignore[arg-type]

    def options(self) -> dict[str, Any]:
        return {"service": self.cleaned_data["service"].pk}


def build(options: Mapping[str, Any], by: User) -> RegisterImport:
    """Identifiers belong to the service, and so do the refs of its people: one service's file never touches
    what another's brought in."""
    service = coordinated_services(by).get(pk=options["service"])
    return RegisterImport(source=service.slug, people_source=service.slug, service=service, by=by)


REGISTER = SheetKind(
    address="registro",
    sheet=RegisterImport,
    lead=_("Il lavoro svolto da un suo servizio: una riga per partecipazione."),
    may_import=rules.may_import,
    build=build,
    options_form=RegisterOptions,
)
