# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What other services asked or met, for the first page of those whom it concerns."""

import datetime as dt
from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.utils import timezone

from ponte.accounts.models import User
from ponte.network.models import Service
from ponte.people.models import Acquaintance, PresenceNotice, PresenceQuestion
from ponte.people.queries import team_service_ids

MOST = 20
REPLIES_SHOWN = dt.timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Inbox:
    """`to_answer` wait for the user's teams; `replied` are the user's own questions; `notices` are for protected
    services alone."""

    to_answer: list[PresenceQuestion]
    replied: list[PresenceQuestion]
    notices: list[PresenceNotice]

    def __bool__(self) -> bool:
        return bool(self.to_answer or self.replied or self.notices)


def inbox_of(user: User) -> Inbox:
    mine = team_service_ids(user)
    openly = Acquaintance.objects.filter(card=OuterRef("card"), service__in=mine, guarded_for=None).exclude(
        service__confidentiality=Service.Confidentiality.PROTECTED
    )
    questions = PresenceQuestion.objects.select_related("asked_by", "service").order_by("pk")
    waiting = questions.filter(Exists(openly), replied_at=None).exclude(asked_by=user)
    replied = questions.filter(asked_by=user, replied_at__gt=timezone.now() - REPLIES_SHOWN)
    notices = PresenceNotice.objects.filter(service__in=mine, seen_at=None).select_related("card", "met_by")
    return Inbox(list(waiting[:MOST]), list(replied[:MOST]), list(notices.order_by("-on", "-pk")[:MOST]))
