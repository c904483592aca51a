# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Decided pairs as what is learnt from. For the system role."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from django.db import connection

from ponte.people.matching.names.likeness import Bits
from ponte.people.matching.scoring import BEFORE_LEVELS, FIELDS, Flags, Scored, Vectors

FOLDS: Final = 5
# Pairs whose scores are no farther apart, in bits, had the same chance of being looked at.
SCORE_STEP: Final = 2.0
# No pair stands for more than so many times the average: one chance answer must not outweigh all others.
MOST_TIMES: Final = 10.0
_FLAGS_SINCE: Final = BEFORE_LEVELS + len(FIELDS)

_ROWS: Final = (
    "SELECT verdict_id, fold, vector, score, drawn, is_same, language_group FROM learning_lesson ORDER BY 1"
)
_QUEUED: Final = "SELECT floor(score / %s)::int, count(*) FROM learning_queued GROUP BY 1"


@dataclass(frozen=True, slots=True)
class Lessons:
    """One row a decided pair. `weight` says for how many pairs it stands: of the half of the queue that shows the
    most certain first, high scores are decided sooner, and must not count for more."""

    verdicts: npt.NDArray[np.int64]
    vectors: Vectors
    same: Flags
    weight: Bits
    fold: npt.NDArray[np.int64]
    drawn: Flags
    groups: npt.NDArray[np.str_]

    def __len__(self) -> int:
        return len(self.same)

    @property
    def scored(self) -> Scored:
        return Scored.of_vectors(self.vectors)

    def rows(self, at: npt.NDArray[np.bool_]) -> "Lessons":
        return Lessons(*(getattr(self, name)[at] for name in self.__slots__))


def read() -> Lessons:
    """Leaves out what protected services decided, joins made by hand or many at a time, and decisions taken back."""
    with connection.cursor() as cursor:
        cursor.execute(_ROWS)
        rows = [row for row in cursor.fetchall() if len(row[2]) in {_FLAGS_SINCE, _FLAGS_SINCE + 1}]
        cursor.execute(_QUEUED, [SCORE_STEP])
        queued = dict(cursor.fetchall())
    columns = list(zip(*rows, strict=True)) if rows else [()] * 7
    verdicts, fold, vectors, scores, drawn, same, groups = columns
    return Lessons(
        verdicts=np.array(verdicts, np.int64),
        vectors=np.array([[*vector, 0][: _FLAGS_SINCE + 1] for vector in vectors], np.int16).reshape(
            -1, _FLAGS_SINCE + 1
        ),
        same=np.array(same, bool),
        weight=weights_of(np.array(scores, np.float64), queued),
        fold=np.array(fold, np.int64) % FOLDS,
        drawn=np.array([how == "random" for how in drawn], bool),
        groups=np.array(groups, np.str_),
    )


def weights_of(scores: npt.NDArray[np.float64], queued: dict[int, int]) -> Bits:
    """How many pairs of about its score came to the queue for each that was decided.

    Together they weigh as many as independent answers would that tell as much (Kish).
    """
    if not len(scores):
        return np.zeros(0, np.float32)
    steps = np.floor(scores / SCORE_STEP).astype(int)
    distinct, back, decided = np.unique(steps, return_inverse=True, return_counts=True)
    came = np.array([max(queued.get(step, 0), count) for step, count in zip(distinct.tolist(), decided, strict=True)])
    weight = (came / decided)[back]
    weight = np.minimum(weight, MOST_TIMES * weight.mean())
    return np.asarray(weight * weight.sum() / (weight**2).sum(), np.float32)
