# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Words for measures, dimensions and keys, in the language of the screen."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Final

from django.db.models import TextChoices
from django.utils import formats
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from ponte.network.models import Organisation, Project, Service
from ponte.people.models import Card
from ponte.platform.codes import country_name, language_name
from ponte.register.measures.definitions import Measure, Number
from ponte.register.models import Indicator, Intervention, Participation, Setting

MEASURES: Final[Mapping[str, str | Promise]] = {choice.value: choice.label for choice in Indicator.Measure}

DIMENSION_NAMES: Final[Mapping[str, str | Promise]] = {
    "month": gettext_lazy("mese"),
    "quarter": gettext_lazy("trimestre"),
    "year": gettext_lazy("anno"),
    "service": gettext_lazy("servizio"),
    "project": gettext_lazy("progetto"),
    "organisation": gettext_lazy("ente"),
    "municipality": gettext_lazy("comune"),
    "language": gettext_lazy("lingua"),
    "kind": gettext_lazy("tipo di intervento"),
    "setting": gettext_lazy("luogo"),
    "role": gettext_lazy("ruolo"),
    "sex": gettext_lazy("sesso"),
    "age_band": gettext_lazy("fascia di età"),
    "citizenship": gettext_lazy("cittadinanza"),
    "education": gettext_lazy("titolo di studio"),
    "employment": gettext_lazy("condizione lavorativa"),
    "result": gettext_lazy("risultato del test"),
    "group": gettext_lazy("classe o gruppo"),
    "staff": gettext_lazy("operatore"),
    "recipient": gettext_lazy("destinatario"),
}


class Recipient(TextChoices):
    ORGANISATION = "organisation", pgettext_lazy("destinatario", "ente")
    PERSON = "person", pgettext_lazy("destinatario", "cittadino/a")


CHOICES: Final[Mapping[str, type[TextChoices]]] = {
    "kind": Intervention.Kind,
    "setting": Setting,
    "role": Participation.Role,
    "sex": Card.Sex,
    "education": Card.Education,
    "employment": Card.Employment,
    "result": Participation.Result,
    "recipient": Recipient,
}
_NAMED: Final[Mapping[str, type[Service] | type[Project] | type[Organisation]]] = {
    "service": Service,
    "project": Project,
    "organisation": Organisation,
}


def key_names(dimension: str, keys: Iterable[str | None]) -> dict[str | None, str]:
    """What to call each key of a breakdown. One query at most."""
    wanted = set(keys)
    names: dict[str | None, str] = {key: key for key in wanted if key is not None}
    if dimension in CHOICES:
        labels = dict(CHOICES[dimension].choices)
        names |= {key: str(labels.get(key, key)) for key in names if key}
    elif dimension in _NAMED:
        names |= dict(_NAMED[dimension].objects.filter(slug__in=list(names)).values_list("slug", "name"))
    elif dimension == "language":
        names |= {key: language_name(key) for key in names if key}
    elif dimension == "citizenship":
        names |= {key: country_name(key) for key in names if key}
    elif dimension == "month":
        names |= {key: _month(key) for key in names if key}
    elif dimension == "quarter":
        names |= {key: _quarter(key) for key in names if key}
    if None in wanted:
        names[None] = _("non indicato")
    return names


def _month(key: str) -> str:
    year, month = key.split("-")
    return formats.date_format(date(int(year), int(month), 1), "F Y")


def _quarter(key: str) -> str:
    year, quarter = key.split("-Q")
    return _("%(quarter)sº trimestre %(year)s") % {"quarter": quarter, "year": year}


def format_value(measure: str, value: Number | None, *, withheld: bool = False) -> str:
    """A figure as people write it: a share in percent, thousands set apart, no decimals that are not there.

    A value that is not there is a dash; one that was withheld says so.
    """
    if value is None:
        return _("non mostrato") if withheld else "—"
    if measure == Measure.SHARE:
        return f"{formats.number_format(round(value * 100), 0)}%"
    decimals = 0 if value == int(value) else len(f"{value:.2f}".rstrip("0").split(".")[1])
    return str(formats.number_format(value, decimals, use_l10n=True, force_grouping=True))
