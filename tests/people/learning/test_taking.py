# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""From answers in the queue to weights in force: what counts, who may choose, and that every comparison follows."""

from collections.abc import Callable
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction
from django.utils import timezone

from ponte.people import candidates
from ponte.people.learning import actions, in_force, lessons
from ponte.people.learning.models import LearntWeights, VerdictGroup, WeightsChoice
from ponte.people.matching.likeness import Band
from ponte.people.matching.model import delivered
from ponte.people.matching.records import from_sheet
from ponte.people.models import Card
from ponte.people.review import actions as review
from ponte.people.review.models import MatchPair, Verdict
from ponte.people.review.proposals import Proposal
from ponte.platform.audit.models import AuditEvent
from ponte.platform.database.actor import acting_as
from tests.cast import Cast
from tests.people.learning.support import vector, with_weights
from tests.people.review.conftest import like
from tests.support import system_role

Make = Callable[..., Card]
Pair = Callable[..., MatchPair]
KEPT = tuple(vector(phone="same"))


def decided(cast: Cast, one: MatchPair, answer: str) -> None:
    user = cast.protected if one.guarded_by_id else cast.operator
    with acting_as(user.pk):
        review.answer(pair=one, answer=answer, by=user)


def learnt(version: str = "learnt", *, is_no_worse: bool = True, phone: float = 1.0) -> LearntWeights:
    with system_role():
        return LearntWeights.objects.create(
            version=version,
            weights={**with_weights(phone={"same": phone}).written(), "version": version},
            pairs=300,
            last_verdict=0,
            measured=[],
            is_no_worse=is_no_worse,
        )


def test_what_is_learnt_from(cast: Cast, card: Make, pair: Pair) -> None:
    """Answers that became decisions; not those taken back, joined by hand, confirmed together or of a protected
    service, which would tell of its people by the weights."""
    desk = cast.job_desk
    same, different, unsure, back, by_hand = (pair(card(desk), card(desk), vector=KEPT) for _ in range(5))
    guarded = pair(card(cast.trans_desk), card(cast.trans_desk), circle=cast.trans_desk, vector=KEPT)
    born = {"given_name": "Amina", "family_name": "Hossain", "birth_year": 2001, "birth_month": 5, "birth_day": 4}
    together = pair(card(desk, **born), card(desk, **born), vector=KEPT, band=Band.SAME)
    with system_role():
        MatchPair.objects.filter(pk=by_hand.pk).update(source="manual")
    for one, answer in ((same, "same"), (different, "different"), (unsure, "unsure"), (back, "same"),
                        (by_hand, "same"), (guarded, "different")):  # fmt: skip
        decided(cast, one, answer)
    with acting_as(cast.operator.pk):
        review.take_back(pair=back, by=cast.operator)
        assert review.confirm_certain(pairs=[together], by=cast.operator).joined == 1
    with system_role():
        found = lessons.read()
        known = dict(Verdict.objects.values_list("pk", "pair_id"))
    assert {known[verdict]: bool(said) for verdict, said in zip(found.verdicts, found.same, strict=True)} == {
        same.pk: True, different.pk: False,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("one", "other", "group"),
    [
        ({"native_name": "محمد"}, {}, "arabic"),
        ({"citizenships": ["PK"]}, {}, "arabic"),
        ({}, {"native_name": "王小明", "citizenships": ["IT"]}, "chinese"),
        ({"citizenships": ["IT", "CN"]}, {}, "chinese"),
        ({"native_name": "Шевченко"}, {}, "cyrillic"),
        ({"native_name": "হোসেন"}, {}, "indic"),
        ({"native_name": "გიორგი"}, {}, "other"),
        ({"citizenships": ["PE"]}, {"citizenships": ["IT"]}, "latin"),
    ],
)
def test_the_group_of_an_answer_is_kept_and_shown_to_nobody(
    cast: Cast, card: Make, pair: Pair, one: dict[str, object], other: dict[str, object], group: str
) -> None:
    """Of a card that somebody may not see it would tell where the person comes from."""
    named = {"given_name": "A"}
    decided(cast, pair(card(cast.job_desk, **named, **one), card(cast.job_desk, **named, **other)), "different")
    with system_role():
        assert VerdictGroup.objects.get().group == group
    for user in cast.users.values():
        with acting_as(user.pk):
            assert not VerdictGroup.objects.exists()


def test_too_few_answers_change_nothing_and_it_is_told_how_many_are_missing(
    cast: Cast, card: Make, pair: Pair
) -> None:
    decided(cast, pair(card(cast.job_desk), card(cast.job_desk), vector=KEPT), "same")
    with system_role():
        drawn = MatchPair.objects.filter(drawn="random").count()
        outcome = actions.propose(by=None)
    assert outcome.proposal is None
    assert outcome.missing == {"pairs": 199, "same": 29, "different": 30, "drawn": 50 - drawn}
    assert in_force.model() is delivered()


