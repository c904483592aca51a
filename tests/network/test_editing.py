# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Coordinators describe the network in forms that work without JavaScript; every change leaves its trace."""

from typing import Any
from unittest.mock import patch

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from ponte.network import actions
from ponte.network.models import Area, GovernanceBody, Organisation, Partnership, Project, Service, Site, StaffRole
from ponte.platform.audit.models import AuditEvent
from tests.cast import Cast
from tests.support import system_role

pytestmark = pytest.mark.django_db


def _service(cast: Cast, **answers: Any) -> dict[str, Any]:
    """What a browser sends for a service without partners, staff or sites."""
    lists = {f"{name}-{count}_FORMS": "0" for name in LISTS for count in ("TOTAL", "INITIAL")}
    return {
        "name": "Sportello Lavoro", "kind": "job_desk", "provider": cast.ala.pk, "confidentiality": "shared",
        "reporting_period": "calendar", "position": "0", **lists, **answers,
    }  # fmt: skip


def _project(cast: Cast, **answers: Any) -> dict[str, Any]:
    lists = {f"{name}-{count}_FORMS": "0" for name in (*LISTS, "governance_bodies") for count in ("TOTAL", "INITIAL")}
    return {
        "name": "Ricetta Family Work Km Zero", "lead": cast.ala.pk, "status": "ongoing", "position": "0",
        "reporting_period": "project", **lists, **answers,
    }  # fmt: skip


LISTS = ("partnerships", "staff_roles", "sites")
CHANGE = "/servizi/sportello-lavoro/modifica/"


def _last_event() -> AuditEvent:
    with system_role():
        event = AuditEvent.objects.order_by("pk").last()
    assert event is not None
    return event


def _events() -> int:
    with system_role():
        return AuditEvent.objects.count()


def test_a_coordinator_creates_a_service_with_all_that_belongs_to_it(client: Client, cast: Cast) -> None:
    client.force_login(cast.org_coordinator)
    assert client.get("/servizi/nuovo/").status_code == 200
    answer = client.post(
        "/servizi/nuovo/",
        _service(
            cast,
            name="Sportello d'Ascolto – Città",
            languages=["ara", "zho"],
            areas=[cast.milano.pk, cast.rozzano.pk],
            projects=[cast.family_work.pk],
            starts_on="2021-09-01",
            objectives="- ascoltare\n- orientare",
            **{
                "partnerships-TOTAL_FORMS": "3", "partnerships-0-organisation": "comune di milano",
                "partnerships-0-role": "funder", "partnerships-0-note": "Settore Welfare",
                "partnerships-1-organisation": "assemi", "partnerships-1-role": "partner",
                "partnerships-2-organisation": "", "partnerships-2-role": "partner",
                "staff_roles-TOTAL_FORMS": "1", "staff_roles-0-name": "psicologa", "staff_roles-0-count": "2",
                "sites-TOTAL_FORMS": "1", "sites-0-name": "Sede", "sites-0-area": "rozzano",
                "sites-0-opening": "lunedì 9-12",
            },
        ),
    )  # fmt: skip
    assert (answer.status_code, answer["Location"]) == (302, "/servizi/sportello-d-ascolto-citta/")
    service = Service.objects.get(slug="sportello-d-ascolto-citta")
    assert service.languages == ["ara", "zho"]
    assert {area.slug for area in service.areas.all()} == {"milano", "rozzano"}
    partners = Partnership.objects.filter(service=service).values_list("organisation__slug", "role", "note")
    assert set(partners) == {
        ("ala-milano", "provider", ""),
        ("assemi", "partner", ""),
        ("comune-di-milano", "funder", "Settore Welfare"),
    }
    assert [(role.count, role.name) for role in StaffRole.objects.filter(service=service)] == [(2, "psicologa")]
    assert [(site.name, site.area) for site in Site.objects.filter(service=service)] == [("Sede", cast.rozzano)]
    event = _last_event()
    assert (event.action, event.actor_id) == ("network.create_service", cast.org_coordinator.pk)
    assert event.after is not None
    assert event.after["areas"] == "milano, rozzano"


