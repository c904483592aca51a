# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Fields by which a form narrows what a figure counts: one for each dimension that has a list of values."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Final

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ponte.platform.choices import FixedChoices
from ponte.platform.codes import country_choices, language_choices
from ponte.platform.codes.locales import active_language
from ponte.register.measures.dimensions import DIMENSIONS
from ponte.register.measures.names import CHOICES, DIMENSION_NAMES

NONE: Final = "-"  # stands for "not given" among a field's choices
LISTED: Final = (*CHOICES, "age_band", "language", "citizenship")
FREE: Final = ("group", "municipality")


class FilterFields(forms.Form):
    """Adds the fields `where_<dimension>`; `where()` gives them back as a definition's filters."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in LISTED:
            few = name not in {"language", "citizenship"}
            self.fields[f"where_{name}"] = forms.MultipleChoiceField(
                label=capfirst(str(DIMENSION_NAMES[name])),
                choices=_choices(name),
                required=False,
                widget=forms.CheckboxSelectMultiple if few else forms.SelectMultiple(attrs={"size": 8}),
            )
        for name in FREE:
            self.fields[f"where_{name}"] = forms.CharField(
                label=capfirst(str(DIMENSION_NAMES[name])),
                required=False,
                help_text=gettext_lazy("Più valori si separano con un punto e virgola."),
            )

    def where(self) -> dict[str, list[str | None]]:
        chosen = {
            name: [None if value == NONE else value for value in self.cleaned_data.get(f"where_{name}") or ()]
            for name in LISTED
        }
        for name in FREE:
            text = self.cleaned_data.get(f"where_{name}") or ""
            chosen[name] = [
                None if part.strip() == NONE else part.strip() for part in text.split(";") if part.strip()
            ]
        return {name: values for name, values in chosen.items() if values}

    def filter_fields(self) -> list[forms.BoundField]:
        return [self[f"where_{name}"] for name in (*LISTED, *FREE)]

    @property
    def narrows(self) -> bool:
        """Whether any of the filters is set, so that a page shows them open."""
        return any(field.value() for field in self.filter_fields())


def initial_of(filters: Mapping[str, Sequence[str | None]]) -> dict[str, Any]:
    """A definition's filters as the initial values of the fields."""
    initial: dict[str, Any] = {}
    for name, values in filters.items():
        texts = [NONE if value is None else value for value in values]
        initial[f"where_{name}"] = "; ".join(texts) if name in FREE else texts
    return initial


def _choices(name: str) -> FixedChoices:
    return _ended_by_none(name, active_language())


@cache
def _ended_by_none(name: str, _language: str) -> FixedChoices:
    """What the dimension knows, in the language of the screen, and "not given"."""
    known: Iterable[tuple[str, object]]
    if name in CHOICES:
        known = [(value, str(label)) for value, label in CHOICES[name].choices]
    elif name == "language":
        known = language_choices()
    elif name == "citizenship":
        known = country_choices()
    else:
        known = [(value, value) for value in DIMENSIONS[name].choices]
    return FixedChoices([*known, (NONE, _("non indicato"))])
