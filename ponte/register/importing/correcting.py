# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Interventions of which their file now says something else: corrected, with the former state kept whole."""

import json
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from django.utils.translation import gettext as _

from ponte.accounts.models import User
from ponte.platform.audit import actions as audit
from ponte.platform.database import bulk
from ponte.platform.spreadsheets.importing import STEP
from ponte.register.history import state_of
from ponte.register.importing.grouping import Imported
from ponte.register.importing.parts import OWN, ROW_DEFAULTS, Staff, insert_participations, insert_parts
from ponte.register.models import Intervention, InterventionNote, InterventionVersion, Participation, ProjectShare

State = dict[str, Any]


def correct_many(corrections: Sequence[tuple[int, Imported]], *, staff: Staff, source: str, by: User | None) -> None:
    """Put what the file says in the place of what the interventions with these ids said."""
    for start in range(0, len(corrections), STEP):
        _correct_some(dict(corrections[start : start + STEP]), staff=staff, source=source, by=by)


def _correct_some(told: dict[int, Imported], *, staff: Staff, source: str, by: User | None) -> None:
    standing = {
        intervention.pk: intervention
        for intervention in Intervention.objects.select_for_update()
        .filter(pk__in=told)
        .prefetch_related("project_shares", "staff", "participations")
    }
    before = _states(standing)
    _keep_versions(standing, before, reason=_("Importato di nuovo da %(source)s") % {"source": source}, by=by)
    bulk.update_many(
        Intervention._meta.db_table,
        ("id", "service_id", "organisation_id", *OWN, "import_digest", "version"),
        (
            (
                pk, said.service_id, said.organisation_id, *(said.own[name] for name in OWN), said.digest,
                standing[pk].version + 1,
            )
            for pk, said in told.items()
        ),
    )  # fmt: skip
    ProjectShare.objects.filter(intervention__in=told).delete()
    Intervention.staff.through.objects.filter(intervention__in=told).delete()
    insert_parts(list(told.items()), staff)
    _replace_participations(standing, told)
    after = _states(
        Intervention.objects.prefetch_related("project_shares", "staff", "participations").in_bulk(list(told))
    )
    audit.record_many(
        "register.correct_intervention", Intervention, ((pk, before[pk], after[pk]) for pk in told), by=by
    )


def _states(interventions: dict[int, Intervention]) -> dict[int, State]:
    notes = dict(InterventionNote.objects.filter(pk__in=interventions).values_list("pk", "text"))
    return {pk: state_of(intervention, note=notes.get(pk, "")) for pk, intervention in interventions.items()}


def _keep_versions(
    standing: dict[int, Intervention], states: dict[int, State], *, reason: str, by: User | None
) -> None:
    now = datetime.now(UTC)
    bulk.insert_many(
        InterventionVersion._meta.db_table,
        ("intervention_id", "version", "state", "reason", "replaced_by_id", "replaced_at"),
        (
            (pk, intervention.version, json.dumps(states[pk]), reason[:200], by.pk if by else None, now)
            for pk, intervention in standing.items()
        ),
    )


def _replace_participations(standing: dict[int, Intervention], told: dict[int, Imported]) -> None:
    """Who took part before and still does keeps the row, so that whatever points to it still finds it."""
    gone: list[int] = []
    kept: list[tuple[Any, ...]] = []
    new: list[tuple[int, int, dict[str, Any]]] = []
    for pk, said_now in told.items():
        there: dict[tuple[Any, ...], list[Participation]] = {}
        for row in sorted(standing[pk].participations.all(), key=lambda row: (row.position, row.pk)):
            there.setdefault((row.card_id, row.code, row.headcount is None, row.role), []).append(row)
        for position, values in enumerate(said_now.rows):
            key = (values.get("card_id"), "", "headcount" not in values, values.get("role", ""))
            if same := there.get(key):
                said = ROW_DEFAULTS | values | {"outcome": same[0].outcome}
                kept.append((same.pop(0).pk, position, *(said[name] for name in ROW_DEFAULTS)))
            else:
                new.append((pk, position, values))
        gone += [row.pk for rows in there.values() for row in rows]
    Participation.objects.filter(pk__in=gone).delete()
    bulk.update_many(Participation._meta.db_table, ("id", "position", *ROW_DEFAULTS), kept)
    insert_participations(new)
