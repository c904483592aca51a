# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Forms for what a card may hold several of, and for the household."""

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ponte.accounts.models import User
from ponte.people import identifiers, permits
from ponte.people.models import Card, CardContact, CardIdentifier, CardName
from ponte.people.search import search
from ponte.platform import codes

if TYPE_CHECKING:
    _CardNameForm = forms.ModelForm[CardName]
    _CardContactForm = forms.ModelForm[CardContact]
    _CardIdentifierForm = forms.ModelForm[CardIdentifier]
else:
    _CardNameForm = _CardContactForm = _CardIdentifierForm = forms.ModelForm


class NameForm(_CardNameForm):
    class Meta:
        model = CardName
        fields = ("kind", "name")
        widgets = {"name": forms.TextInput(attrs={"dir": "auto"})}


class ContactForm(_CardContactForm):
    class Meta:
        model = CardContact
        fields = ("kind", "value", "note")


class IdentifierForm(_CardIdentifierForm):
    country = forms.ChoiceField(label=gettext_lazy("Paese che l'ha rilasciato"), required=False)
    permit_type = forms.ChoiceField(
        label=gettext_lazy("Tipo di permesso"), required=False,
        help_text=gettext_lazy("Solo per un permesso di soggiorno."),
    )  # fmt: skip

    class Meta:
        model = CardIdentifier
        fields = ("kind", "value", "permit_type", "country", "issued_on", "expires_on")
        widgets = {
            "issued_on": forms.DateInput(),
            "expires_on": forms.DateInput(),
            "value": forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
        }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name, choices in (
            ("country", codes.country_choices().after("")),
            ("permit_type", permits.permit_choices()),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101
            field.choices = choices

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        kind, value = cleaned.get("kind", ""), cleaned.get("value") or ""
        if value:
            try:
                cleaned["value"] = identifiers.checked(kind, value)
            except ValueError as expected:
                self.add_error(
                    "value", _("Trovato «%(found)s», atteso: %(expected)s.") % {"found": value, "expected": expected}
                )
        elif kind != CardIdentifier.Kind.PERMIT or not cleaned.get("permit_type"):
            self.add_error("value", _("Serve il numero; per un permesso basta il tipo."))
        if cleaned.get("permit_type") and kind != CardIdentifier.Kind.PERMIT:
            self.add_error("permit_type", _("Un tipo di permesso si indica solo per un permesso di soggiorno."))
        issued, expires = cleaned.get("issued_on"), cleaned.get("expires_on")
        if issued and expires and expires < issued:
            self.add_error("expires_on", _("La scadenza viene prima del rilascio."))
        return cleaned


MOST_NAMED = 8


class HouseholdForm(forms.Form):
    """Joins the household of someone who has a card."""

    other = forms.CharField(
        label=gettext_lazy("Codice della scheda, o nome, di chi vive con la persona"), max_length=100,
        help_text=gettext_lazy(
            "Il codice è di otto lettere e cifre; con un nome, anche in altra scrittura, si trova."
        ),
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "dir": "auto"}),
    )  # fmt: skip
    role = forms.ChoiceField(
        label=gettext_lazy("Che cosa è la persona nel nucleo"),
        choices=[("", ""), *Card.HouseholdRole.choices],
        required=False,
    )

    def __init__(self, *args: Any, user: User, **options: Any) -> None:
        super().__init__(*args, **options)
        self.user = user
        # Whom a name led to.
        self.named: list[Card] = []

    def clean_other(self) -> Card:
        """A name only leads to codes: the household of a namesake would be joined unseen."""
        said = self.cleaned_data["other"]
        found = search(self.user, said, most=MOST_NAMED)
        code = said.replace(" ", "").upper()
        if any(card.code == code for card in found.cards):
            return next(card for card in found.cards if card.code == code)
        if not found.cards:
            raise forms.ValidationError(
                _("Tra le persone dei suoi servizi nessuna ha il codice o il nome «%(said)s».") % {"said": said}
            )
        self.named = found.cards
        named = ", ".join(f"{card.display_name} {card.code}" for card in self.named)
        raise forms.ValidationError(_("Scriva il codice di chi intende: %(named)s") % {"named": named})
