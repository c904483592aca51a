# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Answers of a protected service that others overruled, without knowing of them: its team looks again."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from ponte.accounts.models import User
from ponte.people import decisions, identity
from ponte.people.models import Card, IdentityDecision
from ponte.platform.database.actor import acting_as
from tests.cast import Cast
from tests.support import system_role

PAGE = "/persone/duplicati/superate/"
Browse = Callable[[User], Client]
Make = Callable[..., Card]


def overrule(cast: Cast, card: Make) -> IdentityDecision:
    """The trans desk holds a card of its own and one of the job desk to be one person, and this one and another to be
    different; the job desk joins its two."""
    a, b = (card(cast.job_desk, cast.trans_desk, given_name=name, family_name="Neri") for name in ("Ada", "Bea"))
    guarded = card(cast.trans_desk, given_name="Segreta")
    with acting_as(cast.protected.pk):
        held = identity.decide_same(one=guarded, other=a, by=cast.protected)
        identity.decide_different(one=guarded, other=b, by=cast.protected, reason="le ho viste insieme")
    with acting_as(cast.operator.pk):
        identity.decide_same(one=a, other=b, by=cast.operator)
    return held


def test_its_team_finds_them_beside_the_queue_and_nobody_else_does(cast: Cast, card: Make, browse: Browse) -> None:
    overrule(cast, card)
    told = {}
    for name, user in cast.users.items():
        response = browse(user).get(PAGE)
        told[name] = response.status_code == 200 and "Segreta" in response.content.decode()
        queue = browse(user).get("/persone/duplicati/")
        assert (PAGE in queue.content.decode()) == (name == "protected"), name
    assert {name for name, is_told in told.items() if is_told} == {"protected"}
    text = browse(cast.protected).get(PAGE).content.decode()
    assert "sono tenute distinte" in text
    assert "Petra Neri" in text
    assert "Olga Prati" not in text


def test_an_answer_is_taken_back_with_a_reason_and_others_notice_nothing(
    cast: Cast, card: Make, browse: Browse
) -> None:
    held = overrule(cast, card)
    path = f"{PAGE}{held.pk}/togli/"
    assert browse(cast.operator).get(path).status_code == 404
    client = browse(cast.protected)
    assert "restano distinte" in client.get(path).content.decode()
    assert client.post(path, {"reason": ""}).status_code == 200
    assert client.post(path, {"reason": "avevamo confuso"}).status_code == 302
    with acting_as(cast.protected.pk):
        assert not decisions.overruled(cast.protected).exists()
    assert client.post(path, {"reason": "ancora"}).status_code == 404
    with acting_as(cast.operator.pk):
        assert list(IdentityDecision.objects.values_list("verdict", flat=True)) == ["same"]


def test_every_look_at_the_cards_is_in_the_trail(cast: Cast, card: Make, browse: Browse) -> None:
    from ponte.platform.audit.models import AuditEvent

    overrule(cast, card)
    browse(cast.protected).get(PAGE)
    with system_role():
        reads = AuditEvent.objects.filter(action="people.read_card", actor_id=cast.protected.pk)
        assert {event.reason for event in reads} == {"risposta superata da altri"}
        assert reads.count() == 2


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_asks_the_same_beyond_its_trail_for_one_and_for_three(
    cast: Cast, card: Make, browse: Browse, number: int
) -> None:
    for _ in range(number):
        overrule(cast, card)
    client = browse(cast.protected)
    client.get(PAGE)
    with CaptureQueriesContext(connection) as captured:
        client.get(PAGE)
    asked = [query["sql"] for query in captured.captured_queries if "audit_auditevent" not in query["sql"]]
    assert len(asked) == 14, "\n".join(sql[:120] for sql in asked)
