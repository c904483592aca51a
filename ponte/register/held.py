# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the register holds on a card, and how it is erased. The work itself stays counted, by number."""

import datetime as dt
import json
from collections.abc import Collection, Mapping
from typing import Any

from django.db import connection
from django.db.models import Max, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from ponte.people.models import Acquaintance
from ponte.people.rights import retention
from ponte.people.rights.erasing import GONE, events_about, redacted
from ponte.people.rights.holdings import Holding, Scope, add
from ponte.platform.audit.erasing import erase_contents
from ponte.platform.audit.models import AuditEvent
from ponte.register.models import Intervention, InterventionNote, InterventionVersion, Participation


def _participations(cards: Collection[int], answering: int) -> QuerySet[Participation]:
    return Participation.objects.filter(card__in=cards, intervention__service=answering)


def _notes(cards: Collection[int], answering: int) -> QuerySet[InterventionNote]:
    """Of work with this person alone: what was written about several people, somebody must look through first."""
    return InterventionNote.objects.filter(intervention__in=_alone(cards, answering))


def _versions(cards: Collection[int], answering: int) -> QuerySet[InterventionVersion]:
    return InterventionVersion.objects.filter(intervention__in=_alone(cards, answering))


def _with(cards: Collection[int], answering: int) -> QuerySet[Intervention]:
    """Work in which the person took part, also before it was corrected."""
    took_part = Q(participations__card__in=cards)
    for card in cards:
        took_part |= Q(versions__state__participations__contains=[{"card_id": card}])
    return Intervention.objects.filter(took_part, service=answering).distinct()


def _alone(cards: Collection[int], answering: int) -> QuerySet[Intervention]:
    others = Participation.objects.exclude(card__in=cards).exclude(card=None).values("intervention_id")
    return _with(cards, answering).exclude(pk__in=others)


def _erase_participations(scope: Scope) -> int:
    """Where somebody was sent is free text: that they were sent is counted."""
    found = _participations([scope.card], scope.service).exclude(referred_to__in=["", GONE])
    return found.update(referred_to=GONE)


def _erase_notes(scope: Scope) -> int:
    erased = InterventionNote.objects.filter(intervention__in=_alone([scope.card], scope.service)).delete()[0]
    for note in InterventionNote.objects.filter(intervention__in=_with([scope.card], scope.service)):
        without = redacted(note.text, scope.words)
        if without != note.text:
            note.text = without
            note.save(update_fields=["text"])
            erased += 1
    return erased


def _erase_versions(scope: Scope) -> int:
    """Also what the audit trail says of this work: it holds the same states."""
    alone = set(_alone([scope.card], scope.service).values_list("pk", flat=True))
    concerned = list(_with([scope.card], scope.service))
    Intervention.objects.filter(pk__in=alone).exclude(void_reason="").update(void_reason=GONE)
    erased = 0
    for version in InterventionVersion.objects.filter(intervention__in=concerned):
        state, reason = _without_person(version, scope, alone=version.intervention_id in alone)
        if (state, reason) != (version.state, version.reason):
            _rewrite(scope, version, state, reason)
            erased += 1
    events = AuditEvent.objects.filter(object_type=Intervention._meta.label_lower)
    told = events_about(one for one in concerned if one.pk in alone)
    told |= {
        event.pk
        for event in events.filter(object_id__in=[one.pk for one in concerned if one.pk not in alone])
        if redacted(said := f"{event.reason} {event.before} {event.after}", scope.words) != said
    }
    erase_contents(told)
    return erased


def _without_person(version: InterventionVersion, scope: Scope, *, alone: bool) -> tuple[dict[str, Any], str]:
    state: dict[str, Any] = dict(version.state)
    state["note"] = "" if alone else redacted(state.get("note", ""), scope.words)
    state["participations"] = [_countable(row, scope) for row in state.get("participations", [])]
    return state, "" if alone else redacted(version.reason, scope.words)


def _countable(row: Mapping[str, Any], scope: Scope) -> dict[str, Any]:
    if row.get("card_id") != scope.card or not row.get("referred_to"):
        return dict(row)
    return {**row, "referred_to": GONE}


def _rewrite(scope: Scope, version: InterventionVersion, state: dict[str, Any], reason: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT register_rewrite_version(%s, %s, %s, %s)", [scope.disposal, version.pk, json.dumps(state), reason]
        )


def last_worked(service: int, known: QuerySet[Acquaintance]) -> dict[int, dt.date]:
    """The day of the service's last work with each of the cards."""
    took_part = Participation.objects.filter(
        card__in=known.values("card"), intervention__service=service, intervention__voided_at=None
    )
    return dict(
        took_part.order_by().values("card").annotate(last=Max("intervention__date")).values_list("card", "last")
    )


def tell() -> None:
    retention.add_activity(last_worked)
    add(
        Holding(
            Participation,
            _participations,
            erase=_erase_participations,
            stays=_("resta che cosa è stato fatto, quando e per quale servizio, senza dire con chi"),
        ),
        Holding(
            InterventionNote,
            _notes,
            erase=_erase_notes,
            notes=_erase_notes,
            partly=_("quelle scritte su più persone insieme le consegna chi risponde, tolto ciò che dice di altri"),
            stays=_("nelle note su più persone insieme restano le parole, senza il nome e i recapiti della persona"),
        ),
        Holding(
            InterventionVersion,
            _versions,
            erase=_erase_versions,
            notes=_erase_versions,
            withheld=_("versioni superate di ciò che è riportato"),
        ),
    )
