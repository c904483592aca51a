# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the example network tells people about their data, and some who were told, agreed and asked."""

import datetime as dt
from pathlib import Path

import yaml
from django.utils import timezone

from ponte.accounts.models import User
from ponte.network.models import Membership, Service
from ponte.people.models import Acquaintance
from ponte.people.rights.actions import agreements, disposals, notices, terms
from ponte.people.rights.models import (
    Agreement,
    Channel,
    Correction,
    Disposal,
    NoticeGiven,
    NoticeVersion,
    Purpose,
    RecordClass,
    RetentionTerm,
)

FILE = Path(__file__).parent / "data" / "rights.yaml"
# Cheap: a service's latest people only.
TOLD, AGREED, ASKING = 30, 12, 3


def describe() -> None:
    """Notices, purposes and retention terms of the network."""
    said = yaml.safe_load(FILE.read_text(encoding="utf-8"))
    for notice in said["notices"]:
        notices.publish(by=None, **notice)
    for position, purpose in enumerate(said["purposes"]):
        agreements.save_purpose(purpose=Purpose(), fields={**purpose, "position": position}, by=None)
    for term in said["terms"]:
        terms.set_term(term=RetentionTerm(), fields={**term, "service": None}, by=None)


def live() -> None:
    """For each service, some of the people whom it met last."""
    now, former = NoticeVersion.objects.all()[:2]
    asked = list(Purpose.objects.filter(service=None).order_by("position"))
    consents = [purpose for purpose in asked if purpose.is_asked]
    today = timezone.localdate()
    for service in Service.objects.order_by("pk"):
        by = User.objects.filter(memberships__service=service, memberships__role=Membership.Role.OPERATOR).first()
        cards = list(
            Acquaintance.objects.filter(service=service)
            .order_by("-since", "-card")
            .values_list("card", flat=True)[:TOLD]
        )
        if by is None or now is None or former is None:
            continue
        NoticeGiven.objects.bulk_create(
            NoticeGiven(
                card_id=card, version=former if at % 4 == 3 else now, service=service, language="ita",
                channel=Channel.SIGNED, on=today - dt.timedelta(days=at), by=by,
            )
            for at, card in enumerate(cards)
            if at % 5 != 4
        )  # fmt: skip
        Agreement.objects.bulk_create(
            Agreement(
                card_id=card, purpose=consents[at % len(consents)], service=service, channel=Channel.SIGNED,
                verdict=Agreement.Verdict.REFUSED if at % 6 == 5 else Agreement.Verdict.GIVEN,
                on=today - dt.timedelta(days=at), by=by,
            )
            for at, card in enumerate(cards[:AGREED])
        )  # fmt: skip
        _ask(service, cards[:ASKING], by)


def _ask(service: Service, cards: list[int], by: User) -> None:
    """One thing to put right, and one person who wants to be forgotten."""
    if len(cards) < ASKING:
        return
    Correction.objects.create(
        card_id=cards[1], service=service, field="birth_place", value="Casablanca", by=by,
        why="sul passaporto è scritto così",
    )  # fmt: skip
    Disposal.objects.create(
        card_id=cards[2], service=service, ground=Disposal.Ground.REQUEST, proposed_by=by,
        planned=disposals.planned([cards[2]], service.pk, RecordClass.CARD),
        why="ha chiesto che i suoi dati siano cancellati",
    )  # fmt: skip
