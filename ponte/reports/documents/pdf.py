# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The report as a PDF that screen readers can read: tagged, titled, with words for every picture (PDF/UA-1)."""

import json
import unicodedata
from datetime import datetime
from pathlib import Path
from typing import Any

import typst
from anyascii import anyascii
from django.utils.translation import get_language

from ponte.reports.charts import Chart
from ponte.reports.fonts import FONT_FOLDER
from ponte.reports.shown import ShownFact, ShownFigure, ShownReport, ShownSection

TEMPLATES = Path(__file__).parents[1] / "templates_typst"
# The scripts that the typefaces at hand can write, whatever the machine.
OUR_SCRIPTS = frozenset({"LATIN", "GREEK", "CYRILLIC"})


def write_pdf(shown: ShownReport) -> bytes:
    """Set the report in type.

    Where neither our typefaces nor the machine's have a character, PDF/UA forbids an empty box in its place:
    what cannot be written is then transliterated.
    """
    content = _content(shown)
    attempts = (
        (content, False),
        (content, True),
        (_written_in_our_scripts(content), False),
    )
    for attempt, system_fonts in attempts[:-1]:
        try:
            return _typeset(attempt, shown.report.computed_at, system_fonts=system_fonts)
        except typst.TypstError as problem:
            if "could not be displayed" not in str(problem):
                raise
    last, system_fonts = attempts[-1]
    return _typeset(last, shown.report.computed_at, system_fonts=system_fonts)


def _typeset(content: dict[str, Any], computed_at: datetime, *, system_fonts: bool) -> bytes:
    compiler = typst.Compiler(
        str(TEMPLATES / "annual.typ"),
        root=str(TEMPLATES),
        font_paths=[str(FONT_FOLDER)],
        ignore_system_fonts=not system_fonts,
        sys_inputs={"report": json.dumps(content)},
    )
    document = compiler.compile(format="pdf", pdf_standards=["ua-1"], timestamp=int(computed_at.timestamp()))
    if not isinstance(document, bytes):
        raise TypeError(f"Typst gave {type(document).__name__} where one PDF was expected")
    return document


def _written_in_our_scripts(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _written_in_our_scripts(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_written_in_our_scripts(one) for one in value]
    if isinstance(value, str):
        return "".join(character if _is_ours(character) else anyascii(character) for character in value)
    return value


def _is_ours(character: str) -> bool:
    if unicodedata.category(character)[0] in "LM":
        return unicodedata.name(character, "").partition(" ")[0] in OUR_SCRIPTS
    return ord(character) < 0x2100 or character in "−•"


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
