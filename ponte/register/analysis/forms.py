# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ponte.network.models import Organisation, Project, Service
from ponte.register.analysis.filters import FilterFields
from ponte.register.measures import Definition, MeasureError
from ponte.register.measures.dimensions import DIMENSIONS
from ponte.register.measures.engine import resolve
from ponte.register.measures.names import CHOICES, DIMENSION_NAMES, MEASURES


class AnalysisForm(FilterFields):
    """A figure of one's own choice. Every answer lives in the address, so that it can be kept and sent."""

    measure = forms.ChoiceField(label=gettext_lazy("Misura"))
    by = forms.ChoiceField(label=gettext_lazy("Suddivisa per"), required=False)
    then_by = forms.ChoiceField(label=gettext_lazy("e per"), required=False)
    service = forms.ModelChoiceField(
        Service.objects.none(), label=gettext_lazy("Servizio"), required=False, to_field_name="slug"
    )
    project = forms.ModelChoiceField(
        Project.objects.none(), label=gettext_lazy("Progetto"), required=False, to_field_name="slug"
    )
    organisation = forms.ModelChoiceField(
        Organisation.objects.none(), label=gettext_lazy("Ente che ha svolto il lavoro"), required=False,
        to_field_name="slug",
    )  # fmt: skip
    since = forms.DateField(label=gettext_lazy("Dal"), required=False, widget=forms.DateInput)
    until = forms.DateField(label=gettext_lazy("Al"), required=False, widget=forms.DateInput)
    of_value = forms.ChoiceField(label=gettext_lazy("Quota di chi"), required=False)

    field_order = ("measure", "of_value", "by", "then_by", "service", "project", "organisation", "since", "until")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._choices("measure").choices = [(key, capfirst(str(label))) for key, label in MEASURES.items()]
        dimensions = [("", "—"), *((key, capfirst(str(label))) for key, label in DIMENSION_NAMES.items())]
        self._choices("by").choices = dimensions
        self._choices("then_by").choices = dimensions
        self._choices("of_value").choices = [("", "—"), *share_choices()]
        for name, model in (("service", Service), ("project", Project), ("organisation", Organisation)):
            field = self.fields[name]
            assert isinstance(field, forms.ModelChoiceField)  # noqa: S101 (tells the type checker)
            field.queryset = model.objects.order_by("name")
            field.empty_label = _("Tutti")

    def _choices(self, name: str) -> forms.ChoiceField:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)  # noqa: S101 (tells the type checker)
        return field

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("measure") == "share" and not data.get("of_value"):
            self.add_error("of_value", _("Per una quota serve dire di chi è la quota."))
        if not self.errors:
            try:
                resolve([self.definition()])
            except MeasureError as problem:
                raise ValidationError(str(problem)) from problem
        return data

    def definition(self) -> Definition:
        data = self.cleaned_data
        of, _colon, value = (
            (data.get("of_value") or "").partition(":") if data["measure"] == "share" else ("", "", "")
        )
        since: date | None = data.get("since")
        until: date | None = data.get("until")
        return Definition(
            measure=data["measure"],
            by=tuple(name for name in dict.fromkeys((data.get("by"), data.get("then_by"))) if name),
            where=self.where(),
            services=_slugs(data.get("service")),
            projects=_slugs(data.get("project")),
            organisations=_slugs(data.get("organisation")),
            since=since,
            until=until,
            of=of or None,
            value=value or None,
        )


def _slugs(chosen: Service | Project | Organisation | None) -> tuple[str, ...]:
    return (chosen.slug,) if chosen else ()


def share_choices() -> list[tuple[str, list[tuple[str, str]]]]:
    """Of whom a share can be, in groups: "education:degree" under the dimension's name."""
    groups = [
        (
            capfirst(str(DIMENSION_NAMES[name])),
            [(f"{name}:{value}", str(label)) for value, label in CHOICES[name].choices],
        )
        for name in ("sex", "education", "employment")
    ]
    bands = [(f"age_band:{band}", band) for band in DIMENSIONS["age_band"].choices]
    return [*groups, (capfirst(str(DIMENSION_NAMES["age_band"])), bands)]
