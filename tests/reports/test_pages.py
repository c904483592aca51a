# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reports on screen: who opens which page, and what a page must hold."""

import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ponte.accounts.models import User
from ponte.platform.audit.models import AuditEvent
from ponte.platform.database.actor import acting_as
from ponte.register.models import Indicator, Intervention
from ponte.reports.actions import publish_report
from ponte.reports.documents import FORMATS
from ponte.reports.models import ReportVersion
from tests.cast import Cast
from tests.support import system_role

pytestmark = pytest.mark.django_db

ANNUAL = "/rapporti/ala-milano/2021/"
READERS = {"org_coordinator", "network_manager", "coordinator"}
PUBLISHERS = {"org_coordinator", "network_manager"}


@pytest.fixture
def signed_in() -> Callable[[User], Client]:
    def sign_in(user: User) -> Client:
        browser = Client()
        browser.force_login(user)
        return browser

    return sign_in


def publish(cast: Cast, *, public: bool = False) -> ReportVersion:
    with acting_as(cast.org_coordinator.pk):
        return publish_report(organisation=cast.ala, year=2021, by=cast.org_coordinator, public=public)


def test_each_page_opens_for_whom_it_is_meant(
    cast: Cast, year_of_work: list[Intervention], signed_in: Callable[[User], Client]
) -> None:
    """Teams work with the rows; the report of an organisation is for its coordinators and the network's managers."""
    publish(cast)
    for name, user in cast.users.items():
        browser = signed_in(user)
        reads = 200 if name in READERS else 404
        assert browser.get("/rapporti/").status_code == 200, name
        assert browser.get(ANNUAL).status_code == reads, name
        assert browser.get(f"{ANNUAL}scarica/json/").status_code == reads, name
        assert browser.get(f"{ANNUAL}versioni/1/").status_code == reads, name
        assert browser.get(f"{ANNUAL}versioni/1/scarica/json/").status_code == reads, name
        assert browser.get(f"{ANNUAL}versioni/1/confronto/").status_code == reads, name
        assert browser.get(f"{ANNUAL}versioni/1/verifica/").status_code == reads, name
        publishes = 200 if name in PUBLISHERS else 403 if name in READERS else 404
        assert browser.get(f"{ANNUAL}pubblica/").status_code == publishes, name
        assert browser.post(f"{ANNUAL}pubblica/").status_code == (302 if name in PUBLISHERS else publishes), name


def test_without_a_sign_in_only_public_versions_open_and_small_figures_stay_hidden(
    cast: Cast, year_of_work: list[Intervention], client: Client
) -> None:
    browser = Client()
    private, public = publish(cast), publish(cast, public=True)
    assert browser.get(ANNUAL).status_code == 302
    asked = browser.get(f"{ANNUAL}versioni/{private.number}/")
    assert (asked.status_code, asked["Location"].split("?")[0]) == (302, "/accedi/")
    assert browser.get(f"{ANNUAL}versioni/{private.number}/scarica/json/").status_code == 404
    page = browser.get(f"{ANNUAL}versioni/{public.number}/")
    assert page.status_code == 200
    assert "Persone: non mostrato" in page.content.decode()
    assert "Persone: 2" not in page.content.decode()
    document = browser.get(f"{ANNUAL}versioni/{public.number}/scarica/json/").json()
    assert document["services"]["sportello-lavoro"]["results"]["people"]["total"] is None
    listed = browser.get("/rapporti/").content.decode()
    assert f"{ANNUAL}versioni/{public.number}/" in listed
    assert f"{ANNUAL}versioni/{private.number}/" not in listed
    assert browser.get(f"{ANNUAL}versioni/{public.number}/verifica/").status_code == 302


def test_every_figure_opens_its_rows_and_every_chart_has_its_table(
    cast: Cast, year_of_work: list[Intervention], signed_in: Callable[[User], Client]
) -> None:
    browser = signed_in(cast.org_coordinator)
    page = browser.get(ANNUAL).content.decode()
    links = [link.replace("&amp;", "&") for link in re.findall(r'href="(/analisi/righe/[^"]*)"', page)]
    # Three figures of the desk, one of the project, two languages.
    assert len(links) == 6
    assert {browser.get(link).status_code for link in links} == {200}
    described = re.findall(r'<img src="data:image/svg[^>]*aria-describedby="([^"]+)"', page)
    assert described
    assert all(f'<table class="table ui-table" id="{table}"' in page for table in described)
    assert "style=" not in page


