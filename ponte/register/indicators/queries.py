# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.db.models import QuerySet

from ponte.network.models import Project, Service
from ponte.register.models import Indicator


def indicators_of(section: Service | Project) -> QuerySet[Indicator]:
    """In the order of the report."""
    own = (
        Indicator.objects.filter(project=section)
        if isinstance(section, Project)
        else Indicator.objects.filter(service=section)
    )
    return own.select_related("service", "project")
