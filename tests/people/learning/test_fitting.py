# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What answers do to weights."""

import numpy as np
import pytest

from ponte.people.learning import fitting, judging
from ponte.people.learning.lessons import Lessons, weights_of
from ponte.people.matching.levels import LEVEL_NAMES
from ponte.people.matching.model import Model, delivered
from ponte.people.matching.names.likeness import Bits
from ponte.people.matching.scoring import FIELDS
from tests.people.learning.support import PEOPLE, answered, lessons, vector, with_weights

PHONES = ("same", "one_off", "two_off", "different")


def fit(some: Lessons) -> Model:
    return fitting.corrected(delivered(), some, people=PEOPLE, version="learnt")


def weight(model: Model, field: str, level: str) -> float:
    return float(model.weights[field][LEVEL_NAMES[field].index(level)])


def pairs(number: int, seed: int = 7) -> list[list[int]]:
    """Comparisons of all kinds around the point where nobody is sure."""
    rng = np.random.default_rng(seed)
    birth = rng.choice(["year", "month_or_day", "silent", "one_digit"], number)
    phone = rng.choice([*PHONES, "silent"], number)
    return [
        vector(int(name), birth=b, phone=p)
        for name, b, p in zip(rng.integers(0, 22, number), birth, phone, strict=True)
    ]


def test_a_weight_that_answers_speak_against_moves_to_where_they_say() -> None:
    """Here a shared telephone says next to nothing, as where a whole shelter has one."""
    truth = with_weights(phone={"same": 1.0, "one_off": 0.5})
    learnt = fit(answered(pairs(4000), truth))
    assert weight(delivered(), "phone", "same") == pytest.approx(6.1)
    assert weight(learnt, "phone", "same") < 2.5
    assert weight(learnt, "phone", "one_off") < 1.5
    assert weight(learnt, "birth", "year") == pytest.approx(weight(delivered(), "birth", "year"), abs=0.6)


def test_answers_that_agree_with_the_weights_leave_them_where_they_are() -> None:
    learnt = fit(answered(pairs(4000), delivered()))
    for field in FIELDS:
        assert np.abs(learnt.weights[field] - delivered().weights[field]).max() < 0.7, field


def test_a_few_answers_hardly_move_anything_and_fields_never_seen_do_not_move() -> None:
    some = pairs(20)
    learnt = fit(lessons(some, [False] * len(some)))
    assert abs(weight(learnt, "phone", "same") - weight(delivered(), "phone", "same")) < 1.0
    assert (learnt.weights["email"] == delivered().weights["email"]).all()
    unmoved = fit(lessons([], []))
    assert all((unmoved.weights[field] == delivered().weights[field]).all() for field in FIELDS)


@pytest.mark.parametrize("seed", range(5))
def test_the_better_agreement_never_becomes_worse_evidence(seed: int) -> None:
    """Answers by dice must not make a telephone that differs speak louder than the same one."""
    rng = np.random.default_rng(seed)
    some = pairs(300, seed)
    learnt = fit(lessons(some, (rng.random(len(some)) < 0.5).tolist()))
    for field in FIELDS:
        delivered_column, column = delivered().weights[field][1:], learnt.weights[field][1:]
        order = np.argsort(delivered_column, kind="stable")
        assert (np.diff(column[order]) >= -0.011).all(), field


def test_what_was_asked_more_often_does_not_count_for_more() -> None:
    """Of sure pairs all were answered and of doubtful ones one in four: each of these stands for four."""
    scores = np.array([11.0] * 100 + [-3.0] * 25)
    weights = weights_of(scores, {5: 100, -2: 100})
    assert weights[-1] / weights[0] == pytest.approx(4)
    assert weights.sum() < len(scores)


def judged(before: Model, truth: dict[str, Model], number: int = 600) -> list[judging.Measured]:
    """The groups measured where each is answered after a truth of its own."""
    parts = [
        answered(pairs(number, seed), model, seed=seed, groups=[group] * number)
        for seed, (group, model) in enumerate(truth.items())
    ]
    some = Lessons(*(np.concatenate([getattr(part, name) for part in parts]) for name in Lessons.__slots__))
    some.fold[:] = np.arange(len(some)) % 5

    def weigh(model: Model, rows: Lessons) -> Bits:
        return fitting.bits_of(model, rows, PEOPLE)

    old, new = judging.held_out(some, lambda _rows: before, weigh), judging.held_out(some, fit, weigh)
    return judging.measured(some, old, new, before)


def test_what_helps_most_but_makes_one_group_worse_is_told_apart() -> None:
    """Most people share no telephone; those of one group do. The weight that is right for all is wrong for them."""
    shared, own = with_weights(phone={"same": -2.0, "one_off": -2.5}), delivered()
    found = {one.group: one for one in judged(own, {"latin": shared, "arabic": shared, "chinese": own})}
    assert not found["latin"].is_worse
    assert found["latin"].loss_after < found["latin"].loss_before
    assert found["chinese"].is_worse
    assert "peggiora" in found["chinese"].in_words()
    assert "migliora" in found["latin"].in_words()


def test_a_group_of_few_is_not_measured_and_its_figures_are_told_to_nobody() -> None:
    few = judging.Measured("indic", 9, 0.7, 0.9, 0, 3, 1, 5)
    assert not few.is_worse
    assert few.stored() == judging.Measured("indic", 0, 0.0, 0.0, 0, 0, 0, 0).stored()
    assert "meno di 10" in few.in_words()
    assert "ne servono 30" in judging.Measured("indic", 12, 0.7, 0.9, 0, 0, 1, 1).in_words()
