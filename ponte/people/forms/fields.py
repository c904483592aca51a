# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Fields of people's forms."""

import datetime as dt
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from ponte.network.areas import area_by_name_or_code
from ponte.network.models import Area
from ponte.people.sheet import EARLIEST_BIRTH
from ponte.platform.partial_dates import PartialDate


class PartialDateField(forms.CharField):
    """A date as precise as it is known: "1985", "03/1985" or "12/03/1985"."""

    widget = forms.TextInput(attrs={"autocomplete": "off", "maxlength": 10})

    def prepare_value(self, value: Any) -> Any:
        return value.typed() if isinstance(value, PartialDate) else value

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(self.prepare_value(initial), data)

    def clean(self, value: Any) -> PartialDate | None:
        text = super().clean(value)
        if not text:
            return None
        try:
            date = PartialDate.parse(text)
        except ValueError:
            raise forms.ValidationError(
                _("Trovato «%(found)s»: scriva un anno (1985), un mese (03/1985) o un giorno (12/03/1985).")
                % {"found": text}
            ) from None
        if date.year < EARLIEST_BIRTH or date.earliest > dt.date.today():  # noqa: DTZ011
            raise forms.ValidationError(
                _("Trovato «%(found)s»: serve una data tra il %(year)s e oggi.")
                % {"found": text, "year": EARLIEST_BIRTH}
            )
        return date


class AreaField(forms.CharField):
    """A comune, by name or ISTAT code."""

    def prepare_value(self, value: Any) -> Any:
        return value.name if isinstance(value, Area) else value

    def clean(self, value: Any) -> Area | None:
        text = super().clean(value)
        if not text:
            return None
        area = area_by_name_or_code(text)
        if area is None:
            raise forms.ValidationError(
                _("Trovato «%(found)s»: scriva il nome di un comune lombardo o il suo codice ISTAT.")
                % {"found": text}
            )
        return area


def yes_no_choices() -> list[tuple[str, str]]:
    return [("", ""), ("yes", _("sì")), ("no", _("no"))]
