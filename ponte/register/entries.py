# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What someone says of a piece of work, before it is recorded."""

import datetime
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Required, TypedDict

from ponte.network.models import Area, Organisation, Project, Service
from ponte.people.models import Card


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Who took part: a registered person, a code, or a headcount; see `Participation` for each field."""

    card: Card | None = None
    code: str = ""
    headcount: int | None = None
    role: str = ""
    first_contact: bool | None = None
    referred_to: str = ""
    referred_to_service: Service | None = None
    group: str = ""
    partner: str = ""
    output: str = ""
    test: str = ""
    result: str = ""
    outcome: str = ""


class Entry(TypedDict, total=False):
    """An intervention as it is told. `staff` are names within `organisation`; a new name becomes a new member.

    `projects` gives each project's share of the work; the shares together are one at most.
    """

    service: Required[Service]
    organisation: Required[Organisation]
    kind: Required[str]
    date: Required[datetime.date]
    starts_at: datetime.time | None
    minutes: int | None
    setting: str
    place: str
    area: Area | None
    languages: Sequence[str]
    group: str
    partner: str
    output: str
    participants: Sequence[Participant]
    projects: Mapping[Project, Decimal]
    staff: Sequence[str]
    note: str
