# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which pairs wait, for whom, in what order, and what of them is told to whom."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from ponte.people import enrolling, identity
from ponte.people.matching.likeness import Band
from ponte.people.models import Acquaintance, Card, ToldApart
from ponte.people.review import actions, queries
from ponte.people.review.models import MatchPair, QueuePlace, Verdict
from ponte.people.review.proposals import Proposal
from ponte.platform.audit.models import AuditEvent
from ponte.platform.database.actor import acting_as
from tests.cast import Cast
from tests.people.review.conftest import like
from tests.support import system_role

Make = Callable[..., Card]
Pair = Callable[..., MatchPair]


def proposed(*pairs: tuple[Card, Card], **likeness: Any) -> int:
    with system_role():
        given = [Proposal(one.pk, other.pk, like(**likeness)) for one, other in pairs]
        return actions.propose(given, source="dedupe", by=None)


def in_queue_of(cast: Cast) -> dict[str, int]:
    found = {}
    for name, user in cast.users.items():
        with acting_as(user.pk):
            found[name] = len(queries.next_pairs(user, most=10))
            assert found[name] == queries.count(user).mine
            assert {place.pair_id for place in QueuePlace.objects.all()} == set(
                MatchPair.objects.values_list("pk", flat=True)
            )
    return {name: count for name, count in found.items() if count}


TEAM = {"operator": 1, "colleague": 1, "coordinator": 1}


def test_who_is_asked_about_two_cards_of_one_service(cast: Cast, card: Make) -> None:
    assert proposed((card(cast.job_desk), card(cast.job_desk))) == 1
    assert in_queue_of(cast) == TEAM


def test_who_is_asked_about_cards_of_two_shared_services(cast: Cast, card: Make) -> None:
    proposed((card(cast.job_desk), card(cast.foreign_desk)))
    assert in_queue_of(cast) == {**TEAM, "stranger": 1}


def test_who_is_asked_where_a_reserved_service_knows_one(cast: Cast, card: Make) -> None:
    proposed((card(cast.job_desk), card(cast.psychology)))
    assert in_queue_of(cast) == {**TEAM, "social_worker": 1}


def test_only_the_protected_service_is_asked_about_whom_it_knows(cast: Cast, card: Make) -> None:
    assert proposed((card(cast.job_desk), card(cast.trans_desk))) == 1
    assert in_queue_of(cast) == {"protected": 1}


def test_a_card_that_a_protected_service_knows_too_waits_in_two_queues_apart(cast: Cast, card: Make) -> None:
    """Or an answer of the protected team would show in the other queue."""
    one, other = card(cast.job_desk, cast.trans_desk), card(cast.foreign_desk)
    assert proposed((one, other)) == 2
    assert in_queue_of(cast) == {**TEAM, "stranger": 1, "protected": 1}
    with acting_as(cast.protected.pk):
        (view,) = queries.next_pairs(cast.protected, most=5)
        assert view.pair.guarded_by == cast.trans_desk
        actions.answer(pair=view.pair, answer="unsure", by=cast.protected)
        assert queries.next_pairs(cast.protected, most=5) == []
    for user in (cast.operator, cast.stranger):
        with acting_as(user.pk):
            assert not Verdict.objects.exists()
            assert queries.count(user) == queries.Count(1, 0)


def test_two_protected_services_learn_nothing_of_each_other(cast: Cast, card: Make) -> None:
    with system_role():
        cast.mediation.confidentiality = "protected"
        cast.mediation.save()
    assert proposed((card(cast.mediation), card(cast.trans_desk))) == 0
    assert in_queue_of(cast) == {}


def test_again_changes_nothing_and_what_was_decided_is_never_asked_again(cast: Cast, card: Make) -> None:
    a, b, c, d = (card(cast.job_desk, given_name=name) for name in "ABCD")
    assert proposed((a, b), (b, a), (b, c), (c, d)) == 3
    assert proposed((a, b), (b, c), (c, d)) == 0
    with acting_as(cast.operator.pk):
        identity.decide_different(one=a, other=b, by=cast.operator)
        identity.decide_same(one=b, other=c, by=cast.operator)
    with system_role():
        assert set(MatchPair.objects.values_list("card_a__given_name", "card_b__given_name", "status")) == {
            ("A", "B", "different"), ("B", "C", "same"), ("C", "D", "open"),
        }  # fmt: skip
    # A and C: held to be different since C is one person with B.
    assert proposed((a, b), (b, c), (a, c)) == 0
    assert in_queue_of(cast) == TEAM


