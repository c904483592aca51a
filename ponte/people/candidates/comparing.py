# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Two cards of the registry compared."""

import numpy as np

from ponte.people.candidates.records import records_of
from ponte.people.candidates.retrieval import count_of_cards, described, rarity_of
from ponte.people.learning import in_force
from ponte.people.matching.likeness import Likeness
from ponte.people.matching.names.vocabulary import Vocabulary
from ponte.people.matching.reasons import Contributions, reasons_of
from ponte.people.matching.scoring import Scorer
from ponte.people.matching.table import RecordTable
from ponte.people.models import Card


def likeness_of(card: Card, other: Card) -> Likeness:
    """How likely two cards are of one person. Raises `KeyError` where the role in force may not see both."""
    found = records_of([card.pk, other.pk])
    mine, theirs = found[card.pk], found[other.pk]
    people, vocabulary = count_of_cards(), Vocabulary()
    left, right = RecordTable([mine], vocabulary), RecordTable([theirs], vocabulary)
    scorer = Scorer(in_force.model(), vocabulary, rarity_of(mine, people))
    first = np.zeros(1, np.int64)
    scored = scorer.score(left, first, right, first)
    bits = float(scored.bits[0]) + scorer.model.prior(people)
    return described(scorer.model, scored, 0, bits, reasons_of(mine, theirs, Contributions(scorer, scored), 0))
