# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Fields that the forms of the register share."""

import datetime as dt
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ponte.network.areas import area_by_name_or_code
from ponte.network.models import Area, Service
from ponte.platform.choices import FixedChoices
from ponte.platform.codes import language_choices
from ponte.register.models import Intervention, Participation
from ponte.register.queries import SESSION_KINDS

CONTACT_KINDS = tuple(kind for kind in Intervention.Kind if kind not in SESSION_KINDS)
LONGEST = 24 * 60

Choices = Iterable[tuple[str, str | Promise]]


def offer(form: forms.Form, name: str, choices: Any) -> None:
    """Let the field choose among these rows, or pairs of value and label."""
    field = form.fields[name]
    if isinstance(field, forms.ModelChoiceField):
        field.queryset = choices
    elif isinstance(field, forms.ChoiceField):
        field.choices = choices
    else:
        raise TypeError(f"{name} is no field to choose in: it is a {type(field).__name__}")


def with_blank(choices: Choices, blank: str | Promise = "—") -> list[tuple[str, str | Promise]]:
    return [("", blank), *choices]


def fixed(choices: Choices, blank: str | Promise = "—") -> FixedChoices:
    """The same for choices that are the same in every form."""
    return FixedChoices(with_blank(choices, blank))


ROLES = FixedChoices(Participation.Role.choices)


class KindField(forms.ChoiceField):
    """Contacts and sessions in two groups, or `only` some kinds; `blank` are the words for any kind."""

    def __init__(
        self,
        *,
        only: tuple[Intervention.Kind, ...] | None = None,
        blank: str | Promise = "",
    ) -> None:
        choices: list[Any] = (
            [(kind.value, kind.label) for kind in only]
            if only
            else [
                (gettext_lazy("Incontri"), [(kind.value, kind.label) for kind in SESSION_KINDS]),
                (gettext_lazy("Contatti"), [(kind.value, kind.label) for kind in CONTACT_KINDS]),
            ]
        )
        super().__init__(
            label=gettext_lazy("Tipo"),
            required=not blank,
            choices=fixed(choices, blank) if blank else FixedChoices(choices),
        )


class DayField(forms.DateField):
    """A day that has come: work that is planned is not in the register."""

    def __init__(self) -> None:
        super().__init__(label=gettext_lazy("Data"), widget=forms.DateInput())

    def clean(self, value: Any) -> dt.date | None:
        day: dt.date | None = super().clean(value)
        if day is not None and day > timezone.localdate():
            raise ValidationError(_("Nel registro va il lavoro svolto: la data è nel futuro."))
        return day


class MinutesField(forms.IntegerField):
    def __init__(self) -> None:
        super().__init__(
            label=gettext_lazy("Minuti"),
            required=False,
            min_value=1,
            max_value=LONGEST,
            error_messages={
                "min_value": gettext_lazy("La durata è un numero di minuti maggiore di zero."),
                "max_value": gettext_lazy("La durata supera le 24 ore: scriva i minuti."),
            },
        )


class LanguageField(forms.ChoiceField):
    def __init__(self) -> None:
        # As a callable: the names follow the language of the screen.
        super().__init__(label=gettext_lazy("Lingua"), required=False, choices=lambda: language_choices().after("—"))


class MunicipalityField(forms.CharField):
    """A comune by its name or ISTAT code."""

    def __init__(self) -> None:
        super().__init__(label=gettext_lazy("Comune"), required=False, max_length=120)

    def clean(self, value: Any) -> Area | None:
        text = super().clean(value)
        if not text:
            return None
        area = area_by_name_or_code(text)
        if area is None:
            raise ValidationError(
                _("“%(text)s” non è il nome né il codice ISTAT di un comune lombardo.") % {"text": text}
            )
        return area


def resolve_referral(text: str) -> tuple[str, Service | None]:
    """Where someone was referred to: the service with this name or slug, or else the words as they are."""
    service = Service.objects.filter(slug=text).first() or Service.objects.filter(name__iexact=text).first()
    return ("", service) if service else (text, None)
