# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whether an error happens, and which have happened to the record in hand."""

import random
from functools import cache

from ponte.demo.errors.rates import RATES, STYLE, Profile


@cache
def _rates(profile: Profile) -> dict[str, float]:
    return {error: rate.of(profile) for error, rate in RATES.items()}


class Slips:
    """One record's luck."""

    __slots__ = ("_rates", "applied", "chance", "rng")

    def __init__(self, rng: random.Random, profile: Profile) -> None:
        self.rng = rng
        self.chance = rng.random
        self.applied: list[str] = []
        self._rates = _rates(profile)

    def happen(self, error: str) -> bool:
        """Draws; an error that happens is remembered, so ask only where it can."""
        if self.chance() >= self._rates[error]:
            return False
        self.applied.append(error)
        return True

    def take_back(self, error: str) -> None:
        """It happened and changed nothing."""
        self.applied.remove(error)

    @property
    def errors(self) -> int:
        return sum(error not in STYLE for error in self.applied)
