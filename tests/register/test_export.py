# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is taken away is exactly what was on the screen, and can be brought in elsewhere."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from ponte.people.models import Card
from ponte.platform.audit.models import AuditEvent
from ponte.platform.database.actor import acting_as
from ponte.platform.spreadsheets.importing import run
from ponte.platform.spreadsheets.reading import read
from ponte.platform.spreadsheets.writing import CONTENT_TYPES
from ponte.register.entries import Participant
from ponte.register.export import COLUMNS, export_register
from ponte.register.history import state_of
from ponte.register.importing.sheet import RegisterImport
from ponte.register.models import Intervention
from tests.cast import Cast
from tests.support import system_role

pytestmark = pytest.mark.django_db
Know = Callable[..., Card]
Row = dict[str, Any]


@pytest.mark.parametrize("kind", CONTENT_TYPES)
def test_an_export_can_be_imported_elsewhere(
    cast: Cast, known: Know, tmp_path: Path, kind: str, recorded: Callable[..., Intervention]
) -> None:
    karim = known("Karim", cast.job_desk, import_source="people", import_ref="p1")
    recorded(
        kind="workshop",
        group="=1+1",
        partner="CPIA 5",
        setting="school",
        area=cast.milano,
        languages=["ita", "ara"],
        staff=["Zineb Alami", "Luca Villa"],
        projects={cast.family_work: Decimal("0.4"), cast.lab_impact: Decimal("0.333")},
        participants=[
            Participant(card=karim, role="student", first_contact=False, test="hiv_rapid", result="negative"),
            Participant(headcount=7, role="parent", group="B"),
            Participant(headcount=3, role="parent", referred_to_service=cast.mediation),
        ],
    )
    recorded(minutes=None, participants=[Participant(card=karim, role="client")], projects={cast.family_work: 1})
    path = tmp_path / f"registro.{kind}"
    with acting_as(cast.operator.pk):
        written = export_register(
            interventions=Intervention.objects.all(), kind=kind, path=path, filters={}, by=cast.operator
        )
        assert written == 2
        event = AuditEvent.objects.get(action="register.export_interventions")
        assert (event.actor, event.after) == (cast.operator, {"format": kind, "interventions": 2})
    parsed = read(path)
    assert parsed.headings == list(COLUMNS)
    with system_role():
        result = run(parsed, RegisterImport(source="copia"))
        assert (result.problems, result.counts["created"]) == ([], 2)
        originals, copies = (
            [comparable(i) for i in Intervention.objects.filter(import_source=source).order_by("kind")]
            for source in ("", "copia")
        )
        assert copies == originals


def comparable(intervention: Intervention) -> Row:
    """An intervention with each participation's own group, partner and output, wherever they are kept."""
    state = state_of(intervention)
    shared = {name: state.pop(name) for name in ("group", "partner", "output")}
    rows = [{**{k: v for k, v in shared.items() if v}, **values} for values in state["participations"]]
    return state | {"participations": rows}
