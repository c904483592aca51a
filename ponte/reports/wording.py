# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Numbers as a reader expects them, in the language that is active."""

from django.utils.formats import number_format
from django.utils.translation import gettext as _

from ponte.reports.content import Figure, Number, Section

WITHHELD = "•"
NOTHING = "–"


def amount(measure: str, value: Number | None, *, withheld: bool = False) -> str:
    """53; 1.250; 28,4 (years); 65% (a share)."""
    if value is None:
        return WITHHELD if withheld else NOTHING
    if measure == "share":
        return f"{_decimal(value * 100, 1)}%"
    return _decimal(value, 1 if measure == "mean_age" else 2)


def change(figure: Figure) -> str:
    """How a figure moved against the year before, always with its sign; nothing where it cannot be said."""
    difference = figure.change
    if difference is None:
        return NOTHING
    if difference == 0:
        return "="
    sign = "+" if difference > 0 else "−"
    if figure.measure == "share":
        return _("%(sign)s%(points)s punti") % {"sign": sign, "points": _decimal(abs(difference) * 100, 1)}
    return sign + amount(figure.measure, abs(difference))


def nothing_recorded(section: Section) -> str:
    return _("In corso") if section.is_ongoing else _("Nessun dato registrato nel periodo")


def _decimal(value: Number, places: int) -> str:
    """At most `places` decimals, none that are zero."""
    rounded = round(value, places)
    text = f"{rounded:.{places}f}"
    while "." in text and text[-1] in "0.":
        text = text[:-1]
    shown = len(text.partition(".")[2])
    return number_format(rounded, decimal_pos=shown, use_l10n=True, force_grouping=True)
