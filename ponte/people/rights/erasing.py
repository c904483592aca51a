# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""How what people and the review hold on a card is erased; see docs/adr/0030 for what stays, and why.

Runs as the system. What stands in append-only tables is erased by the database's function `rights_erase`, which asks
for itself whether the disposal was authorised.
"""

import re
from collections.abc import Iterable
from typing import Any

from django.db import connection
from django.db.models import Q
from django.utils import timezone

from ponte.people.matching.keys import VERSION
from ponte.people.models import (
    Acquaintance,
    Card,
    CardContact,
    CardIdentifier,
    CardName,
    Enrolment,
    Household,
    IdentityDecision,
    PresenceQuestion,
    new_code,
)
from ponte.people.review.models import MatchPair, QueuePlace
from ponte.people.rights.holdings import Scope
from ponte.platform.audit.erasing import erase_contents
from ponte.platform.audit.models import AuditEvent

# A residue keeps what at least so many cards say alike: fewer, and it could be of somebody who can be named.
CROWD = 5
# Stays on the residue: what published and live figures count.
COUNTED = ("sex", "birth_year", "citizenships", "education", "employment")
SHORTEST_WORD = 3
REDACTED = "[…]"
GONE = "—"


def words_of(card: Card) -> tuple[str, ...]:
    """By which texts about several people name this one, the longest first."""
    said = [getattr(card, name) for name in Card.NAMES]
    said += CardName.objects.filter(card=card).values_list("name", flat=True)
    words = {word for text in said for word in [text, *re.split(r"[\s'’-]+", text)]}
    words |= {card.phone, card.email, card.address, card.code}
    words |= set(CardContact.objects.filter(card=card).values_list("value", flat=True))
    words |= set(CardIdentifier.objects.filter(card=card).values_list("value", flat=True))
    return tuple(sorted((word for word in words if len(word) >= SHORTEST_WORD), key=len, reverse=True))


def redacted(text: str, words: Iterable[str]) -> str:
    """The text without these words, which stand in it as words of their own."""
    either = "|".join(re.escape(word) for word in words)
    return re.sub(rf"(?<!\w)(?:{either})(?!\w)", REDACTED, text, flags=re.IGNORECASE) if either else text


def append_only_rows(scope: Scope) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT rights_erase(%s)", [scope.disposal])
        erased: int = cursor.fetchone()[0]
    return erased


def enrolments(scope: Scope) -> int:
    return Enrolment.objects.filter(card=scope.card, service=scope.service).delete()[0]


def enrolment_texts(scope: Scope) -> int:
    found = Enrolment.objects.filter(card=scope.card, service=scope.service)
    return found.exclude(reason="", outcome_note="").update(reason="", outcome_note="")


def questions(scope: Scope) -> int:
    found = PresenceQuestion.objects.filter(card=scope.card)
    return (found if scope.whole else found.filter(service=scope.service)).delete()[0]


def pairs(scope: Scope) -> int:
    """Nobody is asked any more about a card that is gone, nor a service about one that it knows no longer."""
    of_card = Q(card_a=scope.card) | Q(card_b=scope.card)
    concerned = MatchPair.objects.filter(of_card)
    if not scope.whole:
        known = Acquaintance.objects.filter(service=scope.service).exclude(card=scope.card).values("card")
        left = concerned.exclude(Q(card_a__in=known) | Q(card_b__in=known))
        return QueuePlace.objects.filter(pair__in=left, service=scope.service).delete()[0]
    concerned.filter(status__in=MatchPair.WAITING_STATUSES).update(
        status=MatchPair.Status.MOOT, closed_at=timezone.now(), is_urgent=False
    )
    return QueuePlace.objects.filter(pair__in=concerned).delete()[0]


def household(scope: Scope) -> int:
    """A household of erased cards alone keeps its number, so that it counts once; its name in a file goes."""
    if not scope.whole:
        return 0
    left = Card.objects.filter(household=Card.objects.filter(pk=scope.card).values("household")[:1], erased_at=None)
    if left.exclude(pk=scope.card).exists():
        Card.objects.filter(pk=scope.card).update(household=None)
        return 1
    return Household.objects.filter(members=scope.card).update(import_ref="", import_source="")


def card(scope: Scope) -> int:
    """Overwrite the card, once nobody else knows it: a number with what figures count stays."""
    found = Card.objects.get(pk=scope.card)
    if not scope.whole:
        Card.objects.filter(pk=found.pk, registered_by=scope.service).update(registered_by=None)
        return 0
    empty: dict[str, Any] = {
        field.name: [] if field.name in {"citizenships", "languages"} else {} if field.name == "answers"
        else None if field.null else field.get_default()
        for field in Card._meta.concrete_fields
        if not field.primary_key and field.name not in {*COUNTED, "person", "household", "created_at", "updated_at"}
    }  # fmt: skip
    now = timezone.now()
    gone = {"code": new_code(), "keys_version": VERSION, "erased_at": now, "updated_at": now}
    Card.objects.filter(pk=found.pk).update(**empty | _crowded(found) | gone)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM ponte_settle_persons(%s)", [[found.pk]])
    return 1


def _crowded(found: Card) -> dict[str, Any]:
    """The counted values that enough cards share; what makes the card rare is left out, citizenships first."""
    alike = Card.objects.filter(sex=found.sex, birth_year=found.birth_year)
    if alike.filter(citizenships=found.citizenships)[:CROWD].count() >= CROWD:
        return {}
    if alike[:CROWD].count() >= CROWD:
        return {"citizenships": []}
    return {"citizenships": [], "birth_year": None}


def trail(scope: Scope, events: Iterable[int]) -> int:
    """Empty the contents of the card's events, of `events`, and of questions at intake that named the person."""
    told = set(events)
    named = Q(card_a=scope.card) | Q(card_b=scope.card)
    guarded = Q() if scope.whole else Q(guarded_by=scope.service)
    for model in (IdentityDecision, MatchPair):
        told |= events_about(model.objects.filter(named, guarded))
    proposals = AuditEvent.objects.filter(
        object_type="rights.disposal", object_id=scope.disposal, action="rights.propose_disposal"
    )
    told |= set(proposals.values_list("pk", flat=True))
    if scope.whole:
        told |= set(_events("people.card", [scope.card]))
        asked = AuditEvent.objects.filter(object_type="people.presenceinquiry", action="people.ask_presence")
        number = rf"(^|[ ,;]){scope.card}([ ,;]|$)"
        told |= set(asked.filter(after__answered__regex=number).values_list("pk", flat=True))
        asked = AuditEvent.objects.filter(object_type="", action="people.ask_referent", after__card=scope.card)
        told |= set(asked.values_list("pk", flat=True))
        _inquiries(scope)
    return erase_contents(told)


def events_about(rows: Iterable[Any]) -> set[int]:
    """The events about these rows of one model."""
    found = list(rows)
    return set(_events(found[0]._meta.label_lower, [row.pk for row in found])) if found else set()


def _events(label: str, ids: Iterable[int]) -> Iterable[int]:
    return AuditEvent.objects.filter(object_type=label, object_id__in=list(ids)).values_list("pk", flat=True)


def _inquiries(scope: Scope) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM people_presenceinquiry WHERE jsonb_path_exists(answered, "
            "'$[*][*] ? (@ == $card)', jsonb_build_object('card', %s::bigint))",
            [scope.card],
        )
