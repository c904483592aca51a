# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Telling those who keep a person to themselves, protected services and some of a team, that another service may
have met somebody whom they know.

Not while that service asks: what a question takes would tell it. Knowledge flows only toward the more protected side.
"""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from ponte.network.models import Service
from ponte.people import candidates
from ponte.people.matching.likeness import Band
from ponte.people.matching.records import from_sheet
from ponte.people.models import Acquaintance, PresenceInquiry, PresenceNotice
from ponte.people.presence import KEPT

MOST = 50
PROTECTED = Service.Confidentiality.PROTECTED


def tell_protected_teams() -> int:
    """Compare what was asked since the last time with what protected services know; returns how many questions.

    For the worker's role. What was asked is forgotten with it.
    """
    looked_at = 0
    while True:
        with transaction.atomic():
            waiting = PresenceInquiry.objects.select_for_update(skip_locked=True, of=("self",))
            inquiry = waiting.filter(is_told=False).select_related("service").order_by("asked_at").first()
            if inquiry is None:
                break
            if inquiry.service.confidentiality != PROTECTED:
                _tell_of(inquiry)
            inquiry.is_told, inquiry.sheet = True, {}
            inquiry.save(update_fields=["is_told", "sheet"])
            looked_at += 1
    PresenceInquiry.objects.filter(asked_at__lt=timezone.now() - KEPT).delete()
    return looked_at


def _tell_of(inquiry: PresenceInquiry) -> None:
    matches = candidates.likely_matches(from_sheet(inquiry.sheet), most=MOST)
    likely = [pk for match in matches if match.likeness.band in {Band.SAME, Band.LIKELY} for pk in match.card_ids]
    knowing = Acquaintance.objects.filter(card__in=likely).filter(
        Q(service__confidentiality=PROTECTED) | Q(guarded_for__isnull=False)
    )
    on = timezone.localdate(inquiry.asked_at)
    PresenceNotice.objects.bulk_create(
        [
            PresenceNotice(card_id=card, service_id=service, met_by=inquiry.service, on=on)
            for card, service in knowing.values_list("card_id", "service_id")
        ],
        ignore_conflicts=True,
    )
