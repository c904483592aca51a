# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What an answer does: by one who sees both cards, by two sides, by two people of a protected service."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from ponte.accounts.models import User
from ponte.network.models import Membership
from ponte.people import actions as people
from ponte.people import decisions, identity
from ponte.people.matching.likeness import Band
from ponte.people.models import Acquaintance, Card, CardIdentifier, IdentityDecision
from ponte.people.refusals import AlreadyDecidedError, ContradictionError
from ponte.people.review import actions, queries
from ponte.people.review.actions import Outcome
from ponte.people.review.models import MatchPair, Verdict
from ponte.platform.audit.models import AuditEvent
from ponte.platform.database.actor import acting_as
from tests.cast import Cast
from tests.support import system_role

Make = Callable[..., Card]
Pair = Callable[..., MatchPair]


def answered(user: User, pair: MatchPair, answer: str, **more: Any) -> Outcome:
    with acting_as(user.pk):
        return actions.answer(pair=pair, answer=answer, by=user, **more)


def state(pair: MatchPair) -> tuple[str, bool]:
    """The pair's status, and whether its cards are one person."""
    with system_role():
        persons = Card.objects.filter(pk__in=[pair.card_a_id, pair.card_b_id]).values_list("person_id", flat=True)
        return MatchPair.objects.get(pk=pair.pk).status, len(set(persons)) == 1


def waits_for(user: User) -> list[int]:
    with acting_as(user.pk):
        return [view.pair.pk for view in queries.next_pairs(user, most=20)]


@pytest.mark.parametrize(("answer", "status", "is_one"), [("same", "same", True), ("different", "different", False)])
def test_who_knows_both_cards_decides_alone(
    cast: Cast, card: Make, pair: Pair, answer: str, status: str, is_one: bool
) -> None:
    made = pair(card(cast.job_desk), card(cast.job_desk))
    assert answered(cast.operator, made, answer, note="li conosco") == Outcome.DECIDED
    assert state(made) == (status, is_one)
    assert waits_for(cast.colleague) == []
    with acting_as(cast.operator.pk):
        decision = IdentityDecision.objects.get()
        assert (decision.verdict, decision.reason, decision.decided_by) == (answer, "li conosco", cast.operator)
        verdict = Verdict.objects.get()
        assert (verdict.answer, verdict.vector, verdict.model) == (answer, made.vector, "by hand")
    assert set(AuditEvent.objects.filter(actor_id=cast.operator.pk).values_list("action", flat=True)) >= {
        "review.answer_pair", f"people.decide_{answer}",
    }  # fmt: skip


def test_who_comes_second_reads_who_decided(cast: Cast, card: Make, pair: Pair) -> None:
    made = pair(card(cast.job_desk), card(cast.job_desk))
    answered(cast.operator, made, "same")
    with pytest.raises(AlreadyDecidedError, match="sono già unite: lo ha deciso Olga Prati"):
        answered(cast.colleague, made, "different")
    assert state(made) == ("same", True)


def test_who_does_not_know_is_not_asked_again_and_others_are(cast: Cast, card: Make, pair: Pair) -> None:
    made = pair(card(cast.job_desk), card(cast.job_desk))
    assert answered(cast.operator, made, "unsure") == Outcome.NOTED
    assert waits_for(cast.operator) == []
    assert waits_for(cast.colleague) == [made.pk]
    assert state(made) == ("open", False)


def test_two_desks_that_each_know_one_card_decide_together(cast: Cast, card: Make, pair: Pair) -> None:
    made = pair(card(cast.job_desk), card(cast.foreign_desk))
    other = pair(card(cast.job_desk), card(cast.foreign_desk))
    assert answered(cast.operator, made, "ask", note="È la signora di via Verdi?") == Outcome.ASKED
    assert waits_for(cast.operator) == [other.pk]
    assert waits_for(cast.stranger)[0] == made.pk  # What somebody waits for comes first.
    with acting_as(cast.stranger.pk):
        (asked,) = queries.pair_for(cast.stranger, made.pk).given
        assert (asked.answer, asked.who, asked.note) == ("ask", "Olga Prati", "È la signora di via Verdi?")
    assert answered(cast.stranger, made, "same") == Outcome.WAITING
    assert state(made) == ("waiting", False)
    assert waits_for(cast.operator)[0] == made.pk
    assert answered(cast.operator, made, "same") == Outcome.DECIDED
    assert state(made) == ("same", True)
    # Nobody sees the other's card by that.
    for user, seen in ((cast.operator, 2), (cast.stranger, 2)):
        with acting_as(user.pk):
            assert Card.objects.count() == seen
            assert not IdentityDecision.objects.exists()


