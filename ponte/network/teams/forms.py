# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from ponte.accounts.models import User
from ponte.network.models import Membership, Organisation, Service
from ponte.network.teams import rules

Role = Membership.Role

STATES = [
    ("", _("tutti")),
    ("active", _("attivi")),
    ("suspended", _("sospesi")),
    ("without_role", _("senza un ruolo")),
    ("never_in", _("mai entrati")),
]


class UserFilterForm(forms.Form):
    q = forms.CharField(label=_("Nome o e-mail"), required=False)
    state = forms.ChoiceField(label=_("Stato"), choices=STATES, required=False)


class InviteForm(forms.Form):
    name = forms.CharField(label=_("Nome e cognome"), max_length=150)
    email = forms.EmailField(label=_("E-mail"))
    language = forms.ChoiceField(label=_("Lingua"), choices=settings.LANGUAGES)

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"].lower()
        if User.objects.filter(email__iexact=email).exists():
            raise forms.ValidationError(_("C'è già un utente con questo indirizzo: cercalo nell'elenco."))
        return email


class RoleForm(forms.Form):
    """What an administrator gives: a role over the network, or the coordination of an organisation or service."""

    role = forms.ChoiceField(
        label=_("Ruolo"),
        choices=[
            (Role.COORDINATOR.value, Role.COORDINATOR.label),
            *((role.value, role.label) for role in Membership.NETWORK_ROLES),
        ],
    )
    organisation = forms.ModelChoiceField(
        Organisation.objects.filter(services__isnull=False).distinct().order_by("name"),
        label=_("Ente"),
        required=False,
        help_text=_("Solo per chi coordina un ente intero."),
    )
    service = forms.ModelChoiceField(
        Service.objects.order_by("name"),
        label=_("Servizio"),
        required=False,
        help_text=_("Solo per chi coordina un servizio."),
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        places = [cleaned.get("organisation"), cleaned.get("service")]
        if cleaned.get("role") == Role.COORDINATOR and places.count(None) != 1:
            raise forms.ValidationError(_("Chi coordina, coordina un ente oppure un servizio: scegline uno."))
        if cleaned.get("role") != Role.COORDINATOR and any(places):
            raise forms.ValidationError(_("Questo ruolo vale per tutta la rete: lascia vuoti ente e servizio."))
        return cleaned


class MemberForm(forms.Form):
    """What a coordinator gives: a place in the team of one service."""

    name = forms.CharField(
        label=_("Nome e cognome"), max_length=150, help_text=_("Di chi ha già un utente resta quello che c'è.")
    )
    email = forms.EmailField(label=_("E-mail"), help_text=_("Quella di lavoro: con questa accede a Ponte."))
    role = forms.ChoiceField(label=_("Ruolo"))

    def __init__(self, *args: Any, service: Service, by: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by = by
        roles = list(rules.TEAM_ONLY)
        if rules.coordinates_provider(by, service):
            roles.append(Role.COORDINATOR)
        field = self.fields["role"]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 - for the type checker
        field.choices = [(role.value, role.label) for role in roles]

    def clean_email(self) -> str:
        email: str = self.cleaned_data["email"].lower()
        if email == self.by.email:
            raise forms.ValidationError(_("Nessuno dà un ruolo a se stesso: chiedi a chi coordina l'ente."))
        if User.objects.filter(email__iexact=email, is_active=False).exists():
            raise forms.ValidationError(_("Questo utente è sospeso: chiedi a chi amministra Ponte di riattivarlo."))
        return email
