# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Searching the directory: the same criteria narrow services, projects, organisations and areas."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, TypeVar

from django.db.models import Case, Count, Func, IntegerField, Model, Q, QuerySet, TextField, Value, When, Window

from ponte.network import queries
from ponte.network.models import Area, Organisation, Partnership, Project, Service

Found = TypeVar("Found", bound=Model)

ACCENTED = "àáâãäåçèéêëìíîïñòóôõöùúûüýÿ’‘"
PLAIN = "aaaaaaceeeeiiiinooooouuuuyy''"


class Folded(Func):
    """Texts, one after the other, in small letters without accents; `folded` does the same to what is looked for."""

    template = (
        f"translate(lower(concat_ws(' ', %(expressions)s)), '{ACCENTED}', '{PLAIN.replace(chr(39), chr(39) * 2)}')"
    )
    output_field = TextField()


def folded(text: str) -> str:
    return text.lower().translate(str.maketrans(ACCENTED, PLAIN))


@dataclass(frozen=True, slots=True)
class Criteria:
    """What somebody looks for; an empty criterion lets everything through."""

    text: str = ""
    service_kind: str = ""
    area: Area | None = None
    language: str = ""
    funder: str = ""
    words: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "words", tuple(folded(self.text).split()))

    @property
    def narrow_services(self) -> bool:
        return bool(self.service_kind or self.language or self.funder)


def services(criteria: Criteria) -> QuerySet[Service]:
    found = _matching(
        queries.services(),
        criteria,
        "name", "other_names", "description", "audience", "activities", "territory", "provider__name",
    )  # fmt: skip
    if criteria.service_kind:
        found = found.filter(kind=criteria.service_kind)
    if criteria.language:
        found = found.filter(languages__contains=[criteria.language])
    if criteria.funder:
        found = found.filter(pk__in=_given(criteria.funder).values("service"))
    if criteria.area:
        found = found.filter(pk__in=Service.objects.filter(queries.reaching(criteria.area)).values("pk"))
    return found


def projects(criteria: Criteria) -> QuerySet[Project]:
    """Of a kind of service or a language: the projects that run such a service."""
    found = _matching(
        queries.projects(),
        criteria,
        "name", "other_names", "field", "description", "objectives", "activities", "territory", "lead__name",
    )  # fmt: skip
    if criteria.service_kind or criteria.language:
        run = services(Criteria(service_kind=criteria.service_kind, language=criteria.language))
        found = found.filter(pk__in=Project.services.through.objects.filter(service__in=run).values("project"))
    if criteria.funder:
        found = found.filter(pk__in=_given(criteria.funder).values("project"))
    if criteria.area:
        found = found.filter(pk__in=Project.objects.filter(queries.reaching(criteria.area)).values("pk"))
    return found


def organisations(criteria: Criteria) -> QuerySet[Organisation]:
    """Of a kind of service, a language or a funder: those with a part in such services (or funded projects).

    Of an area: those that have their seat there, or run services for it.
    """
    found = _matching(queries.organisations(), criteria, "name", "short_name", "other_names", "description")
    part_of = Partnership.objects.all()
    if criteria.service_kind or criteria.language:
        run = services(Criteria(service_kind=criteria.service_kind, language=criteria.language))
        found = found.filter(pk__in=part_of.filter(service__in=run.values("pk")).values("organisation"))
    if criteria.funder:
        given = _given(criteria.funder)
        found = found.filter(
            pk__in=part_of.filter(Q(service__in=given.values("service")) | Q(project__in=given.values("project")))
            .exclude(role__in=queries.GIVING)
            .values("organisation")
        )
    if criteria.area:
        serving = Service.objects.filter(queries.reaching(criteria.area))
        found = found.filter(
            Q(area__in=queries.areas_within(criteria.area).values("pk"))
            | Q(area__in=queries.areas_around(criteria.area))
            | Q(pk__in=serving.values("provider"))
        )
    return found


def areas(criteria: Criteria) -> QuerySet[Area]:
    """Of services of some kind, language or funder: where these are offered."""
    found = _matching(Area.objects.select_related("parent", "district"), criteria, "name", "istat_code")
    if criteria.area:
        found = found.filter(pk__in=queries.areas_within(criteria.area).values("pk"))
    if criteria.narrow_services:
        offered = services(
            Criteria(service_kind=criteria.service_kind, language=criteria.language, funder=criteria.funder)
        )
        found = found.filter(pk__in=Service.areas.through.objects.filter(service__in=offered).values("area"))
    return found


def first(found: QuerySet[Found], most: int) -> tuple[list[Found], int]:
    """The first of them and how many there are, looked for once."""
    rows: list[Any] = list(found.annotate(how_many=Window(Count("pk")))[:most])
    return rows, rows[0].how_many if rows else 0


def counts(criteria: Criteria) -> Mapping[str, int]:
    """How many of each kind of thing match, in one query."""
    found: dict[str, QuerySet[Any]] = {
        "services": services(criteria),
        "projects": projects(criteria),
        "organisations": organisations(criteria),
        "areas": areas(criteria),
    }
    rows = [
        queryset.order_by().values(thing=Value(name)).annotate(total=Count("pk", distinct=True))
        for name, queryset in found.items()
    ]
    totals = {row["thing"]: row["total"] for row in rows[0].union(*rows[1:], all=True)}
    return {name: totals.get(name, 0) for name in found}


def _given(funder: str) -> QuerySet[Partnership]:
    return Partnership.objects.filter(organisation__slug=funder, role__in=queries.GIVING)


def _matching(queryset: QuerySet[Found], criteria: Criteria, *names: str) -> QuerySet[Found]:
    """Rows that hold every word in one of these columns; those that hold all in their name come first."""
    if not criteria.words:
        return queryset
    annotated: QuerySet[Any] = queryset.annotate(searched=Folded(*names), searched_name=Folded("name"))
    everywhere, in_name = Q(), Q()
    for word in criteria.words:
        everywhere &= Q(searched__contains=word)
        in_name &= Q(searched_name__contains=word)
    rank = Case(When(in_name, then=0), default=1, output_field=IntegerField())
    return annotated.filter(everywhere).order_by(rank, *(queryset.model._meta.ordering or ()))