def test_the_rows_of_a_published_figure_stay_open_to_the_team(
    cast: Cast, year_of_work: list[Intervention], signed_in: Callable[[User], Client]
) -> None:
    """Rule of the house: every row behind a published figure can be shown later, to whoever may see it."""
    publish(cast)
    with system_role():
        Intervention.objects.update(languages=["ron"], minutes=5)
    address = f"{ANNUAL}versioni/1/righe/?sezione=service/sportello-lavoro&cifra=hours&voce=zho"
    in_team = signed_in(cast.coordinator).get(address).content.decode()
    assert len(re.findall(r'<td class="text-end">60</td>', in_team)) == 2
    assert "Hossain" not in in_team
    not_in_team = signed_in(cast.org_coordinator).get(address).content.decode()
    assert "Questa cifra conta anche 2 righe che lei non può vedere" in not_in_team
    assert '<td class="text-end">60</td>' not in not_in_team
    assert signed_in(cast.operator).get(address).status_code == 404
    assert signed_in(cast.coordinator).get(f"{ANNUAL}versioni/1/righe/?sezione=x&cifra=y").status_code == 404
    page = signed_in(cast.coordinator).get(f"{ANNUAL}versioni/1/").content.decode()
    links = [link.replace("&amp;", "&") for link in re.findall(r'href="([^"]*versioni/1/righe/[^"]*)"', page)]
    assert len(links) == 6
    assert {signed_in(cast.coordinator).get(link).status_code for link in links} == {200}


def test_downloads_come_in_every_format_and_leave_a_trace(
    cast: Cast, year_of_work: list[Intervention], signed_in: Callable[[User], Client]
) -> None:
    browser = signed_in(cast.org_coordinator)
    for form in FORMATS.values():
        response = browser.get(f"{ANNUAL}scarica/{form.name}/")
        assert response["Content-Disposition"] == f'attachment; filename="ala-milano-2021.{form.name}"'
        assert len(response.content) > 500
    assert browser.get(f"{ANNUAL}scarica/exe/").status_code == 404
    assert browser.get("/rapporti/ala-milano/1500/").status_code == 404
    with system_role():
        assert AuditEvent.objects.filter(action="reports.download_report").count() == len(FORMATS)


def test_an_old_version_is_downloaded_as_it_was(
    cast: Cast, year_of_work: list[Intervention], signed_in: Callable[[User], Client]
) -> None:
    browser = signed_in(cast.org_coordinator)
    publish(cast)
    before = {form: browser.get(f"{ANNUAL}versioni/1/scarica/{form}/").content for form in ("json", "pdf", "html")}
    with system_role():
        Indicator.objects.all().delete()
        Intervention.objects.update(minutes=1)
        cast.job_desk.description = "altro"
        cast.job_desk.save()
    assert before == {form: browser.get(f"{ANNUAL}versioni/1/scarica/{form}/").content for form in before}


def test_a_new_version_shows_what_changed(
    cast: Cast, year_of_work: list[Intervention], signed_in: Callable[[User], Client]
) -> None:
    browser = signed_in(cast.org_coordinator)
    browser.post(f"{ANNUAL}pubblica/", {"note": "prima"})
    # Whoever reads English sees the same differences: none yet.
    announced = browser.get(f"{ANNUAL}pubblica/", headers={"accept-language": "en"}).content.decode()
    assert "<tr><th" not in announced
    with system_role():
        Intervention.objects.filter(languages=["ara"]).update(minutes=180)
        cast.job_desk.territory = "Milano e Rozzano"
        cast.job_desk.save()
    announced = browser.get(f"{ANNUAL}pubblica/").content.decode()
    browser.post(f"{ANNUAL}pubblica/", {"note": "seconda", "public": "on"})
    compared = browser.get(f"{ANNUAL}versioni/2/confronto/").content.decode()
    for page in (announced, compared):
        rows = re.findall(r'<tr><th scope="row">(.*?)</th><td[^>]*>(.*?)</td><td[^>]*>(.*?)</td></tr>', page)
        assert rows == [
            ("Ore di colloquio", "3", "5"),
            ("Ore di colloquio: arabo", "1", "3"),
            ("Territorio", "—", "Milano e Rozzano"),
        ]
    assert (
        "4 cifre, contate di nuovo dalle righe conservate, tornano tutte"
        in browser.get(f"{ANNUAL}versioni/1/verifica/").content.decode()
    )


def test_the_pages_ask_a_fixed_number_of_queries(
    cast: Cast, year_of_work: list[Intervention], signed_in: Callable[[User], Client]
) -> None:
    browser = signed_in(cast.org_coordinator)
    published: list[ReportVersion] = []
    for versions in (1, 3):
        for _missing in range(versions - len(published)):
            published.append(publish(cast))
        counts = []
        for address in ("/rapporti/", ANNUAL, f"{ANNUAL}versioni/1/"):
            with CaptureQueriesContext(connection) as queries:
                assert browser.get(address).status_code == 200
            counts.append(len(queries))
        assert counts == [13, 33, 11]
