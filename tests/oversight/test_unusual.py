# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Looks that are worth a question are listed for review, and ordinary work is not."""

import datetime as dt
from collections.abc import Callable
from zoneinfo import ZoneInfo

import pytest
from django.core.exceptions import PermissionDenied

from ponte.accounts.models import User
from ponte.network.models import Service
from ponte.oversight import actions, tasks
from ponte.oversight.models import Noticed, UnusualAccess
from ponte.oversight.unusual import behaviour, strangers
from ponte.oversight.unusual.noticing import notice
from ponte.people.models import Acquaintance, Card, Enrolment, Household, Person
from ponte.platform.audit import sealing
from ponte.platform.audit.models import AuditEvent
from ponte.platform.database.actor import acting_as
from tests.cast import Cast
from tests.oversight.conftest import Browse
from tests.support import system_role

pytestmark = pytest.mark.django_db
DAY = dt.datetime(2026, 11, 4, 10, 0, tzinfo=ZoneInfo("Europe/Rome"))
LONG_AGO = DAY - dt.timedelta(days=400)
Make = Callable[..., Card]


@pytest.fixture
def person(cast: Cast) -> Make:
    """Somebody whom the job desk has followed for a year; `followed=False`, whom it only knows."""

    def make(followed: bool = True, **fields: object) -> Card:
        with system_role():
            values = {"given_name": "Amina", "family_name": "Rahimi"} | fields
            card = Card.objects.create(person=Person.objects.create(), registered_by=cast.job_desk, **values)
            Acquaintance.objects.create(card=card, service=cast.job_desk, since=LONG_AGO)
            if followed:
                Enrolment.objects.create(card=card, service=cast.job_desk, opened_on=LONG_AGO.date())
        return card

    return make


def look(user: User, card: Card, at: dt.datetime, *services: Service) -> None:
    with system_role():
        AuditEvent.objects.create(
            action="people.read_card", actor=user.pk, object_type="people.card", object_id=card.pk, at=at, reason="",
            process="", scopes=[service.pk for service in services],
        )  # fmt: skip


def noticed() -> list[tuple[str, str, str]]:
    with system_role():
        sealing.seal_events()
        while notice():
            pass
        return [
            (one.kind, one.actor.name, one.why)
            for one in UnusualAccess.objects.select_related("actor").order_by("pk")
        ]


def test_an_ordinary_month_lists_nothing(cast: Cast, person: Make) -> None:
    """Two people at a desk, twenty cards a day each, some of them new, some of common names: an empty list."""
    people = [
        person(family_name=name) for name in ("Rahimi", "Hossain", "Chen", "Popescu", "Rossi") for _ in range(8)
    ]
    for day in range(20):
        for number in range(20):
            at = DAY + dt.timedelta(days=day, minutes=17 * number)
            look(cast.operator, people[(day * 7 + number) % 40], at, cast.job_desk)
            look(cast.colleague, people[(day * 3 + number) % 40], at, cast.job_desk)
    look(cast.operator, person(followed=False), DAY, cast.job_desk)
    assert noticed() == []


def test_many_cards_in_an_hour(cast: Cast, person: Make) -> None:
    people = [person() for _ in range(behaviour.MANY + 1)]
    for number, card in enumerate(people[:-1]):
        look(cast.operator, card, DAY + dt.timedelta(minutes=number), cast.job_desk)
        look(cast.operator, card, DAY + dt.timedelta(minutes=number), cast.job_desk)
    assert noticed() == []
    look(cast.operator, people[-1], DAY + dt.timedelta(minutes=59), cast.job_desk)
    assert noticed() == [("many", "Olga Prati", "")]
    with system_role():
        assert UnusualAccess.objects.get().looks == 2 * behaviour.MANY + 1


@pytest.mark.parametrize(
    ("fields", "kind", "why"),
    [
        ({"given_name": "Carlo", "family_name": "FERRI"}, "colleague", ""),
        ({"email": "Colleague@ponte.example"}, "colleague", ""),
        ({"given_name": "Olga", "family_name": "Prati"}, "relative", "own"),
        ({"email": "operator@ponte.example"}, "relative", "own"),
        ({"given_name": "Mario", "family_name": "Prati"}, "relative", "family_name"),
    ],
)
def test_colleagues_and_relatives(cast: Cast, person: Make, fields: dict[str, str], kind: str, why: str) -> None:
    look(cast.operator, person(**fields), DAY, cast.job_desk)
    look(cast.operator, person(), DAY, cast.job_desk)
    assert noticed() == [(kind, "Olga Prati", why)]


@pytest.mark.parametrize("why", ["phone", "address", "household_id"])
def test_whoever_lives_with_the_reader(cast: Cast, person: Make, why: str) -> None:
    with system_role():
        same = {"household_id": Household.objects.create().pk, "phone": "+39333", "address": "via Verdi 1"}[why]
    person(given_name="O.", email="operator@ponte.example", **{why: same})
    look(cast.operator, person(**{why: same}), DAY, cast.job_desk)
    assert noticed() == [("relative", "Olga Prati", why)]


