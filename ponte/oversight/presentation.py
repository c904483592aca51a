# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""An event in words."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.apps import apps
from django.core.exceptions import FieldDoesNotExist
from django.utils import timezone
from django.utils.translation import gettext as _

from ponte.oversight import trail, words
from ponte.oversight.trail import Event

MOST_CODES = 6
# How the process of an event begins that a program caused, with a token.
PROGRAM = "api: "


@dataclass(frozen=True, slots=True)
class Line:
    """`codes` are at most some of those whom the event is about; `more_codes` says how many others there are."""

    event: Event
    at: dt.datetime
    who: str
    what: str
    teams: Sequence[str]
    changed: Sequence[str]
    codes: Sequence[str]
    more_codes: int
    about: str


def lines(events: Iterable[Event]) -> list[Line]:
    shown = list(events)
    teams = trail.teams_of(shown)
    return [
        Line(
            event=event,
            at=timezone.localtime(event.at),
            who=_who(event),
            what=words.in_words(event.action),
            teams=[teams[scope] for scope in event.scopes or () if scope in teams],
            changed=[field_name(event.object_type, name) for name in event.changed]
            if event.action in WRITTEN
            else [],
            codes=event.codes[:MOST_CODES],
            more_codes=max(0, len(event.cards) - MOST_CODES),
            about=_about(event),
        )
        for event in shown
    ]


def _who(event: Event) -> str:
    """The user, and where a program asked for them, with which token."""
    if event.actor and event.process.startswith(PROGRAM):
        return f"{event.actor} ({event.process})"
    return event.actor or event.process or _("nessuno che sia entrato")


# Of a search or a question, the "fields" are what was asked: no change of anything.
WRITTEN = words.WRITES.keys() | words.REGISTER.keys() | words.USERS.keys() | words.NETWORK.keys()


def field_name(object_type: str, name: str) -> str:
    """What a field is called on its form; its own name where it is on none."""
    try:
        return str(getattr(apps.get_model(object_type)._meta.get_field(name), "verbose_name", name))
    except (LookupError, ValueError, FieldDoesNotExist):
        return name


def _about(event: Event) -> str:
    """The object of an event that is not about persons, by kind and number."""
    if not event.object_type or event.cards:
        return ""
    try:
        kind = str(apps.get_model(event.object_type)._meta.verbose_name)
    except (LookupError, ValueError):
        kind = event.object_type
    return f"{kind} {event.object_id}" if event.object_id is not None else kind
