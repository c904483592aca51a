# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ponte.register.measures import Definition
from ponte.register.measures.names import DIMENSION_NAMES, MEASURES, key_names


def summary_of(definition: Definition, *, whose: bool = True) -> str:
    """What a figure counts, in words: "Ore · servizio: Sportello Lavoro · dal 1/1/2021 al 31/12/2021".

    Without `whose`, it leaves out the service, project and organisation, where the page says them.
    """
    measure = capfirst(str(MEASURES[definition.measure]))
    if definition.of:
        held = key_names(definition.of, [definition.value])[definition.value]
        measure = f"{measure} ({DIMENSION_NAMES[definition.of]}: {held})"
    parts = [measure]
    named = dict(definition.where)
    if whose:
        named |= {
            "service": definition.services,
            "project": definition.projects,
            "organisation": definition.organisations,
        }
    for name, values in named.items():
        if values:
            names = key_names(name, values)
            parts.append(f"{DIMENSION_NAMES[name]}: {', '.join(names[value] for value in values)}")
    if definition.since:
        parts.append(_("dal %(day)s") % {"day": date_format(definition.since, "SHORT_DATE_FORMAT")})
    if definition.until:
        parts.append(_("al %(day)s") % {"day": date_format(definition.until, "SHORT_DATE_FORMAT")})
    return " · ".join(parts)
