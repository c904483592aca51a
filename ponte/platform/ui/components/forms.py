# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: A002 - an argument is a word of a template

"""Fields of any Django type, with label, help and errors where a screen reader finds them."""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms, template
from django.forms import BoundField
from django.forms.utils import flatatt
from django.template import Context
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from ponte.platform.choices import draw_options
from ponte.platform.ui.rendering import draw_select

register = template.Library()

# Browsers show their own picker for these types, and always send ISO formats.
NATIVE = (
    (forms.DateTimeInput, "datetime-local", "%Y-%m-%dT%H:%M"),
    (forms.DateInput, "date", "%Y-%m-%d"),
    (forms.TimeInput, "time", "%H:%M"),
)


@register.simple_tag
def field(
    bound: BoundField,
    *,
    size: str = "col-12",
    label: object = None,
    help: object = None,
    hide_label: bool = False,
    autofocus: bool = False,
    placeholder: object = "",
) -> SafeString:
    """One field of a form, in a column of Bootstrap's grid. Drawn here, not by a template: pages have dozens."""
    shape = _shape(bound.field.widget)
    errors = bound.errors
    help_text = bound.help_text if help is None else help
    named = bound.label if label is None else label
    described = []
    if help_text:
        described.append(f"{bound.auto_id}_helptext")
    if errors:
        described.append(f"{bound.auto_id}_error")
    if shape == "group":
        control = _group(bound, named, described, hide_label=hide_label)
    else:
        control = _control(bound, shape, described, autofocus=autofocus, placeholder=placeholder)
    if shape == "hidden":
        return control
    if shape == "check":
        control = format_html(
            '<div class="form-check">{}<label for="{}">{}</label></div>', control, bound.id_for_label, named
        )
    elif shape != "group":
        control = format_html(
            '<label class="{}" for="{}">{}</label>\n{}',
            _label_class(bound, hide_label=hide_label), bound.id_for_label, named, control,
        )  # fmt: skip
    if help_text:
        control += format_html('\n<p class="form-text" id="{}_helptext">{}</p>', bound.auto_id, help_text)
    if errors:
        messages = format_html_join("", "<li>{}</li>", ((message,) for message in errors))
        control += format_html('\n<ul class="ui-errors" id="{}_error">{}</ul>', bound.auto_id, messages)
    return format_html(
        '<div class="ui-field {}{}">\n{}\n</div>', size, " ui-field-invalid" if errors else "", control
    )


def _label_class(bound: BoundField, *, hide_label: bool) -> str:
    required = " ui-label-required" if bound.field.required else ""
    return f"ui-label{required}{' visually-hidden' if hide_label else ''}"


def _shape(widget: forms.Widget) -> str:
    if widget.is_hidden:
        return "hidden"
    if isinstance(widget, forms.CheckboxSelectMultiple | forms.RadioSelect):
        return "group"
    if isinstance(widget, forms.CheckboxInput):
        return "check"
    if isinstance(widget, forms.Select | forms.SelectMultiple):
        return "select"
    return "input"


def _control(
    bound: BoundField, shape: str, described: list[str], *, autofocus: bool, placeholder: object
) -> SafeString:
    widget = bound.field.widget
    for kind, html_type, ui_format in NATIVE:
        if isinstance(widget, kind):
            widget.input_type = html_type
            widget.format = ui_format
            break
    attrs: dict[str, Any] = {}
    if shape in {"input", "select"}:
        base = "form-select" if shape == "select" else "form-control"
        own = widget.attrs.get("class", "")
        attrs["class"] = f"{base} {own} is-invalid" if bound.errors else f"{base} {own}".strip()
    if described:
        attrs["aria-describedby"] = " ".join(described)
    if autofocus:
        attrs["autofocus"] = True
    if placeholder:
        attrs["placeholder"] = placeholder
    return draw_select(bound, attrs) if shape == "select" else bound.as_widget(attrs=attrs)


def _group(bound: BoundField, label: object, described: list[str], *, hide_label: bool) -> SafeString:
    """Radio buttons or checkboxes under one legend, those of a group under its name."""
    widget, name = bound.field.widget, bound.html_name
    parts: list[SafeString] = []
    last_title = None
    for group_name, options, _index in widget.optgroups(name, widget.format_value(bound.value())):
        title = group_name or ""
        if title != last_title:
            heading = format_html('<p class="ui-choice-group">{}</p>', title) if title else ""
            parts.append(format_html('{}{}<div class="ui-choices">', SafeString("</div>" if parts else ""), heading))
            last_title = title
        parts += [_choice(bound, name, option) for option in options]
    described_by = format_html(' aria-describedby="{}"', " ".join(described)) if described else ""
    return format_html(
        '<fieldset{}>\n<legend class="{}">{}</legend>\n{}{}</fieldset>',
        described_by, _label_class(bound, hide_label=hide_label), label,
        SafeString("\n".join(parts)), SafeString("</div>" if parts else ""),
    )  # fmt: skip


def _choice(bound: BoundField, name: str, option: Mapping[str, Any]) -> SafeString:
    option_id = f"{bound.auto_id}_{option['index']}"
    attrs = {**bound.field.widget.attrs, "id": option_id}
    if option["selected"]:
        attrs["checked"] = True
    if bound.errors:
        attrs["aria-invalid"] = "true"
    return format_html(
        '<div class="form-check"><input type="{}" name="{}" value="{}"{}><label for="{}">{}</label></div>',
        option["type"], name, option["value"], flatatt(attrs), option_id, option["label"],
    )  # fmt: skip


@register.simple_tag
def options(choices: Iterable[tuple[Any, Any]], chosen: object = "") -> SafeString:
    """The options of a `<select>` that a page writes itself."""
    return draw_options(choices, str(chosen))


@register.inclusion_tag("ui/components/form_errors.html")
def form_errors(form: forms.BaseForm) -> dict[str, Any]:
    """What keeps the form from being saved: each sentence leads to its field."""
    fields = [(_first_control(bound), bound.label, message) for bound in form for message in bound.errors]
    return {"form": form, "fields": fields, "general": list(form.non_field_errors())}


def _first_control(bound: BoundField) -> str:
    return f"{bound.auto_id}_0" if _shape(bound.field.widget) == "group" else bound.id_for_label or bound.auto_id


@register.inclusion_tag("ui/components/filter_panel.html", takes_context=True)
def filter_panel(
    context: Context, form: forms.BaseForm, *, reset_url: str = "", submit_label: object = ""
) -> dict[str, Any]:
    """A form whose answers live in the address, so that a filtered list can be kept and sent."""
    request = context.get("request")
    return {
        "form": form,
        "reset_url": reset_url,
        "submit_label": submit_label,
        "is_filtered": request is not None and any(request.GET.get(bound.html_name) for bound in form),
    }
