# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: A002 - an argument is a word of a template

"""The parts of a page: its header, panels, tabs, alerts."""

from typing import Any

from django import template
from django.template import Context, TemplateSyntaxError
from django.template.loader import render_to_string
from django.utils.html import format_html
from django.utils.safestring import SafeString

from ponte.platform.ui.components.checks import KINDS, one_of

register = template.Library()


@register.simple_block_tag
def page_header(
    content: str, *, title: object, lead: object = "", back_url: str = "", back_label: object = ""
) -> SafeString:
    """The page's one h1, a sentence under it, the way back, and what one can do here."""
    return render_to_string(
        "ui/components/page_header.html",
        {"title": title, "lead": lead, "back_url": back_url, "back_label": back_label, "actions": content.strip()},
    )


@register.inclusion_tag("ui/components/breadcrumb.html")
def breadcrumb(*steps: object) -> dict[str, Any]:
    """`{% breadcrumb "Persone" url "Rossi" %}`: pairs of label and address, and last the page itself."""
    if len(steps) % 2 == 0:
        raise TemplateSyntaxError("breadcrumb: expected label and url in turn, and the page's own label at the end.")
    return {"steps": list(zip(steps[:-1:2], steps[1::2], strict=True)), "here": steps[-1]}


@register.simple_block_tag
def panel(
    content: str, *, title: object = "", id: str = "", actions_url: str = "", actions_label: object = ""
) -> SafeString:
    """A section with a heading of the second level, and at most one link beside it."""
    return render_to_string(
        "ui/components/panel.html",
        {
            "title": title,
            "id": id,
            "content": content,
            "actions_url": actions_url,
            "actions_label": actions_label,
        },
    )


@register.simple_block_tag
def disclosure(content: str, *, title: object, open: bool = False, id: str = "") -> SafeString:
    """What not everyone needs to see at once; opens without JavaScript."""
    return render_to_string(
        "ui/components/disclosure.html", {"title": title, "content": content, "open": open, "id": id}
    )


@register.simple_block_tag
def alert(content: str, *, kind: str = "info", title: object = "") -> SafeString:
    one_of("alert", "kind", kind, KINDS)
    return render_to_string("ui/components/alert.html", {"kind": kind, "title": title, "content": content})


@register.simple_block_tag
def tabs(content: str, *, label: object = "") -> SafeString:
    """Links to sibling pages; `label` names the group for whoever does not see it."""
    return render_to_string("ui/components/tabs.html", {"content": content, "label": label})


@register.simple_tag(takes_context=True)
def tab(context: Context, text: object, url: str, active: bool | None = None, *, count: object = None) -> SafeString:
    """One of the `tabs`; active where `active` says so or, without it, where its address is the page's."""
    if active is None:
        request = context.get("request")
        active = request is not None and request.path == url.split("?")[0]
    counted = format_html(' <span class="ui-count">{}</span>', count) if count is not None else ""
    return format_html(
        '<li class="nav-item"><a class="nav-link{}" href="{}"{}>{}{}</a></li>',
        " active" if active else "",
        url,
        SafeString(' aria-current="page"') if active else "",
        text,
        counted,
    )


@register.inclusion_tag("ui/components/empty_state.html")
def empty_state(
    *, title: object, text: object = "", action_url: str = "", action_label: object = "", icon: str = "it-inbox"
) -> dict[str, Any]:
    """Says that there is nothing here, why, and what to do next."""
    return {"title": title, "text": text, "action_url": action_url, "action_label": action_label, "icon": icon}


@register.simple_block_tag
def timeline(content: str, *, label: object = "") -> SafeString:
    return render_to_string("ui/components/timeline.html", {"content": content, "label": label})


@register.simple_block_tag
def timeline_item(content: str, *, date: object, title: object, kind: str = "primary", url: str = "") -> SafeString:
    one_of("timeline_item", "kind", kind, KINDS)
    return render_to_string(
        "ui/components/timeline_item.html",
        {"date": date, "title": title, "kind": kind, "url": url, "content": content.strip()},
    )
