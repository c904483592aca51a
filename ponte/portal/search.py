# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""One field that looks everywhere: people first, then the directory."""

from dataclasses import dataclass, field

from ponte.accounts.models import User
from ponte.network import search as directory
from ponte.network.models import Organisation, Project, Service
from ponte.people import search as people
from ponte.people.models import Card

MOST_PEOPLE = 20
MOST_OTHERS = 6


@dataclass(frozen=True, slots=True)
class Results:
    cards: list[Card] = field(default_factory=list)
    there_are_more: bool = False
    services: list[Service] = field(default_factory=list)
    projects: list[Project] = field(default_factory=list)
    organisations: list[Organisation] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.cards or self.services or self.projects or self.organisations)


def everywhere(user: User, query: str) -> Results:
    """What fits the query among the people whom the user may see and in the directory."""
    if not query.strip():
        return Results()
    found = people.search(user, query, most=MOST_PEOPLE)
    criteria = directory.Criteria(text=query)
    return Results(
        found.cards,
        found.there_are_more,
        list(directory.services(criteria)[:MOST_OTHERS]),
        list(directory.projects(criteria)[:MOST_OTHERS]),
        list(directory.organisations(criteria)[:MOST_OTHERS]),
    )
