# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""People: searched for and read as on their pages."""

import datetime as dt
from typing import Annotated, Literal

from django.http import HttpRequest
from ninja import Path, Query, Router, Schema
from pydantic import Field

from ponte.api.authentication import needs, user_of
from ponte.api.models import Scope
from ponte.api.schemas import PROBLEMS
from ponte.people import queries
from ponte.people.access.views import opened
from ponte.people.models import Card
from ponte.people.rights import restricting
from ponte.people.rights.models import Restriction
from ponte.people.search import search
from ponte.people.urls import CardCode
from ponte.platform.audit import actions as audit

router = Router(tags=["people"])

Identifier = Annotated[str, Path(pattern=f"^{CardCode.regex}$", description="Code of a card.")]


class Person(Schema):
    """What a list says of a person. `name` is the one to call them by: the chosen name where there is one."""

    identifier: str
    name: str
    native_name: str
    birth_date: str | None = Field(description="As precise as it was told: 1985, 1985-03 or 1985-03-12.")
    citizenship: list[str] = Field(description="ISO 3166 alpha-2.")
    phone: str


class RestrictionRead(Schema):
    kind: Literal[tuple(Restriction.Kind.values)] = Field(  # type: ignore[valid-type]
        description="GDPR, art. 18 or 21."
    )
    since: dt.date


class PersonRead(Person):
    """What the page of a person says first. The legal name beside a chosen one is not here: it is behind a step of
    its own, with a reason."""

    sex: str
    birth_place: str
    birth_country: str
    languages: list[str] = Field(description="ISO 639-3, best known first.")
    needs_mediator: bool | None
    email: str
    municipality: str | None = Field(description="ISTAT code.")
    other_identifiers: list[str] = Field(description="Other cards of the same person that this token may read.")
    restrictions: list[RestrictionRead] = Field(description="While there is one, the data may be kept and not used.")


class People(Schema):
    people: list[Person]
    there_are_more: bool = Field(description="More people fit: say more of the person.")


def listed(card: Card) -> Person:
    return Person(
        identifier=card.code,
        name=card.display_name,
        native_name=card.shown_native_name,
        birth_date=str(card.born) if card.born else None,
        citizenship=card.citizenships,
        phone=card.phone,
    )


def shown(request: HttpRequest, card: Card) -> PersonRead:
    others = queries.visible_to(user_of(request)).filter(person_id=card.person_id).exclude(pk=card.pk)
    return PersonRead(
        **listed(card).dict(),
        sex=card.sex,
        birth_place=card.birth_place,
        birth_country=card.birth_country,
        languages=card.languages,
        needs_mediator=card.needs_mediator,
        email=card.email,
        municipality=card.area.istat_code or None if card.area else None,
        other_identifiers=list(others.order_by("pk").values_list("code", flat=True)),
        restrictions=[RestrictionRead(kind=one.kind, since=one.since) for one in restricting.in_force([card.pk])],
    )


def read(request: HttpRequest, identifier: str) -> Card:
    """The card, noted as read: one that the team knows, or that is opened to it for a time. Raises `Http404`."""
    try:
        card = queries.for_page(user_of(request), identifier)
    except Card.DoesNotExist:
        return opened.read(request, identifier)[0]
    audit.record("people.read_card", card, by=user_of(request))
    return card


@router.get("", response={200: People, **PROBLEMS}, url_name="people", summary="Search people")
@needs(Scope.PEOPLE_READ)
def search_people(
    request: HttpRequest,
    q: Annotated[str, Query(min_length=1, max_length=100)],
    limit: Annotated[int, Query(ge=1, le=50)] = 20,
) -> People:
    """By the words of a name in any script, code, telephone, e-mail or document: exact answers first, then names that
    sound alike. There is no list of everybody."""
    found = search(user_of(request), q, most=limit)
    audit.record(
        "people.search_people", by=user_of(request), several=found.cards, after={"q": q, "page": "v1:people"}
    )
    return People(people=[listed(card) for card in found.cards], there_are_more=found.there_are_more)


@router.get(
    "/{card_code:identifier}", response={200: PersonRead, **PROBLEMS}, url_name="person", summary="Read a person"
)
@needs(Scope.PEOPLE_READ)
def read_person(request: HttpRequest, identifier: Identifier) -> PersonRead:
    return shown(request, read(request, identifier))
