# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is unusual in how somebody looks, whoever the people are: many at once, at night, after leaving."""

import datetime as dt
from collections import deque
from collections.abc import Iterable, Sequence

from ponte.oversight.unusual.looks import Finding, Kind, Look, by_actor_and_day, looks
from ponte.platform.audit.models import AuditEvent

# A desk that is busy opens twenty cards an hour; whoever goes through a list opens one every minute.
MANY, WITHIN = 40, dt.timedelta(hours=1)
NIGHT_BEGINS, NIGHT_ENDS = 22, 6
# Whoever worked so many nights in this time works at night: street units and shelters do.
USUAL_NIGHTS, LOOKING_BACK = 3, dt.timedelta(days=60)
LEFT, CAME_BACK = "accounts.suspend_user", "accounts.reactivate_user"


def many(days: Iterable[Sequence[Look]]) -> Iterable[Finding]:
    """Whole days of somebody's looks: more than so many persons within one hour."""
    for day in days:
        window: deque[Look] = deque()
        for look in day:
            window.append(look)
            while look.at - window[0].at > WITHIN:
                window.popleft()
            if len({one.card for one in window}) > MANY:
                yield Finding(Kind.MANY, look.actor, look.day, tuple(day))
                break


def night(found: Iterable[Look]) -> Iterable[Finding]:
    """By the evening on which the night began."""
    for (actor, evening), during in by_actor_and_day(map(_by_evening, filter(is_at_night, found))).items():
        since = during[0].at - LOOKING_BACK
        before = looks(actor=actor, at__gte=since, at__lt=during[0].at - dt.timedelta(hours=12))
        if len({_by_evening(look).day for look in before if is_at_night(look)}) < USUAL_NIGHTS:
            yield Finding(Kind.NIGHT, actor, evening, tuple(during))


def is_at_night(look: Look) -> bool:
    return look.local.hour >= NIGHT_BEGINS or look.local.hour < NIGHT_ENDS


def _by_evening(look: Look) -> Look:
    return Look(look.event, look.at - dt.timedelta(hours=NIGHT_ENDS), look.actor, look.card, look.scopes)


def gone(found: Iterable[Look]) -> Iterable[Finding]:
    """Looks by somebody who stood in no team then, or was suspended."""
    for (actor, day), during in by_actor_and_day(found).items():
        turns = list(
            AuditEvent.objects.filter(object_type="accounts.user", object_id=actor, action__in=[LEFT, CAME_BACK])
            .order_by("id")
            .values_list("id", "action")
        )
        without_team = [look for look in during if not look.scopes]
        suspended = [look for look in during if _last(turns, look.event) == LEFT]
        for why, which in (("no_team", without_team), ("suspended", suspended)):
            if which:
                yield Finding(Kind.GONE, actor, day, tuple(which), why=why)
                break


def _last(turns: Sequence[tuple[int, str]], event: int) -> str:
    return next((action for pk, action in reversed(turns) if pk < event), "")
