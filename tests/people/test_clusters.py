# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whatever was joined can be taken apart again exactly, and what contradicts a join refuses it."""

import random
import threading
from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ponte.people import actions, decisions, identity
from ponte.people.models import Acquaintance, Card, CardIdentifier, IdentityDecision, Person, ValueChoice
from ponte.people.refusals import AlreadyDecidedError, ContradictionError
from ponte.platform.checks.database import personal_tables
from ponte.platform.database.actor import acting_as
from tests.cast import Cast, assemble
from tests.people.support import registered
from tests.support import system_role

# What grows with the log itself, and is no part of what a person is.
LOG = {"people_identitydecision", "people_valuechoice", "people_cardorigin"}


@pytest.fixture
def cards(cast: Cast) -> list[Card]:
    return [registered(cast.operator, cast.job_desk, given_name=name) for name in "ABCDE"]


def dump() -> dict[str, list[str]]:
    """Every row about a person, as text."""
    rows = {}
    with system_role(), connection.cursor() as cursor:
        for table in sorted(set(personal_tables()) - LOG):
            cursor.execute(f"SELECT t::text FROM {table} t ORDER BY 1")
            rows[table] = [row[0] for row in cursor.fetchall()]
    return rows


def person_of(card: Card) -> int:
    with system_role():
        return Card.objects.values_list("person_id", flat=True).get(pk=card.pk)


pairs = st.tuples(st.integers(0, 4), st.integers(0, 4)).filter(lambda pair: pair[0] != pair[1])
steps = st.lists(st.tuples(st.sampled_from(["same", "same", "different", "undo"]), pairs), max_size=10)


@given(steps, st.randoms(use_true_random=False))
@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
def test_any_history_taken_back_in_any_order_leads_back_to_the_start_byte_for_byte(
    cast: Cast, cards: list[Card], steps: list[tuple[str, tuple[int, int]]], order: random.Random
) -> None:
    start = dump()
    made: list[IdentityDecision] = []
    with acting_as(cast.operator.pk):
        for verdict, (one, other) in steps:
            before = dump()
            try:
                if verdict == "undo":
                    if made:
                        decision = made[(one * 5 + other) % len(made)]
                        identity.undo(decision=decision, by=cast.operator)
                        made.remove(decision)
                    continue
                decide = identity.decide_same if verdict == "same" else identity.decide_different
                made.append(decide(one=cards[one], other=cards[other], by=cast.operator))
            except ValidationError:
                assert dump() == before
        while made:
            order.shuffle(made)
            left = []
            for decision in made:
                try:
                    identity.undo(decision=decision, by=cast.operator)
                except ContradictionError:  # What it would bring back is still contradicted by another one.
                    left.append(decision)
            assert len(left) < len(made)
            made = left
    assert dump() == start


def test_a_person_keeps_its_number_whichever_cards_come_and_go(cast: Cast, cards: list[Card]) -> None:
    a, b, c, *_ = cards
    own = [person_of(card) for card in cards]
    with acting_as(cast.operator.pk):
        first = identity.decide_same(one=c, other=b, by=cast.operator)
        assert person_of(c) == person_of(b) == own[1]
        second = identity.decide_same(one=c, other=a, by=cast.operator)
        assert {person_of(card) for card in (a, b, c)} == {own[0]}
        identity.undo(decision=first, by=cast.operator)
        assert [person_of(card) for card in (a, b, c)] == [own[0], own[1], own[0]]
        identity.undo(decision=second, by=cast.operator)
    assert [person_of(card) for card in cards] == own
    with system_role():
        assert Person.objects.count() == 5


def test_three_cards_joined_in_one_act_are_parted_in_one(cast: Cast, cards: list[Card]) -> None:
    start = dump()
    with acting_as(cast.operator.pk):
        made = identity.join(cards=cards[:3], by=cast.operator, reason="stesso passaporto")
        assert len({person_of(card) for card in cards}) == 3
        assert made[0].batch is not None
        actions.change_card(card=cards[2], fields={"notes": "dopo"}, by=cast.operator)
        identity.undo_batch(batch=made[0].batch, by=cast.operator, reason="era la sorella")
        with pytest.raises(AlreadyDecidedError, match="già stata annullata"):
            identity.undo_batch(batch=made[0].batch, by=cast.operator)
        assert Card.objects.get(pk=cards[2].pk).notes == "dopo"
    assert dump()["people_person"] == start["people_person"]
    assert [person_of(card) for card in cards] == [card.person_id for card in cards]


