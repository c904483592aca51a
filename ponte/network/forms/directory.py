# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from typing import Any

from django import forms
from django.db.models import Count, F, Func
from django.utils.translation import gettext_lazy as _

from ponte.network import queries
from ponte.network.forms.fields import AreaField
from ponte.network.models import Partnership, Service
from ponte.network.search import Criteria
from ponte.platform.codes import language_name


class DirectoryFilter(forms.Form):
    """What to look for in the directory; each choice says how many services or activities it stands for."""

    q = forms.CharField(label=_("Testo"), required=False, max_length=200)
    area = AreaField(label=_("Territorio"), required=False)
    service_kind = forms.ChoiceField(label=_("Tipologia di servizio"), required=False)
    language = forms.ChoiceField(label=_("Lingua"), required=False)
    funder = forms.ChoiceField(label=_("Sostenuto da"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._choices("service_kind", _kinds(), _("Tutte"))
        self._choices("language", _languages(), _("Tutte"))
        self._choices("funder", _funders(), _("Tutti"))

    def _choices(self, name: str, counted: list[tuple[str, str, int]], everything: Any) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            ordered = sorted(counted, key=lambda row: row[1].casefold())
            field.choices = [("", everything), *((value, f"{label} ({total})") for value, label, total in ordered)]

    def criteria(self) -> Criteria:
        """What was asked for; an answer that is no answer narrows nothing, and its field says so."""
        self.is_valid()
        given = self.cleaned_data
        return Criteria(
            text=given.get("q", ""),
            area=given.get("area"),
            service_kind=given.get("service_kind", ""),
            language=given.get("language", ""),
            funder=given.get("funder", ""),
        )


def _kinds() -> list[tuple[str, str, int]]:
    rows = Service.objects.order_by().values_list("kind").annotate(Count("pk"))
    return [(kind, str(Service.Kind(kind).label), total) for kind, total in rows]


def _languages() -> list[tuple[str, str, int]]:
    spoken = Service.objects.order_by().values_list(Func(F("languages"), function="unnest")).annotate(Count("pk"))
    return [(code, language_name(code), total) for code, total in spoken]


def _funders() -> list[tuple[str, str, int]]:
    giving = Partnership.objects.filter(role__in=queries.GIVING).order_by()
    columns = ("organisation__slug", "organisation__name", "organisation__short_name")
    totals = giving.values_list(*columns).annotate(Count("pk"))
    return [(slug, short_name or name, total) for slug, name, short_name, total in totals]
