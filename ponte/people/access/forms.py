# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ponte.accounts.models import User
from ponte.network.models import Service
from ponte.people.access.keeping import FEWEST
from ponte.people.access.models import EmergencyAccess, EmergencyReview, Share
from ponte.people.access.sharing import LONGEST
from ponte.people.models import Acquaintance, Card
from ponte.people.queries import team_services

USUAL = dt.timedelta(days=90)
YES_NO = [("yes", _("sì")), ("no", _("no"))]


def services_knowing(user: User, card: Card) -> Any:
    """Those of the user's teams through which they know the card."""
    known = Acquaintance.objects.for_user(user).filter(card=card).values("service")
    return team_services(user).filter(pk__in=known).order_by("name")


class ShareForm(forms.Form):
    sender = forms.ModelChoiceField(Service.objects.none(), label=_("Condivide"), empty_label=None)
    receiver = forms.ModelChoiceField(Service.objects.order_by("name"), label=_("Con quale servizio"))
    purpose = forms.CharField(
        label=_("Scopo"), max_length=300, widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        help_text=_("A che cosa serve all'altro servizio: lo legge anche chi riceve."),
    )  # fmt: skip
    opens = forms.MultipleChoiceField(
        label=_("Oltre alla scheda con i recapiti, apre"),
        choices=[choice for choice in Share.Part.choices if choice[0] != Share.Part.CARD],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    basis = forms.ChoiceField(
        label=_("In base a che cosa"),
        choices=Share.Basis.choices,
        widget=forms.RadioSelect,
        initial=Share.Basis.AGREEMENT,
    )
    agreed_on = forms.DateField(
        label=_("Data dell'accordo"), required=False, initial=timezone.localdate, widget=forms.DateInput()
    )
    basis_text = forms.CharField(
        label=_("Come si è detta d'accordo, o quale norma"), max_length=300,
        help_text=_("Per esempio: a voce, presente la mediatrice; modulo firmato; art. 403 c.c."),
    )  # fmt: skip
    until = forms.DateField(
        label=_("Fino al"), widget=forms.DateInput(), help_text=_("Compreso. Al massimo un anno.")
    )
    names_sender = forms.ChoiceField(
        label=_("Chi riceve sa quale servizio condivide"), choices=YES_NO, initial="yes", widget=forms.RadioSelect
    )
    lets_enrol = forms.ChoiceField(
        label=_("Chi riceve può prendere in carico la persona"),
        choices=YES_NO,
        initial="no",
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, user: User, card: Card, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["sender"].queryset = services_knowing(user, card)  # type: ignore[attr-defined]
        self.fields["until"].initial = timezone.localdate() + USUAL

    def clean_until(self) -> dt.datetime:
        """To the end of that day, here."""
        day: dt.date = self.cleaned_data["until"]
        end = timezone.make_aware(dt.datetime.combine(day, dt.time(23, 59, 59)))
        return min(end, timezone.now() + LONGEST) if day == timezone.localdate() + LONGEST else end

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("sender") and cleaned.get("sender") == cleaned.get("receiver"):
            self.add_error("receiver", _("Scelga un altro servizio."))
        if cleaned.get("basis") == Share.Basis.AGREEMENT and not cleaned.get("agreed_on"):
            self.add_error("agreed_on", _("Dica quando la persona si è detta d'accordo."))
        for name in ("names_sender", "lets_enrol"):
            cleaned[name] = cleaned.get(name) == "yes"
        return cleaned


class ProtectForm(forms.Form):
    service = forms.ModelChoiceField(Service.objects.none(), label=_("Servizio"), empty_label=None)
    members = forms.ModelMultipleChoiceField(
        User.objects.none(), label=_("Chi dell'équipe la conosce, oltre a lei"), widget=forms.CheckboxSelectMultiple,
        required=False, help_text=_("Il referente della presa in carico la conosce comunque."),
    )  # fmt: skip
    reason = forms.CharField(
        label=_("Motivo"), max_length=300, widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        help_text=_("Lo legge solo chi conosce la persona."),
    )  # fmt: skip

    def __init__(self, *args: Any, user: User, card: Card, **options: Any) -> None:
        super().__init__(*args, **options)
        services = services_knowing(user, card)
        self.fields["service"].queryset = services  # type: ignore[attr-defined]
        self.fields["members"].queryset = (  # type: ignore[attr-defined]
            User.objects.filter(memberships__service__in=services, is_active=True)
            .exclude(pk=user.pk).distinct().order_by("name")
        )  # fmt: skip

    @property
    def is_alone(self) -> bool:
        """Nobody else is in the team, with whom to know the person."""
        members: Any = self.fields["members"]
        return not members.queryset.exists()


class ReopeningForm(forms.Form):
    members = forms.ModelMultipleChoiceField(
        User.objects.none(), label=_("Chi dell'équipe la conoscerà"), widget=forms.CheckboxSelectMultiple,
        help_text=_("Almeno due persone."),
    )  # fmt: skip
    reason = forms.CharField(
        label=_("Motivo"), max_length=300, widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        help_text=_("Perché serve che qualcuno la conosca. Non scriva chi è la persona."),
    )  # fmt: skip

    def __init__(self, *args: Any, service: Service, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["members"].queryset = (  # type: ignore[attr-defined]
            User.objects.filter(memberships__service=service, is_active=True).distinct().order_by("name")
        )

    @property
    def has_too_few(self) -> bool:
        members: Any = self.fields["members"]
        return len(members.queryset[:FEWEST]) < FEWEST


class DecisionForm(forms.Form):
    authorised = forms.ChoiceField(
        label=_("Decisione"), choices=[("yes", _("autorizzo")), ("no", _("non autorizzo"))], widget=forms.RadioSelect
    )
    answer = forms.CharField(
        label=_("Motivo della decisione"), max_length=300, required=False,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}), help_text=_("Se non autorizza, serve."),
    )  # fmt: skip

    def clean_authorised(self) -> bool:
        return bool(self.cleaned_data["authorised"] == "yes")


class BreakGlassForm(forms.Form):
    reason = forms.CharField(
        label=_("Che cosa sta succedendo"), max_length=300, widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text=_("Lo legge chi protegge i dati, insieme a quello che avrà aperto."),
    )  # fmt: skip
    hours = forms.IntegerField(
        label=_("Per quante ore"), min_value=1, max_value=EmergencyAccess.MOST_HOURS, initial=2,
        help_text=_("Poi si chiude da solo. Può chiuderlo anche prima."),
    )  # fmt: skip
    sure = forms.BooleanField(label=_("Non posso aspettare la risposta di chi segue la persona"))


class ReviewForm(forms.Form):
    outcome = forms.ChoiceField(label=_("Esito"), choices=EmergencyReview.Outcome.choices, widget=forms.RadioSelect)
    note = forms.CharField(
        label=_("Nota"), max_length=300, required=False, widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"})
    )
