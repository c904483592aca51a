# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Rows of the session's page: projects with their shares; headcounts, codes, tests and referrals."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ponte.network.models import Project
from ponte.people.models import Card
from ponte.platform.choices import FixedChoices
from ponte.register.entries import Participant
from ponte.register.forms.fields import ROLES, fixed, offer, resolve_referral
from ponte.register.models import Participation


class ShareForm(forms.Form):
    project = forms.ModelChoiceField(
        Project.objects.order_by("name"), label=gettext_lazy("Progetto"), required=False, empty_label="—"
    )
    percent = forms.DecimalField(
        label=gettext_lazy("Quota %"),
        required=False,
        min_value=0,
        max_value=100,
        max_digits=4,
        decimal_places=1,
        localize=True,
    )


class YesNoSelect(forms.NullBooleanSelect):
    def __init__(self) -> None:
        super().__init__()
        self.choices = [("unknown", "—"), ("true", gettext_lazy("sì")), ("false", gettext_lazy("no"))]


class RowForm(forms.Form):
    """People counted or known by a code, and what more is to be said of someone on the attendance list."""

    headcount = forms.IntegerField(label=gettext_lazy("Quante persone"), required=False, min_value=1)
    role = forms.ChoiceField(label=gettext_lazy("Ruolo"), required=False, choices=ROLES.after("—"))
    code = forms.CharField(label=gettext_lazy("Codice"), required=False, max_length=20)
    person = forms.ChoiceField(label=gettext_lazy("Persona"), required=False)
    first_contact = forms.NullBooleanField(
        label=gettext_lazy("Primo contatto"),
        required=False,
        widget=YesNoSelect(),
    )
    group = forms.CharField(label=gettext_lazy("Classe o gruppo"), required=False, max_length=120)
    partner = forms.CharField(label=gettext_lazy("Scuola, associazione o impresa"), required=False, max_length=160)
    output = forms.CharField(label=gettext_lazy("Prodotto"), required=False, max_length=160)
    test = forms.CharField(label=gettext_lazy("Test"), required=False, max_length=40)
    result = forms.ChoiceField(
        label=gettext_lazy("Risultato del test"), required=False, choices=fixed(Participation.Result.choices)
    )
    referred_to = forms.CharField(label=gettext_lazy("Inviato/a a"), required=False, max_length=160)
    outcome = forms.ChoiceField(
        label=gettext_lazy("Esito"), required=False, choices=fixed(Participation.Outcome.choices)
    )

    MORE = ("group", "partner", "output", "test", "result", "referred_to", "outcome")

    def __init__(self, *args: Any, people: Mapping[str, Card], named: FixedChoices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._people = people
        offer(self, "person", named)

    @property
    def tells_more(self) -> bool:
        """Whether the less frequent fields hold something and must not be folded away."""
        return any(self[name].value() or self[name].errors for name in self.MORE)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or {}
        if sum(bool(cleaned.get(name)) for name in ("headcount", "code", "person")) > 1:
            raise ValidationError(_("Una riga è una persona, un codice o un numero di persone."))
        if cleaned.get("result") and not cleaned.get("test"):
            self.add_error("test", _("Un risultato c'è solo se c'è un test."))
        return cleaned

    def says_something(self) -> bool:
        return not self.cleaned_data.get("DELETE") and any(
            value not in (None, "") for name, value in self.cleaned_data.items() if name not in {"DELETE", "role"}
        )

    def participant(self) -> Participant:
        said = self.cleaned_data
        referred_to, service = resolve_referral(said["referred_to"])
        return Participant(
            card=self._people.get(said["person"]),
            code=said["code"],
            headcount=said["headcount"],
            role=said["role"],
            first_contact=said["first_contact"],
            referred_to=referred_to,
            referred_to_service=service,
            group=said["group"],
            partner=said["partner"],
            output=said["output"],
            test=said["test"],
            result=said["result"],
            outcome=said["outcome"],
        )


if TYPE_CHECKING:
    ShareForms = forms.BaseFormSet[ShareForm]
    RowForms = forms.BaseFormSet[RowForm]

ShareFormSet: "type[ShareForms]" = forms.formset_factory(ShareForm, extra=1, can_delete=True, max_num=20)
RowFormSet: "type[RowForms]" = forms.formset_factory(RowForm, extra=2, can_delete=True, max_num=400)
