# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""How the controls of forms become HTML.

Django's templates include two more for every control and every option; long forms spent most of their time there.
"""

from collections.abc import Callable, Iterable, Mapping
from html import escape
from typing import Any

from django import forms
from django.forms import BoundField
from django.forms.models import ModelChoiceIterator
from django.forms.renderers import TemplatesSetting
from django.http import HttpRequest
from django.utils.choices import CallableChoiceIterator
from django.utils.safestring import SafeString, mark_safe

from ponte.platform.choices import draw_options

Widget = Mapping[str, Any]


class FormRenderer(TemplatesSetting):
    """Django's, but for the controls of which a form has many."""

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> str:
        draw = DRAWN.get(template_name)
        return draw(context["widget"]) if draw else super().render(template_name, context, request)


def draw_select(bound: BoundField, attrs: Mapping[str, Any]) -> SafeString:
    """A list to choose from, as `bound.as_widget` draws it, without an object for each option.

    Its choices are gone through once, where Django asks for them again to learn whether the first is empty.
    """
    widget = bound.field.widget
    assert isinstance(widget, forms.Select)  # noqa: S101 (tells the type checker)
    choices = _choices(widget.choices)
    all_attrs = {**widget.attrs, "id": bound.auto_id, **attrs}
    if widget.allow_multiple_selected:
        all_attrs["multiple"] = True
    if bound.field.required and bound.form.use_required_attribute and _may_be_required(widget, choices):
        all_attrs["required"] = True
    if bound.field.disabled:
        all_attrs["disabled"] = True
    if bound.errors:
        all_attrs["aria-invalid"] = "true"
    return _select(bound.html_name, all_attrs, draw_options(choices, widget.format_value(bound.value())))


def _choices(choices: Any) -> Iterable[tuple[Any, Any]]:
    if isinstance(choices, CallableChoiceIterator):
        return _choices(choices.func())
    if isinstance(choices, ModelChoiceIterator):
        # In one query; Django's iteration declares a cursor, fetches from it and closes it.
        blank = [] if choices.field.empty_label is None else [("", choices.field.empty_label)]
        return [*blank, *(choices.choice(row) for row in choices.queryset)]
    return choices if hasattr(choices, "__len__") else list(choices)


def _may_be_required(widget: forms.Select, choices: Iterable[tuple[Any, Any]]) -> bool:
    """In HTML only a list that starts with the empty answer can be left out by the one who fills it in."""
    first = next(iter(choices), None)
    return widget.allow_multiple_selected or (first is not None and first[0] in ("", None))


def _input(widget: Widget) -> SafeString:
    value = "" if widget["value"] is None else f' value="{_escaped(widget["value"])}"'
    kind, name = _escaped(widget["type"]), _escaped(widget["name"])
    return _markup(f'<input type="{kind}" name="{name}"{value}{_attributes(widget["attrs"])}>')


def _textarea(widget: Widget) -> SafeString:
    value = "" if widget["value"] is None else _escaped(widget["value"])
    return _markup(f'<textarea name="{_escaped(widget["name"])}"{_attributes(widget["attrs"])}>\n{value}</textarea>')


def _select_widget(widget: Widget) -> SafeString:
    groups = (
        (name or None, [(option["value"], option["label"]) for option in options])
        for name, options, _index in widget["optgroups"]
    )
    pairs = [pair for name, members in groups for pair in ([(name, members)] if name else members)]
    return _select(widget["name"], widget["attrs"], draw_options(pairs, widget["value"]))


def _select(name: str, attrs: Mapping[str, Any], options: SafeString) -> SafeString:
    return _markup(f'<select name="{_escaped(name)}"{_attributes(attrs)}>\n{options}\n</select>')


def _attributes(attrs: Mapping[str, Any]) -> str:
    return "".join(
        f" {_escaped(name)}" if value is True else f' {_escaped(name)}="{_escaped(value)}"'
        for name, value in attrs.items()
        if value is not False
    )


def _escaped(value: object) -> str:
    text = str(value)
    return text if isinstance(text, SafeString) else escape(text)


def _markup(html: str) -> SafeString:
    return mark_safe(html)  # noqa: S308 - every part that comes from outside went through `_escaped`


DRAWN: Mapping[str, Callable[[Widget], SafeString]] = {
    "django/forms/widgets/select.html": _select_widget,
    "django/forms/widgets/textarea.html": _textarea,
    **{
        f"django/forms/widgets/{kind}.html": _input
        for kind in ("input", "text", "number", "email", "url", "password", "hidden", "date", "datetime", "time")
    },
    "django/forms/widgets/checkbox.html": _input,
}
