# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The report as a reader sees it: every number and label put in words, once for page, PDF, Word and HTML."""

from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from django.utils.formats import date_format
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from ponte.network.models import ReportingPeriod
from ponte.register.measures.names import format_value
from ponte.reports import charts
from ponte.reports.charts import Chart
from ponte.reports.content import AnnualReport, Elsewhere, Figure, Part, Party, Section
from ponte.reports.dates import long_day
from ponte.reports.wording import change, nothing_recorded

BULLETS: Final = ("- ", "• ", "– ")


@dataclass(frozen=True, slots=True)
class ShownPart:
    part: Part
    label: str
    value: str
    before: str


@dataclass(frozen=True, slots=True)
class ShownFigure:
    figure: Figure
    anchor: str
    label: str
    total: str
    before: str
    change: str
    change_note: str
    sentence: str
    by_label: str
    parts_title: str
    parts: tuple[ShownPart, ...]
    chart: Chart | None


@dataclass(frozen=True, slots=True)
class Block:
    """Paragraphs, or the items of a list."""

    lines: tuple[str, ...]
    is_list: bool = False


@dataclass(frozen=True, slots=True)
class ShownFact:
    """One labelled cell of a section."""

    label: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ShownSection:
    section: Section
    anchor: str
    name: str
    period: str
    column: str
    column_before: str
    before: tuple[ShownFact, ...]  # what stands above the results
    figures: tuple[ShownFigure, ...]
    nothing: str
    chart: Chart | None
    after: tuple[ShownFact, ...]  # what stands below them


@dataclass(frozen=True, slots=True)
class ShownPartOfReport:
    anchor: str
    title: str
    sections: tuple[ShownSection, ...]


@dataclass(frozen=True, slots=True)
class ShownReport:
    report: AnnualReport
    title: str
    organisation: str
    year: str
    year_before: str
    year_after: str
    computed: str
    description: str
    parts: tuple[ShownPartOfReport, ...]
    elsewhere: tuple[Elsewhere, ...]
    withheld: str
    edition: str = ""
    words: dict[str, str] = field(default_factory=dict)

    @property
    def sections(self) -> tuple[ShownSection, ...]:
        return tuple(section for part in self.parts for section in part.sections)

    @property
    def headlines(self) -> tuple[tuple[ShownSection, ShownFigure], ...]:
        """The first figure of each section that has any: the year at a glance."""
        return tuple((section, section.figures[0]) for section in self.sections if section.figures)


def show(report: AnnualReport, *, edition: str = "") -> ShownReport:
    """Put `report` in words, in the active language. `edition` names the published version, if it is one."""
    parts = (
        ("services", _("Servizi"), report.services),
        ("projects", _("Progetti"), report.projects),
    )
    computed = localtime(report.computed_at)
    return ShownReport(
        report=report,
        title=_("Servizi erogati e progetti realizzati"),
        organisation=report.name,
        year=str(report.year),
        year_before=str(report.year - 1),
        year_after=str(report.year + 1),
        computed=_("Dati calcolati dal registro delle attività il %(day)s alle %(time)s")
        % {"day": long_day(computed), "time": date_format(computed, "H:i")},
        description=report.description,
        parts=tuple(
            ShownPartOfReport(anchor, title, tuple(_section(section, report.year) for section in sections))
            for anchor, title, sections in parts
            if sections
        ),
        elsewhere=report.takes_part,
        withheld=_("I valori da 1 a %(most)d che contano persone non sono mostrati.")
        % {"most": report.shown_from - 1}
        if report.shown_from
        else "",
        edition=edition,
        words=_words(report),
    )


def _words(report: AnnualReport) -> dict[str, str]:
    return {
        "year": _("Anno %(year)d") % {"year": report.year},
        "contents": _("Indice"),
        "glance": _("L'anno in sintesi"),
        "section": _("Servizio o progetto"),
        "results": _("Risultati raggiunti"),
        "indicator": _("Indicatore"),
        "value": _("Valore"),
        "before": _("Anno prima"),
        "change": _("Variazione"),
        "elsewhere": _("Partecipa a"),
        "project": _("Progetto"),
        "lead": _("Capofila"),
        "role": _("Ruolo"),
        "page": _("Pagina"),
        "annual_report": _("Rapporto annuale"),
    }


