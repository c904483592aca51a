# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The door to the audit trail: who did what, when, from where and why, and of what changed only the names.

Nobody else reads the trail. The role of the door is refused contents by its privileges, and by a policy every event
that the acting user may not be told; see the migration `reading_the_trail`.
"""

import datetime as dt
import uuid
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from django.db import connection
from django.db.models import Q, QuerySet

from ponte.accounts.models import User
from ponte.network.models import Service
from ponte.oversight import rules
from ponte.oversight.words import LOOKS
from ponte.people.models import Card
from ponte.people.queries import team_service_ids
from ponte.platform.audit.models import AuditEvent
from ponte.platform.database import roles

PAGE_LENGTH = 50
# Of a person, so many of the latest lists that showed them are looked through.
LISTS = 2_000
CARD = Card._meta.label_lower
OF_LISTS = f"SELECT ponte_events_of_list('{CARD}', %s, %s)"
OF_PERSON = "SELECT ponte_events_of_person(%s, %s)"
COLUMNS = (
    "id", "at", "request", "actor_id", "process", "action", "object_type", "object_id", "object_ids", "scopes",
    "address", "reason",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the trail. `codes` are those of the persons whom it is about; `changed` names fields alone."""

    id: int
    at: dt.datetime
    request: uuid.UUID | None
    actor_id: int | None
    process: str
    action: str
    object_type: str
    object_id: int | None
    object_ids: Sequence[int] | None
    scopes: Sequence[int] | None
    address: str | None
    reason: str
    actor: str = ""
    changed: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()

    @property
    def cards(self) -> tuple[int, ...]:
        if self.object_type != CARD:
            return ()
        return tuple(self.object_ids or ()) or ((self.object_id,) if self.object_id is not None else ())


@dataclass(frozen=True, slots=True)
class Criteria:
    """What the auditor looks for; all that is given must hold. `until` itself is excluded."""

    code: str = ""
    user: int | None = None
    actions: Collection[str] = ()
    since: dt.datetime | None = None
    until: dt.datetime | None = None
    address: str = ""
    request: uuid.UUID | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page begins: after this event, in the order of the trail, the newest first."""

    at: dt.datetime
    id: int


@dataclass(frozen=True, slots=True)
class Page:
    events: list[Event]
    next: Place | None = None
    known: bool = True


def search(criteria: Criteria, *, by: User, after: Place | None = None, most: int = PAGE_LENGTH) -> Page:
    """A page of events. Not `known`: no card has the code. Raises `PermissionError` for anyone but the auditor."""
    if not rules.is_auditor(by):
        raise PermissionError
    with roles.stepping_into(roles.TRAIL):
        found = _matching(criteria)
        if found is None:
            return Page([], known=False)
        if after is not None:
            found = found.filter(at__lte=after.at).filter(Q(at__lt=after.at) | Q(pk__lt=after.id))
        events = _events(found, most + 1)
        shown = _with_changes(events[:most])
        codes = _codes(shown)
    last = shown[-1] if len(events) > most else None
    return Page(
        _named([replace(event, codes=_codes_of(event, codes)) for event in shown]),
        next=Place(last.at, last.id) if last else None,
    )


def of_card(card: Card, *, by: User, most: int = PAGE_LENGTH) -> list[Event]:
    """Who saw the card or changed it, as far as its coordinator may be told; the latest first.

    Raises `PermissionError`. Of somebody who also stands in a team that is not shared, and that the coordinator is
    not in, only looks are told, and no reason: anything else may come from there.
    """
    if not rules.may_see_who_saw(by, card):
        raise PermissionError
    mine = set(team_service_ids(by))
    with roles.stepping_into(roles.TRAIL):
        events = _with_changes(_events(_about(card.pk, OF_LISTS), most))
    elsewhere = {scope for event in events for scope in event.scopes or ()} - mine
    closed = set(
        Service.objects.filter(pk__in=elsewhere)
        .exclude(confidentiality=Service.Confidentiality.SHARED)
        .values_list("pk", flat=True)
    )
    told = []
    for event in events:
        if not closed & set(event.scopes or ()):
            told.append(event)
        elif event.action in LOOKS:
            told.append(replace(event, reason="", changed=()))
    return _named(told)


def looks_since(moment: dt.datetime, *, by: User) -> int:
    """How often somebody opened a card since then. Raises `PermissionError` for anyone but the auditor."""
    if not rules.is_auditor(by):
        raise PermissionError
    with roles.stepping_into(roles.TRAIL):
        return AuditEvent.objects.filter(action="people.read_card", at__gte=moment).count()


def codes(cards: Iterable[int], *, by: User) -> dict[int, str]:
    """The codes of these cards. Raises `PermissionError` for anyone but the auditor."""
    if not rules.is_auditor(by):
        raise PermissionError
    with roles.stepping_into(roles.TRAIL):
        return dict(Card.objects.filter(pk__in=list(cards)).values_list("pk", "code"))


def users() -> list[tuple[int, str]]:
    """Everybody who may stand in the trail as somebody who acts."""
    return list(User.objects.order_by("name", "pk").values_list("pk", "name"))


def teams_of(events: Iterable[Event]) -> dict[int, str]:
    """The names of the services in whose teams the actors stood."""
    scopes = {scope for event in events for scope in event.scopes or ()}
    return dict(Service.objects.filter(pk__in=scopes).values_list("pk", "name"))


def _matching(criteria: Criteria) -> "QuerySet[AuditEvent] | None":
    found = AuditEvent.objects.all()
    if criteria.code:
        card = Card.objects.filter(code=criteria.code).values_list("pk", flat=True).first()
        if card is None:
            return None
        found = _about(card, OF_PERSON)
    exact = {"actor": criteria.user, "address": criteria.address or None, "request": criteria.request}
    found = found.filter(**{name: value for name, value in exact.items() if value is not None})
    if criteria.actions:
        found = found.filter(action__in=criteria.actions)
    if criteria.since is not None:
        found = found.filter(at__gte=criteria.since)
    if criteria.until is not None:
        found = found.filter(at__lt=criteria.until)
    return found


def _about(card: int, others: str) -> QuerySet[AuditEvent]:
    """The events of this card alone, and of the objects that a function of the database adds."""
    with connection.cursor() as cursor:
        cursor.execute(others, [card, LISTS])
        listed = [row[0] for row in cursor.fetchall()]
    return AuditEvent.objects.filter(Q(object_type=CARD, object_id=card) | Q(pk__in=listed))


def _events(found: QuerySet[AuditEvent], most: int) -> list[Event]:
    return [Event(*row) for row in found.order_by("-at", "-pk").values_list(*COLUMNS)[:most]]


def _with_changes(events: Sequence[Event]) -> list[Event]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, ponte_changed_fields(id) FROM unnest(%s::bigint[]) AS id", [[event.id for event in events]]
        )
        changed = dict(cursor.fetchall())
    return [replace(event, changed=tuple(changed.get(event.id) or ())) for event in events]


def _codes(events: Sequence[Event]) -> dict[int, str]:
    cards = {card for event in events for card in event.cards}
    return dict(Card.objects.filter(pk__in=cards).values_list("pk", "code"))


def _codes_of(event: Event, codes: Mapping[int, str]) -> tuple[str, ...]:
    return tuple(codes[card] for card in event.cards if card in codes)


def _named(events: Sequence[Event]) -> list[Event]:
    names = dict(User.objects.filter(pk__in={event.actor_id for event in events}).values_list("pk", "name"))
    return [replace(event, actor=names.get(event.actor_id or 0, "")) for event in events]
