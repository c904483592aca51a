# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Icons, buttons and links that look like buttons."""

from functools import cache

from django import template
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from ponte.platform.ui.components.checks import BUTTON_KINDS, one_of

register = template.Library()


@register.simple_tag
def icon(name: str, *, label: str = "", size: str = "sm") -> SafeString:
    """An icon of Bootstrap Italia's sprite. Decorative unless `label` says what it means."""
    return _icon(name, str(label), size, static("svg/sprites.svg"))


@cache
def _icon(name: str, label: str, size: str, sprites: str) -> SafeString:
    one_of("icon", "size", size, ("xs", "sm", "md", "lg"))
    spoken = format_html('role="img" aria-label="{}"', label) if label else SafeString('aria-hidden="true"')
    return format_html(
        '<svg class="icon icon-{}" focusable="false" {}><use href="{}#{}"></use></svg>', size, spoken, sprites, name
    )


def _face(text: object, icon_name: str) -> SafeString:
    if not icon_name:
        return format_html("<span>{}</span>", text)
    return format_html("{}<span>{}</span>", icon(icon_name), text)


@register.simple_tag
def button(
    text: object,
    *,
    kind: str = "primary",
    icon: str = "",
    name: str = "",
    value: str = "",
    size: str = "",
    formaction: str = "",
    confirm: str = "",
) -> SafeString:
    """A button that submits its form; `confirm` asks a question first, where there is JavaScript."""
    one_of("button", "kind", kind, BUTTON_KINDS)
    one_of("button", "size", size, ("", "sm", "xs", "lg"))
    extra = SafeString("")
    for attribute, given in (("name", name), ("formaction", formaction), ("data-confirm", confirm)):
        if given:
            extra += format_html(' {}="{}"', attribute, given)
    if name:
        extra += format_html(' value="{}"', value)
    return format_html(
        '<button type="submit" class="btn btn-{}{}"{}>{}</button>',
        kind,
        f" btn-{size}" if size else "",
        extra,
        _face(text, icon),
    )


@register.simple_tag
def link_button(
    text: object, url: str, *, kind: str = "primary", icon: str = "", size: str = "", download: bool = False
) -> SafeString:
    one_of("link_button", "kind", kind, BUTTON_KINDS)
    one_of("link_button", "size", size, ("", "sm", "xs", "lg"))
    return format_html(
        '<a class="btn btn-{}{}" href="{}"{}>{}</a>',
        kind,
        f" btn-{size}" if size else "",
        url,
        SafeString(" download") if download else "",
        _face(text, icon),
    )
