# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Numbers as a reader expects them, in the language that is active."""

from django.utils.translation import gettext as _

from ponte.register.measures.names import format_value
from ponte.reports.content import Figure, Section

NOTHING = "—"


def change(figure: Figure) -> str:
    """How a figure moved against the year before, always with its sign; nothing where it cannot be said."""
    difference = figure.change
    if difference is None:
        return NOTHING
    if difference == 0:
        return "="
    sign = "+" if difference > 0 else "−"
    if figure.measure == "share":
        return _("%(sign)s%(points)s punti") % {
            "sign": sign,
            "points": format_value("", round(abs(difference) * 100, 1)),
        }
    return sign + format_value(figure.measure, abs(difference))


def nothing_recorded(section: Section) -> str:
    return _("In corso") if section.is_ongoing else _("Nessun dato registrato nel periodo")
