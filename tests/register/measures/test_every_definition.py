# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import itertools

import pytest

from ponte.register.measures import Definition, Measure, compute_many
from ponte.register.measures.dimensions import DIMENSIONS


@pytest.mark.django_db
@pytest.mark.parametrize("measure", list(Measure))
def test_every_measure_is_computed_by_every_pair_of_dimensions(measure: Measure) -> None:
    """A coordinator who picks any measure and any two dimensions gets an answer, not an SQL error."""
    extra = {"of": "education", "value": "degree"} if measure == Measure.SHARE else {}
    asked = [Definition(measure, by=pair, **extra) for pair in itertools.permutations(DIMENSIONS, 2)]
    asked += [Definition(measure, by=(name,), where={name: [None]}, **extra) for name in DIMENSIONS]
    for some in itertools.batched(asked, 40) if hasattr(itertools, "batched") else [asked]:
        for result in compute_many(list(some)):
            assert result.rows == ()
            assert result.total == (None if measure in {Measure.MEAN_AGE, Measure.SHARE} else 0)
