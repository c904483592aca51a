# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which pairs may be joined without being looked at one by one.

Stricter than the band: twins share all but a given name, a father and a son may share even that, and both share
telephone and address. So an identical number of a document is needed, or the same names with a whole date of birth;
and never two members of one household.
"""

from ponte.people import names
from ponte.people.matching.likeness import Band
from ponte.people.models import Card, CardIdentifier
from ponte.people.review.sides import PairView

# Papers that one person has; a permit's number may be a whole family's.
TELLING = (CardIdentifier.Kind.FISCAL_CODE, CardIdentifier.Kind.PASSPORT, CardIdentifier.Kind.IDENTITY_CARD)


def is_certain(view: PairView) -> bool:
    if view.pair.band != Band.SAME or view.pair.guarded_by_id is not None or not view.knows_both:
        return False
    one, other = view.cards
    if one.household_id is not None and one.household_id == other.household_id:
        return False
    if _contradict(one, other):
        return False
    return (_same_birth(one, other) and _same_names(one, other)) or _same_papers(one, other)


def _contradict(one: Card, other: Card) -> bool:
    born = [(card.birth_year, card.birth_month, card.birth_day) for card in (one, other)]
    if any(a is not None and b is not None and a != b for a, b in zip(*born, strict=True)):
        return True
    return bool(one.sex and other.sex and one.sex != other.sex)


def _same_birth(one: Card, other: Card) -> bool:
    """The whole day, and not 1 January, which stands for a day that nobody knew."""
    born = (one.birth_year, one.birth_month, one.birth_day)
    return None not in born and born[1:] != (1, 1) and born == (other.birth_year, other.birth_month, other.birth_day)


def _same_names(one: Card, other: Card) -> bool:
    """The same words for given and family name, whichever stands first. Twins are told apart by the given name alone,
    so it must be there."""
    named = [
        sorted(sorted(names.tokens([name])) for name in (card.chosen_name or card.given_name, card.family_name))
        for card in (one, other)
    ]
    return named[0] == named[1] and all(named[0])


def _same_papers(one: Card, other: Card) -> bool:
    numbers = [
        {
            (paper.kind, paper.country, paper.value)
            for paper in card.identifiers.all()
            if paper.kind in TELLING and paper.value
        }
        for card in (one, other)
    ]
    return bool(numbers[0] & numbers[1])
