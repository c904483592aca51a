# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Comuni: there from the first migration on, and found however they are written."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from ponte.network.areas import area_by_name_or_code, areas_by_name_or_code, load_lombardy
from ponte.network.models import Area

pytestmark = pytest.mark.django_db


def test_every_comune_of_lombardy_is_there_with_its_codes() -> None:
    municipalities = Area.objects.filter(kind=Area.Kind.MUNICIPALITY)
    assert municipalities.count() == 1502
    assert not municipalities.filter(istat_code="").exists()
    assert not municipalities.filter(cadastral_code="").exists()
    assert {area.name for area in municipalities.filter(latitude=None)} == {
        "Bardello con Malgesso e Bregano",
        "Uggiate con Ronago",
    }
    milano = Area.objects.select_related("parent__parent").get(slug="milano")
    assert (milano.istat_code, milano.cadastral_code) == ("015146", "F205")
    assert milano.parent is not None
    assert str(milano.parent) == "Città metropolitana di Milano"
    assert str(milano.parent.parent) == "Lombardia"


def test_loading_again_creates_nothing() -> None:
    assert load_lombardy() == 0


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Milano", "milano"),
        ("  MILANO ", "milano"),
        ("015146", "milano"),
        ("15146", "milano"),
        ("f205", "milano"),
        ("muggio", "muggio"),
        ("Muggiò", "muggio"),
        ("Bovisio Masciago", "bovisio-masciago"),
        ("Bovisio-Masciago", "bovisio-masciago"),
        ("Sant’Angelo Lodigiano", "sant-angelo-lodigiano"),
        ("S. Donato M.se", "san-donato-milanese"),
        ("S.Giuliano Milanese", "san-giuliano-milanese"),
        ("Rozzano (Mi)", "rozzano"),
        ("Lodi", "lodi"),
    ],
)
def test_a_sheet_may_write_a_comune_in_many_ways(text: str, slug: str) -> None:
    area = area_by_name_or_code(text)
    assert area is not None
    assert area.slug == slug


@pytest.mark.parametrize("text", ["", " ", "Roma", "999999", "Lombardia", "provincia-mi", "(MI)", "٣", "²"])
def test_what_is_no_comune_of_the_region_is_not_found(text: str) -> None:
    assert area_by_name_or_code(text) is None


def test_a_whole_sheet_costs_one_query() -> None:
    texts = [area.name for area in Area.objects.filter(kind=Area.Kind.MUNICIPALITY)]
    with CaptureQueriesContext(
        connection,
    ) as queries:
        found = areas_by_name_or_code([*texts, "Atlantide"])
    assert len(queries) == 1
    assert set(found) == set(texts)
