# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The register's part of a person's timeline."""

from collections.abc import Iterable, Sequence

from django.urls import reverse
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from ponte.accounts.models import User
from ponte.people.queries import team_service_ids
from ponte.people.timeline import Happening
from ponte.register.models import Participation


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
