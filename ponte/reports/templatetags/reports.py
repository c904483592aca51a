# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django import template

from ponte.register.analysis import links
from ponte.reports.definitions import definition_from
from ponte.reports.shown import ShownFigure, ShownPart

register = template.Library()


@register.simple_tag
def rows_url(figure: ShownFigure, part: ShownPart | None = None) -> str:
    """Where the rows behind a figure, or behind one line of its breakdown, open."""
    return links.rows_url(definition_from(figure.figure.definition), [part.part.key] if part else ())
