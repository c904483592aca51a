# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The state of an intervention as plain data, to be kept whole when it is corrected."""

from typing import Any

from ponte.register.models import Intervention, InterventionNote, Participation

OWN_FIELDS = (
    "service_id", "organisation_id", "kind", "date", "starts_at", "minutes", "setting", "place", "area_id",
    "languages", "group", "partner", "output",
)  # fmt: skip
PARTICIPATION_FIELDS = (
    "card_id", "code", "headcount", "role", "first_contact", "referred_to", "referred_to_service_id", "group",
    "partner", "output", "test", "result", "outcome",
)  # fmt: skip


def state_of(intervention: Intervention) -> dict[str, Any]:
    """The intervention with its projects, staff, note and participations; people by card id only."""
    return {
        **{name: _plain(getattr(intervention, name)) for name in OWN_FIELDS},
        "projects": {
            str(share.project_id): str(share.share) for share in intervention.project_shares.order_by("project_id")
        },
        "staff": list(intervention.staff.order_by("name").values_list("name", flat=True)),
        "note": InterventionNote.objects.filter(intervention=intervention).values_list("text", flat=True).first()
        or "",
        "participations": [
            participation_state(row) for row in intervention.participations.order_by("position", "id")
        ],
    }


def participation_state(row: Participation) -> dict[str, Any]:
    """What a participation says; what it leaves empty is left out."""
    values = {name: getattr(row, name) for name in PARTICIPATION_FIELDS}
    return {name: value for name, value in values.items() if value not in ("", None)}


def _plain(value: Any) -> Any:
    return value if isinstance(value, bool | int | str | list | None) else str(value)
