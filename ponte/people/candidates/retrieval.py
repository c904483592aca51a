# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The likeliest cards for a description, from an index of keys: however many people, what is read is bounded.

Cards that share the rarest keys come first; of keys that many share, so many are read as an answer can wait for.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from heapq import nlargest
from math import log2
from typing import Final

import numpy as np
from django.db import connection

from ponte.people.candidates.records import persons_of
from ponte.people.learning import in_force
from ponte.people.matching import competing, keys
from ponte.people.matching.likeness import Band, Likeness, Reason
from ponte.people.matching.model import Model
from ponte.people.matching.names.likeness import Rarity
from ponte.people.matching.names.vocabulary import Vocabulary
from ponte.people.matching.pairs import MOST_SHARING
from ponte.people.matching.reasons import Contributions, reasons_of
from ponte.people.matching.records import Record
from ponte.people.matching.scoring import Scored, Scorer
from ponte.people.matching.table import RecordTable
from ponte.people.models import Card, FrequentKey

MOST_CANDIDATES: Final = 40
# Of frequent keys so many cards are read at most: those that share several of them come first.
MOST_READ: Final = 400
FEWEST_CANDIDATES: Final = 20
COUNTED_EXACTLY: Final = 10_000
# Persons less likely than this take next to nothing from another, and need not be looked at for whether they are one.
LEAST_RIVAL: Final = -4.0
# What a key in common says, in bits: a number more than any names could.
NUMBER_IN_COMMON: Final = 100.0

_SHARING: Final = "SELECT * FROM ponte_cards_sharing(%s, %s)"
_OF_ONE_KEY: Final = "SELECT card_id FROM people_matchkey WHERE key = %s LIMIT %s"


@dataclass(frozen=True, slots=True)
class Match:
    """A person who may be the one described: the cards of theirs that were found, the likest first."""

    person_id: int
    card_ids: tuple[int, ...]
    likeness: Likeness


def likely_matches(record: Record, *, most: int = 10, ignoring: Collection[int] = ()) -> list[Match]:
    """The persons whom the description may be of, the likeliest first; bands below *possible* are left out.

    Three or four statements, with bounded answers. The cards in `ignoring` are passed over.
    """
    asked = keys.keys_of(record)
    if not asked:
        return []
    likeliest, sharing, known = _candidates(asked, keys.numbers_of(record), set(ignoring))
    found = persons_of(likeliest)
    rows = list(found)
    if not rows:
        return []
    people, vocabulary = _counted(known), Vocabulary()
    one, others = RecordTable([record], vocabulary), RecordTable([found[pk][1] for pk in rows], vocabulary)
    scorer = Scorer(in_force.model(), vocabulary, rarity_of(record, people, sharing))
    prior = scorer.model.prior(people)
    least = scorer.model.bands[Band.POSSIBLE] - prior
    scored = scorer.score(one, np.zeros(len(rows), np.int64), others, np.arange(len(rows)), at_least=least)
    bits = scored.bits + np.float32(prior)
    persons: dict[int, list[int]] = {}
    for at in np.argsort(-bits, kind="stable"):
        if scorer.model.band(float(bits[at])).is_shown:
            persons.setdefault(found[rows[at]][0], []).append(int(at))
    alone = [float(bits[places[0]]) for places in persons.values()]
    among = _among(scorer, others, list(persons.values()), alone, prior)
    likest = list(zip(persons.items(), alone, among, strict=True))[:most]
    firsts = np.array([places[0] for (_, places), _, _ in likest], np.int64)
    said = Contributions(scorer, scored.rows(firsts))
    return [
        Match(
            person_id=person,
            card_ids=tuple(rows[at] for at in places),
            likeness=replace(
                described(
                    scorer.model,
                    scored,
                    places[0],
                    odds,
                    (
                        *reasons_of(record, found[rows[places[0]]][1], said, number),
                        *competing.reasons(scorer.model, before, odds),
                    ),
                ),
                band=competing.band(scorer.model, odds),
            ),
        )
        for number, ((person, places), before, odds) in enumerate(likest)
    ]


