# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The rows that belong to an intervention, many interventions at a time."""

from collections.abc import Iterable, Sequence
from typing import Any

from ponte.platform.database import bulk
from ponte.register.importing.grouping import Imported
from ponte.register.models import Intervention, Participation, ProjectShare

OWN = ("kind", "date", "minutes", "setting", "area_id", "languages", "group", "partner", "output")
# What a file does not say of a participation is empty.
ROW_DEFAULTS: dict[str, Any] = {
    "card_id": None,
    "code": "",
    "headcount": None,
    "role": "",
    "first_contact": None,
    "referred_to": "",
    "referred_to_service_id": None,
    "group": "",
    "partner": "",
    "output": "",
    "test": "",
    "result": "",
    "outcome": "",
}
Staff = dict[tuple[int, str], int]


def insert_parts(pairs: Sequence[tuple[int, Imported]], staff: Staff) -> None:
    """The projects' shares and the staff of these interventions."""
    bulk.insert_many(
        ProjectShare._meta.db_table,
        ("intervention_id", "project_id", "share"),
        ((pk, project, share) for pk, told in pairs for project, share in told.projects.items()),
    )
    bulk.insert_many(
        Intervention.staff.through._meta.db_table,
        ("intervention_id", "staffmember_id"),
        ((pk, staff[told.organisation_id, name]) for pk, told in pairs for name in told.staff),
    )


def insert_participations(rows: Iterable[tuple[int, int, dict[str, Any]]]) -> None:
    bulk.insert_many(
        Participation._meta.db_table,
        ("intervention_id", "position", *ROW_DEFAULTS),
        (
            (pk, position, *(row.get(name, default) for name, default in ROW_DEFAULTS.items()))
            for pk, position, row in rows
        ),
    )
