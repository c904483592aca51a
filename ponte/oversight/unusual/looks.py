# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The looks that are judged: a card opened, printed, or its legal name read. Lists and searches are not."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Q
from django.utils import timezone

from ponte.oversight.models import UnusualAccess
from ponte.people.models import Card
from ponte.platform.audit.models import AuditEvent

Kind = UnusualAccess.Kind
OPENING = ("people.read_card", "people.print_card", "people.read_legal_name")


@dataclass(frozen=True, slots=True)
class Look:
    event: int
    at: dt.datetime
    actor: int
    card: int
    scopes: tuple[int, ...]

    @property
    def local(self) -> dt.datetime:
        return timezone.localtime(self.at)

    @property
    def day(self) -> dt.date:
        return self.local.date()


@dataclass(frozen=True, slots=True)
class Finding:
    """What one kind noticed. `why` is a word of `unusual.words`."""

    kind: str
    actor: int
    day: dt.date
    looks: tuple[Look, ...] = field(repr=False)
    card: int | None = None
    why: str = ""


def looks(*conditions: Q, **criteria: object) -> list[Look]:
    """The looks that fit, the oldest first. Of one card only: who opened it, when, and where they stood."""
    rows = (
        AuditEvent.objects.filter(
            *conditions, action__in=OPENING, object_type=Card._meta.label_lower, actor__isnull=False,
            object_id__isnull=False, scopes__isnull=False, **criteria,
        )
        .order_by("at", "id")
        .values_list("id", "at", "actor_id", "object_id", "scopes")
    )  # fmt: skip
    return [Look(event, at, actor or 0, card or 0, tuple(scopes or ())) for event, at, actor, card, scopes in rows]


def by_actor_and_day(found: Iterable[Look]) -> dict[tuple[int, dt.date], list[Look]]:
    grouped: dict[tuple[int, dt.date], list[Look]] = {}
    for look in found:
        grouped.setdefault((look.actor, look.day), []).append(look)
    return grouped
