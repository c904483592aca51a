# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Joining by hand with chosen values, parting, and splitting a card that held two people."""

import datetime as dt
from collections.abc import Callable

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from ponte.accounts.models import User
from ponte.network.models import Membership
from ponte.people import actions as people
from ponte.people import decisions, enrolling, identity, persons
from ponte.people.models import Card, CardIdentifier, CardName, Enrolment, IdentityDecision, ValueChoice
from ponte.people.refusals import AlreadyDecidedError
from ponte.people.review import merging
from ponte.people.review.actions import Outcome
from ponte.people.review.merging import choose_values, merge, part
from ponte.people.review.models import MatchPair, Verdict
from ponte.people.review.splitting import Share, split
from ponte.platform.audit.models import AuditEvent
from ponte.platform.database.actor import acting_as
from tests.cast import Cast
from tests.support import system_role

Make = Callable[..., Card]
Field = ValueChoice.Field


def person(*cards: Card) -> int:
    with system_role():
        return len(set(Card.objects.filter(pk__in=[card.pk for card in cards]).values_list("person_id", flat=True)))


def shown(user: User, card: Card, *others: Card) -> Card:
    with acting_as(user.pk):
        fresh = {one.pk: one for one in Card.objects.filter(pk__in=[card.pk, *(other.pk for other in others)])}
        return persons.shown(user, fresh[card.pk], [fresh[other.pk] for other in others]).card


def test_three_cards_become_one_person_with_the_values_that_were_chosen_and_part_again(
    cast: Cast, card: Make
) -> None:
    a = card(cast.job_desk, given_name="Emina", phone="333 1111111", birth_year=1985, citizenships=["MA"])
    b = card(cast.job_desk, given_name="Amina", phone="333 2222222", email="a@b.example", citizenships=["IT", "MA"])
    c = card(cast.job_desk, given_name="Mina", birth_year=1986, birth_month=3)
    with acting_as(cast.operator.pk):
        outcome = merge(
            cards=[a, b, c], by=cast.operator, reason="passaporto visto", choices={"name": b, "birth_date": c}
        )
        assert outcome == Outcome.DECIDED
    assert person(a, b, c) == 1
    whole = shown(cast.operator, a, b, c)
    assert (whole.given_name, whole.birth_year, whole.birth_month) == ("Amina", 1986, 3)
    # Not chosen: what the card that is looked at says, else another.
    assert (whole.phone, whole.email) == ("+393331111111", "a@b.example")
    assert whole.citizenships == ["MA", "IT"]
    assert shown(cast.operator, c, a, b).given_name == "Amina"
    assert shown(cast.operator, b, a, c).phone == "+393332222222"
    with acting_as(cast.operator.pk):
        assert Card.objects.get(pk=a.pk).given_name == "Emina"
        assert Verdict.objects.count() == 2
        part(decision=IdentityDecision.objects.latest("pk"), by=cast.operator, reason="no: tre sorelle")
    assert person(a, b, c) == 3
    assert shown(cast.operator, a, b, c).given_name == "Emina"
    actions = set(AuditEvent.objects.filter(actor_id=cast.operator.pk).values_list("action", flat=True))
    assert actions >= {"people.decide_same", "people.choose_values", "people.decide_undo", "review.answer_pair"}


def test_a_choice_can_be_made_again_and_ends_with_its_merge(cast: Cast, card: Make) -> None:
    a, b, c = (card(cast.job_desk, given_name=name) for name in ("Emina", "Amina", "Mina"))
    with acting_as(cast.operator.pk):
        merge(cards=[a, b], by=cast.operator, reason="x", choices={"name": b})
        merge(cards=[a, c], by=cast.operator, reason="x", choices={"name": c})
        assert shown(cast.operator, a, b, c).given_name == "Mina"
        choose_values(cards=[a, b, c], choices={"name": b}, by=cast.operator)
        assert shown(cast.operator, a, b, c).given_name == "Amina"
        choose_values(cards=[a, b, c], choices={"name": c}, by=cast.operator)
        of_c = decisions.of_pair(a.pk, c.pk)
        assert of_c is not None
        part(decision=of_c, by=cast.operator, reason="x")
        assert shown(cast.operator, a, b).given_name == "Amina"
        with pytest.raises(ValidationError, match="Prima le schede vanno unite"):
            choose_values(cards=[c], choices={"name": c}, by=cast.operator)


