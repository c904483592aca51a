# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Enrolments of the team: who was taken on, and taking somebody on."""

import datetime as dt
from typing import Annotated, Any

from django.http import HttpRequest, QueryDict
from django.utils import timezone
from ninja import Query, Router, Schema
from pydantic import Field

from ponte.accounts.models import User
from ponte.api.authentication import needs, service_of, user_of
from ponte.api.models import Scope
from ponte.api.problems import ProblemError
from ponte.api.repeats import REPEATABLE, once
from ponte.api.schemas import PROBLEMS, WRITING, Asked, Cursor, Limit, keys_in, page_of
from ponte.api.sentences import of_form
from ponte.network.models import Project
from ponte.people import enrolling, queries
from ponte.people.forms.enrolments import OpenForm
from ponte.people.models import Enrolment
from ponte.people.views.enrolments import card_to_take_on

router = Router(tags=["enrolments"])


class EnrolmentShown(Schema):
    id: int
    person: str = Field(description="Identifier of the card.")
    name: str
    service: str
    project: str | None
    opened_on: dt.date
    closed_on: dt.date | None
    reason: str
    outcome: str
    referent: str | None


class Enrolments(Schema):
    enrolments: list[EnrolmentShown]
    next: str | None


class Opened(Asked):
    person: Annotated[str, Field(max_length=8)]
    opened_on: dt.date | None = Field(None, description="Today unless given.")
    project: Annotated[str, Field(max_length=80)] = ""
    referent: Annotated[str, Field(max_length=254)] = Field(
        "", description="E-mail of a member of the team; whoever made the token unless given."
    )
    reason: Annotated[str, Field(max_length=300)] = ""


def shown(enrolment: Enrolment) -> EnrolmentShown:
    return EnrolmentShown(
        id=enrolment.pk,
        person=enrolment.card.code,
        name=enrolment.card.display_name,
        service=enrolment.service.slug,
        project=enrolment.project.slug if enrolment.project else None,
        opened_on=enrolment.opened_on,
        closed_on=enrolment.closed_on,
        reason=enrolment.reason,
        outcome=enrolment.outcome,
        referent=enrolment.referent.name if enrolment.referent else None,
    )


def _visible(request: HttpRequest) -> Any:
    return queries.enrolments_visible_to(user_of(request)).select_related("card", "service", "project", "referent")


@router.get("", response={200: Enrolments, **PROBLEMS}, url_name="enrolments", summary="List enrolments")
@needs(Scope.ENROLMENTS_READ)
def list_enrolments(
    request: HttpRequest,
    person: Annotated[str, Query(max_length=8)] = "",
    is_open: bool | None = None,
    cursor: Cursor = "",
    limit: Limit = 50,
) -> Enrolments:
    """Those of the token's team, the newest first."""
    found = _visible(request)
    if person:
        found = found.filter(card__code=person.upper())
    if is_open is not None:
        found = found.filter(closed_on__isnull=is_open)
    if cursor:
        found = found.filter(pk__lt=keys_in(cursor, int)[0])
    page, following = page_of(found.order_by("-pk"), limit, "pk")
    return Enrolments(enrolments=[shown(enrolment) for enrolment in page], next=following)


@router.post(
    "",
    response={201: EnrolmentShown, **WRITING},
    url_name="open_enrolment",
    openapi_extra=REPEATABLE,
    summary="Open an enrolment",
)
@needs(Scope.ENROLMENTS_WRITE)
@once(lambda request, pk: shown(_visible(request).get(pk=pk)))
def open_enrolment(request: HttpRequest, asked: Opened) -> tuple[int, Any]:
    """The token's service takes on somebody whom it knows, or who was shared with it for that."""
    user, card = user_of(request), card_to_take_on(request, asked.person.upper())
    data = QueryDict(mutable=True)
    data["service"] = str(service_of(request).pk)
    data["opened_on"] = (asked.opened_on or timezone.localdate()).isoformat()
    data["reason"] = asked.reason
    data["project"] = _pk_of(Project.objects.filter(slug=asked.project)) if asked.project else ""
    data["referent"] = _pk_of(User.objects.filter(email__iexact=asked.referent)) if asked.referent else str(user.pk)
    form = OpenForm(data, user=user, card=card)
    if not form.is_valid():
        raise ProblemError(422, errors=of_form(form))
    enrolment = enrolling.open_enrolment(card=card, by=user, **form.cleaned_data)
    return enrolment.pk, shown(enrolment)


def _pk_of(found: Any) -> str:
    """What the form then refuses, where there is none."""
    return str(found.values_list("pk", flat=True).first() or 0)
