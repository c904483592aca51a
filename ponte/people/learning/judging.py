# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whether proposed weights are any better, group by group, on answers that they have not seen."""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any, Final

import numpy as np
from django.utils.formats import number_format
from django.utils.translation import gettext as _

from ponte.people.learning.lessons import FOLDS, Lessons
from ponte.people.learning.models import Group
from ponte.people.matching.likeness import Band
from ponte.people.matching.model import Model
from ponte.people.matching.names.likeness import Bits

FEWEST_OF_GROUP: Final = 30
# Of fewer, a figure says too much about each.
FEWEST_TOLD: Final = 10
# Natural units of log loss, a pair: what is less is chance.
TOLERANCE: Final = 0.005
ALL: Final = "all"

Weigh = Callable[[Model, Lessons], Bits]


@dataclass(frozen=True, slots=True)
class Measured:
    """`loss` is how surprised the weights are by an answer, on the average. `wrong_same` counts two people told as
    *same person*; `wrong` these, two people told as *likely*, and one person told as less."""

    group: str
    pairs: int
    loss_before: float
    loss_after: float
    wrong_same_before: int
    wrong_same_after: int
    wrong_before: int
    wrong_after: int

    @property
    def is_enough(self) -> bool:
        return self.pairs >= FEWEST_OF_GROUP

    @property
    def is_worse(self) -> bool:
        return self.is_enough and (
            self.loss_after > self.loss_before + TOLERANCE
            or self.wrong_same_after > self.wrong_same_before
            or self.wrong_after > self.wrong_before
        )

    def stored(self) -> dict[str, Any]:
        """Nothing but the name of a group that is so small that its figures would be somebody's."""
        if self.pairs < FEWEST_TOLD:
            return {**asdict(EMPTY), "group": self.group}
        return asdict(self)

    @classmethod
    def read(cls, stored: dict[str, Any]) -> "Measured":
        return cls(**stored)

    def in_words(self) -> str:
        name = str(Group(self.group).label) if self.group != ALL else _("tutte insieme")
        if self.pairs < FEWEST_TOLD:
            return _("%(group)s: meno di %(few)s coppie decise, troppo poche per misurare.") % {
                "group": name, "few": FEWEST_TOLD,
            }  # fmt: skip
        if not self.is_enough:
            return _("%(group)s: %(pairs)s coppie decise, ne servono %(enough)s per misurare.") % {
                "group": name, "pairs": self.pairs, "enough": FEWEST_OF_GROUP,
            }  # fmt: skip
        said = {
            "group": name,
            "pairs": self.pairs,
            "before": number_format(self.loss_before, 3),
            "after": number_format(self.loss_after, 3),
            "wrong_before": self.wrong_before,
            "wrong_after": self.wrong_after,
        }
        if self.is_worse:
            return (
                _("%(group)s: peggiora, su %(pairs)s coppie: errore da %(before)s a %(after)s, "
                  "coppie nella fascia sbagliata da %(wrong_before)s a %(wrong_after)s.") % said
            )  # fmt: skip
        if self.loss_after < self.loss_before - TOLERANCE or self.wrong_after < self.wrong_before:
            return (
                _("%(group)s: migliora, su %(pairs)s coppie: errore da %(before)s a %(after)s, "
                  "coppie nella fascia sbagliata da %(wrong_before)s a %(wrong_after)s.") % said
            )  # fmt: skip
        return _("%(group)s: resta com'è, su %(pairs)s coppie.") % said


EMPTY: Final = Measured("", 0, 0.0, 0.0, 0, 0, 0, 0)


def measured(lessons: Lessons, before: Bits, after: Bits, model: Model) -> list[Measured]:
    """All together, then the groups that occur, by the bits that either model gives to pairs unknown to it. The bands
    are the same for both."""
    found = []
    for group in (ALL, *Group.values):
        rows = (lessons.groups == group) | (group == ALL)
        if not rows.any():
            continue
        same, weight = lessons.same[rows], lessons.weight[rows]
        told = [(_loss(bits[rows], same, weight), *_errors(bits[rows], same, model)) for bits in (before, after)]
        (loss_before, same_before, wrong_before), (loss_after, same_after, wrong_after) = told
        found.append(
            Measured(
                group, int(rows.sum()), round(loss_before, 4), round(loss_after, 4), same_before, same_after,
                wrong_before, wrong_after,
            )
        )  # fmt: skip
    return found


def _loss(bits: Bits, same: np.ndarray, weight: Bits) -> float:
    odds = np.clip(bits.astype(np.float64), -60, 60) * np.log(2)
    surprise = np.logaddexp(0, np.where(same, -odds, odds))
    return float(np.average(surprise, weights=weight))


def _errors(bits: Bits, same: np.ndarray, model: Model) -> tuple[int, int]:
    sure, likely = bits >= model.bands[Band.SAME], bits >= model.bands[Band.LIKELY]
    return int((sure & ~same).sum()), int((likely & ~same).sum() + (~likely & same).sum())


def held_out(lessons: Lessons, fit: Callable[[Lessons], Model], weigh: Weigh) -> Bits:
    """The bits of each pair by a model fitted without its fold."""
    bits = np.zeros(len(lessons), np.float32)
    for fold in range(FOLDS):
        mine = lessons.fold == fold
        if mine.any():
            bits[mine] = weigh(fit(lessons.rows(~mine)), lessons.rows(mine))
    return bits