def test_later_work_stays_on_the_card_on_which_it_was_written(cast: Cast, cards: list[Card]) -> None:
    a, b, *_ = cards
    with acting_as(cast.operator.pk):
        merge = identity.decide_same(one=a, other=b, by=cast.operator)
        actions.change_card(card=b, fields={"phone": "333 1234567"}, by=cast.operator)
        identity.undo(decision=merge, by=cast.operator)
        assert [Card.objects.get(pk=card.pk).phone for card in (a, b)] == ["", "+393331234567"]


def test_only_the_cluster_concerned_is_touched(cast: Cast, cards: list[Card]) -> None:
    a, b, c, d, e = cards
    with acting_as(cast.operator.pk):
        identity.decide_same(one=d, other=e, by=cast.operator)
    with system_role(), connection.cursor() as cursor:
        cursor.execute("SELECT id, xmin::text FROM people_card WHERE id = ANY(%s)", [[c.pk, d.pk, e.pk]])
        before = cursor.fetchall()
    with acting_as(cast.operator.pk):
        identity.undo(decision=identity.decide_same(one=a, other=b, by=cast.operator), by=cast.operator)
    with system_role(), connection.cursor() as cursor:
        cursor.execute("SELECT id, xmin::text FROM people_card WHERE id = ANY(%s)", [[c.pk, d.pk, e.pk]])
        assert cursor.fetchall() == before


def papers(cast: Cast, card: Card, **fields: object) -> None:
    with acting_as(cast.operator.pk):
        actions.add_detail(detail=CardIdentifier(card=card, **fields), by=cast.operator)


PASSPORT = {"kind": "passport", "country": "MA"}
FISCAL_CODE = {"kind": "fiscal_code", "value": "RSSMRA85T10A562S"}


@pytest.mark.parametrize(
    ("one", "other", "refused"),
    [
        (
            {"kind": "fiscal_code", "value": "RSSMRA85T10A562S"},
            {"kind": "fiscal_code", "value": "VRDLGI70A01F205N"},
            1,
        ),
        # Letters for digits, where two people had the same code: the same code all the same.
        (
            {"kind": "fiscal_code", "value": "RSSMRA85T10A562S"},
            {"kind": "fiscal_code", "value": "RSSMRAURT10A562Q"},
            0,
        ),
        (FISCAL_CODE, {"kind": "passport", "value": "AB1"}, 0),
        ({**PASSPORT, "value": "AB1"}, {**PASSPORT, "value": "CD2"}, 1),
        ({**PASSPORT, "value": "AB1"}, {**PASSPORT, "value": "AB1"}, 0),
        ({**PASSPORT, "value": "AB1"}, {"kind": "passport", "country": "EG", "value": "CD2"}, 0),
        # Renewed: the second was issued when the first ran out.
        (
            {**PASSPORT, "value": "AB1", "issued_on": "2010-01-01", "expires_on": "2015-01-01"},
            {**PASSPORT, "value": "CD2", "issued_on": "2014-11-01", "expires_on": "2019-11-01"},
            0,
        ),
        ({"kind": "stp", "value": "STP0301500000001"}, {"kind": "stp", "value": "STP0301500000002"}, 0),
    ],
)
def test_papers_that_contradict_each_other_refuse_until_someone_says_which_is_wrong(
    cast: Cast, cards: list[Card], one: dict[str, object], other: dict[str, object], refused: int
) -> None:
    a, b, *_ = cards
    papers(cast, a, **one)
    papers(cast, b, **other)
    with acting_as(cast.operator.pk):
        if refused:
            with pytest.raises(ContradictionError, match="documenti diversi dello stesso tipo") as refusal:
                identity.decide_same(one=a, other=b, by=cast.operator)
            assert refusal.value.documents
            assert a.code in str(refusal.value)
            with pytest.raises(ValidationError, match="motivo"):
                identity.decide_same(one=a, other=b, by=cast.operator, overrides=["documents"])
            identity.decide_same(
                one=a, other=b, by=cast.operator, overrides=["documents"], reason="il secondo è di sua sorella"
            )
        else:
            identity.decide_same(one=a, other=b, by=cast.operator)
    assert person_of(a) == person_of(b)


