# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What only a protected service knows changes nothing at intake: no answer, count, word, statement or time."""

import re
from collections.abc import Callable

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ponte.people.models import Acquaintance, Card, PresenceInquiry
from ponte.people.presence import Presence
from ponte.platform.audit.models import AuditEvent
from tests.cast import Cast
from tests.people.support import registered
from tests.people.test_presence import AMINA, asked, known_also_to
from tests.support import system_role

ASKING = ("operator", "mediator", "social_worker", "protected", "stranger")
SERVICES = range(5)


@given(
    known=st.lists(st.frozensets(st.sampled_from(SERVICES), max_size=5), min_size=1, max_size=4),
    asking=st.sampled_from(ASKING),
)
@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_whoever_knows_whom_the_rules_hold(cast: Cast, known: list[frozenset[int]], asking: str) -> None:
    """Several namesakes, each known to any of the services, against the rules in plain words."""
    services = list(cast.services)
    mine = services[ASKING.index(asking)]
    expected: set[tuple[int, str, frozenset[str]]] = set()
    with transaction.atomic():
        for of_one in known:
            card = registered(cast.operator, cast.job_desk, **AMINA)
            with system_role():
                Acquaintance.objects.filter(card=card).delete()
            knowing = [services[at] for at in of_one]
            known_also_to(card, *knowing)
            kinds = {service.confidentiality for service in knowing}
            if mine in knowing:
                expected.add((card.pk, "own", frozenset()))
            elif "shared" in kinds:
                named = frozenset(service.name for service in knowing if service.confidentiality == "shared")
                expected.add((card.pk, "shared", named))
            elif "reserved" in kinds:
                expected.add((card.pk, "reserved", frozenset()))
        told = asked(cast.users[asking], mine)
        assert {
            (one.cards[0], str(one.kind), frozenset(desk.service for desk in one.desks)) for one in told
        } == expected
        assert len(told) == len(expected)
        assert all((one.card is not None) == (one.kind == "own") for one in told)
        transaction.set_rollback(True)


Around = Callable[[Cast], list[Card]]


def nobody(_cast: Cast) -> list[Card]:
    return []


def a_namesake_elsewhere(cast: Cast) -> list[Card]:
    return [registered(cast.stranger, cast.foreign_desk, **{**AMINA, "birth_year": 1971, "phone": ""})]


def the_same_person_elsewhere(cast: Cast) -> list[Card]:
    return [registered(cast.stranger, cast.foreign_desk, **AMINA)]


def crowd(cast: Cast) -> list[Card]:
    return [
        registered(cast.stranger, cast.foreign_desk, given_name="Amina", family_name=f"El Idrissi {number}")
        for number in range(12)
    ]


def seen_of(told: list[Presence]) -> list[tuple[object, ...]]:
    """All of the answers but the number of the question."""
    return [
        (one.kind, one.band, one.signs, one.name, one.birth_year, one.municipality, one.cards, one.card, one.desks,
         one.is_namesake, one.reference.partition("-")[2])
        for one in told
    ]  # fmt: skip


def left_behind(cast: Cast) -> tuple[object, ...]:
    """What can be read later of the last question, in the trail and in what the door keeps."""
    event = AuditEvent.objects.filter(action="people.ask_presence").latest("pk")
    with system_role():
        inquiry = PresenceInquiry.objects.latest("pk")
    return (event.action, event.actor_id, event.object_type, event.reason, event.before, event.after,
            inquiry.answered, inquiry.sheet, inquiry.is_told)  # fmt: skip


def question(cast: Cast, **sheet: str) -> tuple[object, ...]:
    with CaptureQueriesContext(connection) as queries:
        told = asked(cast.operator, cast.job_desk, **sheet)
    # Savepoints, questions and times have a number of their own each time.
    statements = [re.sub(r"\d+", "N", query["sql"]) for query in queries.captured_queries]
    return (seen_of(told), left_behind(cast), statements)


@pytest.mark.parametrize("around", [nobody, a_namesake_elsewhere, the_same_person_elsewhere, crowd])
@pytest.mark.parametrize(
    "sheet",
    [{}, {"given_name": "Amina"}, {"phone": "3331234567"}, {"given_name": "Amina", "birth_date": "1985"}],
    ids=["name and birth", "a name", "a telephone", "a name and a year"],
)
def test_a_protected_match_changes_neither_answer_nor_trail_nor_the_statements_behind_it(
    cast: Cast, around: Around, sheet: dict[str, str]
) -> None:
    around(cast)
    before = question(cast, **sheet)
    protected = [registered(cast.protected, cast.trans_desk, **AMINA) for _ in range(3)]
    near = registered(
        cast.protected, cast.trans_desk, given_name="Amina", family_name="Idrissi", phone="+393331234567"
    )
    assert question(cast, **sheet) == before
    own = [one.card for one in asked(cast.protected, cast.trans_desk, **sheet) if one.card is not None]
    assert own or around is crowd, "there was nothing to keep secret"
    assert set(own) <= {*protected, near}


def test_a_card_that_others_know_too_is_answered_as_if_the_protected_service_did_not(cast: Cast) -> None:
    (card,) = the_same_person_elsewhere(cast)
    before = question(cast)
    known_also_to(card, cast.trans_desk)
    assert question(cast) == before
