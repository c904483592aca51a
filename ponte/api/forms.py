# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ponte.accounts.models import User
from ponte.api import rules
from ponte.api.models import LONGEST, Scope
from ponte.network.models import Membership

USUAL_DAYS = 90


if TYPE_CHECKING:
    _RoleField = forms.ModelChoiceField[Membership]
else:
    _RoleField = forms.ModelChoiceField


class RoleField(_RoleField):
    def label_from_instance(self, obj: Membership) -> str:
        where = obj.service or obj.organisation or _("tutta la rete")
        return f"{where} · {obj.get_role_display()}"


class TokenForm(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("Nome"), max_length=40,
        help_text=gettext_lazy("Quale programma lo userà: resta scritto in ogni traccia."),
    )  # fmt: skip
    membership = RoleField(Membership.objects.none(), label=gettext_lazy("In quale ruolo"), empty_label=None)
    scopes = forms.MultipleChoiceField(
        label=gettext_lazy("Per che cosa"), choices=Scope.choices, widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Solo quello che serve davvero al programma."),
    )  # fmt: skip
    expires_on = forms.DateField(
        label=gettext_lazy("Vale fino al"), widget=forms.DateInput(),
        help_text=gettext_lazy("Al massimo un anno."),
    )  # fmt: skip

    def __init__(self, *args: Any, user: User, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["membership"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101
        field.queryset = rules.roles_for_tokens(user)
        self.fields["expires_on"].initial = timezone.localdate() + dt.timedelta(days=USUAL_DAYS)

    def clean_expires_on(self) -> dt.date:
        day: dt.date = self.cleaned_data["expires_on"]
        if not timezone.localdate() <= day < timezone.localdate() + LONGEST:
            raise forms.ValidationError(_("Un token dura almeno fino a oggi e al massimo un anno."))
        return day

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        membership, scopes = cleaned.get("membership"), cleaned.get("scopes")
        if membership and scopes and not set(scopes) <= set(rules.scopes_of(membership)):
            self.add_error("scopes", _("Questo ruolo vede cifre e nessuna persona: resta «leggere le cifre»."))
        return cleaned

    @property
    def expires_at(self) -> dt.datetime:
        """The end of the last day."""
        return timezone.make_aware(dt.datetime.combine(self.cleaned_data["expires_on"], dt.time(23, 59, 59)))