def test_a_change_keeps_the_slug_and_records_what_was_before(client: Client, cast: Cast) -> None:
    client.force_login(cast.coordinator)
    assert client.get(CHANGE).status_code == 200
    answer = client.post(CHANGE, _service(cast, name="Sportello Occupazione"))
    assert answer["Location"] == "/servizi/sportello-lavoro/"
    cast.job_desk.refresh_from_db()
    assert (cast.job_desk.slug, cast.job_desk.name) == ("sportello-lavoro", "Sportello Occupazione")
    event = _last_event()
    assert event.action == "network.change_service"
    assert event.before is not None
    assert event.after is not None
    assert (event.before["name"], event.after["name"]) == ("Sportello Lavoro", "Sportello Occupazione")
    assert "kind" not in event.after


def test_a_form_sent_as_it_came_changes_nothing_and_leaves_no_trace(client: Client, cast: Cast) -> None:
    client.force_login(cast.org_coordinator)
    client.post(CHANGE, _service(cast))
    before = _events()
    client.post(CHANGE, _service(cast))
    assert _events() == before


def test_lines_are_changed_added_and_taken_away(client: Client, cast: Cast) -> None:
    kept = Site.objects.create(service=cast.job_desk, name="Prima")
    gone = Site.objects.create(service=cast.job_desk, name="Seconda")
    other = Site.objects.create(service=cast.mediation, name="Altrui")
    client.force_login(cast.coordinator)
    client.post(
        CHANGE,
        _service(
            cast,
            **{
                "sites-TOTAL_FORMS": "4", "sites-INITIAL_FORMS": "2",
                "sites-0-id": kept.pk, "sites-0-name": "Prima sede",
                "sites-1-id": gone.pk, "sites-1-name": "Seconda", "sites-1-DELETE": "on",
                "sites-2-id": other.pk, "sites-2-name": "Presa", "sites-3-name": "",
            },
        ),
    )  # fmt: skip
    assert set(Site.objects.filter(service=cast.job_desk).values_list("name", flat=True)) == {"Prima sede", "Presa"}
    kept.refresh_from_db()
    assert kept.name == "Prima sede"
    other.refresh_from_db()
    assert (other.name, other.service) == ("Altrui", cast.mediation)


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"name": ""}, "obbligatorio"),
        ({"starts_on": "2021-05-01", "ends_on": "2021-04-30"}, "La fine viene prima dell&#x27;inizio."),
        (
            {
                "partnerships-TOTAL_FORMS": "1",
                "partnerships-0-organisation": "Atlantide", "partnerships-0-role": "partner",
            },
            "Nessun ente si chiama «Atlantide»",
        ),
        (
            {
                "partnerships-TOTAL_FORMS": "2",
                "partnerships-0-organisation": "assemi", "partnerships-0-role": "partner",
                "partnerships-1-organisation": "assemi", "partnerships-1-role": "partner",
            },
            "compare due volte nel ruolo «partner»",
        ),
        (
            {
                "partnerships-TOTAL_FORMS": "1",
                "partnerships-0-organisation": "assemi", "partnerships-0-role": "provider",
            },
            "provider",
        ),
        ({"sites-TOTAL_FORMS": "1", "sites-0-name": "S", "sites-0-area": "Atlantide"}, "Nessun territorio si chiama"),
        ({"languages": ["xxx"]}, "xxx"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_and_nothing_is_saved(
    client: Client, cast: Cast, answers: dict[str, Any], sentence: str
) -> None:
    client.force_login(cast.coordinator)
    answer = client.post(CHANGE, _service(cast, **{"name": "Cambiato", **answers}))
    assert answer.status_code == 200
    assert sentence in answer.content.decode()
    cast.job_desk.refresh_from_db()
    assert cast.job_desk.name == "Sportello Lavoro"


def test_a_team_s_coordinator_does_not_hand_the_service_over(client: Client, cast: Cast) -> None:
    client.force_login(cast.coordinator)
    client.post(CHANGE, _service(cast, provider=cast.assemi.pk, confidentiality="protected"))
    cast.job_desk.refresh_from_db()
    assert (cast.job_desk.provider, cast.job_desk.confidentiality) == (cast.ala, "shared")
    values = {"name": "x", "provider": cast.ala, "confidentiality": "protected"}
    with pytest.raises(PermissionDenied):
        actions.change_service(service=cast.job_desk, values=values, lines={}, by=cast.coordinator)


def test_nobody_speaks_for_another_organisation(client: Client, cast: Cast) -> None:
    client.force_login(cast.org_coordinator)
    assert client.post("/servizi/nuovo/", _service(cast, name="Nostro?", provider=cast.assemi.pk)).status_code == 200
    assert not Service.objects.filter(name="Nostro?").exists()
    values = {"name": "Nostro?", "provider": cast.assemi, "confidentiality": "shared"}
    with pytest.raises(PermissionDenied):
        actions.create_service(values=values, lines={}, by=cast.org_coordinator)
    with pytest.raises(PermissionDenied):
        actions.create_project(values={"name": "Nostro?", "lead": cast.assemi}, lines={}, by=cast.org_coordinator)


def test_who_may_not_change_a_thing_does_not_find_its_form(client: Client, cast: Cast) -> None:
    changing = (
        CHANGE, "/progetti/lab-impact-sud-est-milano/modifica/", "/enti/assemi/modifica/",
        "/servizi/sportelli-stranieri-sud-est/modifica/",
    )  # fmt: skip
    for name in ("operator", "mediator", "stranger", "auditor", "administrator"):
        client.force_login(cast.users[name])
        assert [client.get(address).status_code for address in changing] == [404] * 4, name
        for address in ("/servizi/nuovo/", "/progetti/nuovo/", "/enti/nuovo/", "/territori/nuovo/"):
            assert client.get(address).status_code == 403, (name, address)
    client.logout()
    assert client.get(CHANGE).status_code == 302


def test_a_project_with_its_governance(client: Client, cast: Cast) -> None:
    client.force_login(cast.org_coordinator)
    assert client.get("/progetti/ricetta-family-work-km-zero/modifica/").status_code == 200
    client.post(
        "/progetti/ricetta-family-work-km-zero/modifica/",
        _project(
            cast,
            expected_results="- inserimenti",
            **{
                "governance_bodies-TOTAL_FORMS": "2", "governance_bodies-0-name": "Cabina di regia",
                "governance_bodies-0-members": "capofila e partner",
                "governance_bodies-1-name": "Comunità di pratica",
            },
        ),
    )  # fmt: skip
    bodies = GovernanceBody.objects.filter(project=cast.family_work)
    assert [body.name for body in bodies] == ["Cabina di regia", "Comunità di pratica"]
    answer = client.post(
        "/progetti/nuovo/", _project(cast, name="Nuovo", starts_on="2022-01-01", ends_on="2021-01-01")
    )
    assert "La fine viene prima dell&#x27;inizio." in answer.content.decode()
    answer = client.post("/progetti/nuovo/", _project(cast, name="Nuovo"))
    assert answer["Location"] == "/progetti/nuovo-2/"
    assert Partnership.objects.filter(project__slug="nuovo-2", role="lead", organisation=cast.ala).exists()


def test_an_organisation_is_created_and_changed(client: Client, cast: Cast) -> None:
    client.force_login(cast.org_coordinator)
    answer = client.post("/enti/nuovo/", {"name": "ALA Milano", "kind": "association", "area": "Rozzano"})
    assert answer["Location"] == "/enti/ala-milano-2/"
    assert Organisation.objects.get(slug="ala-milano-2").area == cast.rozzano
    client.post("/enti/ala-milano/modifica/", {"name": "ALA", "kind": "association", "area": "Milano"})
    cast.ala.refresh_from_db()
    assert (cast.ala.name, cast.ala.area) == ("ALA", cast.milano)
    event = _last_event()
    assert event.before is not None
    assert (event.action, event.before["name"]) == ("network.change_organisation", "ALA Milano")


def test_a_network_manager_says_which_comuni_belong_to_an_ambito(client: Client, cast: Cast) -> None:
    client.force_login(cast.network_manager)
    province = Area.objects.get(slug="provincia-mi")
    answer = client.post(
        "/territori/nuovo/", {"name": "Rozzano", "parent": province.pk, "municipalities": [cast.rozzano.pk]}
    )
    assert answer["Location"] == "/territori/ambito-rozzano/"
    cast.rozzano.refresh_from_db()
    assert cast.rozzano.district is not None
    assert cast.rozzano.district.slug == "ambito-rozzano"
    answer = client.post(
        "/territori/ambito-rozzano/modifica/",
        {"name": "Ambito di Rozzano", "parent": province.pk, "municipalities": [cast.milano.pk]},
    )
    assert answer.status_code == 302
    cast.rozzano.refresh_from_db()
    cast.milano.refresh_from_db()
    assert (cast.rozzano.district, cast.milano.district) == (None, Area.objects.get(slug="ambito-rozzano"))
    event = _last_event()
    assert event.before is not None
    assert event.before["municipalities"] == "rozzano"
    assert client.get("/territori/milano/modifica/").status_code == 404


def test_without_its_audit_event_nothing_is_saved(cast: Cast) -> None:
    values = {"name": "Non salvato", "provider": cast.ala, "confidentiality": "shared"}
    broken = patch("ponte.platform.audit.actions.AuditEvent.objects.create", side_effect=RuntimeError)
    with broken, pytest.raises(RuntimeError):
        actions.change_service(
            service=cast.job_desk, values=values, lines={"sites": [{"name": "x"}]}, by=cast.org_coordinator
        )
    cast.job_desk.refresh_from_db()
    assert cast.job_desk.name == "Sportello Lavoro"
    assert not Site.objects.exists()


@pytest.mark.usefixtures("example")
def test_every_form_of_the_example_opens_and_saves_as_it_is(client: Client) -> None:
    from ponte.accounts.models import User
    from ponte.network.models import Membership

    manager = User.objects.create_user("rete@ponte.example", name="Rete")
    Membership.objects.create(user=manager, role=Membership.Role.NETWORK_MANAGER)
    client.force_login(manager)
    for address in ("/servizi/mediazione-culturale/", "/progetti/ciao/", "/enti/assemi/", "/territori/ambito-desio/"):
        page = client.get(f"{address}modifica/")
        assert page.status_code == 200
        form, lists = page.context["form"], page.context["lists"]
        sent = {name: value for name, value in _answers(form).items() if value not in (None, "")}
        for line_list in lists:
            formset = line_list.formset
            sent |= {f"{formset.prefix}-TOTAL_FORMS": formset.total_form_count()}
            sent |= {f"{formset.prefix}-INITIAL_FORMS": formset.initial_form_count()}
            for line in formset.forms:
                sent |= {key: value for key, value in _answers(line).items() if value not in (None, "", False)}
        answer = client.post(f"{address}modifica/", sent)
        assert answer.status_code == 302, address
    ciao = Project.objects.get(slug="ciao")
    assert Partnership.objects.filter(project=ciao).count() == 23
    assert ciao.governance_bodies.count() == 3


def _answers(form: Any) -> dict[str, Any]:
    """What a browser would send back for a form left as it is."""
    answers = {}
    for bound in form:
        value = bound.value()
        if isinstance(value, list | tuple):
            value = [getattr(item, "pk", item) for item in value]
        answers[bound.html_name] = value
    return answers
