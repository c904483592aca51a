# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Names that sound like what was typed, or are one slip of a key away from it, among the people whom services know.

Row-level security decides which keys and names are read: nobody else's are among them.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Final

import numpy as np
from django.db import connection
from rapidfuzz.distance import OSA

from ponte.people import names
from ponte.people.learning import in_force
from ponte.people.matching import keys
from ponte.people.matching.names.likeness import Rarity
from ponte.people.matching.names.vocabulary import Vocabulary
from ponte.people.matching.records import Record, whole_names
from ponte.people.matching.scoring import Scorer
from ponte.people.matching.table import RecordTable
from ponte.people.models import Card, CardName, KnownName

MOST_COMPARED: Final = 300
# Of what the query would say of itself, what a name must say of it.
ALIKE_ENOUGH: Final = 0.35
SHARED_START: Final = 2
FEWEST_LETTERS: Final = 5
LONG_WORD: Final = 8
AFTER_ALL_TEXT: Final = "\U0010ffff"
_EVERYONE: Final = 100_000


def cards_named_like(query: str, services: Sequence[int]) -> list[int]:
    """Whose names sound like the query in any script, spelling and order, the likest first; then those that a slip
    of a key would turn into it."""
    asked = Record(names=whole_names(query, ""))
    found = dict.fromkeys(_sounding_like(asked))
    found |= dict.fromkeys(_written_nearly(query, services))
    return list(found)


def named_like_among(query: str, cards: Collection[int]) -> list[int]:
    """The same among a few cards, whatever services know them."""
    named = _names_of(cards)
    found = dict.fromkeys(_likest(Record(names=whole_names(query, "")), named))
    parts = [word for word in map(names.romanised, names.words(query)) if word]
    for pk, its in named.items():
        tokens = {names.romanised(word) for name in its for word in names.words(name)}
        if parts and all(any(_is_slip(part, token) for token in tokens) for part in parts):
            found.setdefault(pk)
    return list(found)


def _sounding_like(asked: Record) -> list[int]:
    words = {keys.key_of_word(skeleton) for skeleton in keys.skeletons_of(asked)}
    pairs = keys.keys_of(asked) - words
    candidates = _sharing(pairs, read=5 * MOST_COMPARED) if pairs else []
    if len(candidates) < MOST_COMPARED and (not pairs or not candidates):
        candidates = _sharing(words, read=MOST_COMPARED)
    return _likest(asked, _names_of(candidates))


def _likest(asked: Record, named: Mapping[int, tuple[str, ...]]) -> list[int]:
    """Those whose names sound like what is asked for, the likest first."""
    if not named:
        return []
    rows = list(named)
    vocabulary = Vocabulary()
    # First what the query says of itself as it was typed: read as syllables, it might say more than any name can.
    typed = Record(names=asked.names[:1])
    one = RecordTable([asked, typed], vocabulary)
    others = RecordTable([typed, *(Record(names=named[pk]) for pk in rows)], vocabulary)
    scorer = Scorer(in_force.model(), vocabulary, Rarity.counted({}, _EVERYONE))
    left = np.zeros(len(rows) + 1, np.int64)
    left[0] = 1
    bits, unplaced = scorer.names(one, left, others, np.arange(len(rows) + 1))
    enough = ALIKE_ENOUGH * bits[0]
    order = np.argsort(-bits[1:], kind="stable")
    return [rows[at] for at in order if unplaced[at + 1] == 0 and bits[at + 1] >= enough]


def _sharing(asked: Collection[int], *, read: int) -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT card_id FROM (SELECT card_id FROM people_matchkey WHERE key = ANY(%s) LIMIT %s) AS k "
            "GROUP BY card_id ORDER BY count(*) DESC, card_id LIMIT %s",
            [list(asked), read, MOST_COMPARED],
        )
        return [pk for (pk,) in cursor.fetchall()]


def _names_of(cards: Collection[int]) -> dict[int, tuple[str, ...]]:
    others: dict[int, list[str]] = defaultdict(list)
    for pk, name in CardName.objects.filter(card__in=cards).values_list("card_id", "name"):
        others[pk].append(name)
    rows = Card.objects.filter(pk__in=cards).values_list("pk", *Card.NAMES)
    named = {
        pk: whole_names(given, family, native, chosen, *others[pk]) for pk, given, family, native, chosen in rows
    }
    return {pk: named[pk] for pk in cards if pk in named}


def _written_nearly(query: str, services: Sequence[int]) -> list[int]:
    """Cards that have, for each word of the query, a word that differs by a letter, two in long ones."""
    found: set[int] | None = None
    for word in names.words(query):
        near = _near(names.romanised(word), services)
        if not near:
            return []
        known = KnownName.objects.filter(service_id__in=services, token__in=near)
        if found is not None:
            known = known.filter(card_id__in=found)
        found = set(known.values_list("card_id", flat=True)[: 10 * MOST_COMPARED])
        if not found:
            return []
    return sorted(found or ())[:MOST_COMPARED]


def _near(word: str, services: Sequence[int]) -> list[str]:
    """The words of known names that are the word but for its slips, and begin like it."""
    if len(word) < FEWEST_LETTERS:
        return [word] if word else []
    start = word[:SHARED_START]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT DISTINCT token FROM people_knownname "
            "WHERE service_id = ANY(%s) AND token ~>=~ %s AND token ~<~ %s",
            [list(services), start, start + AFTER_ALL_TEXT],
        )
        return [token for (token,) in cursor.fetchall() if _is_slip(word, token)]


def _is_slip(word: str, token: str) -> bool:
    """Whether the two begin alike and differ by a letter, long ones by two; short words are the same."""
    if len(word) < FEWEST_LETTERS or word[:SHARED_START] != token[:SHARED_START]:
        return word == token
    slips = 2 if len(word) >= LONG_WORD else 1
    return OSA.distance(word, token, score_cutoff=slips) <= slips
