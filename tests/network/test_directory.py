# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The directory: what is looked for is found, nothing else is, and the counts say how much there is."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from ponte.network import search
from ponte.network.areas import area_called
from ponte.network.models import Area, Organisation, Project, Service
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def _area(slug: str) -> Area:
    return Area.objects.get(slug=slug)


def _slugs(found: object) -> set[str]:
    return {row.slug for row in found}  # type: ignore[attr-defined]


@pytest.mark.usefixtures("example")
def test_a_comune_finds_the_services_of_all_that_contains_it() -> None:
    assert _slugs(search.services(search.Criteria(area=_area("opera"), service_kind="information_desk"))) == {
        "sportello-stranieri-visconteo"
    }
    assert _slugs(search.services(search.Criteria(area=_area("lodi")))) == {"sportello-trans"}
    assert _slugs(search.services(search.Criteria(area=_area("desio"), service_kind="school_integration"))) == {
        "integrazione-scolastica-desio"
    }


@pytest.mark.usefixtures("example")
def test_a_wider_area_finds_the_services_of_its_parts() -> None:
    kind = "school_integration"
    assert _slugs(search.services(search.Criteria(area=_area("provincia-mb"), service_kind=kind))) == {
        "integrazione-scolastica-desio"
    }
    assert "poli-start" in _slugs(search.services(search.Criteria(area=_area("milano"), service_kind=kind)))
    assert "poli-start" in _slugs(search.services(search.Criteria(area=_area("milano-municipio-9"))))
    assert "poli-start" not in _slugs(search.services(search.Criteria(area=_area("milano-municipio-5"))))
    assert search.services(search.Criteria(area=_area("lombardia"))).count() == Service.objects.count()


@pytest.mark.usefixtures("example")
def test_an_ambito_of_an_earlier_year_still_leads_to_today_s_services() -> None:
    assert "sportello-stranieri-visconteo" in _slugs(search.services(search.Criteria(area=_area("ambito-rozzano"))))


@pytest.mark.usefixtures("example")
@pytest.mark.parametrize("text", ["ricongiungimenti", "RICONGIUNGIMÉNTI", "wemi ricongiungimenti", "raggiungimi"])
def test_text_is_found_without_accents_or_capitals_in_any_order(text: str) -> None:
    assert "ricongiungimenti-wemi" in _slugs(search.services(search.Criteria(text=text)))


@pytest.mark.usefixtures("example")
def test_what_matches_by_name_comes_first() -> None:
    found = [row.slug for row in search.organisations(search.Criteria(text="milano"))]
    in_name = {row.slug for row in Organisation.objects.filter(name__icontains="milano")}
    assert set(found[: len(in_name)]) == in_name


@pytest.mark.usefixtures("example")
def test_languages_and_funders_narrow_every_kind_of_thing() -> None:
    ukrainian = search.Criteria(language="ukr")
    assert _slugs(search.services(ukrainian)) == {"centralino-ucraina"}
    assert _slugs(search.projects(ukrainian)) == {"milano-aiuta-ucraina"}
    assert "progetto-integrazione" in _slugs(search.organisations(ukrainian))
    assert _slugs(search.areas(ukrainian)) == {"milano"}
    cariplo = search.Criteria(funder="fondazione-cariplo")
    assert _slugs(search.services(cariplo)) == {"sportello-lavoro", "bollettino-offerte-lavoro"}
    assert _slugs(search.projects(cariplo)) == {"ricetta-family-work-km-zero", "qubi"}
    assert "fondazione-cariplo" not in _slugs(search.organisations(cariplo))


@pytest.mark.usefixtures("example")
@pytest.mark.parametrize(
    "criteria",
    [
        search.Criteria(),
        search.Criteria(text="mediazione"),
        search.Criteria(service_kind="job_desk"),
        search.Criteria(language="ara", text="donne"),
        search.Criteria(funder="fami-2014-2020"),
        search.Criteria(text="nessuna cosa si chiama così"),
    ],
)
def test_counts_are_those_of_the_lists(criteria: search.Criteria) -> None:
    assert search.counts(criteria) == {
        "services": search.services(criteria).count(),
        "projects": search.projects(criteria).count(),
        "organisations": search.organisations(criteria).count(),
        "areas": search.areas(criteria).count(),
    }


@pytest.mark.usefixtures("example")
def test_an_area_that_nobody_knows_is_said_and_narrows_nothing(client: Client) -> None:
    page = client.get("/servizi/", {"area": "Atlantide"}).content.decode()
    assert "Nessun territorio si chiama «Atlantide»" in page
    assert client.get("/servizi/", {"service_kind": "x", "funder": "'", "page": "zz"}).status_code == 200


def test_an_area_is_called_by_name_whatever_its_kind(example: None) -> None:
    assert area_called("ambito di desio") == _area("ambito-desio")
    assert area_called("Desio") == _area("desio")
    assert area_called("Municipio 2") == _area("milano-municipio-2")
    assert area_called("lombardia") == _area("lombardia")
    assert area_called("Atlantide") is None


def test_names_are_proposed_as_one_types(client: Client, cast: Cast) -> None:
    assert 'value="Rozzano"' in client.get("/rete/nomi/territori/", {"area": "rozz"}).content.decode()
    assert 'value="ALA Milano"' in client.get("/rete/nomi/enti/", {"p-0-organisation": "ala"}).content.decode()
    assert "option" not in client.get("/rete/nomi/enti/", {"x": ""}).content.decode()


@pytest.mark.parametrize("address", ["/rete/", "/servizi/", "/progetti/", "/enti/", "/territori/"])
def test_the_directory_costs_as_much_for_three_as_for_one(
    client: Client, cast: Cast, address: str, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client.force_login(cast.operator)
    Service.objects.exclude(pk=cast.job_desk.pk).delete()
    Project.objects.exclude(pk=cast.family_work.pk).delete()
    client.get(address)
    queries = 14 if address == "/rete/" else 12
    with django_assert_num_queries(queries):
        client.get(address)
    for number in range(2):
        service = Service.objects.create(
            slug=f"s{number}", name=f"S {number}", provider=cast.ala, languages=["ara"], kind="other"
        )
        service.areas.add(cast.milano)
        Project.objects.create(slug=f"p{number}", name=f"P {number}", lead=cast.ala).areas.add(cast.milano)
    with django_assert_num_queries(queries):
        client.get(address)
