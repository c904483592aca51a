# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django import template
from django.template import Context
from django.urls import reverse
from django.utils.http import urlencode

from ponte.register.analysis import links
from ponte.reports.definitions import definition_from
from ponte.reports.shown import ShownFigure, ShownPart, ShownSection

register = template.Library()


@register.simple_tag(takes_context=True)
def rows_url(context: Context, section: ShownSection, figure: ShownFigure, part: ShownPart | None = None) -> str:
    """Where the rows behind a figure, or behind one line of its breakdown, open: in the register, or as they
    were frozen with the version that the page shows."""
    version = context.get("version")
    if version is None:
        return links.rows_url(definition_from(figure.figure.definition), [part.part.key] if part else ())
    address = reverse("reports:version_rows", args=[version.organisation.slug, version.year, version.number])
    asked = {"sezione": f"{section.section.kind}/{section.section.slug}", "cifra": figure.figure.key}
    if part:
        asked["voce"] = part.part.key or ""
    return f"{address}?{urlencode(asked)}"
