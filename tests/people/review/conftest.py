# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Pairs written by hand: what matching would find is not the subject here."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from ponte.accounts.models import User
from ponte.network.models import Service
from ponte.people.matching.likeness import Band, Likeness
from ponte.people.models import Acquaintance, Card
from ponte.people.review import actions
from ponte.people.review.models import MatchPair
from ponte.people.review.proposals import Proposal
from tests.cast import Cast
from tests.people.support import registered
from tests.support import system_role


def like(score: float = 5.0, band: Band = Band.LIKELY, vector: tuple[int, ...] = (1, 0, 2)) -> Likeness:
    return Likeness(score, band, (), vector, "by hand")


@pytest.fixture
def card(cast: Cast) -> Callable[..., Card]:
    """Register a card with a service: `card(cast.job_desk, given_name="A")`; `known_to` further services."""
    by = {
        cast.job_desk: cast.operator, cast.mediation: cast.mediator, cast.psychology: cast.social_worker,
        cast.trans_desk: cast.protected, cast.foreign_desk: cast.stranger,
    }  # fmt: skip

    def make(service: Service, *known_to: Service, **fields: Any) -> Card:
        made = registered(by[service], service, **fields)
        with system_role():
            Acquaintance.objects.bulk_create(Acquaintance(card=made, service=other) for other in known_to)
        return made

    return make


@pytest.fixture
def pair() -> Callable[..., MatchPair]:
    """Propose two cards and return the pair, or that of a protected service."""

    def make(one: Card, other: Card, *, circle: Service | None = None, **likeness: Any) -> MatchPair:
        with system_role():
            actions.propose([Proposal(one.pk, other.pk, like(**likeness))], source="dedupe", by=None)
            low, high = sorted((one.pk, other.pk))
            return MatchPair.objects.get(card_a=low, card_b=high, guarded_by=circle)

    return make


@pytest.fixture
def browse(client: Client) -> Callable[[User], Client]:
    def signed_in(user: User) -> Client:
        client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return signed_in
