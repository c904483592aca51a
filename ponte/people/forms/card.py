# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The form of a card. Few fields are required, and each may be left empty with a reason."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from django import forms
from django.db.models import QuerySet
from django.forms import BoundField
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ponte.network.models import Service
from ponte.people import identifiers
from ponte.people.forms.fields import AreaField, PartialDateField, yes_no_choices
from ponte.people.models import Answer, Card, CardIdentifier
from ponte.platform import codes
from ponte.platform.partial_dates import PartialDate

if TYPE_CHECKING:
    _CardForm = forms.ModelForm[Card]
else:
    _CardForm = forms.ModelForm

# Fields by which a person is looked for while they are filled in.
TELLING = {
    "given_name", "family_name", "native_name", "chosen_name", "birth_date", "sex", "phone", "email", "citizenships",
    "fiscal_code", "area",
}  # fmt: skip

# Fields that may be left empty with a reason. "birth_date" stands for the three columns of the date.
ANSWERABLE = (
    "birth_date", "sex", "birth_place", "birth_country", "citizenships", "languages", "needs_mediator",
    "phone", "email", "address", "area", "education", "employment",
)  # fmt: skip

SECTIONS: tuple[tuple[str | Promise, tuple[tuple[str, str], ...]], ...] = (
    (gettext_lazy("Nome"), (
        ("given_name", "col-md-6"), ("family_name", "col-md-6"), ("chosen_name", "col-md-6"),
        ("native_name", "col-md-6"))),
    (gettext_lazy("Nascita e cittadinanza"), (
        ("birth_date", "col-md-6"), ("sex", "col-md-6"), ("birth_place", "col-md-6"), ("birth_country", "col-md-6"),
        ("citizenships", "col-md-6"))),
    (gettext_lazy("Lingue"), (
        ("languages", "col-md-6"), ("needs_mediator", "col-md-6"))),
    (gettext_lazy("Recapiti"), (
        ("phone", "col-md-6"), ("email", "col-md-6"), ("preferred_channel", "col-md-6"),
        ("preferred_language", "col-md-6"), ("address", "col-md-6"), ("postcode", "col-md-2"), ("area", "col-md-4"))),
    (gettext_lazy("Studio e lavoro"), (("education", "col-md-6"), ("employment", "col-md-6"))),
    (gettext_lazy("Annotazioni"), (("notes", "col-12"),)),
)  # fmt: skip


class CardForm(_CardForm):
    birth_date = PartialDateField(
        label=gettext_lazy("Data di nascita"),
        required=False,
        help_text=gettext_lazy("Quello che si sa: 1985, 03/1985 o 12/03/1985."),
    )
    birth_country = forms.ChoiceField(label=gettext_lazy("Paese di nascita"), required=False)
    citizenships = forms.MultipleChoiceField(label=gettext_lazy("Cittadinanze"), required=False)
    languages = forms.MultipleChoiceField(label=gettext_lazy("Lingue"), required=False)
    needs_mediator = forms.ChoiceField(label=gettext_lazy("Serve un mediatore"), required=False)
    preferred_language = forms.ChoiceField(label=gettext_lazy("Lingua preferita"), required=False)
    area = AreaField(label=gettext_lazy("Comune"), required=False, max_length=120)
    # When the card was shown: whoever saves later must not undo an unseen change.
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Card
        fields = (
            "given_name", "family_name", "chosen_name", "native_name", "sex", "birth_place", "phone", "email",
            "preferred_channel", "address", "postcode", "education", "employment", "notes",
        )  # fmt: skip
        widgets = {
            "notes": forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
            "native_name": forms.TextInput(attrs={"dir": "auto"}),
            "phone": forms.TextInput(attrs={"type": "tel"}),
        }
        help_texts = {
            "chosen_name": gettext_lazy("Come vuole essere chiamato/a: è il nome che si vede ovunque."),
            "native_name": gettext_lazy("Nome e cognome come li scrive la persona."),
        }

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._set_choices()
        card = self.instance
        if card.pk is not None:
            self.initial = {
                **self.initial,
                "birth_date": card.born,
                "birth_country": card.birth_country,
                "citizenships": card.citizenships,
                "languages": card.languages,
                "needs_mediator": {True: "yes", False: "no", None: ""}[card.needs_mediator],
                "preferred_language": card.preferred_language,
                "area": card.area,
                "seen": card.updated_at.isoformat(),
            }
        if card.pk is not None and card.chosen_name:
            # The legal name is behind a step of its own.
            del self.fields["given_name"], self.fields["native_name"]
        for name in TELLING & set(self.fields):
            self.fields[name].widget.attrs["data-asks"] = True
        for name in ANSWERABLE:
            self.fields[f"answer_{name}"] = forms.ChoiceField(
                label=_("perché «%(field)s» è vuoto") % {"field": self.fields[name].label},
                choices=[
                    ("", Answer.NOT_ASKED.label),
                    *((a.value, a.label) for a in (Answer.UNKNOWN, Answer.REFUSED)),
                ],
                required=False,
                initial=card.answers.get(name, "").replace(Answer.NOT_ASKED, ""),
            )

    def _set_choices(self) -> None:
        countries, languages = codes.country_choices(), codes.language_choices()
        choices: dict[str, Any] = {
            "birth_country": countries.after(""),
            "citizenships": countries,
            "languages": languages,
            "preferred_language": languages.after(""),
            "needs_mediator": yes_no_choices(),
            "sex": [("", ""), *Card.Sex.choices],
            "preferred_channel": [("", ""), *Card.Channel.choices],
            "education": [("", ""), *Card.Education.choices],
            "employment": [("", ""), *Card.Employment.choices],
        }
        for name, options in choices.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101
            field.choices = options

    def sections(self) -> Iterator[tuple[str | Promise, list[tuple[BoundField, str, BoundField | None]]]]:
        """Title, and of each field: the field, its size, and the field for the reason why it is empty."""
        for title, members in SECTIONS:
            yield (
                title,
                [
                    (self[name], size, self[f"answer_{name}"] if name in ANSWERABLE else None)
                    for name, size in members
                    if name in self.fields
                ],
            )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        named = ("given_name", "family_name", "chosen_name", "native_name")
        hidden = [getattr(self.instance, name) for name in named if name not in self.fields]
        if not self.errors and not any([*hidden, *(cleaned.get(name) for name in named)]):
            self.add_error(
                named[0] if named[0] in self.fields else None, _("Serve almeno un nome: quello che si sa.")
            )
        return cleaned

    def _post_clean(self) -> None:
        """The card is changed and checked by the action, not here."""

    def card_fields(self) -> dict[str, Any]:
        """What to write on the card."""
        cleaned = self.cleaned_data
        date: PartialDate | None = cleaned["birth_date"]
        fields = {name: cleaned[name] for name in self.Meta.fields if name in cleaned}
        return fields | {
            "birth_year": date.year if date else None,
            "birth_month": date.month if date else None,
            "birth_day": date.day if date else None,
            "birth_country": cleaned["birth_country"],
            "citizenships": in_former_order(self.instance.citizenships, cleaned["citizenships"]),
            "languages": in_former_order(self.instance.languages, cleaned["languages"]),
            "needs_mediator": {"yes": True, "no": False}.get(cleaned["needs_mediator"]),
            "preferred_language": cleaned["preferred_language"],
            "area": cleaned["area"],
            "answers": {
                name: answer for name in ANSWERABLE if (answer := cleaned[f"answer_{name}"]) and not cleaned.get(name)
            },
        }


