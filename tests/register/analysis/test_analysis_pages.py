# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import io
from collections.abc import Callable
from typing import Any

import pytest
from django.http import QueryDict
from django.test import Client
from django.urls import reverse
from python_calamine import CalamineWorkbook

from ponte.people.models import Card
from ponte.platform.audit.models import AuditEvent
from ponte.register.analysis.links import from_query, rows_url, to_query
from ponte.register.entries import Participant
from ponte.register.measures import Definition
from ponte.register.models import Intervention
from tests.cast import Cast
from tests.support import system_role

pytestmark = pytest.mark.django_db

Record = Callable[..., Intervention]
Know = Callable[..., Card]


@pytest.fixture
def work(cast: Cast, recorded: Record, known: Know) -> None:
    """Six people at the job desk, of two citizenships, and one at the trans desk."""
    for number in range(6):
        card = known(f"Persona {number}", cast.job_desk, citizenships=["EG" if number < 4 else "PE"])
        recorded(participants=[Participant(card=card)])
    secret = known("Riservata", cast.trans_desk, citizenships=["BR"])
    recorded(by=cast.protected, service=cast.trans_desk, participants=[Participant(card=secret)])


def ask(client: Client, **query: Any) -> str:
    answer = client.get(reverse("register:analysis"), {"measure": "people", **query})
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_team_sees_its_figures_whole(client: Client, cast: Cast, work: None) -> None:
    client.force_login(cast.operator)
    page = ask(client, by="citizenship", service="sportello-lavoro")
    assert "Egitto" in page
    assert "non mostrato" not in page
    assert "data:image/svg+xml" in page


@pytest.mark.parametrize("who", ["org_coordinator", "stranger", "auditor", "network_manager"])
def test_others_see_figures_that_single_nobody_out(client: Client, cast: Cast, work: None, who: str) -> None:
    """Two people of one citizenship at one desk: whoever knows one knows of the other."""
    client.force_login(cast.users[who])
    page = ask(client, by="citizenship", service="sportello-lavoro")
    assert page.count("non mostrato") == 2
    assert ask(client, service="sportello-trans").count("non mostrato") == 1


def test_every_page_of_choices_answers(client: Client, cast: Cast, work: None) -> None:
    """Two dimensions, each kind of filter, a share, and an empty answer."""
    client.force_login(cast.operator)
    assert "Suddivis" in ask(client, by="month", then_by="citizenship")
    assert "50%" not in ask(client, measure="share")
    assert "Per una quota serve" in ask(client, measure="share")
    assert "quota" in ask(client, measure="share", of_value="education:degree", by="sex").lower()
    assert "Nessuna riga" in ask(
        client, by="role", where_role=["teacher", "-"], where_group="1A; 2B", since="2030-01-01"
    )
    assert "prima di cominciare" in ask(client, since="2022-01-01", until="2021-01-01")
    assert "non esiste" in ask(client, where_municipality="Atlantide")


def test_an_export_holds_what_the_page_shows_and_leaves_a_trace(client: Client, cast: Cast, work: None) -> None:
    """A sheet that is sent on must not hold what the page withheld."""
    client.force_login(cast.stranger)
    url = reverse("register:analysis_export", args=["xlsx"])
    answer = client.get(url, {"measure": "people", "by": "citizenship", "service": "sportello-lavoro"})
    rows = CalamineWorkbook.from_filelike(io.BytesIO(answer.content)).get_sheet_by_index(0).to_python()
    assert rows == [["Cittadinanza", "Persone registrate"], ["EG", ""], ["PE", ""]]
    with system_role():
        assert AuditEvent.objects.filter(action="register.export_analysis", actor_id=cast.stranger.pk).count() == 1
    assert client.get(reverse("register:analysis_export", args=["exe"]), {"measure": "people"}).status_code == 404


def test_a_breakdown_with_nearly_as_many_keys_as_people_is_withheld_whole(
    client: Client, cast: Cast, recorded: Record, known: Know
) -> None:
    """Five people of five citizenships: whoever knows that there are five knows of each."""
    for citizenship in ("AL", "BD", "CN", "EG", "PE"):
        card = known(f"Di {citizenship}", cast.job_desk, citizenships=[citizenship])
        recorded(participants=[Participant(card=card)])
    client.force_login(cast.stranger)
    page = ask(client, by="citizenship", service="sportello-lavoro")
    assert "Suddivisione non mostrata" in page
    assert not [name for name in ("Albania", "Bangladesh", "Egitto") if f"{name}</bdi>" in page]
    url = reverse("register:analysis_export", args=["csv"])
    answer = client.get(url, {"measure": "people", "by": "citizenship", "service": "sportello-lavoro"})
    assert len(answer.content.decode().strip().splitlines()) == 1


def test_a_figure_opens_its_rows_to_the_team(client: Client, cast: Cast, work: None) -> None:
    client.force_login(cast.operator)
    figure = Definition("people", by=("citizenship",), services=("sportello-lavoro",))
    page = client.get(rows_url(figure, ("PE",))).content.decode()
    assert {name for name in (f"Persona {number}" for number in range(6)) if name in page} == {
        "Persona 4",
        "Persona 5",
    }
    assert "non può vedere" not in page


def test_whoever_may_not_see_the_rows_learns_only_how_many_there_are(client: Client, cast: Cast, work: None) -> None:
    """And of a few, not even that."""
    for who in ("org_coordinator", "stranger", "administrator"):
        client.force_login(cast.users[who])
        page = client.get(rows_url(Definition("people", services=("sportello-lavoro",)))).content.decode()
        assert "6 righe che lei non può vedere" in page
        assert "Persona" not in page.replace("Persone", "").replace("Persona registrata", "")
        few = client.get(rows_url(Definition("people", services=("sportello-trans",)))).content.decode()
        assert "poche righe (meno di 5)" in few
        assert "Riservata" not in few


def test_who_coordinates_sees_the_work_behind_hours(client: Client, cast: Cast, work: None) -> None:
    client.force_login(cast.org_coordinator)
    page = client.get(rows_url(Definition("hours", services=("sportello-lavoro",)))).content.decode()
    assert page.count("/registro/") >= 6
    assert "non può vedere" not in page


def test_an_address_that_asks_what_cannot_be_is_answered_with_a_sentence(client: Client, cast: Cast) -> None:
    client.force_login(cast.operator)
    for query, says in (
        ("measure=houre", "houre"),
        ("measure=hours&from=ieri", "ieri"),
        ("measure=hours&where=colour:red", "colour"),
        ("measure=hours&service=nessuno", "nessuno"),
    ):
        answer = client.get(f"{reverse('register:figure_rows')}?{query}")
        assert answer.status_code == 400
        assert says in answer.content.decode()


def test_a_definition_survives_its_address() -> None:
    """A link in a report opens the rows of exactly that figure."""
    definition = Definition(
        "share",
        by=("sex", "month"),
        where={"role": ["client", None], "group": ["1A: b"]},
        services=("a", "b"),
        of="education",
        value="degree",
    )
    again = from_query(QueryDict(to_query(definition)))
    assert (again.where, again.by, tuple(again.services), again.of, again.value) == (
        definition.where, ("sex", "month"), ("a", "b"), "education", "degree",
    )  # fmt: skip