def test_a_colleague_s_yes_does_not_stand_for_the_other_desk_s(cast: Cast, card: Make, pair: Pair) -> None:
    made = pair(card(cast.job_desk), card(cast.foreign_desk))
    assert answered(cast.operator, made, "same") == Outcome.WAITING
    assert answered(cast.colleague, made, "same") == Outcome.WAITING
    assert answered(cast.stranger, made, "different") == Outcome.WAITING
    assert state(made) == ("waiting", False)
    assert answered(cast.stranger, made, "same") == Outcome.DECIDED


def test_a_reserved_service_is_not_named_and_may_be_agreed_with(cast: Cast, card: Make, pair: Pair) -> None:
    made = pair(card(cast.job_desk), card(cast.psychology))
    answered(cast.operator, made, "ask")
    assert answered(cast.social_worker, made, "same") == Outcome.WAITING
    with acting_as(cast.operator.pk):
        given = [(one.answer, one.who) for one in queries.pair_for(cast.operator, made.pk).given]
        assert given == [("ask", "Olga Prati"), ("same", "")]
    assert answered(cast.operator, made, "same") == Outcome.DECIDED
    assert state(made) == ("same", True)


def test_either_side_may_take_a_common_decision_back(cast: Cast, card: Make, pair: Pair) -> None:
    made = pair(card(cast.job_desk), card(cast.foreign_desk))
    answered(cast.operator, made, "same")
    answered(cast.stranger, made, "same")
    with acting_as(cast.mediator.pk), pytest.raises(MatchPair.DoesNotExist):
        actions.take_back(pair=made, by=cast.mediator)
    with acting_as(cast.operator.pk):
        actions.take_back(pair=made, by=cast.operator, reason="erano due sorelle")
    assert state(made) == ("undone", False)
    with acting_as(cast.stranger.pk), pytest.raises(AlreadyDecidedError):
        actions.take_back(pair=made, by=cast.stranger)
    assert waits_for(cast.operator) == waits_for(cast.stranger) == []


def test_who_knows_one_card_does_not_undo_what_was_decided_by_who_knows_both(
    cast: Cast, card: Make, pair: Pair
) -> None:
    made = pair(card(cast.job_desk, cast.mediation), card(cast.job_desk))
    answered(cast.operator, made, "same")
    with acting_as(cast.mediator.pk), pytest.raises(PermissionDenied):
        actions.take_back(pair=made, by=cast.mediator)
    with acting_as(cast.colleague.pk):
        actions.take_back(pair=made, by=cast.colleague)
    assert state(made) == ("undone", False)


def test_who_decided_in_a_reserved_service_is_not_named_to_others(cast: Cast, card: Make, pair: Pair) -> None:
    one, other = (card(cast.job_desk, cast.psychology) for _ in range(2))
    made = pair(one, other)
    answered(cast.social_worker, made, "same")
    with pytest.raises(AlreadyDecidedError, match="lo ha deciso un altro servizio"):
        answered(cast.operator, made, "same")
    with acting_as(cast.operator.pk):
        assert [entry.who for entry in decisions.history(cast.operator, [one])] == ["un altro servizio"]
    with acting_as(cast.social_worker.pk):
        assert [entry.who for entry in decisions.history(cast.social_worker, [one])] == ["Sara Galli"]


@pytest.fixture
def protected_colleague(cast: Cast) -> User:
    with system_role():
        user = User.objects.create(email="pina@ponte.example", name="Pina Verdi")
        Membership.objects.create(user=user, service=cast.trans_desk, role="operator")
    return user


def test_in_a_protected_service_a_merge_takes_two_people(
    cast: Cast, card: Make, pair: Pair, protected_colleague: User
) -> None:
    made = pair(card(cast.trans_desk), card(cast.trans_desk), circle=cast.trans_desk)
    assert answered(cast.protected, made, "same") == Outcome.WAITING
    assert answered(cast.protected, made, "same") == Outcome.WAITING
    assert state(made) == ("waiting", False)
    assert waits_for(cast.protected) == []
    assert waits_for(protected_colleague) == [made.pk]
    assert answered(protected_colleague, made, "same") == Outcome.DECIDED
    assert state(made) == ("same", True)
    with acting_as(protected_colleague.pk):
        assert IdentityDecision.objects.get().guarded_by == cast.trans_desk


