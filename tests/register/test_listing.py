# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The list shows, counts and gives away exactly what its reader may see."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pytest_django import DjangoAssertNumQueries

from ponte.people.models import Card
from ponte.platform.audit.models import AuditEvent
from ponte.platform.database.actor import acting_as, set_actor
from ponte.register import actions, listing, queries
from ponte.register.entries import Participant
from ponte.register.listing import Filters, Period
from ponte.register.models import Intervention
from tests.cast import Cast
from tests.register.test_entry import indexed
from tests.support import system_role

pytestmark = pytest.mark.django_db

Record = Callable[..., Intervention]
Know = Callable[..., Card]
LIST = "/registro/"


@pytest.fixture
def today() -> dt.date:
    return timezone.localdate()


def shown(client: Client, **query: Any) -> set[int]:
    return {row.pk for row, _named, _others in client.get(LIST, query).context["rows"]}


@pytest.mark.parametrize(
    ("who", "sees"),
    [
        ("operator", {"job_desk"}),
        ("colleague", {"job_desk"}),
        ("coordinator", {"job_desk"}),
        ("mediator", {"mediation"}),
        ("social_worker", {"psychology"}),
        ("protected", {"trans_desk"}),
        ("stranger", {"foreign_desk"}),
        ("org_coordinator", {"job_desk", "mediation", "psychology", "trans_desk"}),
        ("network_manager", set()),
        ("auditor", set()),
        ("administrator", set()),
    ],
)
def test_everyone_sees_exactly_their_rows_and_people(
    client: Client, cast: Cast, known: Know, recorded: Record, today: dt.date, who: str, sees: set[str]
) -> None:
    people = {name: known(name, getattr(cast, name)) for name in
              ("job_desk", "mediation", "psychology", "trans_desk", "foreign_desk")}  # fmt: skip
    with system_role():
        for name, card in people.items():
            service = getattr(cast, name)
            actions.record_intervention(
                by=None, service=service, organisation=service.provider, kind="interview", date=today,
                participants=[Participant(card=card)],
            )  # fmt: skip
    client.force_login(cast.users[who])
    page = client.get(LIST)
    assert {row.service_id for row, _named, _others in page.context["rows"]} == {
        getattr(cast, name).pk for name in sees
    }
    named = {row.card.given_name for _row, named, _others in page.context["rows"] for row in named}
    assert named == (set() if who == "org_coordinator" else sees)
    assert page.context["totals"].interventions == len(sees)
    for name in people:
        assert (f"{name} Hossain" in page.text) == (name in named)


def test_each_filter_narrows_to_exactly_its_rows(
    client: Client, cast: Cast, known: Know, recorded: Record, today: dt.date
) -> None:
    karim = indexed(known("Karim", cast.job_desk))
    rows = {
        "plain": recorded(date=today),
        "kind": recorded(date=today, kind="workshop"),
        "language": recorded(date=today, languages=["zho", "ita"]),
        "setting": recorded(date=today, setting="street"),
        "area": recorded(date=today, area=cast.rozzano),
        "project": recorded(date=today, projects={cast.family_work: Decimal(1)}),
        "staff": recorded(date=today, staff=["Zineb Alami"]),
        "person": recorded(date=today, participants=[Participant(card=karim)]),
        "text": recorded(date=today, note="Cerca un corso serale"),
        "old": recorded(date=today - dt.timedelta(days=40)),
    }
    staff = rows["staff"].staff.get().pk
    client.force_login(cast.operator)
    recent = {row.pk for name, row in rows.items() if name != "old"}
    assert shown(client) == recent
    assert shown(client, period="all") == recent | {rows["old"].pk}
    assert shown(client, until=(today - dt.timedelta(days=30)).isoformat()) == {rows["old"].pk}
    assert shown(client, service="sportello-lavoro") == recent
    for name, value in (
        ("kind", "workshop"), ("language", "zho"), ("setting", "street"), ("area", "Rozzano"), ("staff", staff),
        ("project", cast.family_work.slug), ("person", "karim"), ("text", "SERALE"),
    ):  # fmt: skip
        assert (name, shown(client, **{name: value})) == (name, {rows[name].pk})


def test_another_teams_service_or_person_as_a_filter_reveals_nothing(
    client: Client, cast: Cast, known: Know, recorded: Record, today: dt.date
) -> None:
    hidden = indexed(known("Layla", cast.trans_desk))
    recorded(by=cast.protected, service=cast.trans_desk, date=today, participants=[Participant(card=hidden)])
    client.force_login(cast.operator)
    assert shown(client, service="sportello-trans") == set()
    assert shown(client, person="layla") == set()


def test_what_was_taken_back_is_listed_only_on_request_and_counts_nowhere(
    client: Client, cast: Cast, recorded: Record, today: dt.date
) -> None:
    kept, voided = recorded(date=today), recorded(date=today)
    with acting_as(cast.operator.pk):
        actions.void_intervention(intervention=voided, reason="Doppio", by=cast.operator)
    client.force_login(cast.operator)
    assert shown(client) == {kept.pk}
    page = client.get(LIST, {"voided": "on"})
    assert {row.pk for row, _named, _others in page.context["rows"]} == {kept.pk, voided.pk}
    assert page.context["totals"].interventions == 1


def test_a_long_list_does_not_wait_for_its_totals(
    client: Client, cast: Cast, recorded: Record, today: dt.date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "TOTALS_AT_ONCE", 2)
    monkeypatch.setattr(listing, "BOUND", 2)
    for _ in range(3):
        recorded(date=today)
    client.force_login(cast.operator)
    page = client.get(LIST)
    assert (page.context["totals"], page.context["many"]) == (None, True)
    assert client.get("/registro/totali/").context["totals"].interventions == 3
    assert client.get(LIST, {"totals": "1"}).context["totals"].interventions == 3


