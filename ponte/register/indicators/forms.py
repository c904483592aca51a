# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.text import capfirst, slugify
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ponte.register.analysis.filters import FilterFields, initial_of
from ponte.register.analysis.forms import share_choices
from ponte.register.indicators.actions import Fields
from ponte.register.indicators.sentences import SentenceError, parse
from ponte.register.measures.names import DIMENSION_NAMES
from ponte.register.models import Indicator


class IndicatorForm(FilterFields):
    """What an indicator counts and how a report says it."""

    name = forms.CharField(label=gettext_lazy("Nome"), max_length=160)
    key = forms.SlugField(
        label=gettext_lazy("Chiave"), max_length=60, required=False,
        help_text=gettext_lazy("Come lo chiamano i dati del rapporto; se resta vuota la ricava dal nome."),
    )  # fmt: skip
    measure = forms.ChoiceField(label=gettext_lazy("Misura"))
    of_value = forms.ChoiceField(label=gettext_lazy("Quota di chi"), required=False)
    by = forms.ChoiceField(label=gettext_lazy("Suddivisa per"), required=False)
    unit_singular = forms.CharField(label=gettext_lazy("Unità, al singolare"), max_length=60, required=False)
    unit_plural = forms.CharField(label=gettext_lazy("Unità, al plurale"), max_length=60, required=False)
    subject = forms.SlugField(
        label=gettext_lazy("Che cosa si conta"), max_length=40, required=False,
        help_text=gettext_lazy("Una parola per i dati del rapporto, se la misura non lo dice: class."),
    )  # fmt: skip
    sentence = forms.CharField(
        label=gettext_lazy("Frase del rapporto"), required=False, widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: dict[str, list[Any]] = {
            "measure": [(value, capfirst(str(label))) for value, label in Indicator.Measure.choices],
            "of_value": [("", "—"), *share_choices()],
            "by": [("", "—"), *((key, capfirst(str(label))) for key, label in DIMENSION_NAMES.items())],
        }
        for name, values in choices.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)  # noqa: S101 (tells the type checker)
            field.choices = values

    def clean_sentence(self) -> str:
        sentence: str = self.cleaned_data["sentence"]
        try:
            parse(sentence)
        except SentenceError as problem:
            raise forms.ValidationError(str(problem)) from problem
        return sentence

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("measure") == Indicator.Measure.SHARE and not data.get("of_value"):
            self.add_error("of_value", _("Per una quota serve dire di chi è la quota."))
        return data

    def indicator_fields(self) -> Fields:
        data = self.cleaned_data
        share = data["measure"] == Indicator.Measure.SHARE
        of, _colon, value = data["of_value"].partition(":") if share else ("", "", "")
        return {
            "key": data["key"] or slugify(data["name"])[:60] or "indicatore",
            "name": data["name"],
            "measure": data["measure"],
            "filters": self.where(),
            "by": data["by"],
            "of": of,
            "value": value,
            "subject": data["subject"],
            "unit_singular": data["unit_singular"],
            "unit_plural": data["unit_plural"],
            "sentence": data["sentence"],
        }

    def refuse(self, problems: Mapping[str, list[str]]) -> None:
        """Show what an action refused beside the fields that it is about."""
        for name, sentences in problems.items():
            for sentence in sentences:
                self.add_error(name if name in self.fields else None, sentence)


def initial_for(indicator: Indicator) -> dict[str, Any]:
    plain = ("name", "key", "measure", "by", "unit_singular", "unit_plural", "subject", "sentence")
    return {
        **{name: getattr(indicator, name) for name in plain},
        "of_value": f"{indicator.of}:{indicator.value}" if indicator.of else "",
        **initial_of(indicator.filters),
    }
