# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whether the time of an answer at intake tells of a person whom only a protected service knows.

In every run: that the same is asked and written. With `PONTE_NIGHTLY=1`: thousands of answers with and without a
protected match, in random order, compared by Mann-Whitney's statistic. Its effect is the chance that an answer with
such a match takes longer than one without; 0.5 says that it cannot be told.
"""

import random
import statistics
import time

import pytest
from django.db import connection

from ponte.people.candidates.keeping import index_cards
from ponte.people.models import Acquaintance, Card, MatchKey, PresenceInquiry
from tests.cast import Cast
from tests.nightly import NIGHTLY
from tests.people.support import registered
from tests.people.test_presence import AMINA, asked
from tests.people.test_presence_secrecy import crowd
from tests.support import system_role

TRIES = 2000 if NIGHTLY else 60
RESAMPLED = 1000
# Of the chance of 0.5, and of the usual time.
MOST_EFFECT, MOST_SHIFT = 0.05, 0.02


def _is_there(cards: tuple[Card, Card], cast: Cast, there: bool) -> None:
    """Of two people whom a protected service may know, the one who matches or the other: so that as much is written
    before either answer."""
    match, other = cards
    with system_role():
        Acquaintance.objects.filter(card__in=cards).delete()
        MatchKey.objects.filter(card__in=cards).delete()
        PresenceInquiry.objects.all().delete()
        known = match if there else other
        Acquaintance.objects.create(card=known, service=cast.trans_desk)
        index_cards([known.pk])


def _two(cast: Cast) -> tuple[Card, Card]:
    other = {"given_name": "Grzegorz", "family_name": "Szczepański", "birth_year": 1947}
    return registered(cast.protected, cast.trans_desk, **AMINA), registered(cast.protected, cast.trans_desk, **other)


def _written() -> dict[str, tuple[int, ...]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT relname, n_tup_ins, n_tup_upd, n_tup_del FROM pg_stat_xact_user_tables")
        return {name: tuple(counts) for name, *counts in cursor.fetchall() if any(counts)}


def test_a_protected_match_makes_no_other_row_be_written(cast: Cast) -> None:
    crowd(cast)
    cards = _two(cast)
    written = {}
    for there in (False, True):
        _is_there(cards, cast, there)
        before = _written()
        asked(cast.operator, cast.job_desk)
        after = _written()
        written[there] = {
            table: tuple(now - then for now, then in zip(counts, before.get(table, (0, 0, 0)), strict=True))
            for table, counts in after.items()
            if counts != before.get(table)
        }
    assert written[True] == written[False] != {}


def effect(longer: list[float], than: list[float]) -> float:
    """The chance that one of the first is above one of the second, ties counting half: Mann-Whitney's U, scaled."""
    ranked = sorted([(value, True) for value in longer] + [(value, False) for value in than])
    total = 0.0
    at = 0
    while at < len(ranked):
        end = at
        while end < len(ranked) and ranked[end][0] == ranked[at][0]:
            end += 1
        total += (at + end + 1) / 2 * sum(is_first for _value, is_first in ranked[at:end])
        at = end
    return (total - len(longer) * (len(longer) + 1) / 2) / (len(longer) * len(than))


def test_the_effect_is_what_it_is_called() -> None:
    assert effect([1, 2], [1, 2]) == 0.5
    assert effect([3, 4], [1, 2]) == 1
    assert effect([1, 4], [2, 3]) == 0.5


@pytest.mark.timeout(3600 if NIGHTLY else 240)
def test_the_time_of_an_answer_tells_nothing(cast: Cast) -> None:
    crowd(cast)
    cards = _two(cast)
    order = [True, False] * TRIES
    lot = random.Random(1)
    lot.shuffle(order)
    taken: dict[bool, list[float]] = {True: [], False: []}
    for there in order:
        _is_there(cards, cast, there)
        start = time.perf_counter()
        asked(cast.operator, cast.job_desk)
        taken[there].append((time.perf_counter() - start) * 1000)
    found = effect(taken[True], taken[False])
    sampled = sorted(
        (effect(ones, others), statistics.median(ones) - statistics.median(others))
        for _ in range(RESAMPLED if NIGHTLY else 50)
        for ones, others in [[lot.choices(taken[which], k=TRIES) for which in (True, False)]]
    )
    low, high = (sampled[round(share * (len(sampled) - 1))][0] for share in (0.025, 0.975))
    shifts = sorted(shift for _effect, shift in sampled)
    usual = statistics.median(taken[False])
    shift = statistics.median(taken[True]) - usual
    deviation = (2 * TRIES + 1) ** 0.5 / (12**0.5 * TRIES)
    least, most = (shifts[round(share * (len(shifts) - 1))] for share in (0.025, 0.975))
    print(
        f"\n{TRIES} answers each: with a protected match {usual + shift:.2f} ms, without {usual:.2f} ms (medians); "
        f"effect {found:.3f} (95 % {low:.3f} to {high:.3f}), z = {(found - 0.5) / deviation:.2f}; "
        f"shift of the median {shift:+.3f} ms (95 % {least:+.3f} to {most:+.3f})"
    )
    if NIGHTLY:
        assert abs(low - 0.5) < MOST_EFFECT
        assert abs(high - 0.5) < MOST_EFFECT
        # On a busy machine the medians lie apart by chance: what counts is what the interval rules out.
        assert least < MOST_SHIFT * usual
        assert most > -MOST_SHIFT * usual