@pytest.mark.parametrize("rows", [1, 3])
def test_the_queries_of_the_list_do_not_grow_with_its_rows(
    client: Client,
    cast: Cast,
    known: Know,
    recorded: Record,
    today: dt.date,
    rows: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(rows):
        recorded(
            date=today,
            participants=[Participant(card=known(f"K{number}", cast.job_desk))],
            staff=[f"Operatrice {number}"],
            projects={cast.family_work: Decimal(1)},
        )
    client.force_login(cast.operator)
    client.get(LIST)
    with django_assert_num_queries(17):
        client.get(LIST)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_queries_of_the_export_do_not_grow_with_its_rows(
    client: Client,
    cast: Cast,
    recorded: Record,
    today: dt.date,
    rows: int,
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    for _ in range(rows):
        recorded(date=today, participants=[Participant(headcount=2)])
    client.force_login(cast.operator)
    with django_assert_num_queries(14):
        client.get("/registro/esporta/csv/")


def test_the_export_holds_exactly_the_filtered_rows(
    client: Client, cast: Cast, known: Know, recorded: Record, today: dt.date
) -> None:
    karim = known("Karim", cast.job_desk)
    wanted = recorded(
        date=today, kind="workshop", participants=[Participant(card=karim), Participant(code="SEGRETO")]
    )
    recorded(date=today)
    client.force_login(cast.operator)
    answer = client.get("/registro/esporta/csv/", {"kind": "workshop"})
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert len(lines) == 3
    assert [line.split(";")[0] for line in lines[1:]] == [str(wanted.pk)] * 2
    assert karim.code in lines[1]
    assert "SEGRETO" not in answer.text
    set_actor(cast.auditor.pk)
    event = AuditEvent.objects.get(action="register.export_interventions")
    assert (event.actor, event.after) == (cast.operator, {"kind": "workshop", "format": "csv", "interventions": 1})


def test_who_coordinates_the_organisation_takes_away_work_without_people(
    client: Client, cast: Cast, known: Know, recorded: Record, today: dt.date
) -> None:
    karim = known("Karim", cast.job_desk)
    recorded(date=today, participants=[Participant(card=karim, referred_to="SerD")])
    client.force_login(cast.org_coordinator)
    text = client.get("/registro/esporta/csv/").text
    assert "sportello-lavoro" in text
    assert karim.code not in text
    assert "SerD" not in text


def test_a_file_that_would_be_too_long_is_refused_with_a_sentence(
    client: Client, cast: Cast, recorded: Record, today: dt.date, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ponte.register.export.MOST", 1)
    recorded(date=today)
    recorded(date=today)
    client.force_login(cast.operator)
    answer = client.get("/registro/esporta/xlsx/", {"kind": "interview"}, follow=True)
    assert answer.redirect_chain == [("/registro/?kind=interview", 302)]
    assert "scelga un periodo più breve" in answer.text


@pytest.mark.parametrize(
    ("period", "days"),
    [
        ("today", ("2024-02-29", "2024-02-29")),
        ("week", ("2024-02-23", "2024-02-29")),
        ("30days", ("2024-01-31", "2024-02-29")),
        ("month", ("2024-02-01", "2024-02-29")),
        ("last_month", ("2024-01-01", "2024-01-31")),
        ("year", ("2024-01-01", "2024-02-29")),
        ("last_year", ("2023-01-01", "2023-12-31")),
        ("all", (None, None)),
    ],
)
def test_what_a_period_covers(period: str, days: tuple[str | None, str | None]) -> None:
    since, until = Period(period).days(dt.date(2024, 2, 29))
    assert (since and since.isoformat(), until and until.isoformat()) == days


PEOPLE = 3
rows_of_work = st.lists(
    st.tuples(
        st.one_of(st.none(), st.integers(1, 300)),
        st.lists(
            st.one_of(
                st.tuples(st.just("card"), st.integers(0, PEOPLE - 1)),
                st.tuples(st.just("code"), st.sampled_from(["A", "B"])),
                st.tuples(st.just("headcount"), st.integers(1, 30)),
            ),
            max_size=5,
        ),
        st.booleans(),
    ),
    max_size=6,
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(work=rows_of_work)
def test_totals_are_what_counting_by_hand_gives(cast: Cast, known: Know, today: dt.date, work: list[Any]) -> None:
    cards = [known(f"P{number}", cast.job_desk) for number in range(PEOPLE)]
    with system_role():
        Intervention.objects.all().delete()
    minutes = attendees = 0
    people = set()
    with acting_as(cast.operator.pk):
        for number, (lasted, who, voided) in enumerate(work):
            participants = [
                Participant(
                    card=cards[value] if kind == "card" else None,
                    code=value if kind == "code" else "",
                    headcount=value if kind == "headcount" else None,
                    output=f"{number}-{position}",
                )
                for position, (kind, value) in enumerate(who)
            ]
            row = actions.record_intervention(
                by=cast.operator, service=cast.job_desk, organisation=cast.ala, kind="interview", date=today,
                minutes=lasted, participants=participants,
            )  # fmt: skip
            if voided:
                Intervention.objects.filter(pk=row.pk).update(voided_at=timezone.now())
                continue
            minutes += lasted or 0
            attendees += len({item for item in who if item[0] != "headcount"})
            attendees += sum(value for kind, value in who if kind == "headcount")
            people |= {value for kind, value in who if kind == "card"}
        found = listing.totals(listing.matching(cast.operator, queries.reach_of(cast.operator), Filters(voided=True)))
    assert (found.minutes, found.attendees, found.people) == (minutes, attendees, len(people))
    assert found.interventions == sum(not voided for _minutes, _who, voided in work)
