# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Words: names in any script, longer texts, badges."""

import datetime as dt
import re
from functools import lru_cache
from typing import Protocol

from babel.dates import format_date, format_datetime
from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from ponte.platform.ui.components.checks import KINDS, one_of

register = template.Library()
LIST_ITEM = re.compile(r"^\s*[-–•*]\s+")


class Named(Protocol):
    """What `person_name` needs to know of a card."""

    @property
    def display_name(self) -> str: ...

    @property
    def shown_native_name(self) -> str: ...


@register.filter(expects_localtime=True)
def in_words(day: dt.date, pattern: str = "EEEE d MMMM y") -> str:
    """A day, or a moment, as one says it, "lunedì 23 novembre 2026"; `pattern` is one of Unicode's."""
    return _in_words(day, pattern, get_language() or "it")


@lru_cache(maxsize=4096)  # a list says the same days again and again
def _in_words(day: dt.date, pattern: str, locale: str) -> str:
    if isinstance(day, dt.datetime):
        return format_datetime(day, pattern, tzinfo=day.tzinfo, locale=locale)
    return format_date(day, pattern, locale=locale)


@register.simple_tag
def bdi(text: object) -> SafeString:
    """Text whose direction is its own: an Arabic name does not turn the Italian around it."""
    return format_html('<bdi dir="auto">{}</bdi>', text)


@register.simple_tag
def person_name(card: Named) -> SafeString:
    """The name to call the person by, and beside it the same in the person's own script."""
    called = format_html('<bdi dir="auto" class="ui-person-name">{}</bdi>', card.display_name)
    if card.shown_native_name.casefold() in {"", card.display_name.casefold()}:
        return called
    return format_html('{} <bdi dir="auto" class="ui-native-name">{}</bdi>', called, card.shown_native_name)


@register.simple_tag
def badge(text: object, *, kind: str = "primary") -> SafeString:
    one_of("badge", "kind", kind, KINDS)
    return format_html('<span class="badge ui-badge ui-badge-{}">{}</span>', kind, text)


@register.simple_tag
def paragraphs(text: str, *, as_list: bool = False) -> SafeString:
    """Multi-line text: blank lines part paragraphs, lines that start with "- " become a list.

    With `as_list`, every line is an item, if there is more than one.
    """
    blocks: list[SafeString] = []
    for chunk in re.split(r"\n\s*\n", (text or "").strip().replace("\r\n", "\n")):
        lines = [line.strip() for line in chunk.split("\n") if line.strip()]
        blocks += _blocks(lines, as_list=as_list and len(lines) > 1)
    return format_html_join("", "{}", ((block,) for block in blocks))


def _blocks(lines: list[str], *, as_list: bool) -> list[SafeString]:
    blocks: list[SafeString] = []
    prose: list[str] = []
    items: list[str] = []

    def close() -> None:
        if prose:
            blocks.append(format_html("<p>{}</p>", format_html_join(SafeString("<br>"), "{}", ((p,) for p in prose))))
            prose.clear()
        if items:
            blocks.append(
                format_html(
                    '<ul class="ui-list">{}</ul>', format_html_join("", "<li>{}</li>", ((item,) for item in items))
                )
            )
            items.clear()

    for line in lines:
        is_item = as_list or LIST_ITEM.match(line) is not None
        if (is_item and prose) or (not is_item and items):
            close()
        (items if is_item else prose).append(LIST_ITEM.sub("", line) if is_item else line)
    close()
    return blocks
