# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ponte.oversight import trail
from ponte.oversight.models import UnusualAccess
from ponte.oversight.trail import Criteria
from ponte.oversight.words import KINDS
from ponte.people.models.cards import CODE_ALPHABET
from ponte.platform.choices import FixedChoices

WHOLE_KIND = "*"
ACTIONS = FixedChoices(
    [("", gettext_lazy("tutto"))]
    + [
        (title, [(f"{kind}{WHOLE_KIND}", gettext_lazy("tutto di questo genere")), *words.items()])
        for kind, (title, words) in KINDS.items()
    ]
)


class SearchForm(forms.Form):
    """What the auditor looks for; every answer narrows."""

    person = forms.CharField(
        label=gettext_lazy("Codice della persona"), required=False, max_length=12,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )  # fmt: skip
    user = forms.ChoiceField(label=gettext_lazy("Chi"), required=False)
    what = forms.ChoiceField(label=gettext_lazy("Che cosa"), required=False, choices=ACTIONS)
    since = forms.DateField(label=gettext_lazy("Dal"), required=False, widget=forms.DateInput)
    until = forms.DateField(label=gettext_lazy("Al"), required=False, widget=forms.DateInput)
    address = forms.GenericIPAddressField(label=gettext_lazy("Indirizzo di rete"), required=False)
    request = forms.UUIDField(label=gettext_lazy("Richiesta"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        who = self.fields["user"]
        assert isinstance(who, forms.ChoiceField)  # noqa: S101
        who.choices = [("", _("tutti")), *((str(pk), name) for pk, name in trail.users())]

    @property
    def first(self) -> list[forms.BoundField]:
        return [self[name] for name in ("person", "user", "what", "since", "until")]

    @property
    def further(self) -> list[forms.BoundField]:
        return [self["address"], self["request"]]

    def clean_person(self) -> str:
        code = "".join(str(self.cleaned_data["person"]).upper().split())
        if code and (len(code) != 8 or set(code) - set(CODE_ALPHABET)):
            raise forms.ValidationError(_("Il codice di una persona ha otto lettere e cifre: è sulla sua scheda."))
        return code

    def criteria(self) -> Criteria:
        """What was asked. Only of a form that is valid."""
        asked = self.cleaned_data
        return Criteria(
            code=asked["person"],
            user=int(asked["user"]) if asked["user"] else None,
            actions=_actions(asked["what"]),
            since=_midnight(asked["since"]),
            until=_midnight(asked["until"] and asked["until"] + dt.timedelta(days=1)),
            address=asked["address"],
            request=asked["request"],
        )

    def told(self) -> dict[str, str]:
        """What was asked, for the trail of those who search the trail."""
        return {name: str(value) for name, value in self.cleaned_data.items() if value}


class ExportForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Perché scarica queste tracce"), max_length=300,
        help_text=gettext_lazy("Resta scritto insieme a chi, quando e che cosa ha scaricato."),
    )  # fmt: skip


class ReviewForm(forms.Form):
    outcome = forms.ChoiceField(
        label=gettext_lazy("Che cos'era"), choices=UnusualAccess.Outcome.choices, widget=forms.RadioSelect
    )
    note = forms.CharField(
        label=gettext_lazy("Come lo ha verificato"), max_length=300,
        help_text=gettext_lazy("Per esempio: con chi ha parlato. Senza nomi delle persone seguite."),
    )  # fmt: skip


def _actions(chosen: str) -> list[str]:
    if chosen.endswith(WHOLE_KIND):
        return list(KINDS[chosen.removesuffix(WHOLE_KIND)][1])
    return [chosen] if chosen else []


def _midnight(day: dt.date | None) -> dt.datetime | None:
    return timezone.make_aware(dt.datetime.combine(day, dt.time())) if day else None
