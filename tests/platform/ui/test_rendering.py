# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A list to choose from says what Django's own would say, only sooner."""

import re

import pytest
from django import forms
from django.forms.renderers import TemplatesSetting

from ponte.platform.choices import FixedChoices
from ponte.platform.ui.rendering import FormRenderer, draw_select

CHOICES = [
    ("", "—"),
    ("<a>", "A & «B» <script>"),
    (3, 1500),
    ("Gruppo", [("x", "محمد"), ("y", 'with "quotes"')]),
]


def squeezed(html: str) -> str:
    return re.sub(r">\s+", ">", re.sub(r"\s+<", "<", html)).strip()


@pytest.mark.parametrize(
    ("widget", "value"),
    [
        (forms.Select(choices=CHOICES), "y"),
        (forms.Select(choices=CHOICES, attrs={"class": 'a"b', "disabled": True, "hidden": False}), "<a>"),
        (forms.SelectMultiple(choices=CHOICES), ["x", "3"]),
        (forms.NullBooleanSelect(), None),
        (forms.Select(choices=[]), None),
        (forms.TextInput(attrs={"maxlength": 3, "autofocus": True}), 'a"<b>'),
        (forms.TextInput(), None),
        (forms.NumberInput(), 0),
        (forms.HiddenInput(), "x"),
        (forms.CheckboxInput(), True),
        (forms.CheckboxInput(), False),
        (forms.Textarea(attrs={"rows": 3}), "first <line>\nsecond"),
        (forms.Textarea(), None),
    ],
)
def test_it_is_the_same_as_djangos(widget: forms.Widget, value: object) -> None:
    attrs = {"id": "id_choice", "aria-describedby": "help"}
    ours = widget.render("choice", value, attrs, renderer=FormRenderer())
    theirs = widget.render("choice", value, attrs, renderer=TemplatesSetting())
    assert squeezed(ours) == squeezed(theirs)


class Form(forms.Form):
    one = forms.ChoiceField(choices=FixedChoices(CHOICES))
    first_is_full = forms.ChoiceField(choices=CHOICES[1:])
    several = forms.MultipleChoiceField(choices=lambda: FixedChoices(CHOICES))
    off = forms.ChoiceField(choices=[("x", "X")], disabled=True, required=False)


@pytest.mark.parametrize("name", list(Form.base_fields))
@pytest.mark.parametrize("data", [None, {"one": "y", "several": ["x", "y"]}, {"one": "none of them"}])
def test_a_list_of_a_form_says_what_djangos_would_say(name: str, data: dict[str, object] | None) -> None:
    bound, attrs = Form(data, initial={"one": "x", "off": "x"})[name], {"class": "c", "aria-describedby": "help"}
    ours, our_options = parted(draw_select(bound, attrs))
    theirs, their_options = parted(bound.as_widget(attrs=attrs))
    assert (ours, our_options) == (theirs, their_options)


def parted(html: str) -> tuple[set[str], str]:
    """The attributes of a list, in any order, and its options."""
    tag, _end, options = squeezed(html).partition(">")
    return set(tag.split(" ")), options
