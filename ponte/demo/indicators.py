# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the services and projects of the example account for: ALA Milano's as it reports, all others as proposed."""

from pathlib import Path

from ponte.network.models import Project, Service
from ponte.register.indicators.actions import add_indicator, propose_indicators
from ponte.register.indicators.proposals import fields_of, read
from ponte.register.indicators.queries import indicators_of

FILE = Path(__file__).parent / "data" / "indicators.yaml"


def load() -> None:
    """Give indicators to every service and project that has none."""
    lists = read(FILE)
    sections: list[Service | Project] = [*Service.objects.order_by("pk"), *Project.objects.order_by("pk")]
    for section in sections:
        own = lists["projects" if isinstance(section, Project) else "services"].get(section.slug)
        if own is None:
            propose_indicators(section=section, by=None)
        elif not indicators_of(section).exists():
            for row in own:
                add_indicator(section=section, fields=fields_of(row), by=None)
