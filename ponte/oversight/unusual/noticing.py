# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Going through what was sealed since the last time."""

import datetime as dt
from collections.abc import Iterable, Sequence

from django.db import transaction
from django.utils import timezone

from ponte.oversight.models import Noticed, UnusualAccess
from ponte.oversight.unusual.behaviour import gone, many, night
from ponte.oversight.unusual.closeness import closeness
from ponte.oversight.unusual.looks import Finding, Look, by_actor_and_day, looks
from ponte.oversight.unusual.strangers import strangers
from ponte.platform.audit.models import Seal

AT_ONCE = 20_000


@transaction.atomic
def notice() -> int:
    """Judge the looks that are new; returns how many events it went through.

    What was already noticed of a day is brought up to date, unless somebody has reviewed it. Needs the system role.
    """
    reached, _made = Noticed.objects.select_for_update().get_or_create(pk=1)
    sealed = Seal.objects.order_by("-pk").values_list("last_event", flat=True).first() or 0
    until = min(sealed, reached.last_event + AT_ONCE)
    if until <= reached.last_event:
        return 0
    new = looks(pk__gt=reached.last_event, pk__lte=until)
    days = _whole_days(new, until)
    for finding in (*many(days), *night(new), *gone(new), *closeness(new), *strangers(days)):
        _keep(finding)
    gone_through = until - reached.last_event
    reached.last_event = until
    reached.save()
    return gone_through


def _whole_days(new: Sequence[Look], until: int) -> list[list[Look]]:
    """The days of those who looked, with what they looked at before on them."""
    days = []
    for actor, day in by_actor_and_day(new):
        begins = timezone.make_aware(dt.datetime.combine(day, dt.time()))
        days.append(looks(actor=actor, at__gte=begins, at__lt=begins + dt.timedelta(days=1), pk__lte=until))
    return days


def _keep(finding: Finding) -> None:
    cards = sorted({look.card for look in finding.looks})
    events = [look.event for look in finding.looks]
    about = {"kind": finding.kind, "actor_id": finding.actor, "day": finding.day, "card_id": finding.card}
    kept, made = UnusualAccess.objects.get_or_create(
        **about,
        defaults={
            "why": finding.why, "looks": len(events), "cards": cards[: UnusualAccess.MOST_CARDS],
            "first_event": min(events), "last_event": max(events),
        },
    )  # fmt: skip
    if made or kept.outcome or kept.last_event >= max(events):
        return
    kept.looks = len(events) if kept.first_event >= min(events) else kept.looks + len(events)
    kept.cards = _merged(kept.cards, cards)
    kept.last_event = max(events)
    kept.save(update_fields=["looks", "cards", "last_event"])


def _merged(before: Iterable[int], now: Iterable[int]) -> list[int]:
    return sorted({*before, *now})[: UnusualAccess.MOST_CARDS]
