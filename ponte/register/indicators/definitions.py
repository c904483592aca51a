# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from datetime import date

from ponte.register.measures import Definition
from ponte.register.models import Indicator


def definition_of(indicator: Indicator, *, since: date, until: date) -> Definition:
    """The figure of an indicator in a period. Raises `MeasureError` where the indicator asks what cannot be."""
    return Definition(
        measure=indicator.measure,
        by=(indicator.by,) if indicator.by else (),
        where=indicator.filters,
        services=(indicator.service.slug,) if indicator.service else (),
        projects=(indicator.project.slug,) if indicator.project else (),
        since=since,
        until=until,
        of=indicator.of or None,
        value=(indicator.value or None) if indicator.of else None,
    )
