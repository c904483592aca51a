# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from types import SimpleNamespace

import pytest
from django import forms
from django.core.paginator import Paginator
from django.template import Context, Template, TemplateSyntaxError
from django.test import RequestFactory


def draw(source: str, **context: object) -> str:
    return Template(source).render(Context(context))


class Intake(forms.Form):
    name = forms.CharField(label="Nome", help_text="Come sul documento")
    born = forms.DateField(label="Nascita", required=False)
    sex = forms.ChoiceField(label="Sesso", choices=[("F", "donna"), ("M", "uomo")], widget=forms.RadioSelect)
    languages = forms.MultipleChoiceField(
        label="Lingue", choices=[("ara", "arabo"), ("zho", "cinese")], widget=forms.CheckboxSelectMultiple
    )
    country = forms.ChoiceField(label="Paese", choices=[("MA", "Marocco"), ("CN", "Cina")])
    agreed = forms.BooleanField(label="Ha firmato")
    key = forms.CharField(widget=forms.HiddenInput)


def test_a_field_ties_label_help_and_error_together() -> None:
    """Otherwise a screen reader reads a field without its name, its help or what is wrong with it."""
    html = draw("{% field form.name %}", form=Intake({}))
    assert 'for="id_name"' in html
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'aria-invalid="true"' in html
    assert 'id="id_name_helptext"' in html
    assert 'id="id_name_error"' in html


@pytest.mark.parametrize("name", ["name", "born", "sex", "languages", "country", "agreed", "key"])
def test_every_kind_of_field_is_drawn(name: str) -> None:
    """Otherwise a form loses a field without anyone noticing."""
    form = Intake(initial={"sex": "M", "languages": ["ara"]})
    html = draw("{% field f %}", f=form[name])
    assert f'name="{name}"' in html
    assert ("checked" in html) == (name in {"sex", "languages"})


def test_dates_go_to_the_browsers_own_picker_in_its_format() -> None:
    """Otherwise a date entered once comes back empty when the form is shown again."""
    import datetime as dt

    html = draw("{% field form.born %}", form=Intake(initial={"born": dt.date(1990, 3, 2)}))
    assert 'type="date"' in html
    assert 'value="1990-03-02"' in html


def test_a_fact_tells_the_hour_of_the_place() -> None:
    """Otherwise whoever answers for an emergency reads that it began an hour or two before it did."""
    import datetime as dt

    at = dt.datetime(2026, 7, 1, 22, 30, tzinfo=dt.UTC)
    assert "02/07/2026 00:30" in draw('{% fact "Dalle" at %}', at=at)


def test_english_puts_the_day_before_the_month_also_in_what_is_typed() -> None:
    """Otherwise a birth of 3 January is written as the first of March by whoever reads Ponte in English."""
    import datetime as dt

    from django.utils import translation

    with translation.override("en"):
        assert "03/01/1990" in draw('{% fact "Born" on %}', on=dt.date(1990, 1, 3))
        assert Intake().fields["born"].clean("03/01/1990") == dt.date(1990, 1, 3)


def test_the_summary_of_errors_leads_to_each_field() -> None:
    html = draw("{% form_errors form %}", form=Intake({}))
    for target in ("id_name", "id_sex_0", "id_languages_0", "id_country", "id_agreed"):
        assert f'href="#{target}"' in html
    assert draw("{% form_errors form %}", form=Intake()).strip() == ""


def test_names_keep_their_direction_and_are_escaped() -> None:
    """Otherwise an Arabic name scrambles the line around it, or a name runs as a script."""
    card = SimpleNamespace(display_name="<b>Amina</b> El Idrissi", shown_native_name="أمينة الإدريسي")
    html = draw("{% person_name card %}", card=card)
    assert html.count('dir="auto"') == 2
    assert "&lt;b&gt;Amina" in html
    assert "أمينة الإدريسي" in html


def test_empty_facts_show_a_dash() -> None:
    html = draw("{% facts %}{% fact 'A' '' %}{% fact 'B' none %}{% fact 'C' 0 %}{% endfacts %}", none=None)
    assert html.count("—") == 2
    assert "<dd>0</dd>" in html


def test_pages_of_a_list_keep_the_question_that_was_asked() -> None:
    """Otherwise the second page of a search shows other people than the first."""
    request = RequestFactory().get("/persone/", {"q": "rossi", "page": "2"})
    page = Paginator(range(500), 50).page(2)
    html = Template("{% pagination page %}").render(Context({"page": page, "request": request}))
    assert 'href="?q=rossi&amp;page=3"' in html
    assert 'aria-current="page"' in html


def test_text_in_lines_becomes_paragraphs_and_lists() -> None:
    html = draw("{% paragraphs text %}", text="Per chi arriva:\n- <ascolto>\n- orientamento\n\nSu appuntamento.")
    assert html == (
        '<p>Per chi arriva:</p><ul class="ui-list"><li>&lt;ascolto&gt;</li><li>orientamento</li></ul>'
        "<p>Su appuntamento.</p>"
    )
    assert draw("{% paragraphs text as_list=True %}", text="uno\ndue").count("<li>") == 2


@pytest.mark.parametrize(
    "source",
    [
        "{% button 'Salva' colour='red' %}",
        "{% button 'Salva' kind='rouge' %}",
        "{% panel heading='A' %}{% endpanel %}",
        "{% alert kind='terrible' %}{% endalert %}",
        "{% fact 'A' 1 bold=True %}",
        "{% breadcrumb 'A' 'url' %}",
    ],
)
def test_a_component_refuses_what_it_does_not_know(source: str) -> None:
    """Otherwise a misspelt argument silently changes nothing."""
    with pytest.raises(TemplateSyntaxError):
        draw(source)
