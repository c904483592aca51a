# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The register's part of a person's timeline."""

from collections.abc import Iterable, Sequence

from django.db import connection
from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ponte.accounts.models import User
from ponte.network.models import Service
from ponte.people.access.views.opened import Work
from ponte.people.models import Card
from ponte.people.queries import team_service_ids
from ponte.people.timeline import Happening
from ponte.register.models import Intervention, Participation


def interventions(user: User, card_ids: Sequence[int], most: int) -> Iterable[Happening]:
    """What the user's teams did with the person, the latest first; what was taken back is not told."""
    rows = (
        Participation.objects.filter(
            card_id__in=card_ids,
            intervention__service_id__in=team_service_ids(user),
            intervention__voided_at__isnull=True,
        )
        .select_related("intervention__service", "referred_to_service")
        .order_by("-intervention__date", "-intervention_id", "position")[:most]
    )
    told: dict[int, Happening] = {}
    for row in rows:
        intervention = row.intervention
        told.setdefault(
            intervention.pk,
            Happening(
                date=intervention.date,
                title=capfirst(intervention.get_kind_display()),
                kind=intervention.kind,
                service=intervention.service.name,
                text=_words(row),
                url=reverse("register:intervention", args=[intervention.pk]),
            ),
        )
    return told.values()


def opened_work(card: Card) -> list[Work]:
    """What services did with a person whose card they, or an emergency, opened to the acting user."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT date, kind, service_id, note FROM register_opened_work(%s)", [card.pk])
        rows = cursor.fetchall()
    services = dict(Service.objects.filter(pk__in={row[2] for row in rows} - {None}).values_list("pk", "name"))
    return [
        Work(date, capfirst(str(Intervention.Kind(kind).label)), services.get(service, ""), note or "")
        for date, kind, service, note in rows
    ]


def _words(row: Participation) -> str:
    where = row.referred_to_service.name if row.referred_to_service else row.referred_to
    said = (
        row.group or row.intervention.group,
        row.test,
        row.get_result_display() if row.result else "",
        _("inviato/a a %(where)s") % {"where": where} if where else "",
        row.get_outcome_display() if row.outcome else "",
    )
    return " · ".join(str(words) for words in said if words)
