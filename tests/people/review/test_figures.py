# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The quality page: figures, and only for those who answer for a service."""

import datetime as dt
from collections.abc import Callable

from django.db import connection
from django.test import Client

from ponte.accounts.models import User
from ponte.people.matching.likeness import Band
from ponte.people.models import Card
from ponte.people.review import actions, figures
from ponte.people.review.models import MatchPair
from ponte.platform.audit import actions as audit
from ponte.platform.database.actor import acting_as
from tests.cast import Cast
from tests.support import system_role

Make = Callable[..., Card]
Pair = Callable[..., MatchPair]
LONG_AGO = dt.date(2000, 1, 1)


def work(cast: Cast, card: Make, pair: Pair) -> None:
    """Pairs of the job desk: one joined, one different, one joined and parted, one waiting with another service.
    And one of the trans desk."""
    made = [pair(card(cast.job_desk), card(cast.job_desk), band=band) for band in (Band.SAME, Band.SAME, Band.LIKELY)]
    pair(card(cast.job_desk), card(cast.foreign_desk))
    pair(card(cast.trans_desk), card(cast.trans_desk), circle=cast.trans_desk)
    with system_role():
        MatchPair.objects.update(drawn="random")
    with acting_as(cast.operator.pk):
        for one, answer in zip(made, ("same", "different", "same"), strict=True):
            actions.answer(pair=one, answer=answer, by=cast.operator)
        actions.take_back(pair=made[2], by=cast.operator)


def told(user: User) -> dict[str, tuple[int, ...]]:
    with acting_as(user.pk):
        found = figures.of_services(user, since=LONG_AGO)
    if found is None:
        return {}
    rows = [*found.by_service, found.total] if found.total.found else []
    return {
        str(row.service or "total"): (row.found, row.waiting, row.same, row.different, row.undone) for row in rows
    }


def test_who_is_told_which_figures(cast: Cast, card: Make, pair: Pair) -> None:
    work(cast, card, pair)
    desk, trans = {"Sportello Lavoro": (4, 1, 1, 1, 1)}, {"Sportello Trans": (1, 1, 0, 0, 0)}
    assert {name: told(user) for name, user in cast.users.items() if told(user)} == {
        "coordinator": {**desk, "total": (4, 1, 1, 1, 1)},
        "org_coordinator": {**desk, **trans, "total": (5, 2, 1, 1, 1)},
        "network_manager": {
            **desk, **trans, "Sportelli per stranieri": (1, 1, 0, 0, 0), "total": (5, 2, 1, 1, 1),
        },
    }  # fmt: skip


def test_a_second_card_that_was_never_written_is_counted_where_the_person_was_recognised(
    cast: Cast, card: Make
) -> None:
    known = card(cast.job_desk)
    for service, by in (
        (cast.mediation, cast.mediator),
        (cast.mediation, cast.mediator),
        (cast.trans_desk, cast.protected),
    ):
        audit.record("people.recognise_card", known, by=by, reason="x", after={"service": service.slug})
    for user, expected in (
        (cast.org_coordinator, {"Mediazione culturale": 2, "Sportello Trans": 1, "total": 3}),
        (cast.coordinator, {"total": 0}),
    ):
        with acting_as(user.pk):
            found = figures.of_services(user, since=LONG_AGO)
            assert found is not None
            rows = [*found.by_service, found.total]
            assert {str(row.service or "total"): row.recognised for row in rows} == expected


def test_the_database_itself_tells_others_nothing(cast: Cast, card: Make, pair: Pair) -> None:
    work(cast, card, pair)
    everything = [service.pk for service in cast.services]
    for name, user in cast.users.items():
        if name in {"coordinator", "org_coordinator", "network_manager"}:
            continue
        with acting_as(user.pk), connection.cursor() as cursor:
            cursor.execute("SELECT coalesce(sum(found), 0) FROM review_pair_figures(%s)", [everything])
            assert cursor.fetchone()[0] == 0, name
            for call in ("review_precision(%s)", "review_missing(%s, '2000-01-01')"):
                cursor.execute(f"SELECT count(*) FROM {call}", [everything])
                assert cursor.fetchone()[0] == 0, (name, call)


def test_precision_is_measured_on_what_was_drawn_by_lot(cast: Cast, card: Make, pair: Pair) -> None:
    work(cast, card, pair)
    easy = pair(card(cast.job_desk), card(cast.job_desk), band=Band.LIKELY)
    with system_role():
        MatchPair.objects.filter(pk=easy.pk).update(drawn="certain")
    with acting_as(cast.operator.pk):
        actions.answer(pair=easy, answer="same", by=cast.operator)
    with acting_as(cast.coordinator.pk):
        found = figures.of_services(cast.coordinator, since=LONG_AGO)
        assert found is not None
        assert [(one.band, one.same, one.decided, one.percent) for one in found.precision] == [
            (Band.SAME, 1, 2, 50), (Band.LIKELY, 0, 1, 0),
        ]  # fmt: skip


def test_what_is_missing_is_told_as_a_share_and_of_few_cards_not_at_all(cast: Cast, card: Make) -> None:
    for number in range(10):
        card(cast.job_desk, given_name="A", phone="333 1234567" if number < 7 else "", citizenships=["IT"])
    for _ in range(9):
        card(cast.foreign_desk, given_name="A")
    with acting_as(cast.network_manager.pk):
        found = figures.of_services(cast.network_manager, since=LONG_AGO)
        assert found is not None
        assert {str(one.service): (one.cards, one.percents) for one in found.missing} == {
            "Sportello Lavoro": (10, (100, 100, 0, 100, 30, 100, 100)),
            "Sportelli per stranieri": (9, None),
        }


def test_who_opens_the_page_and_that_it_names_nobody(
    cast: Cast, card: Make, pair: Pair, browse: Callable[[User], Client]
) -> None:
    work(cast, card, pair)
    statuses = {name: browse(user).get("/persone/qualita/").status_code for name, user in cast.users.items()}
    assert {name for name, status in statuses.items() if status == 200} == {
        "coordinator", "org_coordinator", "network_manager",
    }  # fmt: skip
    assert set(statuses.values()) == {200, 403}
    text = browse(cast.network_manager).get("/persone/qualita/").content.decode()
    with system_role():
        for one in Card.objects.all():
            assert one.code not in text
            assert one.family_name not in text