def test_what_looks_unlike_is_not_asked(cast: Cast, card: Make) -> None:
    assert proposed((card(cast.job_desk), card(cast.job_desk)), band=Band.UNLIKELY) == 0


def test_a_newer_comparison_replaces_the_older_while_the_pair_waits(cast: Cast, card: Make) -> None:
    cards = card(cast.job_desk), card(cast.job_desk)
    proposed(cards, score=3.0, band=Band.POSSIBLE)
    assert proposed(cards, score=9.0, band=Band.SAME, vector=(2, 2, 2)) == 0
    with system_role():
        pair = MatchPair.objects.get()
        assert (pair.score, pair.band, pair.vector) == (9.0, Band.SAME, [2, 2, 2])


def test_the_most_certain_first_and_half_by_lot(cast: Cast, card: Make) -> None:
    """Or precision would be measured on the easy ones alone."""
    cards = [card(cast.job_desk, given_name=f"N{number}") for number in range(12)]
    with system_role():
        actions.propose(
            [Proposal(cards[0].pk, other.pk, like(score=number)) for number, other in enumerate(cards[1:])],
            source="dedupe", by=None,
        )  # fmt: skip
    with acting_as(cast.operator.pk):
        shown = [view.pair for view in queries.next_pairs(cast.operator, most=20)]
        assert len(shown) == 11
        kinds = [pair.drawn for pair in shown]
        both = min(kinds.count("certain"), kinds.count("random"))
        assert kinds[: 2 * both] == ["certain", "random"] * both
        scores = [pair.score for pair in shown if pair.drawn == "certain"]
        assert scores == sorted(scores, reverse=True)
        lots = [pair.lot for pair in shown if pair.drawn == "random"]
        assert lots == sorted(lots)


def test_about_half_is_drawn_by_lot(cast: Cast, card: Make) -> None:
    cards = [card(cast.job_desk) for _ in range(20)]
    pairs = [(one, other) for position, one in enumerate(cards) for other in cards[position + 1 :]]
    proposed(*pairs)
    with system_role():
        drawn = MatchPair.objects.filter(drawn="random").count()
    assert 60 < drawn < 130  # of 190


def test_a_service_that_comes_to_know_a_card_is_asked_too(cast: Cast, card: Make) -> None:
    one, other = card(cast.job_desk), card(cast.job_desk)
    proposed((one, other))
    with system_role():
        Acquaintance.objects.create(card=one, service=cast.mediation)
        Acquaintance.objects.create(card=one, service=cast.trans_desk)
    assert in_queue_of(cast) == {**TEAM, "mediator": 1}


def side_of(cast: Cast, user_name: str, pk: int) -> tuple[Any, ...]:
    """What a user is told of the card that they do not know."""
    user = cast.users[user_name]
    with acting_as(user.pk):
        view = queries.pair_for(user, pk)
        (side,) = (side for side in view.sides if side.card is None)
        whom = [(service.name, service.phone, service.referent) for service in side.services]
        return side.name, side.birth_year, whom, side.is_reserved


def test_of_a_card_of_a_shared_service_it_is_told_which_and_whom_to_call(cast: Cast, card: Make, pair: Pair) -> None:
    one = card(cast.job_desk, given_name="Amina", family_name="Idrissi", phone="333 1234567", birth_year=1985)
    other = card(cast.foreign_desk, cast.trans_desk, given_name="Emina", chosen_name="Mina", birth_year=1986)
    with system_role():
        cast.foreign_desk.phone = "02 1234"
        cast.foreign_desk.save()
    with acting_as(cast.stranger.pk):
        enrolling.open_enrolment(
            card=other, service=cast.foreign_desk, opened_on="2021-01-01", by=cast.stranger, referent=cast.stranger
        )
    made = pair(one, other)
    assert side_of(cast, "operator", made.pk) == (
        "Mina", 1986, [("Sportelli per stranieri", "02 1234", "Sandro Valli")], False,
    )  # fmt: skip
    assert side_of(cast, "stranger", made.pk) == ("Amina Idrissi", 1985, [("Sportello Lavoro", "", "")], False)