def _section(section: Section, year: int) -> ShownSection:
    above, below = _facts(section)
    return ShownSection(
        section=section,
        anchor=f"{section.kind}-{section.slug}",
        name=section.name,
        period=section.period.label,
        column=_column(section.period.kind, year),
        column_before=_column(section.period.kind, year - 1),
        before=above,
        figures=tuple(_figure(section, figure) for figure in section.figures),
        nothing="" if section.has_results else nothing_recorded(section),
        chart=charts.of_section(section),
        after=below,
    )


def _column(kind: str, year: int) -> str:
    """A short name of the period, to stand over numbers."""
    match kind:
        case ReportingPeriod.SCHOOL_YEAR:
            return f"{year}/{(year + 1) % 100:02}"
        case ReportingPeriod.FIRST_HALF:
            return _("1° sem. %(year)d") % {"year": year}
        case ReportingPeriod.PROJECT:
            return _("fino al %(year)d") % {"year": year}
    return str(year)


def _facts(section: Section) -> tuple[tuple[ShownFact, ...], tuple[ShownFact, ...]]:
    is_project = section.kind == "project"
    above = (
        _text(
            pgettext("area di lavoro", "Area") if is_project else _("Tipologia"),
            section.type[:1].upper() + section.type[1:],
        ),
        _text(_("Periodo"), section.period.label),
        _text(_("Territorio"), section.territory),
        _text(_("Descrittivo"), section.description),
        _text(_("Attività"), section.activities),
        _text(_("Obiettivi"), section.objectives),
        _listed(_("Personale"), section.staff),
    )
    below = (
        _parties(_("Partnership"), section.partners, section.partners_note),
        _parties(_("Sostenuto da"), section.funders, section.funders_note),
    )
    return _present(above), _present(below)


def _present(facts: tuple[ShownFact | None, ...]) -> tuple[ShownFact, ...]:
    return tuple(fact for fact in facts if fact is not None)


def _text(label: str, text: str) -> ShownFact | None:
    """Lines that begin with a dash or a bullet are items of a list; every other line is a paragraph."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    blocks = []
    for is_list, group in groupby(lines, key=lambda line: line.startswith(BULLETS)):
        shown = tuple(line[2:].strip() if is_list else line for line in group)
        blocks.append(Block(shown, is_list=is_list))
    return ShownFact(label, tuple(blocks)) if blocks else None


def _listed(label: str, items: tuple[str, ...]) -> ShownFact | None:
    return ShownFact(label, (Block(items, is_list=len(items) > 1),)) if items else None


def _parties(label: str, parties: tuple[Party, ...], note: str) -> ShownFact | None:
    """The words of whoever wrote the section, where there are any; else the names of the organisations."""
    return _text(label, note or "; ".join(str(party) for party in parties))


def _figure(section: Section, figure: Figure) -> ShownFigure:
    return ShownFigure(
        figure=figure,
        anchor=f"{section.kind}-{section.slug}-{figure.key}",
        label=figure.label,
        total=format_value(figure.measure, figure.total, withheld=figure.withheld),
        before=format_value(figure.measure, figure.before),
        change=change(figure),
        change_note=_("%(change)s rispetto all'anno prima") % {"change": change(figure)} if figure.change else "",
        sentence=figure.sentence,
        by_label=figure.by_label,
        parts_title=charts.title_of(figure) if figure.parts else "",
        parts=tuple(
            ShownPart(
                part,
                part.label,
                format_value(figure.measure, part.value, withheld=figure.withheld),
                format_value(figure.measure, part.before),
            )
            for part in figure.parts
        ),
        chart=charts.of_breakdown(figure),
    )