def test_a_chosen_card_that_may_not_be_seen_says_nothing(cast: Cast, card: Make) -> None:
    a, b = card(cast.job_desk, given_name="Emina"), card(cast.job_desk, given_name="Amina")
    c = card(cast.job_desk, cast.mediation, given_name="Mina")
    with system_role():
        people.Acquaintance.objects.create(card=a, service=cast.mediation)
    with acting_as(cast.operator.pk):
        merge(cards=[a, b, c], by=cast.operator, reason="x", choices={"name": b})
    assert shown(cast.operator, a, b, c).given_name == "Amina"
    assert shown(cast.mediator, a, c).given_name == "Emina"


def test_a_merge_needs_a_reason_and_what_was_shown_must_still_be_so(cast: Cast, card: Make) -> None:
    a, b, c = (card(cast.job_desk) for _ in range(3))
    with acting_as(cast.operator.pk):
        seen = identity.fingerprint([a, b])
        with pytest.raises(ValidationError, match="motivo"):
            merge(cards=[a, b], by=cast.operator, reason=" ", seen=seen)
    with acting_as(cast.colleague.pk):
        merge(cards=[b, c], by=cast.colleague, reason="x")
    with acting_as(cast.operator.pk):
        with pytest.raises(AlreadyDecidedError, match="Carlo Ferri"):
            merge(cards=[a, b], by=cast.operator, reason="x", seen=seen)
        with pytest.raises(AlreadyDecidedError, match="già di una persona sola"):
            merge(cards=[b, c], by=cast.operator, reason="x")


def test_what_was_undone_can_be_joined_again_by_hand(cast: Cast, card: Make) -> None:
    a, b = card(cast.job_desk), card(cast.job_desk)
    with acting_as(cast.operator.pk):
        for _ in range(2):
            merge(cards=[a, b], by=cast.operator, reason="x")
            made = decisions.of_pair(a.pk, b.pk)
            assert made is not None
            part(decision=made, by=cast.operator, reason="y", hold_different=True)
            there = decisions.of_pair(a.pk, b.pk)
            assert there is not None
            assert there.verdict == "different"
        merge(cards=[a, b], by=cast.operator, reason="x")
    assert person(a, b) == 1


def test_in_a_protected_service_the_merge_page_takes_two_people_each_time(cast: Cast, card: Make) -> None:
    with system_role():
        pina = User.objects.create(email="pina@ponte.example", name="Pina Verdi")
        Membership.objects.create(user=pina, service=cast.trans_desk, role="operator")
    a, b = card(cast.trans_desk), card(cast.trans_desk)
    for _ in range(2):
        with acting_as(cast.protected.pk):
            assert merge(cards=[a, b], by=cast.protected, reason="x", choices={"name": b}) == Outcome.WAITING
            assert merge(cards=[a, b], by=cast.protected, reason="x") == Outcome.WAITING
        assert person(a, b) == 2
        with acting_as(pina.pk):
            assert merge(cards=[a, b], by=pina, reason="y", choices={"name": b}) == Outcome.DECIDED
            assert person(a, b) == 1
            made = decisions.of_pair(a.pk, b.pk, cast.trans_desk.pk)
            assert made is not None
            part(decision=made, by=pina, reason="z")
    with system_role():
        assert set(MatchPair.objects.values_list("guarded_by", flat=True)) == {cast.trans_desk.pk}


