# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: A002 - an argument is a word of a template

"""Fields of any Django type, with label, help and errors where a screen reader finds them."""

from typing import Any

from django import forms, template
from django.forms import BoundField
from django.forms.utils import flatatt
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString

register = template.Library()

# Browsers show their own picker for these types, and always send ISO formats.
NATIVE = (
    (forms.DateTimeInput, "datetime-local", "%Y-%m-%dT%H:%M"),
    (forms.DateInput, "date", "%Y-%m-%d"),
    (forms.TimeInput, "time", "%H:%M"),
)


@register.inclusion_tag("ui/components/field.html")
def field(
    bound: BoundField,
    *,
    size: str = "col-12",
    label: object = None,
    help: object = None,
    hide_label: bool = False,
    autofocus: bool = False,
    placeholder: object = "",
) -> dict[str, Any]:
    """One field of a form, in a column of Bootstrap's grid."""
    widget = bound.field.widget
    shape = _shape(widget)
    errors = list(bound.errors)
    help_text = bound.help_text if help is None else help
    described = []
    if help_text:
        described.append(f"{bound.auto_id}_helptext")
    if errors:
        described.append(f"{bound.auto_id}_error")
    return {
        "bound": bound,
        "shape": shape,
        "size": size,
        "label": bound.label if label is None else label,
        "hide_label": hide_label,
        "help_text": help_text,
        "errors": errors,
        "described_by": " ".join(described),
        "control": ""
        if shape == "group"
        else _control(bound, shape, described, autofocus=autofocus, placeholder=placeholder),
        "choices": _choices(bound) if shape == "group" else [],
    }


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
    return bound.as_widget(attrs=attrs)


def _choices(bound: BoundField) -> list[dict[str, Any]]:
    """The options of radio buttons or checkboxes, in groups: an ungrouped option is in the group ""."""
    groups: list[dict[str, Any]] = []
    name, value = bound.html_name, bound.value()
    for group_name, subwidgets, _index in bound.field.widget.optgroups(name, bound.field.widget.format_value(value)):
        title = group_name or ""
        if not groups or groups[-1]["title"] != title:
            groups.append({"title": title, "options": []})
        for sub in subwidgets:
            option_id = f"{bound.auto_id}_{sub['index']}"
            attrs = {**bound.field.widget.attrs, "id": option_id}
            if sub["selected"]:
                attrs["checked"] = True
            if bound.errors:
                attrs["aria-invalid"] = "true"
            groups[-1]["options"].append(
                {
                    "id": option_id,
                    "label": sub["label"],
                    "control": format_html(
                        '<input type="{}" name="{}" value="{}"{}>', sub["type"], name, sub["value"], flatatt(attrs)
                    ),
                }
            )
    return groups


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
