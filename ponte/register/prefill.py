# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""An intervention as the starting values of a form: to repeat it today, or to correct it."""

import datetime as dt
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from django.utils import timezone

from ponte.network.models import Service
from ponte.register.entries import Participant
from ponte.register.forms.attendance import Line
from ponte.register.forms.fields import CONTACT_KINDS
from ponte.register.models import Intervention, Participation
from ponte.register.queries import SESSION_KINDS

# A session longer ago is no start for today's, and looking for it would take reading a service's whole work.
LONG_AGO = 45


def is_contact(intervention: Intervention) -> bool:
    """Whether the quick entry says all of it."""
    return (
        intervention.kind in CONTACT_KINDS
        and not (intervention.group or intervention.partner or intervention.output)
        and len(intervention.languages) <= 1
        and intervention.participations.count() <= 1
        and intervention.project_shares.count() <= 1
    )


def contact(intervention: Intervention) -> dict[str, Any]:
    """Starting values of the quick entry: whom and what, not what came of it."""
    row = intervention.participations.select_related("card").first() or Participation()
    share = intervention.project_shares.first()
    return {
        "service": intervention.service_id,
        "kind": intervention.kind,
        "minutes": intervention.minutes,
        "setting": intervention.setting,
        "language": intervention.languages[0] if intervention.languages else "",
        "project": share.project_id if share else None,
        "card": row.card,
        "code": row.code,
        "headcount": row.headcount,
        "role": row.role,
    }


def session(intervention: Intervention, *, whole: bool) -> dict[str, Any]:
    """Starting values of the session's page. `whole` brings everything, for a correction; otherwise what
    happened that day (who came for the first time, tests, referrals, notes) is left out."""
    return {
        "work": {
            "date": intervention.date if whole else None,
            "starts_at": intervention.starts_at,
            "kind": intervention.kind,
            "minutes": intervention.minutes,
            "group": intervention.group,
            "partner": intervention.partner,
            "organisation": intervention.organisation_id,
            "staff": list(intervention.staff.values_list("name", flat=True)),
            "languages": intervention.languages,
            "setting": intervention.setting,
            "place": intervention.place,
            "area": str(intervention.area) if intervention.area else "",
            "output": intervention.output if whole else "",
            "note": _note(intervention) if whole else "",
        },
        "projects": [
            {"project": share.project_id, "percent": (share.share * 100).quantize(Decimal("0.1"))}
            for share in intervention.project_shares.order_by("-share", "pk")
        ],
        "rows": _rows(intervention, whole=whole),
    }


def attendance(intervention: Intervention, *, whole: bool) -> list[Line]:
    """The people who took part, ticked."""
    lines: dict[int, Line] = {}
    for row in intervention.participations.filter(card__isnull=False).select_related("card"):
        if row.card is None or row.card.pk in lines:
            continue
        lines[row.card.pk] = Line(
            row.card,
            present=True,
            role=row.role,
            first_contact=whole and bool(row.first_contact),
            further=Participant(
                first_contact=row.first_contact, group=row.group, partner=row.partner, output=row.output
            )
            if whole
            else None,
        )
    return list(lines.values())


def last_sessions(services: Iterable[Service]) -> list[Intervention]:
    """The latest session of each service, from which today's may start; none where it is too long ago."""
    return list(
        Intervention.objects.filter(
            service__in=list(services),
            kind__in=SESSION_KINDS,
            voided_at__isnull=True,
            date__gte=timezone.localdate() - dt.timedelta(days=LONG_AGO),
        )
        .select_related("service")
        .order_by("service_id", "-date", "-pk")
        .distinct("service_id")
    )


def _note(intervention: Intervention) -> str:
    return intervention.note.text if hasattr(intervention, "note") else ""


def _rows(intervention: Intervention, *, whole: bool) -> list[dict[str, Any]]:
    rows = []
    listed: set[int] = set()
    for row in intervention.participations.select_related("referred_to_service").order_by("position", "pk"):
        tells_more = row.test or row.referred_to or row.referred_to_service or row.outcome
        again = row.card_id in listed
        if row.card_id is not None:
            listed.add(row.card_id)
            if not (whole and (tells_more or again)):
                continue
        rows.append(
            {
                "person": row.card_id,
                "headcount": row.headcount,
                "role": row.role,
                "code": row.code,
                "group": row.group,
                "partner": row.partner,
            }
        )
        if whole:
            rows[-1] |= {
                "first_contact": row.first_contact,
                "output": row.output,
                "test": row.test,
                "result": row.result,
                "referred_to": row.referred_to_service.name if row.referred_to_service else row.referred_to,
                "outcome": row.outcome,
            }
    return rows