def test_nobody_merges_what_they_do_not_see(cast: Cast, card: Make) -> None:
    a, b = card(cast.job_desk), card(cast.foreign_desk)
    with acting_as(cast.operator.pk), pytest.raises((PermissionDenied, AlreadyDecidedError)):
        merge(cards=[a, b], by=cast.operator, reason="x")
    assert person(a, b) == 2


def test_a_card_that_held_two_people_is_split(cast: Cast, card: Make) -> None:
    both = card(
        cast.job_desk, given_name="Ali", family_name="Hossain", phone="333 1111111", email="sara@b.example",
        address="via Verdi 1", birth_year=1980,
    )  # fmt: skip
    with acting_as(cast.operator.pk):
        name = people.add_detail(detail=CardName(card=both, kind="nickname", name="Sarina"), by=cast.operator)
        mine = people.add_detail(detail=CardIdentifier(card=both, kind="passport", value="AB1"), by=cast.operator)
        theirs = people.add_detail(
            detail=CardIdentifier(card=both, kind="passport", value="CD2", expires_on=dt.date(2030, 1, 1)),
            by=cast.operator,
        )
        enrolment = enrolling.open_enrolment(
            card=both, service=cast.job_desk, opened_on=dt.date(2021, 1, 1), by=cast.operator, reason="cerca lavoro"
        )
        new = split(
            card=both,
            share=Share(
                named={"given_name": "Sara", "family_name": "Hossain"},
                moved=[Field.EMAIL],
                copied=[Field.ADDRESS],
                details=[name, theirs],
                enrolments=[enrolment],
            ),
            service=cast.job_desk,
            by=cast.operator,
            reason="marito e moglie",
        )
        old = Card.objects.get(pk=both.pk)
        assert (old.given_name, old.email, old.phone, old.address) == ("Ali", "", "+393331111111", "via Verdi 1")
        assert (new.given_name, new.email, new.phone, new.address) == ("Sara", "sara@b.example", "", "via Verdi 1")
        assert [paper.pk for paper in old.identifiers.all()] == [mine.pk]
        assert [(paper.value, paper.expires_on) for paper in new.identifiers.all()] == [("CD2", dt.date(2030, 1, 1))]
        assert [one.name for one in new.other_names.all()] == ["Sarina"]
        # What was done stays where it was written; from now on it is written with the second person.
        assert [(one.card_id, one.closed_on is None, one.reason) for one in Enrolment.objects.order_by("pk")] == [
            (old.pk, False, "cerca lavoro"),
            (new.pk, True, "cerca lavoro"),
        ]
        there = decisions.of_pair(old.pk, new.pk)
        assert there is not None
        assert (there.verdict, there.reason) == ("different", "marito e moglie")
    assert person(both, new) == 2


def test_a_split_that_lacks_something_stores_nothing(cast: Cast, card: Make) -> None:
    both = card(cast.job_desk)
    with acting_as(cast.operator.pk):
        for named, reason in (({}, "x"), ({"given_name": "Sara"}, " ")):
            with pytest.raises(ValidationError):
                split(card=both, share=Share(named), service=cast.job_desk, by=cast.operator, reason=reason)
        with pytest.raises(PermissionDenied):
            split(card=both, share=Share({"given_name": "S"}), service=cast.mediation, by=cast.operator, reason="x")
        assert Card.objects.count() == 1
    with acting_as(cast.stranger.pk), pytest.raises(PermissionDenied):
        split(card=both, share=Share({"given_name": "S"}), service=cast.foreign_desk, by=cast.stranger, reason="x")


def test_a_broken_audit_trail_merges_nothing(cast: Cast, card: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    a, b = card(cast.job_desk), card(cast.job_desk)

    def broken(*_arguments: object, **_options: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(merging.audit, "record", broken)
    with acting_as(cast.operator.pk), pytest.raises(RuntimeError):
        merge(cards=[a, b], by=cast.operator, reason="x", choices={"name": b})
    assert person(a, b) == 2
