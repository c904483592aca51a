# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Puts an organisation's year together: what its services and projects say of themselves, and what was counted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Prefetch
from django.utils import timezone
from django.utils.translation import gettext as _

from ponte.network.models import Organisation, Partnership, Project, ReportingPeriod, Service
from ponte.register.facts import FACTS, Source
from ponte.register.indicators import definition_of, render
from ponte.register.measures import Definition, Measure, Result, compute_many, suppress
from ponte.register.measures.names import DIMENSION_NAMES, format_value, key_names
from ponte.register.models import Indicator
from ponte.reports.content import AnnualReport, Elsewhere, Figure, Part, Party, Section
from ponte.reports.definitions import plain_definition
from ponte.reports.periods import Period, lives_in, period_of

FUNDING = frozenset({Partnership.Role.FUNDER})
BESIDE = frozenset(
    {
        Partnership.Role.PARTNER,
        Partnership.Role.NETWORK,
        Partnership.Role.SUPPORTER,
        Partnership.Role.COMMISSIONER,
    }
)
AVERAGES = frozenset({Measure.MEAN_AGE, Measure.SHARE})
# The filters that JSON names beside the figure, and so the words by which it tells two figures apart.
FACETS = ("kind", "role", "result", "setting", "recipient")


def build(organisation: Organisation, year: int, *, suppress_below: int | None = None) -> AnnualReport:
    """The annual report of an organisation, computed from the register as it stands.

    With `suppress_below`, figures that count fewer people are withheld. Who may see it is for the caller to ask.
    Raises `MeasureError` where an indicator asks what cannot be computed.
    """
    return assemble(take_stock(organisation, year), suppress_below=suppress_below)


@dataclass(frozen=True, slots=True)
class Counted:
    """One section with the results of its indicators, in their order, and those of the year before."""

    subject: Service | Project
    period: Period
    interventions: int
    indicators: Sequence[Indicator]
    results: Sequence[Result]
    before: Sequence[Result] | None


@dataclass(frozen=True, slots=True)
class Stock:
    """All that a report is made of, counted once for the version with every figure and the one without small ones."""

    organisation: Organisation
    year: int
    taken_at: datetime
    counted: Sequence[Counted]
    elsewhere: Sequence[Elsewhere]


def subjects_of(organisation: Organisation) -> list[Service | Project]:
    """The services that the organisation provides, and the projects that it leads, each in their order."""
    indicators = Prefetch("indicators", Indicator.objects.order_by("position", "id"))
    # Of the organisations beside it, only the names are told.
    partnerships = Partnership.objects.select_related("organisation").only(
        "service_id", "project_id", "role", "note", "organisation__name"
    )
    beside = Prefetch("partnerships", partnerships)
    services = Service.objects.filter(provider=organisation).prefetch_related(indicators, beside, "staff_roles")
    projects = Project.objects.filter(lead=organisation).prefetch_related(indicators, beside, "staff_roles")
    return [*services, *projects]


def period_before(subject: Service | Project, year: int) -> Period | None:
    """The same period a year earlier; what is told of a project's whole life has none."""
    return None if period_of(subject, year).kind == ReportingPeriod.PROJECT else period_of(subject, year - 1)


def take_stock(
    organisation: Organisation,
    year: int,
    *,
    subjects: Sequence[Service | Project] | None = None,
    source: Source = FACTS,
) -> Stock:
    counted = _count(subjects_of(organisation) if subjects is None else subjects, year, source)
    return Stock(
        organisation=organisation,
        year=year,
        taken_at=timezone.now(),
        counted=[one for one in counted if one.interventions or lives_in(one.subject, year)],
        elsewhere=_elsewhere(organisation, year),
    )


def _count(subjects: Sequence[Service | Project], year: int, source: Source) -> list[Counted]:
    """Every figure of every section, of this year and the one before, asked of the engine at once."""
    wanted: list[Definition] = []
    plans: list[tuple[Service | Project, list[Indicator], Period, slice, slice | None]] = []
    for subject in subjects:
        indicators = list(subject.indicators.all())
        period, earlier = period_of(subject, year), period_before(subject, year)
        # First, whether anything was recorded at all; it shares the scan of the section's figures.
        now = _ask(wanted, [_work_of(subject, period), *_definitions(indicators, period)])
        before = _ask(wanted, _definitions(indicators, earlier)) if earlier else None
        plans.append((subject, indicators, period, now, before))
    results = compute_many(wanted, source)
    return [
        Counted(
            subject=subject,
            period=period,
            interventions=int(results[now][0].total or 0),
            indicators=indicators,
            results=results[now][1:],
            before=None if before is None else results[before],
        )
        for subject, indicators, period, now, before in plans
    ]


def _ask(wanted: list[Definition], more: Sequence[Definition]) -> slice:
    wanted += more
    return slice(len(wanted) - len(more), len(wanted))


def _definitions(indicators: Iterable[Indicator], period: Period) -> list[Definition]:
    return [definition_of(one, since=period.since, until=period.until) for one in indicators]


def _work_of(subject: Service | Project, period: Period) -> Definition:
    is_service = isinstance(subject, Service)
    return Definition(
        "interventions",
        services=() if not is_service else (subject.slug,),
        projects=(subject.slug,) if not is_service else (),
        since=period.since,
        until=period.until,
    )