def test_a_protected_service_decides_about_a_card_of_others_without_their_learning_of_it(
    cast: Cast, card: Make, pair: Pair, protected_colleague: User
) -> None:
    one = card(cast.job_desk)
    made = pair(one, card(cast.trans_desk), circle=cast.trans_desk)
    assert answered(cast.protected, made, "ask") == Outcome.ASKED
    answered(cast.protected, made, "same")
    answered(protected_colleague, made, "same")
    assert state(made) == ("same", True)
    for name, user in cast.users.items():
        with acting_as(user.pk):
            mine = {"protected": 1}.get(name, 0)
            assert MatchPair.objects.count() == Verdict.objects.values("given_by").distinct().count() // 2 == mine
            assert IdentityDecision.objects.count() == mine
    with acting_as(cast.operator.pk):
        assert Card.objects.get(pk=one.pk).person_id == one.person_id
    with acting_as(cast.protected.pk):
        actions.take_back(pair=made, by=cast.protected)
    assert state(made) == ("undone", False)


def test_different_takes_one_also_in_a_protected_service(cast: Cast, card: Make, pair: Pair) -> None:
    made = pair(card(cast.trans_desk), card(cast.trans_desk), circle=cast.trans_desk)
    assert answered(cast.protected, made, "different") == Outcome.DECIDED


def test_papers_refuse_the_answer_until_it_says_which_is_wrong(cast: Cast, card: Make, pair: Pair) -> None:
    one, other = card(cast.job_desk), card(cast.job_desk)
    for whose, number in ((one, "AB1"), (other, "CD2")):
        with acting_as(cast.operator.pk):
            paper = CardIdentifier(card=whose, kind="passport", country="MA", value=number)
            people.add_detail(detail=paper, by=cast.operator)
    made = pair(one, other)
    with pytest.raises(ContradictionError):
        answered(cast.operator, made, "same")
    assert state(made) == ("open", False)
    with pytest.raises(ValidationError, match="motivo"):
        answered(cast.operator, made, "same", overrides=["documents"])
    answered(cast.operator, made, "same", overrides=["documents"], note="il secondo è rinnovato")
    assert state(made) == ("same", True)


def test_a_weak_bridge_goes_to_review(cast: Cast, card: Make, pair: Pair) -> None:
    """One yes must not make one person of two families' cards."""
    family = [card(cast.job_desk, given_name=name, family_name="Hossain") for name in ("Ali", "Ali")]
    others = [card(cast.job_desk, given_name=name, family_name="Rossi") for name in ("Ugo", "Ugo")]
    with acting_as(cast.operator.pk):
        for one, other in (family, others):
            identity.decide_same(one=one, other=other, by=cast.operator)
    made = pair(family[0], others[0])
    assert answered(cast.operator, made, "same") == Outcome.BRIDGE
    assert state(made) == ("open", False)
    with system_role():
        asked = MatchPair.objects.filter(source="manual").exclude(pk=made.pk)
        assert {(one.card_a_id, one.card_b_id) for one in asked} == {
            (one.pk, other.pk) for one in family for other in others
        } - {(family[0].pk, others[0].pk)}
    assert set(waits_for(cast.operator)) == {one.pk for one in asked}
    assert answered(cast.colleague, made, "same", overrides=["bridge"], note="viste tutte") == Outcome.DECIDED
    assert state(made) == ("same", True)


def test_only_answers_of_those_who_were_asked(cast: Cast, card: Make, pair: Pair) -> None:
    made = pair(card(cast.job_desk), card(cast.foreign_desk))
    for name, user in cast.users.items():
        if name in {"operator", "colleague", "coordinator", "stranger"}:
            continue
        with pytest.raises(MatchPair.DoesNotExist):
            answered(user, made, "different")
    both = pair(card(cast.job_desk), card(cast.job_desk))
    with pytest.raises(PermissionDenied):
        answered(cast.operator, both, "ask")


def test_who_sees_the_answers_about_a_pair(cast: Cast, card: Make, pair: Pair) -> None:
    open_pair = pair(card(cast.job_desk, cast.trans_desk), card(cast.foreign_desk))
    with system_role():
        guarded = MatchPair.objects.get(guarded_by=cast.trans_desk)
    answered(cast.operator, open_pair, "unsure")
    answered(cast.protected, guarded, "unsure")
    seen = {}
    for name, user in cast.users.items():
        with acting_as(user.pk):
            seen[name] = set(Verdict.objects.values_list("given_by__name", flat=True))
    assert {name: who for name, who in seen.items() if who} == {
        **{name: {"Olga Prati"} for name in ("operator", "colleague", "coordinator", "stranger")},
        "protected": {"Petra Neri"},
    }


BORN = {"birth_year": 2012, "birth_month": 5, "birth_day": 4}
HOME = {"phone": "333 1234567", "address": "via Verdi 1", "family_name": "Hossain"}


