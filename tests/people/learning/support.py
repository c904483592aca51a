# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Answers written by hand, as if people had looked at pairs whose true weights a test knows."""

from collections.abc import Mapping, Sequence

import numpy as np

from ponte.people.learning import fitting
from ponte.people.learning.lessons import FOLDS, Lessons
from ponte.people.matching.levels import LEVEL_NAMES
from ponte.people.matching.model import Model, delivered
from ponte.people.matching.scoring import FIELDS

PEOPLE = 10_000


def vector(name: int = 20, unplaced: int = 0, **levels: str) -> list[int]:
    """A comparison: `vector(birth="same", phone="different")`; fields not named are silent."""
    return [name, unplaced, *(LEVEL_NAMES[field].index(levels.get(field, "silent")) for field in FIELDS), 0]


def lessons(
    vectors: Sequence[Sequence[int]], same: Sequence[bool], *, groups: Sequence[str] | None = None
) -> Lessons:
    number = len(vectors)
    return Lessons(
        verdicts=np.arange(1, number + 1),
        vectors=np.array(vectors, np.int16).reshape(number, -1 if number else 3 + len(FIELDS)),
        same=np.array(same, bool),
        weight=np.ones(number, np.float32),
        fold=np.arange(number) % FOLDS,
        drawn=np.ones(number, bool),
        groups=np.array(groups or ["latin"] * number),
    )


def answered(
    vectors: Sequence[Sequence[int]], model: Model, *, seed: int = 1, groups: Sequence[str] | None = None
) -> Lessons:
    """What reviewers say who are right as often as `model` says."""
    asked = lessons(vectors, [True] * len(vectors), groups=groups)
    chance = 1 / (1 + np.exp2(-fitting.bits_of(model, asked, PEOPLE)))
    said = np.random.default_rng(seed).random(len(vectors)) < chance
    return lessons(vectors, said.tolist(), groups=groups)


def with_weights(**fields: Mapping[str, float]) -> Model:
    """The delivered model with other weights: `with_weights(phone={"same": 1.0})`."""
    written = delivered().written()
    for field, levels in fields.items():
        written["fields"][field] |= levels
    return Model.read(written)
