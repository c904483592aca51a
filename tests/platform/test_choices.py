# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Lists that are the same in every form stay right in every form and in every language."""

import copy

from django import forms
from django.utils import translation
from django.utils.translation import gettext_lazy

from ponte.platform.choices import FixedChoices, draw_options

ANSWERS = FixedChoices([("a", gettext_lazy("Nome")), ("<b>", "A & B"), ("Gruppo", [("c", "C")])])


def test_a_drawn_list_speaks_the_language_of_the_screen() -> None:
    with translation.override("it"):
        assert ">Nome</option>" in draw_options(ANSWERS, "")
    with translation.override("en"):
        assert ">Nome</option>" not in draw_options(ANSWERS, "")


def test_what_one_form_selects_is_not_selected_in_the_next() -> None:
    assert 'value="a" selected' in draw_options(ANSWERS, "a")
    assert "selected" not in draw_options(ANSWERS, "")
    assert draw_options(ANSWERS, ["a", "c"]).count("selected") == 2


def test_it_is_escaped() -> None:
    assert '<option value="&lt;b&gt;">A &amp; B</option>' in draw_options(ANSWERS, "")


def test_the_empty_answer_comes_first() -> None:
    assert list(ANSWERS.after("—"))[:2] == [("", "—"), ("a", "Nome")]
    assert next(iter(ANSWERS.after(gettext_lazy("Nome")))) == ("", "Nome")
    assert len(ANSWERS.after("—")) == len(ANSWERS) + 1


def test_a_field_refuses_what_is_not_in_the_list() -> None:
    field = copy.deepcopy(forms.ChoiceField(choices=ANSWERS))
    assert field.choices is ANSWERS
    assert field.valid_value("c")
    assert not field.valid_value("d")
