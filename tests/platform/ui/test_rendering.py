# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A list to choose from says what Django's own would say, only sooner."""

import re

import pytest
from django import forms
from django.forms.renderers import TemplatesSetting

from ponte.platform.ui.rendering import FormRenderer

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
    ],
)
def test_it_is_the_same_as_djangos(widget: forms.Widget, value: object) -> None:
    attrs = {"id": "id_choice", "aria-describedby": "help"}
    ours = widget.render("choice", value, attrs, renderer=FormRenderer())
    theirs = widget.render("choice", value, attrs, renderer=TemplatesSetting())
    assert squeezed(ours) == squeezed(theirs)