def _among(
    scorer: Scorer, table: RecordTable, persons: list[list[int]], alone: list[float], prior: float
) -> list[float]:
    """The bits of each person once the others are heard; persons who may be one, in two cards not joined yet, do not
    stand against each other."""
    strong = sum(bits > LEAST_RIVAL for bits in alone)
    if strong < 2:
        return competing.bits_among(alone)
    firsts = np.array([places[0] for places in persons[:strong]])
    least = (scorer.model.bands[Band.LIKELY] + scorer.model.bands[Band.SAME]) / 2
    [groups] = competing.people(scorer, table, [firsts], prior, least=least)
    groups += [[place] for place in range(strong, len(persons))]
    odds = competing.bits_among([max(alone[place] for place in group) for group in groups])
    found = list(alone)
    for group, bits in zip(groups, odds, strict=True):
        strongest = max(alone[place] for place in group)
        for place in group:
            found[place] = alone[place] - (strongest - bits)
    return found


def described(weights: Model, scored: Scored, at: int, bits: float, reasons: tuple[Reason, ...]) -> Likeness:
    """One scored pair in the terms that people see."""
    return Likeness(
        score=round(bits, 1),
        band=weights.band(bits),
        reasons=reasons,
        vector=scored.vector(at),
        model=weights.version,
    )


def count_of_cards() -> int:
    """About how many cards there are, as PostgreSQL last knew it; counted where there are few."""
    with connection.cursor() as cursor:
        cursor.execute(_SHARING, [[], 0])
        [(_key, known, _card)] = cursor.fetchall()
    return _counted(known)


def _counted(known: int) -> int:
    return known if known > COUNTED_EXACTLY else Card.objects.count()


def frequent_among(asked: Iterable[int]) -> dict[int, int]:
    """Those of these keys that many cards share, and how many did when they were last counted."""
    return dict(FrequentKey.objects.filter(key__in=list(asked)).values_list("key", "cards"))


def _candidates(
    asked: Collection[int], numbers: Collection[int], ignoring: Collection[int]
) -> tuple[list[int], dict[int, int], int]:
    """The cards that share the keys that say most; how many share each key; and how many cards there are.

    Some keys are `numbers`.
    """
    said: defaultdict[int, float] = defaultdict(float)
    with connection.cursor() as cursor:
        cursor.execute(_SHARING, [list(asked), MOST_READ])
        *rows, (_all, known, _card) = cursor.fetchall()
        rare = Counter(key for key, cards, pk in rows if cards is None and pk is not None)
        frequent = {key: cards for key, cards, _pk in rows if cards is not None}
        sharing = frequent | rare
        everyone = max(known, COUNTED_EXACTLY)
        worth = {
            key: NUMBER_IN_COMMON if key in numbers else log2(1 + everyone / cards) for key, cards in sharing.items()
        }
        for key, _cards, pk in rows:
            if pk is not None:
                said[pk] += worth[key]
        unread = set(frequent).difference(key for key, _cards, pk in rows if pk is not None)
        for key in sorted(unread, key=frequent.__getitem__):
            if len(said) >= FEWEST_CANDIDATES:
                break
            cursor.execute(_OF_ONE_KEY, [key, MOST_SHARING])
            for (pk,) in cursor.fetchall():
                said[pk] += worth[key]
    for pk in ignoring:
        said.pop(pk, None)
    likeliest = nlargest(MOST_CANDIDATES, said, key=said.__getitem__)
    return likeliest, sharing, known


def rarity_of(record: Record, people: int, sharing: Mapping[int, int] | None = None) -> Rarity:
    """How rare the words of the record's names are among all cards; `sharing`, where known, says how many share a
    key."""
    words = {skeleton: keys.key_of_word(skeleton) for skeleton in keys.skeletons_of(record)}
    known = frequent_among(words.values()) if sharing is None else sharing
    return Rarity.counted({skeleton: known[key] for skeleton, key in words.items() if key in known}, people)