def answers_of_a_shelter(cast: Cast, card: Make) -> int:
    """Many pairs of few cards; those that share a telephone are mostly two people."""
    cards = [card(cast.job_desk, given_name="A").pk for _ in range(23)]
    rng = np.random.default_rng(3)
    proposals, answers = [], dict[tuple[int, int], str]()
    for at, (one, other) in enumerate(combinations(cards, 2)):
        same_phone = at % 2 == 0
        kept = vector(int(rng.integers(4, 20)), birth="year", phone="same" if same_phone else "different")
        proposals.append(Proposal(one, other, like(float(at % 9 - 3), vector=tuple(kept))))
        answers[one, other] = "same" if rng.random() < (0.15 if same_phone else 0.6) else "different"
    with system_role():
        review.propose(proposals, source="dedupe", by=None)
        for at, one in enumerate(MatchPair.objects.order_by("card_a", "card_b")):
            answer = answers[one.card_a_id, one.card_b_id]
            Verdict.objects.create(
                pair=one, answer=answer, score=one.score, band=one.band, vector=one.vector, model=one.model,
                given_by=cast.operator,
            )  # fmt: skip
            MatchPair.objects.filter(pk=one.pk).update(
                drawn=("random", "certain")[at // 2 % 2], status=answer, closed_at=timezone.now()
            )
    return len(proposals)


def test_enough_answers_are_proposed_as_weights_that_are_not_in_force_until_somebody_takes_them(
    cast: Cast, card: Make
) -> None:
    pairs = answers_of_a_shelter(cast, card)
    with system_role():
        outcome = actions.propose(by=None)
        again = actions.propose(by=None)
    proposal = outcome.proposal
    assert proposal is not None
    assert (outcome.is_new, again.is_new, again.proposal) == (True, False, proposal)
    assert proposal.weights["fields"]["phone"]["same"] < 4.0
    assert proposal.pairs == pairs == 253
    assert proposal.is_no_worse
    assert {one["group"] for one in proposal.measured} == {"all", "latin"}
    assert in_force.model() is delivered()
    with acting_as(cast.network_manager.pk):
        actions.take(weights=proposal, reason="più giusti", by=cast.network_manager)
    assert in_force.model().version == proposal.version
    with system_role():
        assert list(
            AuditEvent.objects.filter(action__startswith="learning.").order_by("pk").values_list("action", flat=True)
        ) == ["learning.propose_weights", "learning.take_weights"]


def test_every_score_follows_the_weights_in_force_and_what_was_told_before_keeps_its_version(
    cast: Cast, card: Make, pair: Pair
) -> None:
    one = card(cast.job_desk, given_name="Olena", family_name="Koval", phone="333 1234567")
    other = card(cast.job_desk, given_name="Olena", family_name="Kovalova", phone="333 1234567")
    told = pair(one, other)
    card(cast.job_desk, given_name="Moussa", family_name="Diallo", phone="333 7654321")
    asked = from_sheet({"given_name": "Moussa", "family_name": "Diallo", "phone": "3337654321"})  # like nobody else
    with system_role():
        before = (candidates.likeness_of(one, other), candidates.likely_matches(asked)[0].likeness)
    weights = learnt(phone=0.5)
    with acting_as(cast.administrator.pk):
        actions.take(weights=weights, reason="x", by=cast.administrator)
    with system_role():
        after = (candidates.likeness_of(one, other), candidates.likely_matches(asked)[0].likeness)
        told.refresh_from_db()
    for old, new in zip(before, after, strict=True):
        assert (old.model, new.model) == (delivered().version, "learnt")
        assert new.score == pytest.approx(old.score - 5.6, abs=0.11)
    assert told.model == "by hand"


def test_the_door_at_intake_uses_them_too(cast: Cast) -> None:
    from ponte.platform.database import roles

    weights = learnt()
    with acting_as(cast.network_manager.pk):
        actions.take(weights=weights, reason="x", by=cast.network_manager)
    with acting_as(cast.operator.pk), roles.stepping_into(roles.PRESENCE):
        assert in_force.model().version == "learnt"


def test_an_earlier_version_and_the_delivered_one_can_be_taken_again(cast: Cast) -> None:
    first, second = learnt("first"), learnt("second")
    seen = []
    with acting_as(cast.network_manager.pk):
        for weights in (first, second, first, None):
            actions.take(weights=weights, reason="x", by=cast.network_manager)
            seen.append(in_force.model().version)
        actions.leave(weights=second, reason="x", by=cast.network_manager)
        seen.append(in_force.model().version)
    assert seen == ["first", "second", "first", delivered().version, delivered().version]


def test_after_an_upgrade_with_other_weights_the_same_answers_are_learnt_from_anew(
    cast: Cast, card: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A correction of weights that Ponte no longer delivers would stay for ever where nobody answers more."""
    answers_of_a_shelter(cast, card)
    with system_role():
        first = actions.propose(by=None).proposal
        newer = replace(delivered(), version="2031-01-01")
        monkeypatch.setattr(actions, "delivered", lambda: newer)
        second = actions.propose(by=None)
    assert first is not None
    assert second.proposal is not None
    assert second.is_new
    assert second.proposal.version == "2031-01-01+r2"
    assert (first.corrects, second.proposal.corrects) == (delivered().version, "2031-01-01")


def test_weights_that_make_a_group_worse_are_never_taken(cast: Cast) -> None:
    weights = learnt(is_no_worse=False)
    with acting_as(cast.network_manager.pk), pytest.raises(ValidationError, match="peggiora"):
        actions.take(weights=weights, reason="x", by=cast.network_manager)
    assert in_force.model() is delivered()


def test_who_may_choose(cast: Cast) -> None:
    weights = learnt()
    may = set()
    for name, user in cast.users.items():
        with acting_as(user.pk):
            try:
                actions.take(weights=weights, reason="x", by=user)
                may.add(name)
            except PermissionDenied:
                pass
            if name not in {"network_manager", "administrator"}:
                with pytest.raises(DatabaseError, match="row-level security"), transaction.atomic():
                    WeightsChoice.objects.create(weights=weights, act="take", reason="x", chosen_by=user)
    assert may == {"network_manager", "administrator"}


def test_a_choice_without_a_reason_is_none(cast: Cast) -> None:
    with acting_as(cast.network_manager.pk), pytest.raises(ValidationError):
        actions.take(weights=learnt(), reason="  ", by=cast.network_manager)
