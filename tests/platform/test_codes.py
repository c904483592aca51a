# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Names of languages and countries: what reports print and forms offer."""

import pytest
from django.utils import translation

from ponte.platform.codes import (
    country_choices,
    country_name,
    is_country,
    is_language,
    language_choices,
    language_name,
)
from ponte.platform.codes.languages import FREQUENT

REPORT_OF_2021 = {
    "zho": "cinese",
    "ron": "romeno",
    "sqi": "albanese",
    "som": "somalo",
    "ara": "arabo",
    "ben": "bangla",
    "rus": "russo",
    "urd": "urdu",
    "fil": "filippino",
    "bos": "bosniaco",
}


@pytest.mark.parametrize(("code", "name"), REPORT_OF_2021.items())
def test_the_report_calls_languages_as_the_published_one_does(code: str, name: str) -> None:
    with translation.override("it"):
        assert language_name(code) == name


def test_names_follow_the_language_of_the_screen() -> None:
    with translation.override("en"):
        assert (language_name("zho"), country_name("CN")) == ("Chinese", "China")
    with translation.override("it"):
        assert (language_name("ukr"), country_name("EG"), country_name("XK")) == ("ucraino", "Egitto", "Kosovo")


@pytest.mark.parametrize("code", ["fil", "tgl", "bos", "prs", "cmn", "yue", "nap"])
def test_codes_that_are_languages(code: str) -> None:
    assert is_language(code)


@pytest.mark.parametrize("code", ["", "zh", "ZHO", "xx1", "Chinese"])
def test_what_is_no_language_code_is_refused(code: str) -> None:
    assert not is_language(code)


def test_country_codes() -> None:
    assert [code for code in ("IT", "XK", "UK", "it", "", "ITA", "ZZ") if is_country(code)] == ["IT", "XK"]


def test_a_language_without_an_italian_name_keeps_its_international_one() -> None:
    with translation.override("it"):
        assert language_name("kea") == "capoverdiano"
        assert language_name("aaf") == "Aranadan"
        assert language_name("???") == "???"


@pytest.mark.parametrize("locale", ["it", "en"])
def test_choices_begin_with_the_network_s_languages_in_alphabetical_order(locale: str) -> None:
    with translation.override(locale):
        choices = language_choices()
        first = choices[: len(FREQUENT)]
    assert {code for code, _ in first} == set(FREQUENT)
    assert [name.lower() for _, name in first] == sorted(name.lower() for _, name in first)
    assert len({code for code, _ in choices}) == len(choices) > 400


def test_every_country_is_offered_once() -> None:
    codes = [code for code, _ in country_choices()]
    assert len(codes) == len(set(codes)) == 250
    assert all(is_country(code) for code in codes)
