# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A pair as one user may see it: both cards, or one and what may be told of the other."""

from dataclasses import dataclass

from ponte.people.models import Card
from ponte.people.review import rules
from ponte.people.review.models import MatchPair, Verdict


@dataclass(frozen=True, slots=True)
class OtherService:
    """Whom to call about a card that the user may not see."""

    name: str
    provider: str
    phone: str
    referent: str


@dataclass(frozen=True, slots=True)
class Side:
    """One card of a pair. `card` is the card where the user knows it; otherwise the rest is all that is told."""

    card: Card | None
    name: str = ""
    birth_year: int | None = None
    services: tuple[OtherService, ...] = ()
    is_reserved: bool = False

    @property
    def is_told(self) -> bool:
        """Something of the identity may be said: a shared service knows the card."""
        return self.card is not None or bool(self.services)


@dataclass(frozen=True, slots=True)
class Given:
    """An answer as it may be shown: `who` is empty where it comes from a service that is not to be named."""

    answer: str
    who: str
    is_mine: bool
    note: str
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class PairView:
    pair: MatchPair
    sides: tuple[Side, Side]
    given: tuple[Given, ...] = ()

    @property
    def knows_both(self) -> bool:
        return all(side.card is not None for side in self.sides)

    def may_answer(self, answer: str) -> bool:
        told = all(side.is_told for side in self.sides)
        return rules.may_answer(answer, knows_both=self.knows_both, other_is_told=told, pair=self.pair)

    @property
    def cards(self) -> list[Card]:
        return [side.card for side in self.sides if side.card is not None]
