# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the README promises of the first five minutes: work is recorded, a sheet comes in, the report counts both."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from ponte.platform.database.actor import acting_as
from ponte.register import actions
from ponte.register.models import Indicator, Intervention
from tests.cast import PASSWORD, Cast
from tests.journeys.support import SIZES, check_accessibility, look, sign_in
from tests.people.worker import do_queued_imports
from tests.support import system_role

pytestmark = pytest.mark.journey


@pytest.fixture
def counted(cast: Cast) -> None:
    """The job desk counts its interventions, by kind."""
    with system_role():
        Indicator.objects.create(
            service=cast.job_desk, key="work", name="Interventi svolti", measure="interventions", by="kind",
            sentence="Nel {anno} n. {totale} interventi.",
        )  # fmt: skip


def test_from_the_first_contact_to_the_report(
    open_page: Callable[..., Page], cast: Cast, counted: None, tmp_path: Path
) -> None:
    desk = open_page()
    sign_in(desk, cast.operator, PASSWORD)
    desk.get_by_role("main").get_by_role("link", name="Registra un contatto").click()
    desk.get_by_label("o quante persone").fill("2")
    desk.get_by_label("Minuti").fill("30")
    desk.get_by_role("button", name="Salva e apri").click()
    expect(desk.get_by_role("heading", level=1)).to_contain_text("Colloquio")

    office = open_page()
    sign_in(office, cast.coordinator, PASSWORD)
    office.get_by_role("link", name="Importa", exact=True).click()
    office.get_by_role("main").locator("a[href='/importa/registro/']").click()
    office.get_by_label("Foglio di calcolo").set_input_files(_sheet(cast, tmp_path / "lavoro.csv"))
    office.get_by_role("button", name="Carica e controlla").click()
    expect(office.get_by_role("progressbar")).to_be_visible()
    do_queued_imports()
    expect(office.get_by_text("2 righe lette")).to_be_visible()
    office.get_by_role("button", name="Importa le 2 righe").click()
    expect(office.get_by_role("progressbar")).to_be_visible()
    do_queued_imports()
    expect(office.get_by_text("importazione è finita")).to_be_visible()

    head = open_page()
    sign_in(head, cast.org_coordinator, PASSWORD)
    head.get_by_role("link", name="Rapporti", exact=True).click()
    head.get_by_role("button", name="Apri").click()
    expect(head.get_by_text(f"Nel {timezone.localdate().year} n. 3 interventi.")).to_be_visible()
    check_accessibility(head)
    with head.expect_download() as download:
        head.get_by_role("link", name="PDF").click()
    assert download.value.path().read_bytes().startswith(b"%PDF")


def _sheet(cast: Cast, path: Path) -> Path:
    """Two interviews of today."""
    today = timezone.localdate().isoformat()
    rows = [f"{number},{cast.ala.slug},{cast.job_desk.slug},interview,{today},45,3" for number in ("a1", "a2")]
    path.write_text("\n".join(["intervention,organisation,service,kind,date,minutes,headcount", *rows]), "utf-8")
    return path


def test_a_published_report_stays_and_the_next_one_says_what_changed(page: Page, cast: Cast, counted: None) -> None:
    work = [_recorded(cast) for _ in range(2)]
    address = f"/rapporti/{cast.ala.slug}/{timezone.localdate().year}/"
    sign_in(page, cast.org_coordinator)
    page.goto(address)
    _publish(page)
    expect(page.get_by_text("n. 2 interventi.")).to_be_visible()
    check_accessibility(page)
    with acting_as(cast.operator.pk):
        actions.void_intervention(intervention=work[0], reason="Scritto due volte", by=cast.operator)
    page.goto(address)
    expect(page.get_by_text("n. 1 interventi.")).to_be_visible()
    _publish(page)
    page.get_by_role("link", name="Che cosa è cambiato").click()
    expect(page.get_by_role("row").filter(has_text="Interventi svolti").first).to_contain_text("2")
    check_accessibility(page)
    page.goto(f"{address}versioni/1/")
    expect(page.get_by_text("n. 2 interventi.")).to_be_visible()
    page.get_by_role("link", name="Verifica le cifre").click()
    check_accessibility(page)


def _publish(page: Page) -> None:
    page.get_by_role("link", name="Pubblica").click()
    page.get_by_role("button", name="Pubblica").click()
    expect(page.get_by_text("Questa versione resta com'è stata pubblicata")).to_be_visible()


def _recorded(cast: Cast) -> Intervention:
    with acting_as(cast.operator.pk):
        return actions.record_intervention(
            by=cast.operator, service=cast.job_desk, organisation=cast.ala, kind="interview",
            date=timezone.localdate(), minutes=60,
        )  # fmt: skip


@pytest.mark.parametrize(("width", "language"), SIZES)
def test_the_pages_of_network_figures_and_reports_serve_everyone(
    open_page: Callable[..., Page], cast: Cast, counted: None, width: int, language: str
) -> None:
    _recorded(cast)
    page = open_page(width=width)
    sign_in(page, cast.org_coordinator)
    page.locator(f"button[name=language][value={language}]").click()
    year = timezone.localdate().year
    for name, address in {
        "directory": "/rete/?q=lavoro",
        "services": "/servizi/",
        "service": f"/servizi/{cast.job_desk.slug}/",
        "service-form": f"/servizi/{cast.job_desk.slug}/modifica/",
        "organisation": f"/enti/{cast.ala.slug}/",
        "project": f"/progetti/{cast.family_work.slug}/",
        "area": f"/territori/{cast.milano.slug}/",
        "indicators": "/indicatori/",
        "indicators-of-a-service": f"/indicatori/servizi/{cast.job_desk.slug}/",
        "analysis": f"/analisi/?measure=interventions&by=month&service={cast.job_desk.slug}",
        "rows": f"/analisi/righe/?measure=interventions&service={cast.job_desk.slug}",
        "reports": "/rapporti/",
        "annual": f"/rapporti/{cast.ala.slug}/{year}/",
        "publish": f"/rapporti/{cast.ala.slug}/{year}/pubblica/",
        "imports": "/importa/",
    }.items():
        page.goto(address)
        assert page.locator("html").get_attribute("lang") == language
        expect(page.get_by_role("heading", level=1)).to_be_visible()
        look(page, f"{name}-{language}")
