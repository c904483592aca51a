# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Many cards at once, just written, against all that are there: which of them look like one that is.

For roles that see every card. A hundred thousand take about a minute, so only the likeliest few of each are compared.
"""

from array import array
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from typing import Final

import numpy as np
import numpy.typing as npt
from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

from ponte.people.candidates.records import records_of
from ponte.people.candidates.retrieval import count_of_cards, described, frequent_among
from ponte.people.learning import in_force
from ponte.people.matching import competing, keys
from ponte.people.matching.likeness import Band, Likeness
from ponte.people.matching.names.likeness import Rarity
from ponte.people.matching.names.vocabulary import Vocabulary
from ponte.people.matching.pairs import Keys, Pairs, database
from ponte.people.matching.records import Record
from ponte.people.matching.scoring import Scorer
from ponte.people.matching.table import RecordTable
from ponte.platform.spreadsheets.importing import Progress, silent

# A key that more cards share finds too many; of those left, the pairs whose keys are rarest are compared.
MOST_SHARING: Final = 60
MOST_EACH: Final = 6
LEAST_WEIGHT: Final = 0.12
CHUNK: Final = 250_000
READ_AT_ONCE: Final = 200_000


@dataclass(frozen=True, slots=True)
class LookAlike:
    card: int
    other: int
    likeness: Likeness


@dataclass(frozen=True, slots=True)
class Compared:
    """The pairs found, the surest first. Two that look like one row are in `as_one` where they may be one person."""

    pairs: list[LookAlike] = field(default_factory=list)
    as_one: frozenset[frozenset[int]] = frozenset()


def lookalikes_of(card_ids: Collection[int], progress: Progress = silent) -> list[LookAlike]:
    """Pairs of band *likely* and up of one of these cards with any other, the surest first."""
    if not card_ids:
        return []
    progress("compare", 0, len(card_ids))
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE TEMP TABLE asked_key ON COMMIT DROP AS SELECT DISTINCT key FROM people_matchkey k "
            "WHERE card_id = ANY(%s) AND NOT EXISTS (SELECT 1 FROM people_frequentkey f WHERE f.key = k.key)",
            [list(card_ids)],
        )
        shared, holders = _holders_of_asked_keys(cursor)
    return _compared(shared, holders, card_ids, records_of, progress).pairs


@transaction.atomic
def lookalikes_of_rows(rows: Mapping[int, Record], progress: Progress = silent) -> Compared:
    """The same for rows that are not stored: in the pairs, a row's number is negative and so stands apart from
    cards."""
    if not rows:
        return Compared()
    progress("compare", 0, len(rows))
    mine, holding = array("q"), array("q")
    for number, record in rows.items():
        found = keys.keys_of(record)
        mine.extend(found)
        holding.extend([-number] * len(found))
    with connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE asked_key (key bigint) ON COMMIT DROP")
        with cursor.copy("COPY asked_key FROM STDIN (FORMAT BINARY)") as copy:
            copy.set_types(["int8"])
            for key in np.unique(np.asarray(mine)).tolist():
                copy.write_row((key,))
        cursor.execute("DELETE FROM asked_key a USING people_frequentkey f WHERE f.key = a.key")
        shared, holders = _holders_of_asked_keys(cursor)

    def read(ids: Collection[int]) -> dict[int, Record]:
        return records_of([pk for pk in ids if pk > 0]) | {pk: rows[-pk] for pk in ids if pk < 0}

    return _compared(
        np.concatenate([shared, np.asarray(mine)]),
        np.concatenate([holders, np.asarray(holding)]),
        [-number for number in rows],
        read,
        progress,
    )


def _compared(
    shared: Keys, holders: npt.NDArray[np.int64], asked: Collection[int],
    read: Callable[[Collection[int]], dict[int, Record]], progress: Progress,
) -> Compared:  # fmt: skip
    candidates = _likeliest(shared, holders, np.fromiter(asked, np.int64))
    if not len(candidates):
        return Compared()
    found = read(np.unique(candidates).tolist())
    ids = np.fromiter(found, np.int64)
    place = {pk: at for at, pk in enumerate(found)}
    rows = np.array([(place[one], place[other]) for one, other in candidates.tolist()], np.int64)
    people, vocabulary = count_of_cards(), Vocabulary()
    records = list(found.values())
    table = RecordTable(records, vocabulary)
    scorer = Scorer(in_force.model(), vocabulary, _rarity(records, shared, people))
    prior = np.float32(scorer.model.prior(people))
    alike = []
    for start in range(0, len(rows), CHUNK):
        progress("compare", round(len(asked) * start / len(rows)), len(asked))
        chunk = rows[start : start + CHUNK]
        scored = scorer.score(table, chunk[:, 0], table, chunk[:, 1])
        bits = scored.bits + prior
        for at in np.flatnonzero(bits >= scorer.model.bands[Band.LIKELY]).tolist():
            likeness = described(scorer.model, scored, at, float(bits[at]), ())
            alike.append(LookAlike(int(ids[chunk[at, 0]]), int(ids[chunk[at, 1]]), likeness))
    progress("compare", len(asked), len(asked))
    alike.sort(key=lambda pair: -pair.likeness.score)
    return Compared(alike, _as_one(scorer, table, place, alike, float(prior)))


def _as_one(
    scorer: Scorer, table: RecordTable, place: Mapping[int, int], alike: Iterable[LookAlike], prior: float
) -> frozenset[frozenset[int]]:
    """Of those that look like one row, the pairs that are likely one person."""
    beside: dict[int, list[int]] = defaultdict(list)
    for pair in alike:
        row, other = sorted((pair.card, pair.other))
        if row < 0:
            beside[row].append(other)
    several = [others for others in beside.values() if len(others) > 1]
    rows_of = [np.array([place[other] for other in others]) for others in several]
    groups_of = competing.people(scorer, table, rows_of, prior, least=scorer.model.bands[Band.LIKELY])
    return frozenset(
        frozenset((others[a], others[b]))
        for others, groups in zip(several, groups_of, strict=True)
        for group in groups
        for a, b in combinations(group, 2)
    )


def _holders_of_asked_keys(cursor: CursorWrapper) -> tuple[Keys, npt.NDArray[np.int64]]:
    """Every key in the table `asked_key` with each card that has it; drops the table."""
    parts: list[npt.NDArray[np.int64]] = []
    cursor.execute("ANALYZE asked_key")
    with cursor.copy(
        "COPY (SELECT k.key, k.card_id FROM people_matchkey k JOIN asked_key USING (key)) TO STDOUT (FORMAT BINARY)"
    ) as copy:
        copy.set_types(["int8", "int8"])
        rows: list[tuple[int, int]] = []
        for row in copy.rows():
            rows.append(row)
            if len(rows) == READ_AT_ONCE:
                parts.append(np.array(rows, np.int64))
                rows = []
        parts.append(np.array(rows, np.int64).reshape(-1, 2))
    cursor.execute("DROP TABLE asked_key")
    together = np.concatenate(parts)
    return together[:, 0], together[:, 1]


def _likeliest(shared: Keys, holders: npt.NDArray[np.int64], asked: npt.NDArray[np.int64]) -> Pairs:
    """The pairs of an asked card and another, each once, that share the rarest keys."""
    with database() as duck:
        keyed = {"key": shared, "card": holders}  # noqa: F841 - read by name
        wanted = {"card": asked}  # noqa: F841
        duck.execute("CREATE TABLE keyed AS SELECT * FROM keyed")
        duck.execute("CREATE TABLE wanted AS SELECT * FROM wanted")
        found = duck.execute(
            "WITH rare AS (SELECT key, count(*) AS n FROM keyed GROUP BY key HAVING count(*) BETWEEN 2 AND ?), "
            "kept AS (SELECT key, card, n FROM keyed JOIN rare USING (key)), "
            "pairs AS (SELECT a.card AS one, b.card AS other, sum(1.0 / a.n) AS weight FROM kept a "
            "JOIN wanted w ON w.card = a.card JOIN kept b ON b.key = a.key AND b.card <> a.card "
            "GROUP BY a.card, b.card HAVING sum(1.0 / a.n) >= ?), "
            "best AS (SELECT one, other FROM pairs "
            "QUALIFY row_number() OVER (PARTITION BY one ORDER BY weight DESC, other) <= ?) "
            "SELECT DISTINCT least(one, other) AS one, greatest(one, other) AS other FROM best ORDER BY 1, 2",
            [MOST_SHARING, LEAST_WEIGHT, MOST_EACH],
        ).fetchnumpy()
    return np.stack([found["one"], found["other"]], axis=1).astype(np.int64)


def _rarity(records: Iterable[Record], shared: Keys, people: int) -> Rarity:
    """From how many cards have each word; a word whose key is too frequent to be listed counts as that frequent."""
    distinct, counts = np.unique(shared, return_counts=True)
    skeletons = {skeleton for record in records for skeleton in keys.skeletons_of(record)}
    numbers = {skeleton: keys.key_of_word(skeleton) for skeleton in skeletons}
    listed = dict(zip(distinct.tolist(), counts.tolist(), strict=True))
    listed |= frequent_among(numbers.values())
    return Rarity.counted({one: listed[key] for one, key in numbers.items() if key in listed}, people)