def test_a_family_name_that_many_have_says_nothing(cast: Cast, person: Make) -> None:
    from ponte.people.actions import index_names

    cards = [person(given_name=f"N{number}", family_name="Prati") for number in range(20)]
    with system_role():
        for card in cards:
            index_names(card)
    look(cast.operator, cards[0], DAY, cast.job_desk)
    assert noticed() == []


def test_people_whom_the_team_does_not_follow(cast: Cast, person: Make) -> None:
    unknown = [person(followed=False) for _ in range(strangers.FEWEST)]
    for card in [*unknown[:-1], *[person() for _ in range(5)]]:
        look(cast.operator, card, DAY, cast.job_desk)
    assert noticed() == []
    look(cast.operator, unknown[-1], DAY + dt.timedelta(hours=1), cast.job_desk)
    assert noticed() == [("stranger", "Olga Prati", "")]
    with system_role():
        assert UnusualAccess.objects.get().cards == sorted(card.pk for card in unknown)


def test_whom_the_team_has_just_met_is_no_stranger(cast: Cast, person: Make) -> None:
    cards = [person(followed=False) for _ in range(strangers.FEWEST)]
    with system_role():
        Acquaintance.objects.filter(card__in=cards).update(since=DAY - dt.timedelta(days=1))
    for card in cards:
        look(cast.operator, card, DAY, cast.job_desk)
    assert noticed() == []


def test_at_night_where_nobody_usually_works_at_night(cast: Cast, person: Make) -> None:
    night = DAY.replace(hour=23, minute=30)
    for ago in (10, 20, 30):
        look(cast.colleague, person(), night - dt.timedelta(days=ago), cast.job_desk)
    with system_role():
        sealing.seal_events()
        Noticed.objects.update_or_create(pk=1, defaults={"last_event": 2**62})
    look(cast.colleague, person(), night, cast.job_desk)
    look(cast.operator, person(), night + dt.timedelta(hours=2), cast.job_desk)
    with system_role():
        newest = AuditEvent.objects.order_by("-pk").values_list("pk", flat=True)[2]
        Noticed.objects.filter(pk=1).update(last_event=newest)
    assert noticed() == [("night", "Olga Prati", "")]
    with system_role():
        assert UnusualAccess.objects.get().day == DAY.date()


def test_after_leaving_the_team_or_being_suspended(cast: Cast, person: Make) -> None:
    look(cast.operator, person(), DAY)
    with system_role():
        AuditEvent.objects.create(
            action="accounts.suspend_user", object_type="accounts.user", object_id=cast.colleague.pk, reason="",
            process="",
        )  # fmt: skip
    look(cast.colleague, person(), DAY, cast.job_desk)
    assert noticed() == [("gone", "Olga Prati", "no_team"), ("gone", "Carlo Ferri", "suspended")]


def test_what_is_noticed_twice_is_listed_once_and_what_was_reviewed_stays(
    cast: Cast, person: Make, browse: Browse
) -> None:
    card = person(given_name="Carlo", family_name="Ferri")
    look(cast.operator, card, DAY, cast.job_desk)
    noticed()
    look(cast.operator, card, DAY + dt.timedelta(hours=1), cast.job_desk)
    assert len(noticed()) == 1
    with system_role():
        one = UnusualAccess.objects.get()
    assert (one.looks, one.kind) == (2, "colleague")
    for name, user in cast.users.items():
        client = browse(user)
        expected = 200 if name == "auditor" else 403
        assert client.get("/tracce/insoliti/").status_code == expected, name
        with acting_as(user.pk):
            assert UnusualAccess.objects.exists() is (name == "auditor")
            if name != "auditor":
                with pytest.raises(PermissionDenied):
                    actions.review(unusual=one, outcome="justified", note="x", by=user)
    client = browse(cast.auditor)
    page = client.get(f"/tracce/insoliti/{one.pk}/").content.decode()
    assert card.code in page
    assert "Ferri" not in page
    assert client.post(f"/tracce/insoliti/{one.pk}/", {"outcome": "justified"}).status_code == 200
    client.post(f"/tracce/insoliti/{one.pk}/", {"outcome": "justified", "note": "sentita la coordinatrice"})
    assert "sentita la coordinatrice" in client.get("/tracce/insoliti/").content.decode()
    event = AuditEvent.objects.get(action="oversight.review_unusual")
    assert event.after == {"outcome": "justified", "note": "sentita la coordinatrice"}
    look(cast.operator, card, DAY + dt.timedelta(hours=2), cast.job_desk)
    noticed()
    with system_role():
        assert UnusualAccess.objects.get().outcome == "justified"


def test_the_job_goes_through_all_that_is_sealed(cast: Cast, person: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ponte.oversight.unusual.noticing.AT_ONCE", 2)
    for hour in range(5):
        look(cast.operator, person(given_name="Carlo", family_name="Ferri"), DAY + dt.timedelta(hours=hour))
    with system_role():
        sealing.seal_events()
        tasks.notice_unusual_access(0)
        assert UnusualAccess.objects.filter(kind="colleague").count() == 5
        assert UnusualAccess.objects.filter(kind="gone").count() == 1
