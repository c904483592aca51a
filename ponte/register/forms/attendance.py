# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The attendance list: whom the service may expect, who was there, and in which role."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.http import QueryDict

from ponte.people.models import Card
from ponte.register.entries import Participant
from ponte.register.models import Participation


@dataclass(slots=True)
class Line:
    """One person on the list."""

    card: Card
    present: bool = False
    role: str = Participation.Role.CLIENT
    first_contact: bool = False
    # What a correction must not lose and the list does not show.
    further: Participant | None = None

    def participant(self) -> Participant:
        more = self.further or Participant()
        return Participant(
            card=self.card,
            role=self.role,
            # "No" was said once; an empty box does not say it.
            first_contact=True if self.first_contact else (False if more.first_contact is False else None),
            group=more.group,
            partner=more.partner,
            output=more.output,
        )


class Attendance:
    def __init__(self, lines: Iterable[Line]) -> None:
        self.lines = list(lines)

    @property
    def people(self) -> list[Card]:
        return [line.card for line in self.lines]

    def present(self) -> list[Participant]:
        return [line.participant() for line in self.lines if line.present]

    def read(self, data: QueryDict, known: Mapping[int, Card]) -> None:
        """Take over what was ticked. `known` holds the people whom the user sees among those on the page."""
        here = {line.card.pk: line for line in self.lines}
        for pk, card in known.items():
            if pk not in here:
                self.lines.append(Line(card))
        ticked = set(data.getlist("present"))
        for line in self.lines:
            key = str(line.card.pk)
            line.present = key in ticked
            role = data.get(f"role-{key}", line.role)
            line.role = role if role in Participation.Role.values else Participation.Role.CLIENT
            line.first_contact = f"first-{key}" in data
