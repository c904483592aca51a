# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Proposing weights, taking them, leaving them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from ponte.accounts.models import User
from ponte.people.candidates.retrieval import count_of_cards
from ponte.people.learning import fitting, in_force, judging, lessons, rules
from ponte.people.learning.lessons import Lessons
from ponte.people.learning.models import LEARNT, LearntWeights, WeightsChoice
from ponte.people.matching.model import Model, delivered
from ponte.people.matching.names.likeness import Bits
from ponte.platform.audit import actions as audit

# Fewer decided pairs move weights by chance.
FEWEST: Final[Mapping[str, int]] = {"pairs": 200, "same": 30, "different": 30, "drawn": 50}


@dataclass(frozen=True, slots=True)
class Outcome:
    """`proposal` is none where there is too little to learn from: then `missing` says of what, and how many."""

    proposal: LearntWeights | None
    missing: dict[str, int]
    is_new: bool = False


def missing_of(pairs: int, same: int, drawn: int) -> dict[str, int]:
    there = {"pairs": pairs, "same": same, "different": pairs - same, "drawn": drawn}
    return {what: max(0, fewest - there[what]) for what, fewest in FEWEST.items()}


@transaction.atomic
def propose(*, by: User | None) -> Outcome:
    """Learn from all that was decided so far. For the system role; `by` is who asked for it.

    Nothing is in force by this. Where nothing was decided since the last proposal and Ponte brought no other weights,
    that one is returned.
    """
    found = lessons.read()
    missing = missing_of(len(found), int(found.same.sum()), int(found.drawn.sum()))
    if any(missing.values()):
        return Outcome(None, missing)
    last = LearntWeights.objects.order_by("-pk").first()
    newest = int(found.verdicts.max())
    if last is not None and (last.last_verdict, last.pairs, last.corrects) == (
        newest,
        len(found),
        delivered().version,
    ):
        return Outcome(last, missing)
    proposed, measured = _learnt(found)
    proposal = LearntWeights.objects.create(
        version=proposed.version,
        weights=proposed.written(),
        pairs=len(found),
        last_verdict=newest,
        measured=[one.stored() for one in measured],
        is_no_worse=not any(one.is_worse for one in measured),
        proposed_by=by,
    )
    audit.record(
        "learning.propose_weights", proposal, by=by,
        after={"version": proposal.version, "pairs": proposal.pairs, "is_no_worse": proposal.is_no_worse},
    )  # fmt: skip
    return Outcome(proposal, missing, is_new=True)


def _learnt(found: Lessons) -> tuple[Model, list[judging.Measured]]:
    people, start, now = count_of_cards(), delivered(), in_force.model()
    version = f"{start.version}{LEARNT}{LearntWeights.objects.count() + 1}"

    def fit(some: Lessons) -> Model:
        return fitting.corrected(start, some, people=people, version=version)

    def weigh(model: Model, some: Lessons) -> Bits:
        return fitting.bits_of(model, some, people)

    def as_in_force(some: Lessons) -> Model:
        """What is in force, had it not seen the answers either on which it is measured."""
        return fit(some.rows(some.verdicts <= known)) if known else now

    known = LearntWeights.objects.filter(version=now.version).values_list("last_verdict", flat=True).first() or 0
    before = judging.held_out(found, as_in_force, weigh)
    after = judging.held_out(found, fit, weigh)
    return fit(found), judging.measured(found, np.asarray(before), np.asarray(after), now)


@transaction.atomic
def take(*, weights: LearntWeights | None, reason: str, by: User) -> WeightsChoice:
    """From now on these weights are in force; without, the delivered ones. Also to return to earlier ones."""
    if weights is not None and not weights.is_no_worse:
        raise ValidationError(_("Con questi pesi un gruppo di lingue peggiora: non si possono prendere."))
    return _choose(weights, WeightsChoice.Act.TAKE, reason, by)


@transaction.atomic
def leave(*, weights: LearntWeights, reason: str, by: User) -> WeightsChoice:
    return _choose(weights, WeightsChoice.Act.LEAVE, reason, by)


def _choose(weights: LearntWeights | None, act: WeightsChoice.Act, reason: str, by: User) -> WeightsChoice:
    if not rules.may_choose(by):
        raise PermissionDenied
    before = in_force.model().version
    choice = WeightsChoice(weights=weights, act=act, reason=reason.strip(), chosen_by=by)
    choice.clean_fields(exclude=["weights", "chosen_by", "chosen_at"])
    choice.save(force_insert=True)
    audit.record(
        f"learning.{act}_weights", choice, by=by, reason=choice.reason,
        before={"in_force": before},
        after={"version": weights.version if weights else delivered().version, "in_force": in_force.model().version},
    )  # fmt: skip
    return choice