def test_papers_refuse_also_across_a_cluster(cast: Cast, cards: list[Card]) -> None:
    """A–B has no papers of its own to compare; A's and C's contradict each other."""
    a, b, c, *_ = cards
    papers(cast, a, **PASSPORT, value="AB1")
    papers(cast, c, **PASSPORT, value="CD2")
    with acting_as(cast.operator.pk):
        identity.decide_same(one=b, other=c, by=cast.operator)
        with pytest.raises(ContradictionError):
            identity.decide_same(one=a, other=b, by=cast.operator)


@pytest.fixture
def guarded(cast: Cast, cards: list[Card]) -> Card:
    """A card that only the protected desk knows; that desk has also met A and B."""
    with system_role():
        for card in cards[:2]:
            Acquaintance.objects.create(card=card, service=cast.trans_desk)
    return registered(cast.protected, cast.trans_desk, given_name="Z")


def test_what_a_protected_service_decides_changes_nothing_for_others(
    cast: Cast, cards: list[Card], guarded: Card
) -> None:
    a, *_ = cards
    with acting_as(cast.protected.pk):
        identity.decide_same(one=guarded, other=a, by=cast.protected)
    assert person_of(guarded) == person_of(a) == a.person_id


def test_a_join_against_a_wall_that_nobody_may_learn_of_stands_and_the_protected_service_looks_again(
    cast: Cast, cards: list[Card], guarded: Card
) -> None:
    """Or the refusal would tell the desk that a protected service knows its person."""
    a, b, *_ = cards
    with acting_as(cast.protected.pk):
        held = identity.decide_same(one=guarded, other=a, by=cast.protected)
        identity.decide_different(one=guarded, other=b, by=cast.protected)
        assert list(decisions.overruled(cast.protected)) == []
    with acting_as(cast.operator.pk):
        merge = identity.decide_same(one=a, other=b, by=cast.operator)
        assert list(decisions.overruled(cast.operator)) == []
    assert person_of(a) == person_of(b) == a.person_id
    assert person_of(guarded) == guarded.person_id
    with acting_as(cast.protected.pk):
        assert list(decisions.overruled(cast.protected)) == [held]
    with acting_as(cast.operator.pk):
        identity.undo(decision=merge, by=cast.operator)
    assert person_of(guarded) == person_of(a)
    with acting_as(cast.protected.pk), pytest.raises(ContradictionError, match="persone diverse"):
        identity.decide_same(one=a, other=b, by=cast.protected)


def test_a_wall_of_a_protected_service_between_people_whom_others_know_binds_that_service_alone(
    cast: Cast, cards: list[Card], guarded: Card
) -> None:
    """Or whoever joins the two would learn that somebody knows them both."""
    a, b, *_ = cards
    with acting_as(cast.protected.pk):
        wall = identity.decide_different(one=a, other=b, by=cast.protected)
        identity.decide_same(one=a, other=guarded, by=cast.protected)
        with pytest.raises(ContradictionError, match="Petra Neri"):
            identity.decide_same(one=b, other=guarded, by=cast.protected)
    with acting_as(cast.operator.pk):
        assert not IdentityDecision.objects.exists()
        merge = identity.decide_same(one=a, other=b, by=cast.operator)
        assert merge.guarded_by is None
    assert person_of(a) == person_of(b)
    with acting_as(cast.protected.pk):
        assert list(decisions.overruled(cast.protected)) == [wall]


def test_papers_of_a_card_that_nobody_may_learn_of_refuse_nothing(
    cast: Cast, cards: list[Card], guarded: Card
) -> None:
    a, b, *_ = cards
    papers(cast, b, **PASSPORT, value="AB1")
    with acting_as(cast.protected.pk):
        actions.add_detail(detail=CardIdentifier(card=guarded, **PASSPORT, value="CD2"), by=cast.protected)
        identity.decide_same(one=guarded, other=a, by=cast.protected)
    with acting_as(cast.operator.pk):
        identity.decide_same(one=a, other=b, by=cast.operator)
    assert person_of(a) == person_of(b)


def test_a_wall_of_another_desk_refuses_without_naming_whom_that_desk_knows(cast: Cast, cards: list[Card]) -> None:
    a, b, *_ = cards
    hidden = registered(cast.stranger, cast.foreign_desk, given_name="Zelinda")
    with system_role():
        for card in (a, b):
            Acquaintance.objects.create(card=card, service=cast.foreign_desk)
    with acting_as(cast.stranger.pk):
        identity.decide_same(one=a, other=hidden, by=cast.stranger)
        identity.decide_different(one=b, other=hidden, by=cast.stranger)
    with acting_as(cast.operator.pk), pytest.raises(ContradictionError, match="Un altro servizio") as refusal:
        identity.decide_same(one=a, other=b, by=cast.operator)
    assert "Zelinda" not in str(refusal.value)


