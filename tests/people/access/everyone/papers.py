# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Writing what is about people beside their cards: who is whom, files, their rights, and who looked at them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.utils import timezone

from ponte.accounts.models import User
from ponte.network.models import Service
from ponte.people.attachments.models import Attachment, AttachmentRemoval
from ponte.people.models import Card, IdentityDecision, ValueChoice
from ponte.people.rights.models import (
    AccessFile,
    AccessRequest,
    Agreement,
    Correction,
    Disposal,
    NoticeGiven,
    NoticeVersion,
    Purpose,
    Restriction,
)
from ponte.platform.audit import actions as audit
from tests.people.access.everyone.world import World

DAY = date(2026, 3, 2)
# By table, what the model calls the rule for it.
RIGHTS: dict[Any, str] = {
    NoticeGiven: "papers", Agreement: "papers", Correction: "papers", Restriction: "papers",
    AccessRequest: "request", AccessFile: "file", Disposal: "disposal",
}  # fmt: skip


@dataclass(frozen=True)
class Papers:
    """Rows by the number that the world gives them, or by card and service."""

    decisions: dict[int, int]
    choices: dict[int, int]
    files: list[Attachment]
    rights: dict[Any, dict[int, tuple[int, int]]]
    last_event: int


def build_papers(world: World, users: list[User], services: list[Service], cards: list[Card]) -> Papers:
    decisions, choices = _decisions(world, services, cards)
    files = _files(world, users, services, cards)
    rights: dict[Any, dict[int, tuple[int, int]]] = {table: {} for table in RIGHTS}
    version = NoticeVersion.objects.create(name="Prima", valid_from=DAY)
    purpose = Purpose.objects.create(slug="foto", name="Foto", basis="consent", on_withdrawal="Si tolgono.")
    for number, card in enumerate(world.cards):
        for service in sorted(card.papers):
            of = {"card": cards[number], "service": services[service]}
            request = AccessRequest.objects.create(**of, asked_on=DAY, due_on=DAY, identified="known", by=users[0])
            made: list[Any] = [
                NoticeGiven.objects.create(**of, version=version, language="ita", channel="spoken", on=DAY),
                Agreement.objects.create(**of, purpose=purpose, verdict="given", on=DAY, channel="spoken"),
                Correction.objects.create(**of, field="birth_date", value="1990", by=users[0]),
                Restriction.objects.create(**of, kind="restriction", ground="claim", since=DAY, by=users[0]),
                request,
                AccessFile.objects.create(
                    request=request, service=services[service], made_by=users[0], pdf=b"x", json=b"{}",
                    made_at=timezone.now(), expires_at=timezone.now(),
                ),
                Disposal.objects.create(**of, ground="request", proposed_by=users[0]),
            ]  # fmt: skip
            for row in made:
                rights[type(row)][row.pk] = (number, service)
    return Papers(decisions, choices, files, rights, _looks(users, cards))


def _decisions(world: World, services: list[Service], cards: list[Card]) -> tuple[dict[int, int], dict[int, int]]:
    decisions: dict[int, int] = {}
    choices: dict[int, int] = {}
    for number, join in enumerate(world.joins):
        one, other = (cards[card] for card in join.cards)
        guarded_by = services[join.guarded_by] if join.guarded_by is not None else None
        decided = IdentityDecision.objects.create(
            card_a=one, card_b=other, verdict=join.verdict, guarded_by=guarded_by
        )
        decisions[decided.pk] = number
        choices[ValueChoice.objects.create(decision=decided, field="name", card=one).pk] = number
        if join.undone:
            undone = IdentityDecision.objects.create(
                card_a=one, card_b=other, verdict="undo", undoes=decided, guarded_by=guarded_by
            )
            decisions[undone.pk] = number
    with connection.cursor() as cursor:
        cursor.execute("SELECT left_out FROM ponte_settle_persons(%s)", [sorted(card.pk for card in cards)])
        assert cursor.fetchall() == [], "the world contradicts itself"
    return decisions, choices


def _files(world: World, users: list[User], services: list[Service], cards: list[Card]) -> list[Attachment]:
    made = [
        Attachment.objects.create(
            card=cards[file.card], service=services[file.service], for_all=file.for_all, name="permesso.pdf",
            media_type="application/pdf", size=1, added_by=users[0],
        )
        for file in world.files
    ]  # fmt: skip
    for file, attachment in zip(world.files, made, strict=True):
        if file.removed:
            AttachmentRemoval.objects.create(attachment=attachment, reason="x", removed_by=users[0])
    return made


def _looks(users: list[User], cards: list[Card]) -> int:
    """Everybody once opened every card, however that came to be; returns the last event of it."""
    for user in users:
        for card in cards:
            audit.record("people.read_card", card, by=user)
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(id) FROM audit_auditevent")
        last: int = cursor.fetchone()[0]
    return last
