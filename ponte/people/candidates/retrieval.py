# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The likeliest cards for a description, from an index of keys: however many people, what is read is bounded.

Keys that few cards share are looked up; frequent ones only where nothing else is found.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from django.db import connection
from django.db.backends.utils import CursorWrapper

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
from ponte.people.models import Card

MOST_CANDIDATES: Final = 100
FEWEST_CANDIDATES: Final = 20
COUNTED_EXACTLY: Final = 10_000
# Persons less likely than this take next to nothing from another, and need not be looked at for whether they are one.
LEAST_RIVAL: Final = -4.0

# A null key stands for all cards, as many as PostgreSQL last knew of.
_FREQUENT: Final = """
SELECT key, cards FROM people_frequentkey WHERE key = ANY(%s)
UNION ALL SELECT NULL, reltuples::bigint FROM pg_class WHERE oid = 'people_card'::regclass
"""
_RARE: Final = """
SELECT asked.key, found.card_id FROM unnest(%s::bigint[]) AS asked(key)
CROSS JOIN LATERAL (SELECT card_id FROM people_matchkey WHERE key = asked.key LIMIT %s) AS found
"""


@dataclass(frozen=True, slots=True)
class Match:
    """A person who may be the one described: the cards of theirs that were found, the likest first."""

    person_id: int
    card_ids: tuple[int, ...]
    likeness: Likeness


def likely_matches(record: Record, *, most: int = 10, ignoring: Collection[int] = ()) -> list[Match]:
    """The persons whom the description may be of, the likeliest first; bands below *possible* are left out.

    Four to six statements, with bounded answers. The cards in `ignoring` are passed over.
    """
    asked = keys.keys_of(record)
    if not asked:
        return []
    frequent, known = _frequency(asked)
    likeliest, sharing = _candidates(asked, frequent)
    found = persons_of([pk for pk in likeliest if pk not in set(ignoring)])
    rows = list(found)
    if not rows:
        return []
    people, vocabulary = _counted(known), Vocabulary()
    one, others = RecordTable([record], vocabulary), RecordTable([found[pk][1] for pk in rows], vocabulary)
    scorer = Scorer(in_force.model(), vocabulary, rarity_of(record, people, sharing))
    scored = scorer.score(one, np.zeros(len(rows), np.int64), others, np.arange(len(rows)))
    bits = scored.bits + np.float32(scorer.model.prior(people))
    persons: dict[int, list[int]] = {}
    for at in np.argsort(-bits, kind="stable"):
        if scorer.model.band(float(bits[at])).is_shown:
            persons.setdefault(found[rows[at]][0], []).append(int(at))
    alone = [float(bits[places[0]]) for places in persons.values()]
    among = _among(scorer, others, list(persons.values()), alone, scorer.model.prior(people))
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
    return _counted(_frequency(())[1])


def _counted(known: int) -> int:
    return known if known > COUNTED_EXACTLY else Card.objects.count()


def frequent_among(asked: Iterable[int]) -> dict[int, int]:
    """Those of these keys that many cards share, and how many did when they were last counted."""
    return _frequency(asked)[0]


def _frequency(asked: Iterable[int]) -> tuple[dict[int, int], int]:
    """Which of these keys are frequent, and how many cards PostgreSQL knew of."""
    with connection.cursor() as cursor:
        cursor.execute(_FREQUENT, [list(asked)])
        cards: dict[int | None, int] = dict(cursor.fetchall())
    known = cards.pop(None)
    return {key: number for key, number in cards.items() if key is not None}, known


def _candidates(asked: Collection[int], frequent: Mapping[int, int]) -> tuple[list[int], dict[int, int]]:
    """Those that share most keys, a rare key counting for more than a frequent one; and how many share each key."""
    weight: Counter[int] = Counter()
    sharing = dict(frequent)
    with connection.cursor() as cursor:
        sharing |= _look_up(cursor, [key for key in asked if key not in frequent], weight)
        for key in sorted(frequent, key=frequent.__getitem__):
            if len(weight) >= FEWEST_CANDIDATES:
                break
            _look_up(cursor, [key], weight)
    return [pk for pk, _ in weight.most_common(MOST_CANDIDATES)], sharing


def _look_up(cursor: CursorWrapper, asked: list[int], weight: Counter[int]) -> dict[int, int]:
    cursor.execute(_RARE, [asked, MOST_SHARING])
    rows = cursor.fetchall()
    sharing = Counter(key for key, _ in rows)
    for key, card_id in rows:
        weight[card_id] += 1 + MOST_SHARING // sharing[key]
    return sharing


def rarity_of(record: Record, people: int, sharing: Mapping[int, int] | None = None) -> Rarity:
    """How rare the words of the record's names are among all cards; `sharing`, where known, says how many share a
    key."""
    words = {skeleton: keys.key_of_word(skeleton) for skeleton in keys.skeletons_of(record)}
    known = frequent_among(words.values()) if sharing is None else sharing
    return Rarity.counted({skeleton: known[key] for skeleton, key in words.items() if key in known}, people)
