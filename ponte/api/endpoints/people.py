# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""People: searched for and read as on their pages."""

from typing import Annotated

from django.http import Http404, HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from ponte.api.authentication import needs, user_of
from ponte.api.models import Scope
from ponte.api.schemas import PROBLEMS
from ponte.people import queries
from ponte.people.models import Card
from ponte.people.search import search
from ponte.platform.audit import actions as audit

router = Router(tags=["people"])


class Person(Schema):
    """What a list says of a person. `name` is the one to call them by: the chosen name where there is one."""

    identifier: str
    name: str
    native_name: str
    birth_date: str | None = Field(description="As precise as it was told: 1985, 1985-03 or 1985-03-12.")
    citizenship: list[str]
    phone: str

    @staticmethod
    def of(card: Card) -> "Person":
        return Person(
            identifier=card.code,
            name=card.display_name,
            native_name=card.shown_native_name,
            birth_date=str(card.born) if card.born else None,
            citizenship=card.citizenships,
            phone=card.phone,
        )


class People(Schema):
    people: list[Person]
    there_are_more: bool = Field(description="More people fit: say more of the person.")


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
    return People(people=[Person.of(card) for card in found.cards], there_are_more=found.there_are_more)


@router.get("/{identifier}", response={200: Person, **PROBLEMS}, url_name="person", summary="Read a person")
@needs(Scope.PEOPLE_READ)
def read_person(request: HttpRequest, identifier: str) -> Person:
    try:
        card = queries.for_page(user_of(request), identifier)
    except Card.DoesNotExist:
        raise Http404 from None
    audit.record("people.read_card", card, by=user_of(request))
    return Person.of(card)