def test_who_sees_decisions_and_choices(cast: Cast, cards: list[Card], guarded: Card) -> None:
    a, b, c, *_ = cards
    with acting_as(cast.protected.pk):
        identity.decide_same(one=guarded, other=a, by=cast.protected)
    with acting_as(cast.operator.pk):
        of_b = identity.decide_same(one=a, other=b, by=cast.operator)
        of_c = identity.decide_same(one=a, other=c, by=cast.operator)
        for decision, card in ((of_b, b), (of_c, c)):
            ValueChoice.objects.create(decision=decision, card=card, field="name", chosen_by=cast.operator)
    team = {"AB", "AC"}
    seen = {name: set[str]() for name in cast.users} | {
        "operator": team, "colleague": team, "coordinator": team, "protected": {"AZ", "AB"},
    }  # fmt: skip
    for name, user in cast.users.items():
        with acting_as(user.pk):
            names = IdentityDecision.objects.values_list("card_a__given_name", "card_b__given_name")
            assert {"".join(sorted(pair)) for pair in names} == seen[name], name
            chosen = ValueChoice.objects.values_list("card__given_name", flat=True)
            assert set(chosen) == {pair[1] for pair in seen[name]} - {"Z"}, name
            with connection.cursor() as cursor:
                cursor.execute("SELECT count(*) FROM people_cardorigin")
                assert cursor.fetchone()[0] == 0


def test_the_household_of_a_person_is_one(cast: Cast, cards: list[Card]) -> None:
    a, b, c, d, _ = cards
    with acting_as(cast.operator.pk):
        one = actions.join_household(card=a, other=c, role="child", by=cast.operator)
        other = actions.join_household(card=b, other=d, role="child", by=cast.operator)
        merge = identity.decide_same(one=a, other=b, by=cast.operator)
        person = Person.objects.get(pk=person_of(a))
        assert person.household == one
        ValueChoice.objects.create(decision=merge, card=b, field="household", chosen_by=cast.operator)
        person.refresh_from_db()
        assert person.household == other
        actions.leave_household(card=b, by=cast.operator)
        person.refresh_from_db()
        assert person.household == one
        identity.undo(decision=merge, by=cast.operator)
        person.refresh_from_db()
        assert person.household is None


def test_what_was_decided_after_it_was_shown_is_told(cast: Cast, cards: list[Card]) -> None:
    a, b, c, *_ = cards
    with acting_as(cast.operator.pk):
        seen = identity.fingerprint([a, b])
    with acting_as(cast.colleague.pk):
        identity.decide_same(one=a, other=c, by=cast.colleague)
    with acting_as(cast.operator.pk), pytest.raises(AlreadyDecidedError, match=rf"Carlo Ferri .*{c.code}"):
        identity.join(cards=[a, b], by=cast.operator, seen=seen)


def test_two_who_join_the_same_person_at_once(committed: None) -> None:
    """One of them wins, the other reads who was quicker."""
    cast = assemble()
    a, b, c = (registered(cast.operator, cast.job_desk, given_name=name) for name in "ABC")
    with acting_as(cast.operator.pk):
        seen = {"operator": identity.fingerprint([a, b]), "colleague": identity.fingerprint([a, c])}
    start, said = threading.Barrier(2), dict[str, str]()

    def decide(name: str, other: Card) -> Callable[[], None]:
        def run() -> None:
            user = cast.users[name]
            try:
                start.wait()
                with acting_as(user.pk):
                    identity.join(cards=[a, other], by=user, seen=seen[name])
                said[name] = "joined"
            except AlreadyDecidedError as refusal:
                said[name] = refusal.message
            finally:
                connection.close()

        return run

    threads = [
        threading.Thread(target=decide("operator", b)),
        threading.Thread(target=decide("colleague", c)),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (loser,) = (name for name, what in said.items() if what != "joined")
    assert ("Olga Prati" if loser == "colleague" else "Carlo Ferri") in said[loser]
    with acting_as(cast.operator.pk):
        assert IdentityDecision.objects.count() == 1
        assert len(set(Card.objects.values_list("person_id", flat=True))) == 2