@pytest.mark.parametrize(
    ("one", "other", "joined"),
    [
        ({"given_name": "Amina", **BORN}, {"given_name": "AMINA", **BORN}, 1),
        ({"given_name": "Hossain", "family_name": "Amina", **BORN}, {"given_name": "Amina", **BORN}, 1),
        # Twins.
        ({"given_name": "Amina", **BORN}, {"given_name": "Samina", **BORN}, 0),
        ({"given_name": "", **BORN}, {"given_name": "", **BORN}, 0),
        # A father and a son of one name.
        ({"given_name": "Ali", "birth_year": 1980}, {"given_name": "Ali", **BORN}, 0),
        ({"given_name": "Ali"}, {"given_name": "Ali", **BORN}, 0),
        ({"given_name": "Ali"}, {"given_name": "Ali"}, 0),
        # The day that stands for none.
        (
            {"given_name": "Ali", "birth_year": 1980, "birth_month": 1, "birth_day": 1},
            {"given_name": "Ali", "birth_year": 1980, "birth_month": 1, "birth_day": 1},
            0,
        ),
        ({"given_name": "Andrea", "sex": "F", **BORN}, {"given_name": "Andrea", "sex": "M", **BORN}, 0),
    ],
)
def test_only_certain_pairs_are_confirmed_together(
    cast: Cast, card: Make, pair: Pair, one: dict[str, Any], other: dict[str, Any], joined: int
) -> None:
    """The band says "same" of all of these: a household shares telephone, address and family name."""
    made = pair(card(cast.job_desk, **{**HOME, **one}), card(cast.job_desk, **{**HOME, **other}), band=Band.SAME)
    with acting_as(cast.operator.pk):
        assert len(queries.certain(cast.operator)) == joined
        outcome = actions.confirm_certain(pairs=[made], by=cast.operator)
    assert outcome.joined == joined
    assert state(made)[1] is bool(joined)


def test_members_of_one_household_are_never_confirmed_together(cast: Cast, card: Make, pair: Pair) -> None:
    one, other = (card(cast.job_desk, given_name="Ali", **HOME, **BORN) for _ in range(2))
    made = pair(one, other, band=Band.SAME)
    with acting_as(cast.operator.pk):
        people.join_household(card=one, other=other, role="child", by=cast.operator)
        assert actions.confirm_certain(pairs=[made], by=cast.operator).joined == 0


def test_one_undo_parts_all_that_was_confirmed_together(cast: Cast, card: Make, pair: Pair) -> None:
    made = [
        pair(*(card(cast.job_desk, given_name=name, **HOME, **BORN) for _ in range(2)), band=Band.SAME)
        for name in ("Ali", "Amina", "Sara")
    ]
    far = pair(
        card(cast.job_desk, given_name="Eva", **BORN),
        card(cast.foreign_desk, given_name="Eva", **BORN),
        band=Band.SAME,
    )
    guarded = pair(
        *(card(cast.trans_desk, given_name="Eva", **BORN) for _ in range(2)), band=Band.SAME, circle=cast.trans_desk
    )
    with acting_as(cast.protected.pk):
        assert queries.certain(cast.protected) == []
    with acting_as(cast.operator.pk):
        assert {view.pair.pk for view in queries.certain(cast.operator)} == {one.pk for one in made}
        outcome = actions.confirm_certain(pairs=[*made, far], by=cast.operator)
        assert (outcome.joined, [one.pk for one, _why in outcome.kept]) == (3, [far.pk])
        assert all(state(one) == ("same", True) for one in made)
        identity.undo_batch(batch=outcome.batch, by=cast.operator)
    assert [state(one)[1] for one in (*made, far, guarded)] == [False] * 5


def test_pairs_of_cards_that_became_one_person_wait_no_longer(cast: Cast, card: Make, pair: Pair) -> None:
    a, b, c = (card(cast.job_desk) for _ in range(3))
    first, second, third = pair(a, b), pair(b, c), pair(a, c)
    answered(cast.operator, first, "same")
    answered(cast.operator, second, "same")
    assert state(third) == ("moot", True)
    with acting_as(cast.operator.pk):
        actions.take_back(pair=second, by=cast.operator)
    assert state(third) == ("open", False)
    assert waits_for(cast.colleague) == [third.pk]


def test_the_answers_of_a_card_that_became_known_to_a_protected_service_stay_where_they_were(
    cast: Cast, card: Make, pair: Pair
) -> None:
    one, other = card(cast.job_desk), card(cast.job_desk)
    made = pair(one, other)
    answered(cast.operator, made, "unsure", note="la madre torna martedì")
    with system_role():
        for each in (one, other):
            Acquaintance.objects.create(card=each, service=cast.trans_desk)
    with acting_as(cast.protected.pk):
        assert not Verdict.objects.exists()
        assert not MatchPair.objects.exists()
