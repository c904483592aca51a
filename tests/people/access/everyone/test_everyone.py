# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""In random networks, each user is given exactly what an independent model of the rules says.

A few networks in every run; with `PONTE_NIGHTLY=1` (`make nightly`) so many that more than a hundred thousand triples
of user, object and way of asking are compared.
"""

import logging

import pytest
from django.db import connection, transaction
from django.test import Client
from hypothesis import HealthCheck, Phase, given, settings

from tests.nightly import NIGHTLY
from tests.people.access.everyone.asking import ask_everything
from tests.people.access.everyone.building import build
from tests.people.access.everyone.model import Model
from tests.people.access.everyone.programs import ask_as_program
from tests.people.access.everyone.tally import Tally
from tests.people.access.everyone.world import Card, Share, User, World, worlds

NETWORKS = 20 if NIGHTLY else 2
# A network that is asked in every way takes half a minute: to look for the smallest that fails would take hours.
PHASES = [Phase.explicit, Phase.generate]
LEAST_TRIPLES = 100_000 if NIGHTLY else 1_000


@pytest.fixture(autouse=True)
def _quiet(caplog: pytest.LogCaptureFixture) -> None:
    """Most of what is asked is refused, and each refusal would be a line."""
    caplog.set_level(logging.CRITICAL, logger="django.request")


def compared(world: World, *, without: str = "") -> Tally:
    """`without` is a table whose row-level security is taken off meanwhile."""
    tally = Tally()
    with transaction.atomic():
        if without:
            with connection.cursor() as cursor:
                cursor.execute("RESET ROLE")
                cursor.execute(f"ALTER TABLE {without} DISABLE ROW LEVEL SECURITY")
                cursor.execute("SET LOCAL ROLE ponte_web")
        model, built = Model(world), build(world)
        ask_everything(model, built, Client(), tally)
        for user in range(len(built.users)):
            ask_as_program(user, model, built, tally)
        transaction.set_rollback(True)
    return tally


@pytest.mark.timeout(7200 if NIGHTLY else 240)
def test_each_user_is_given_what_the_rules_say_and_no_more(db: None) -> None:
    triples = 0

    @settings(
        max_examples=NETWORKS, deadline=None, database=None, derandomize=not NIGHTLY, phases=PHASES,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(worlds())
    def compare(world: World) -> None:
        nonlocal triples
        tally = compared(world)
        triples += tally.triples
        assert (tally.leaks, tally.refusals) == ([], [])

    compare()
    print(f"\n{Tally(triples)}")
    assert triples >= LEAST_TRIPLES


@pytest.mark.parametrize("table", ["people_acquaintance", "access_share"])
def test_the_comparison_itself_notices_a_policy_that_is_gone(db: None, table: str) -> None:
    world = World(
        services=("shared", "protected"),
        users=(User(frozenset({0})), User(frozenset({1}))),
        cards=(Card(1, frozenset({1}), enrolled=frozenset({1})), Card(0, frozenset({0, 1}))),
        shares=(Share(1, 1, 0, frozenset(), names_sender=False, in_force=True),),
        emergencies=(),
    )
    assert compared(world, without=table).leaks != []