def assemble(stock: Stock, *, suppress_below: int | None = None) -> AnnualReport:
    """The report of a stock, whole or without small figures."""
    sections = [_section(one, suppress_below) for one in stock.counted]
    return AnnualReport(
        organisation=stock.organisation.slug,
        name=stock.organisation.name,
        year=stock.year,
        computed_at=stock.taken_at,
        services=tuple(section for section in sections if section.kind == "service"),
        projects=tuple(section for section in sections if section.kind == "project"),
        takes_part=tuple(stock.elsewhere),
        description=stock.organisation.description,
        shown_from=suppress_below,
    )


def _section(counted: Counted, suppress_below: int | None) -> Section:
    subject = counted.subject
    is_project = isinstance(subject, Project)
    return Section(
        kind="project" if is_project else "service",
        slug=subject.slug,
        name=subject.name,
        period=counted.period,
        type=subject.field if isinstance(subject, Project) else str(subject.get_kind_display()),
        territory=subject.territory,
        description=subject.description,
        # A service is told by its description; a project by what it does.
        activities=subject.activities if is_project else "",
        objectives=subject.objectives,
        staff=tuple(_staff_line(role.name, role.count, role.note) for role in subject.staff_roles.all()),
        partners=_parties(subject.partnerships.all(), BESIDE),
        partners_note=subject.partners_note,
        funders=_parties(subject.partnerships.all(), FUNDING),
        funders_note=subject.funders_note,
        status=subject.status if isinstance(subject, Project) else "",
        figures=tuple(_figures(counted, suppress_below)) if counted.interventions else (),
    )


def _staff_line(name: str, count: int | None, note: str) -> str:
    line = f"{name[:1].upper()}{name[1:]}"
    if count:
        line = _("%(role)s: n. %(count)d") % {"role": line, "count": count}
    return f"{line} ({note})" if note else line


def _parties(partnerships: Iterable[Partnership], roles: frozenset[Partnership.Role]) -> tuple[Party, ...]:
    return tuple(
        Party(name=one.organisation.name, role=one.role, note=one.note) for one in partnerships if one.role in roles
    )


def _figures(counted: Counted, suppress_below: int | None) -> Iterable[Figure]:
    before: Sequence[Result | None] = counted.before or [None] * len(counted.results)
    for indicator, result, earlier in zip(counted.indicators, counted.results, before, strict=True):
        if suppress_below:
            result, earlier = suppress(result, suppress_below), earlier and suppress(earlier, suppress_below)
        yield _figure(indicator, result, earlier, counted.period)


def _figure(indicator: Indicator, result: Result, before: Result | None, period: Period) -> Figure:
    by = indicator.by or None
    names = key_names(by, [row.keys[0] for row in result.rows]) if by else {}
    values_before = before.breakdown() if by and before else {}
    # Of a key that the year before did not have, there was none; but a mean of nobody is no number.
    unknown = before is None or before.withholds_breakdown or result.definition.measure in AVERAGES
    unheard = None if unknown else 0
    return Figure(
        key=indicator.key,
        label=indicator.name,
        measure=str(result.definition.measure),
        total=result.total,
        sentence=_sentence(indicator, result, period),
        definition=plain_definition(result.definition),
        definition_before=plain_definition(before.definition) if before else None,
        facets=_facets(indicator),
        by=by,
        by_label=_capitalised(str(DIMENSION_NAMES[by])) if by else "",
        parts=tuple(
            Part(row.keys[0], names[row.keys[0]], row.value, values_before.get(row.keys[0], unheard))
            for row in result.rows
        )
        if by
        else (),
        before=before.total if before else None,
        withheld=bool(result.suppressed),
    )


def _sentence(indicator: Indicator, result: Result, period: Period) -> str:
    if indicator.sentence:
        return render(indicator.sentence, result, period=period.label)
    value = format_value(result.definition.measure, result.total, withheld=bool(result.suppressed))
    return f"{indicator.name}: {value}"


def _facets(indicator: Indicator) -> dict[str, Any]:
    """What JSON says of a figure beside its measure: its narrowest filters, and the word for what is counted."""
    facets: dict[str, Any] = {}
    for name in FACETS:
        if values := indicator.filters.get(name):
            facets[name] = values[0] if len(values) == 1 else list(values)
    if indicator.of:
        facets |= {"of": indicator.of, "value": indicator.value}
    if indicator.subject:
        facets["kind"] = indicator.subject
    return facets


def _capitalised(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def _elsewhere(organisation: Organisation, year: int) -> list[Elsewhere]:
    """The projects of others in which the organisation has a part, with its roles in each."""
    partnerships = (
        Partnership.objects.filter(organisation=organisation, project__isnull=False)
        .exclude(project__lead=organisation)
        .exclude(role__in=[Partnership.Role.LEAD, *FUNDING])
        .select_related("project__lead")
        .only(
            "role", "project__slug", "project__name", "project__starts_on", "project__ends_on", "project__lead__name"
        )
        .order_by("project__position", "project__name", "role")
    )
    roles: dict[Project, list[str]] = {}
    for one in partnerships:
        if one.project and lives_in(one.project, year):
            roles.setdefault(one.project, []).append(str(one.get_role_display()))
    return [
        Elsewhere(slug=project.slug, name=project.name, lead=project.lead.name, roles=tuple(held))
        for project, held in roles.items()
    ]
