# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from collections.abc import Sequence
from dataclasses import dataclass

from ponte.register.measures.rows import RowsBehind
from ponte.register.models import Intervention, Participation


@dataclass(frozen=True, slots=True)
class ListedRow:
    """An intervention and, where the figure counts who took part, one of its participations."""

    intervention: Intervention
    participation: Participation | None


def listed(behind: RowsBehind) -> Sequence[ListedRow]:
    """The rows of the page, through row-level security once more. Two queries."""
    interventions = Intervention.objects.select_related("service", "organisation", "area").in_bulk(
        {intervention for intervention, _participation in behind.ids}
    )
    wanted = [participation for _intervention, participation in behind.ids if participation is not None]
    participations = Participation.objects.select_related("card").in_bulk(wanted) if wanted else {}
    return [
        ListedRow(interventions[intervention], participations.get(participation) if participation else None)
        for intervention, participation in behind.ids
        if intervention in interventions
    ]
