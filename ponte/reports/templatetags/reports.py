# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.http import urlencode

from ponte.register.analysis import links
from ponte.reports.definitions import definition_from
from ponte.reports.models import ReportVersion
from ponte.reports.shown import ShownFigure, ShownPart, ShownSection

register = template.Library()


@register.simple_tag(takes_context=True)
def rows_url(context: Context, section: ShownSection, figure: ShownFigure) -> str:
    """Where the rows behind a figure open: in the register, or as they were frozen with the version shown."""
    version = context.get("version")
    if version is None:
        return links.rows_url(definition_from(figure.figure.definition))
    return _frozen(version, section, figure)


@register.simple_tag(takes_context=True)
def parts_with_rows(context: Context, section: ShownSection, figure: ShownFigure) -> list[tuple[ShownPart, str]]:
    """The lines of a figure's breakdown, each with where the rows behind it open."""
    version = context.get("version")
    if version is None:
        rows = links.RowsOf(definition_from(figure.figure.definition))
        return [(part, rows.url([part.part.key])) for part in figure.parts]
    return [(part, _frozen(version, section, figure, voce=part.part.key or "")) for part in figure.parts]


def _frozen(version: ReportVersion, section: ShownSection, figure: ShownFigure, **line: str) -> str:
    address = reverse("reports:version_rows", args=[version.organisation.slug, version.year, version.number])
    asked = {"sezione": f"{section.section.kind}/{section.section.slug}", "cifra": figure.figure.key, **line}
    return f"{address}?{urlencode(asked)}"
