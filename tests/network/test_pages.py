# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every service, project, organisation and area has a page that everyone can read and that leads on."""

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from ponte.network.models import Area, GovernanceBody, Organisation, Partnership, Project, Service, Site, StaffRole
from tests.cast import Cast

pytestmark = pytest.mark.django_db
SCRIPT = "<script>alert(1)</script>"


@pytest.mark.usefixtures("example")
def test_every_page_of_the_example_renders_for_everyone(client: Client) -> None:
    addresses = [f"/servizi/{slug}/" for slug in Service.objects.values_list("slug", flat=True)]
    addresses += [f"/progetti/{slug}/" for slug in Project.objects.values_list("slug", flat=True)]
    addresses += [f"/enti/{slug}/" for slug in Organisation.objects.values_list("slug", flat=True)]
    wide = Area.objects.exclude(kind=Area.Kind.MUNICIPALITY).values_list("slug", flat=True)
    addresses += [f"/territori/{slug}/" for slug in [*wide, "milano", "basiglio", "desio", "uggiate-con-ronago"]]
    failed = {address: status for address in addresses if (status := client.get(address).status_code) != 200}
    assert failed == {}


@pytest.mark.usefixtures("example")
def test_a_page_leads_to_all_that_it_speaks_of(client: Client) -> None:
    page = client.get("/servizi/centralino-ucraina/").content.decode()
    for address in ("/enti/progetto-integrazione/", "/progetti/milano-aiuta-ucraina/", "/territori/milano/"):
        assert f'href="{address}"' in page
    page = client.get("/enti/assemi/").content.decode()
    for address in ("/servizi/sportelli-stranieri-sud-est/", "/progetti/ciao/", "/territori/ambito-sud-est-milano/"):
        assert f'href="{address}"' in page
    page = client.get("/territori/melegnano/").content.decode()
    for address in (
        "/territori/ambito-sud-est-milano/", "/territori/provincia-mi/", "/territori/lombardia/",
        "/servizi/sportelli-stranieri-sud-est/", "/servizi/segretariato-itinerante/", "/servizi/sportello-trans/",
    ):  # fmt: skip
        assert f'href="{address}"' in page
    assert "/servizi/integrazione-scolastica-desio/" not in page


@pytest.mark.usefixtures("example")
def test_the_area_page_shows_who_lives_there(client: Client) -> None:
    page = client.get("/territori/basiglio/").content.decode()
    for words in ("Chi abita qui (2018)", "12 %", "Filippine", "43,8 %", "Corea del Sud", "Progetto Con-Tatto"):
        assert words in page
    former = client.get("/territori/ambito-rozzano/").content.decode()
    for words in ("77.447", "7.838", "10,55 %", "fino a dicembre 2018", "/territori/opera/"):
        assert words in former


def test_how_confidential_a_service_is_only_the_network_knows(client: Client, cast: Cast) -> None:
    address = "/servizi/sportello-trans/"
    assert "protetto" not in client.get(address).content.decode()
    client.force_login(cast.stranger)
    assert "protetto" in client.get(address).content.decode()


def test_what_is_written_is_shown_and_never_run(client: Client, cast: Cast) -> None:
    Service.objects.filter(pk=cast.job_desk.pk).update(
        name=SCRIPT, description=SCRIPT, objectives=f"- {SCRIPT}", territory=SCRIPT, how_to_access=SCRIPT
    )
    Site.objects.create(service=cast.job_desk, name=SCRIPT, opening=SCRIPT, note=SCRIPT, address=SCRIPT)
    Organisation.objects.filter(pk=cast.ala.pk).update(
        name=SCRIPT, description=SCRIPT, website="https://ponte.example"
    )
    Project.objects.filter(pk=cast.family_work.pk).update(name=SCRIPT, field=SCRIPT, context=SCRIPT)
    Partnership.objects.update(note=SCRIPT)
    addresses = (
        "/servizi/sportello-lavoro/",
        "/enti/ala-milano/",
        "/progetti/ricetta-family-work-km-zero/",
        "/rete/",
    )
    for address in (*addresses, "/servizi/", "/enti/", "/progetti/", "/rete/nomi/enti/?organisation=script"):
        page = client.get(address, {"q": SCRIPT} if address == "/rete/" else {}).content.decode()
        assert SCRIPT not in page, address
    assert "&lt;script&gt;" in client.get("/servizi/sportello-lavoro/").content.decode()


@pytest.mark.parametrize(
    "address", ["/servizi/nessuno/", "/progetti/nessuno/", "/enti/nessuno/", "/territori/nessuno/"]
)
def test_what_is_not_there_is_not_found(client: Client, address: str) -> None:
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    ("address", "queries"),
    [
        ("/servizi/sportello-lavoro/", 10),
        ("/progetti/ricetta-family-work-km-zero/", 11),
        ("/enti/ala-milano/", 6),
        ("/territori/milano/", 10),
    ],
)
def test_a_page_costs_as_much_for_three_lines_as_for_one(
    client: Client, cast: Cast, address: str, queries: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    def grow(number: int) -> None:
        partner = Organisation.objects.create(slug=f"o{number}", name=f"O {number}", area=cast.milano)
        for owner in ({"service": cast.job_desk}, {"project": cast.family_work}):
            Partnership.objects.create(organisation=partner, role="partner", **owner)
            StaffRole.objects.create(name=f"psicologa {number}", **owner)
            Site.objects.create(name=f"Sede {number}", area=cast.milano, host=partner, **owner)
        service = Service.objects.create(slug=f"s{number}", name=f"S {number}", provider=cast.ala)
        service.areas.add(cast.milano)
        service.projects.add(cast.family_work)
        project = Project.objects.create(slug=f"p{number}", name=f"P {number}", lead=cast.ala)
        project.areas.add(cast.milano)
        cast.job_desk.projects.add(project)
        GovernanceBody.objects.create(project=cast.family_work, name=f"Cabina {number}")
        Partnership.objects.create(organisation=cast.ala, role="funder", service=service)

    for owner in (cast.job_desk, cast.family_work):
        owner.areas.add(cast.milano)
    grow(1)
    client.get(address)
    with django_assert_num_queries(queries):
        client.get(address)
    grow(2)
    grow(3)
    with django_assert_num_queries(queries):
        assert client.get(address).status_code == 200
