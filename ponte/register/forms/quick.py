# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""One contact, in as few keys as it takes."""

from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ponte.accounts.models import User
from ponte.network.models import Project, Service
from ponte.people.models import Card
from ponte.register.entries import Entry, Participant
from ponte.register.forms.fields import (
    CONTACT_KINDS,
    ROLES,
    DayField,
    KindField,
    LanguageField,
    MinutesField,
    fixed,
    offer,
    resolve_referral,
)
from ponte.register.models import Participation, Setting

REMEMBERED = ("service", "setting", "language", "project", "kind", "role")


class QuickForm(forms.Form):
    """A contact with one person, one code or a number of people."""

    person = forms.CharField(label=gettext_lazy("Persona"), required=False, max_length=200)
    card = forms.ModelChoiceField(Card.objects.none(), required=False, widget=forms.HiddenInput())
    code = forms.CharField(label=gettext_lazy("o codice"), required=False, max_length=20)
    headcount = forms.IntegerField(label=gettext_lazy("o quante persone"), required=False, min_value=1)
    kind = KindField(only=CONTACT_KINDS)
    minutes = MinutesField()
    outcome = forms.ChoiceField(
        label=gettext_lazy("Esito"), required=False, choices=fixed(Participation.Outcome.choices)
    )
    referred_to = forms.CharField(label=gettext_lazy("Inviato/a a"), required=False, max_length=160)
    first_contact = forms.BooleanField(label=gettext_lazy("Primo contatto"), required=False)
    note = forms.CharField(
        label=gettext_lazy("Nota per l'équipe"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    service = forms.ModelChoiceField(Service.objects.none(), label=gettext_lazy("Servizio"), empty_label=None)
    date = DayField()
    setting = forms.ChoiceField(label=gettext_lazy("Luogo"), required=False, choices=fixed(Setting.choices))
    language = LanguageField()
    project = forms.ModelChoiceField(
        Project.objects.order_by("name"), label=gettext_lazy("Progetto"), required=False, empty_label="—"
    )
    role = forms.ChoiceField(label=gettext_lazy("Ruolo"), required=False, choices=ROLES)

    def __init__(
        self, *args: Any, user: User, services: QuerySet[Service], people: QuerySet[Card], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.user = user
        offer(self, "service", services.select_related("provider"))
        offer(self, "card", people)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("person") and not cleaned.get("card") and "card" not in self.errors:
            self.add_error("person", _("Scelga la persona dall'elenco, oppure lasci vuoto e scriva un codice."))
        given = [name for name in ("card", "code", "headcount") if cleaned.get(name)]
        if len(given) > 1:
            raise ValidationError(
                _("Un contatto è di una persona, di un codice o di un numero di persone: ne scelga uno.")
            )
        return cleaned

    def entry(self) -> Entry:
        """What was said, once the form is valid."""
        said = self.cleaned_data
        referred_to, service = resolve_referral(said["referred_to"])
        participant = Participant(
            card=said["card"],
            code=said["code"],
            headcount=said["headcount"],
            role=said["role"] or Participation.Role.CLIENT,
            first_contact=said["first_contact"] or None,
            referred_to=referred_to,
            referred_to_service=service,
            outcome=said["outcome"],
        )
        return Entry(
            service=said["service"],
            organisation=said["service"].provider,
            kind=said["kind"],
            date=said["date"],
            minutes=said["minutes"],
            setting=said["setting"],
            languages=[said["language"]] if said["language"] else [],
            projects={said["project"]: Decimal(1)} if said["project"] else {},
            staff=[self.user.name],
            note=said["note"],
            participants=[participant],
        )
