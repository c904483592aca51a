# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: A002 - an argument is a word of a template

"""Facts, tables and figures."""

from base64 import b64encode
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import template
from django.core.paginator import Page
from django.db.models import Model
from django.template import Context
from django.template.loader import render_to_string
from django.utils.formats import date_format, number_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

register = template.Library()
NOTHING = SafeString('<span class="ui-nothing">—</span>')


@register.simple_block_tag
def facts(content: str, *, columns: int = 1) -> SafeString:
    """A definition list of what is known."""
    return format_html(
        '<dl class="ui-facts{}">{}</dl>', " ui-facts-columns" if columns > 1 else "", SafeString(content)
    )


@register.simple_tag
def fact(label: object, value: object = None, *, url: str = "", note: object = "") -> SafeString:
    """One fact; an empty value shows a dash, never an empty place."""
    shown = _shown(value)
    if url and shown is not NOTHING:
        shown = format_html('<a href="{}">{}</a>', url, shown)
    noted = format_html(' <span class="ui-note">{}</span>', note) if note else ""
    return format_html('<div class="ui-fact"><dt>{}</dt><dd>{}{}</dd></div>', label, shown, noted)


@register.simple_block_tag
def fact_block(content: str, label: object) -> SafeString:
    inner = SafeString(content.strip()) or NOTHING
    return format_html('<div class="ui-fact"><dt>{}</dt><dd>{}</dd></div>', label, inner)


def _shown(value: object) -> SafeString | str:
    if (
        value is None
        or value == ""
        or (isinstance(value, Iterable) and not isinstance(value, str | Model) and not value)
    ):
        return NOTHING
    if isinstance(value, bool):
        return _("sì") if value else _("no")
    if isinstance(value, int | float | Decimal):
        return number_format(value, use_l10n=True)
    if isinstance(value, datetime):
        return date_format(localtime(value), "SHORT_DATETIME_FORMAT")
    if isinstance(value, date):
        return date_format(value, "SHORT_DATE_FORMAT")
    if isinstance(value, list | tuple | set):
        return ", ".join(str(item) for item in value)
    return value if isinstance(value, SafeString) else format_html('<bdi dir="auto">{}</bdi>', value)


@register.simple_block_tag
def data_table(
    content: str,
    *,
    caption: object,
    id: str = "",
    show_caption: bool = False,
    links: bool = False,
    stack: bool = False,
) -> SafeString:
    """A table that scrolls in its own frame. `caption` says what it holds; with `links` a click anywhere in
    a row follows the row's first link; with `stack` a phone shows the cells of a row below each other, which
    suits tables whose cells speak for themselves."""
    return render_to_string(
        "ui/components/data_table.html",
        {
            "content": content,
            "caption": caption,
            "id": id,
            "show_caption": show_caption,
            "links": links,
            "stack": stack,
        },
    )


@register.inclusion_tag("ui/components/pagination.html", takes_context=True)
def pagination(context: Context, page: Page[Any], *, name: str = "page") -> dict[str, Any]:
    """Links to the other pages of a list, which keep the rest of the query string."""
    request = context.get("request")
    query = request.GET.copy() if request is not None else None
    numbers: list[tuple[int | None, str]] = []
    for number in page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1):
        if isinstance(number, int):
            numbers.append((number, _address(query, name, number)))
        else:
            numbers.append((None, ""))
    return {
        "page": page,
        "numbers": numbers if page.paginator.num_pages > 1 else [],
        "previous": _address(query, name, page.number - 1) if page.has_previous() else "",
        "next": _address(query, name, page.number + 1) if page.has_next() else "",
    }


def _address(query: Any, name: str, number: int) -> str:
    if query is None:
        return f"?{name}={number}"
    query[name] = str(number)
    return f"?{query.urlencode()}"


@register.inclusion_tag("ui/components/stat.html")
def stat(label: object, value: object, *, href: str = "", note: object = "", icon: str = "") -> dict[str, Any]:
    """One figure and what it counts; with `href`, the way to the rows behind it."""
    return {"label": label, "value": _shown(value), "href": href, "note": note, "icon": icon}


@register.inclusion_tag("ui/components/progress.html")
def progress(*, value: float, label: object, max: float = 100, note: object = "") -> dict[str, Any]:
    share = round(100 * value / max) if max else 0
    return {"value": value, "max": max, "label": label, "share": share, "note": note}


@register.inclusion_tag("ui/components/chart.html")
def chart(svg: str, table_id: str, *, alt: object = "", caption: object = "") -> dict[str, Any]:
    """A drawing of the figures in the table `table_id`, which stands beside it.

    The drawing is an image of its own, so that nothing inside it can act on the page.
    """
    source = "data:image/svg+xml;base64," + b64encode(svg.encode()).decode()
    return {"source": source, "table_id": table_id, "alt": alt, "caption": caption}
