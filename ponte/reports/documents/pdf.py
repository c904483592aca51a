# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The report as a PDF that screen readers can read: tagged, titled, with words for every picture (PDF/UA-1)."""

from pathlib import Path
from typing import Any

from django.utils.translation import get_language

from ponte.platform.papers.typesetting import typeset
from ponte.reports.charts import Chart
from ponte.reports.shown import ShownFact, ShownFigure, ShownReport, ShownSection

TEMPLATE = Path(__file__).parents[1] / "templates_typst" / "annual.typ"


def write_pdf(shown: ShownReport) -> bytes:
    return typeset(TEMPLATE, "report", _content(shown), shown.report.computed_at)


def _content(shown: ShownReport) -> dict[str, Any]:
    return {
        "language": get_language() or "it",
        "title": shown.title,
        "organisation": shown.organisation,
        "year": shown.year,
        "edition": shown.edition,
        "computed": shown.computed,
        "description": shown.description,
        "withheld": shown.withheld,
        "words": shown.words,
        "headlines": [
            {"section": section.name, "label": figure.label, "total": figure.total, "change": figure.change}
            for section, figure in shown.headlines
        ],
        "parts": [
            {"title": part.title, "sections": [_section(section) for section in part.sections]}
            for part in shown.parts
        ],
        "elsewhere": [{"name": one.name, "lead": one.lead, "roles": ", ".join(one.roles)} for one in shown.elsewhere],
    }


def _section(section: ShownSection) -> dict[str, Any]:
    return {
        "name": section.name,
        "column": section.column,
        "column_before": section.column_before,
        "before": [_fact(fact) for fact in section.before],
        "after": [_fact(fact) for fact in section.after],
        "nothing": section.nothing,
        "sentences": [figure.sentence for figure in section.figures if figure.sentence],
        "chart": _chart(section.chart),
        "figures": [_figure(figure) for figure in section.figures],
    }


def _fact(fact: ShownFact) -> dict[str, Any]:
    blocks = [{"is_list": block.is_list, "lines": list(block.lines)} for block in fact.blocks]
    return {"label": fact.label, "blocks": blocks}


def _figure(figure: ShownFigure) -> dict[str, Any]:
    return {
        "label": figure.label,
        "total": figure.total,
        "before": figure.before,
        "change": figure.change,
        "by_label": figure.by_label,
        "parts_title": figure.parts_title,
        "parts": [{"label": part.label, "value": part.value, "before": part.before} for part in figure.parts],
        "chart": _chart(figure.chart),
    }


def _chart(chart: Chart | None) -> dict[str, str] | None:
    if chart is None:
        return None
    return {"title": chart.caption, "svg": chart.svg(), "alternative": chart.alternative}