def test_of_a_card_of_a_reserved_service_only_that_there_is_somebody_to_ask(
    cast: Cast, card: Make, pair: Pair
) -> None:
    made = pair(card(cast.job_desk), card(cast.psychology, cast.trans_desk, given_name="Segreta"))
    assert side_of(cast, "operator", made.pk) == ("", None, [], True)
    with acting_as(cast.operator.pk):
        view = queries.pair_for(cast.operator, made.pk)
        assert [answer for answer in Verdict.Answer if view.may_answer(answer)] == ["unsure", "ask"]
        for answer in ("same", "different"):
            with pytest.raises(PermissionDenied):
                actions.answer(pair=made, answer=answer, by=cast.operator)


def test_the_protected_side_is_told_and_nobody_else_in_anything_that_can_be_asked(
    cast: Cast, card: Make, pair: Pair
) -> None:
    one, guarded = card(cast.job_desk, given_name="Amina"), card(cast.trans_desk, given_name="Segreta")
    made = pair(one, guarded, circle=cast.trans_desk)
    assert side_of(cast, "protected", made.pk)[0] == "Amina"
    for name, user in cast.users.items():
        if name == "protected":
            continue
        with acting_as(user.pk):
            with pytest.raises(MatchPair.DoesNotExist):
                queries.pair_for(user, made.pk)
            assert queries.count(user) == queries.Count(0, 0)
            with connection.cursor() as cursor:
                for statement in (
                    "SELECT count(*) FROM review_matchpair",
                    "SELECT count(*) FROM review_queueplace",
                    f"SELECT count(*) FROM review_other_sides(ARRAY[{made.pk}]::bigint[])",
                ):
                    cursor.execute(statement)
                    assert cursor.fetchone() == (0,), (name, statement)


def test_the_database_itself_refuses_pairs_written_past_the_proposals(cast: Cast, card: Make, pair: Pair) -> None:
    pair(card(cast.job_desk), card(cast.foreign_desk))
    with acting_as(cast.mediator.pk), connection.cursor() as cursor:
        cursor.execute("UPDATE review_matchpair SET status = 'same', closed_at = now()")
        assert cursor.rowcount == 0
    with acting_as(cast.operator.pk), pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
        connection.cursor().execute("UPDATE review_queueplace SET place = 0")


def test_whom_a_desk_told_apart_at_intake_is_not_asked_about_again(cast: Cast, card: Make) -> None:
    """A reason once given is remembered, also by somebody who could not open the other card."""
    one, other = card(cast.job_desk), card(cast.foreign_desk)
    with system_role():
        ToldApart.objects.create(card_a=one, card_b=other, why=ToldApart.Why.SAYS_SO, by=cast.operator)
    assert proposed((one, other)) == 0
    with system_role():
        assert actions.propose([Proposal(one.pk, other.pk, like())], source="manual", by=None, anyway=True) == 1


def test_proposing_is_in_the_audit_trail(cast: Cast, card: Make) -> None:
    proposed((card(cast.job_desk), card(cast.job_desk)))
    with system_role():
        event = AuditEvent.objects.get(action="review.propose_pairs")
        assert event.after == {"source": "dedupe", "given": 1, "new": 1}


def test_the_queue_asks_the_same_number_of_questions_for_one_pair_and_for_three(cast: Cast, card: Make) -> None:
    for _ in range(3):
        proposed((card(cast.job_desk), card(cast.foreign_desk)))
        with acting_as(cast.operator.pk), CaptureQueriesContext(connection) as captured:
            queries.next_pairs(cast.operator, most=10)
        assert len(captured) == 12, "\n".join(query["sql"][:150] for query in captured.captured_queries)