class NewCardForm(CardForm):
    """The first card of someone who stands at the desk."""

    service = forms.ModelChoiceField(
        label=gettext_lazy("Servizio che registra"), queryset=Service.objects.none(), empty_label=None
    )
    fiscal_code = forms.CharField(
        label=gettext_lazy("Codice fiscale, STP o ENI"), required=False, max_length=24,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false", "data-asks": True}),
    )  # fmt: skip
    enrol = forms.BooleanField(label=gettext_lazy("Apri subito la presa in carico, da oggi"), required=False)

    def offer_services(self, services: QuerySet[Service]) -> None:
        field = self.fields["service"]
        assert isinstance(field, forms.ModelChoiceField)  # noqa: S101
        field.queryset = services

    def clean_fiscal_code(self) -> str:
        return checked_code(self.cleaned_data["fiscal_code"])

    def identifiers(self) -> list[CardIdentifier]:
        number = self.cleaned_data["fiscal_code"]
        if not number:
            return []
        kind = identifiers.health_code_kind(number) or CardIdentifier.Kind.FISCAL_CODE
        return [CardIdentifier(kind=kind, value=number)]


def checked_code(text: str) -> str:
    """A codice fiscale, STP or ENI code as it is kept. Raises `ValidationError`."""
    number = identifiers.compact(text)
    if number and not (identifiers.is_fiscal_code(number) or identifiers.health_code_kind(number)):
        raise forms.ValidationError(
            _("Trovato «%(found)s»: il codice fiscale ha 16 caratteri e l'ultimo controlla gli altri; "
              "un codice STP o ENI ha quelle tre lettere e 13 cifre.")
            % {"found": text}
        )  # fmt: skip
    return number


def in_former_order(former: list[str], chosen: list[str]) -> list[str]:
    """The first language is the one known best, and a list to choose from does not tell the order."""
    return [code for code in former if code in chosen] + [code for code in chosen if code not in former]


class LegalNameForm(forms.Form):
    reason = forms.CharField(
        label=gettext_lazy("Perché serve il nome legale"), max_length=200,
        help_text=gettext_lazy("Per esempio: un modulo per la Questura. Resta scritto chi l'ha chiesto e perché."),
    )  # fmt: skip


class LegalNameChangeForm(forms.Form):
    given_name = forms.CharField(label=gettext_lazy("Nome legale"), max_length=100, required=False)
    native_name = forms.CharField(
        label=gettext_lazy("Nome nella sua scrittura"), max_length=200, required=False,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )  # fmt: skip
