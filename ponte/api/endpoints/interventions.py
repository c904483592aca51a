# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The register of the team's work: what was done with whom, and recording one more contact."""

import datetime as dt
from typing import Annotated, Any, Literal

from django.db.models import Prefetch, Q, QuerySet
from django.http import HttpRequest, QueryDict
from django.utils import timezone
from ninja import Query, Router, Schema
from pydantic import Field

from ponte.api.authentication import needs, service_of, user_of
from ponte.api.models import Scope
from ponte.api.problems import ProblemError
from ponte.api.repeats import REPEATABLE, once
from ponte.api.schemas import PROBLEMS, WRITING, Asked, Cursor, Limit, Number, keys_in, page_of
from ponte.api.sentences import of_form
from ponte.network.models import Project
from ponte.people import queries as people
from ponte.people.models import Card
from ponte.people.views.web import card_or_404
from ponte.register import actions, listing, queries
from ponte.register.forms.fields import CONTACT_KINDS
from ponte.register.forms.quick import QuickForm
from ponte.register.models import Intervention, Participation, ProjectShare, Setting

router = Router(tags=["register"])

# Not as enumerations: the document would take all that are called Kind for one.
KINDS = tuple(Intervention.Kind.values)


class Participating(Schema):
    """A registered person, a code, or a headcount; somebody whom this token may not see is counted as one."""

    person: str | None
    name: str | None
    code: str
    headcount: int | None
    role: str
    first_contact: bool | None
    referred_to: str
    outcome: str


class InterventionShown(Schema):
    id: int
    service: str
    organisation: str
    projects: list[str]
    kind: Literal[KINDS]  # type: ignore[valid-type]
    date: dt.date
    minutes: int | None
    setting: str
    municipality: str | None
    languages: list[str]
    staff: list[str]
    group: str
    partner: str
    participations: list[Participating]


class Interventions(Schema):
    interventions: list[InterventionShown]
    next: str | None


class Recorded(Asked):
    """One contact, under the columns of the register sheet, with a person, a code or a number of people."""

    kind: Literal[tuple(kind.value for kind in CONTACT_KINDS)]  # type: ignore[valid-type]
    date: dt.date | None = Field(None, description="Today unless given.")
    minutes: Number | None = None
    setting: Literal[("", *Setting.values)] = ""  # type: ignore[valid-type]
    language: Annotated[str, Field(max_length=3)] = ""
    project: Annotated[str, Field(max_length=80)] = ""
    person: Annotated[str, Field(max_length=8)] = ""
    code: Annotated[str, Field(max_length=20)] = ""
    headcount: Number | None = None
    role: Literal[("", *Participation.Role.values)] = ""  # type: ignore[valid-type]
    first_contact: bool = False
    referred_to: Annotated[str, Field(max_length=160)] = ""
    outcome: Literal[("", *Participation.Outcome.values)] = ""  # type: ignore[valid-type]
    note: Annotated[str, Field(max_length=5000)] = Field("", description="Stays in the team; never read back here.")


def _told(found: QuerySet[Intervention]) -> QuerySet[Intervention]:
    return found.select_related("service", "organisation", "area").prefetch_related(
        "staff",
        Prefetch("project_shares", ProjectShare.objects.select_related("project").order_by("pk")),
        Prefetch(
            "participations",
            Participation.objects.select_related("card", "referred_to_service").order_by("position", "pk"),
        ),
    )


def shown(intervention: Intervention) -> InterventionShown:
    return InterventionShown(
        id=intervention.pk,
        service=intervention.service.slug,
        organisation=intervention.organisation.slug,
        projects=[share.project.slug for share in intervention.project_shares.all()],
        kind=intervention.kind,
        date=intervention.date,
        minutes=intervention.minutes,
        setting=intervention.setting,
        municipality=intervention.area.istat_code or None if intervention.area else None,
        languages=intervention.languages,
        staff=[member.name for member in intervention.staff.all()],
        group=intervention.group,
        partner=intervention.partner,
        participations=[_participating(row) for row in intervention.participations.all()],
    )


def _participating(row: Participation) -> Participating:
    return Participating(
        person=row.card.code if row.card else None,
        name=row.card.display_name if row.card else None,
        code=row.code,
        headcount=row.headcount if row.card_id is None or row.card is not None else 1,
        role=row.role,
        first_contact=row.first_contact,
        referred_to=row.referred_to_service.slug if row.referred_to_service else row.referred_to,
        outcome=row.outcome,
    )


@router.get("", response={200: Interventions, **PROBLEMS}, url_name="interventions", summary="List interventions")
@needs(Scope.REGISTER_READ)
def list_interventions(
    request: HttpRequest,
    since: dt.date | None = None,
    until: dt.date | None = None,
    kind: Literal[KINDS] | None = None,  # type: ignore[valid-type]
    person: Annotated[str, Query(max_length=8)] = "",
    cursor: Cursor = "",
    limit: Limit = 50,
) -> Interventions:
    """Those of the token's service, the latest first; what was taken back is not among them."""
    user = user_of(request)
    if person:
        person = card_or_404(request, person.upper()).code
    filters = listing.Filters(period=listing.Period.ALL, since=since, until=until, kind=kind or "", person=person)
    found = listing.matching(user, queries.reach_of(user), filters)
    if cursor:
        date, pk = keys_in(cursor, dt.date, int)
        found = found.filter(Q(date__lt=date) | Q(date=date, pk__lt=pk))
    page, following = page_of(_told(found).order_by("-date", "-pk"), limit, "date", "pk")
    return Interventions(interventions=[shown(intervention) for intervention in page], next=following)


def _again(request: HttpRequest, pk: int) -> InterventionShown:
    return shown(_told(queries.visible_to(user_of(request))).get(pk=pk))


@router.post(
    "",
    response={201: InterventionShown, **WRITING},
    url_name="record_intervention",
    openapi_extra=REPEATABLE,
    summary="Record a contact",
)
@needs(Scope.REGISTER_WRITE)
@once(_again)
def record_intervention(request: HttpRequest, asked: Recorded) -> tuple[int, Any]:
    """As the page for one contact: done by whoever made the token, for the token's service."""
    user = user_of(request)
    data = QueryDict(mutable=True)
    for name in ("kind", "setting", "language", "code", "outcome", "referred_to", "note"):
        data[name] = getattr(asked, name)
    for name in ("minutes", "headcount"):
        data[name] = str(getattr(asked, name) or "")
    data["service"] = str(service_of(request).pk)
    data["date"] = (asked.date or timezone.localdate()).isoformat()
    data["role"] = asked.role
    data["card"] = str(_card(request, asked.person).pk) if asked.person else ""
    if asked.project:
        data["project"] = str(Project.objects.filter(slug=asked.project).values_list("pk", flat=True).first() or 0)
    if asked.first_contact:
        data["first_contact"] = "on"
    form = QuickForm(data, user=user, services=people.team_services(user), people=people.visible_to(user))
    if not form.is_valid():
        raise ProblemError(422, errors=of_form(form))
    made = actions.record_intervention(by=user, **form.entry())
    return made.pk, _again(request, made.pk)


def _card(request: HttpRequest, code: str) -> Card:
    return card_or_404(request, code.upper())
