# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the words of a file stand for: services, organisations, projects, comuni and people, each fetched once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from django.db.models import QuerySet

from ponte.accounts.models import User
from ponte.network.areas import areas_by_name_or_code
from ponte.network.models import Organisation, Project, Service
from ponte.people import holds
from ponte.people import queries as people
from ponte.people.models import Card
from ponte.platform.spreadsheets.importing import ParsedRow

BATCH = 5000


@dataclass(slots=True)
class References:
    """Ids by the words of the file. `ambiguous` are refs that several files of people use, none of them this
    file's own; `held` says of people why their data may not be used."""

    services: dict[str, int] = field(default_factory=dict)
    providers: dict[str, str] = field(default_factory=dict)
    organisations: dict[str, int] = field(default_factory=dict)
    projects: dict[str, int] = field(default_factory=dict)
    areas: dict[str, int] = field(default_factory=dict)
    people: dict[str, int] = field(default_factory=dict)
    ambiguous: set[str] = field(default_factory=set)
    held: dict[int, str] = field(default_factory=dict)


def look_up(rows: Sequence[ParsedRow], *, people_source: str, by: User | None) -> References:
    """Whatever the rows name and the installation knows. `by` finds only the people whom they may see, also
    where a worker does the work; None is the command line, which finds everyone."""
    found = References()
    for service in Service.objects.select_related("provider"):
        found.services[service.slug] = service.pk
        found.providers[service.slug] = service.provider.slug
    found.organisations = _by_slug(
        Organisation.objects.all(), _said(rows, "organisation") | set(found.providers.values())
    )
    found.projects = _by_slug(
        Project.objects.all(), {slug for row in rows for slug, _ in row.values.get("project", ())}
    )
    found.areas = {said: area.pk for said, area in areas_by_name_or_code(_said(rows, "municipality")).items()}
    cards = Card.objects.all() if by is None else people.visible_to(by)
    _look_up_people(found, cards, _said(rows, "person"), people_source)
    found.held = holds.held(found.people.values())
    return found


def _said(rows: Sequence[ParsedRow], column: str) -> set[str]:
    return {row.values[column] for row in rows if column in row.values}


def _by_slug(rows: QuerySet[Any], slugs: Iterable[str]) -> dict[str, int]:
    return dict(rows.filter(slug__in=slugs).values_list("slug", "pk"))


def _look_up_people(found: References, cards: QuerySet[Card], refs: set[str], source: str) -> None:
    """A ref is the one of this source; else the only one of any other; else it may be a card's own code."""
    others: dict[str, list[int]] = {}
    for batch in _batches(refs):
        for ref, import_source, pk in cards.filter(import_ref__in=batch).values_list(
            "import_ref", "import_source", "pk"
        ):
            if import_source == source:
                found.people[ref] = pk
            else:
                others.setdefault(ref, []).append(pk)
    for ref, found_cards in others.items():
        if ref not in found.people:
            if len(found_cards) == 1:
                found.people[ref] = found_cards[0]
            else:
                found.ambiguous.add(ref)
    for batch in _batches(refs - found.people.keys() - found.ambiguous):
        found.people |= dict(cards.filter(code__in=batch).values_list("code", "pk"))


def _batches(values: set[str]) -> Iterator[list[str]]:
    remaining = iter(values)
    while batch := list(islice(remaining, BATCH)):
        yield batch
