# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""How far two records agree, field by field: level 0 says that one of them is silent.

Each comparison takes two tables of one vocabulary and, for each pair, the row in either; it returns one level a pair.
"""

from collections.abc import Callable, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt
from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA, JaroWinkler

from ponte.people.matching.names.vocabulary import Vocabulary
from ponte.people.matching.table import Numbers, RecordTable

Levels = npt.NDArray[np.uint8]
Rows = npt.NDArray[np.int64]
Likenesses = npt.NDArray[np.float32]
Measure = Callable[[Sequence[str], Sequence[str]], Likenesses]

SILENT: Final = 0

BIRTH: Final = (
    "silent", "same", "first_of_january", "swapped", "one_digit", "month_or_day", "year", "next_year", "other_year",
    "near_year", "different",
)  # fmt: skip
NUMBER: Final = ("silent", "same", "one_off", "two_off", "different")
TEXT: Final = ("silent", "same", "alike", "partly", "different")
CODE: Final = ("silent", "same", "different")
NEAR_YEARS: Final = 2
FEWEST_LETTERS: Final = 5
FAR: Final = 99


def birth(left: RecordTable, i: Rows, right: RecordTable, j: Rows) -> Levels:
    """Dates as precise as told: a year against a full date of that year agrees as far as it can."""
    year_a, month_a, day_a = left.year[i], left.month[i], left.day[i]
    year_b, month_b, day_b = right.year[j], right.month[j], right.day[j]
    both = (year_a > 0) & (year_b > 0)
    full = both & (month_a > 0) & (month_b > 0) & (day_a > 0) & (day_b > 0)
    same_year, same_month, same_day = year_a == year_b, month_a == month_b, day_a == day_b
    january_a, january_b = (month_a == 1) & (day_a == 1), (month_b == 1) & (day_b == 1)
    apart = np.abs(year_a - year_b)
    levels = np.where(both, _level(BIRTH, "different"), SILENT).astype(np.uint8)

    def put(where: npt.NDArray[np.bool_], level: str) -> None:
        levels[where] = _level(BIRTH, level)

    put(both & (apart <= NEAR_YEARS), "near_year")
    put(full & same_month & same_day & ~january_a, "other_year")
    put(both & (apart == 1) & ~full, "next_year")
    vague = ~full | january_a | january_b
    put(both & same_year & vague & ((month_a == 0) | (month_b == 0) | same_month | january_a | january_b), "year")
    put(full & same_year & (same_month | same_day), "month_or_day")
    digits = np.flatnonzero(full & (levels != _level(BIRTH, "year")) & ~(same_year & same_month & same_day))
    near = _osa(left.vocabulary, left.digits[i[digits]], right.digits[j[digits]]) <= 1
    levels[digits[near]] = _level(BIRTH, "one_digit")
    put(full & same_year & (month_a == day_b) & (day_a == month_b) & ~same_month, "swapped")
    put(full & same_year & same_month & same_day, "same")
    put(full & same_year & january_a & january_b, "first_of_january")
    return levels


def numbers(columns: Callable[[RecordTable], Sequence[Numbers]]) -> Callable[..., Levels]:
    """Telephones, documents: the best of every value against every other; one or two letters off are typing."""

    def compare(left: RecordTable, i: Rows, right: RecordTable, j: Rows) -> Levels:
        best = np.full(len(i), len(NUMBER), np.uint8)
        for a in columns(left):
            for b in columns(right):
                one, other = a[i], b[j]
                both = (one > 0) & (other > 0)
                level = np.full(len(i), len(NUMBER), np.uint8)
                level[both] = _level(NUMBER, "different")
                rows = np.flatnonzero(both & (one != other))
                apart = _osa(left.vocabulary, one[rows], other[rows])
                level[rows[apart == 1]] = _level(NUMBER, "one_off")
                level[rows[apart == 2]] = _level(NUMBER, "two_off")
                level[both & (one == other)] = _level(NUMBER, "same")
                best = np.minimum(best, level)
        return np.where(best == len(NUMBER), SILENT, best).astype(np.uint8)

    return compare


def fiscal_code(left: RecordTable, i: Rows, right: RecordTable, j: Rows) -> Levels:
    """Codes a letter or two apart are of two people where each fits its own birth date, and the dates are two: who
    mistypes a code does not mistype the date alike."""
    levels = _codes(left, i, right, j)
    near = (levels == _level(NUMBER, "one_off")) | (levels == _level(NUMBER, "two_off"))
    rows = np.flatnonzero(near & (left.code_fits[i] > 0) & (right.code_fits[j] > 0))
    i, j = i[rows], j[rows]
    dates = (left.year[i] != right.year[j]) | (left.month[i] != right.month[j]) | (left.day[i] != right.day[j])
    levels[rows[dates]] = _level(NUMBER, "different")
    return levels


_codes: Final = numbers(lambda table: [table.fiscal_code])


def text(
    column: Callable[[RecordTable], Numbers], measure: Measure, *, alike: float, partly: float
) -> Callable[..., Levels]:
    """Places and addresses, by how alike they are written."""

    def compare(left: RecordTable, i: Rows, right: RecordTable, j: Rows) -> Levels:
        one, other = column(left)[i], column(right)[j]
        both = (one > 0) & (other > 0)
        levels = np.where(both, _level(TEXT, "different"), SILENT).astype(np.uint8)
        rows = np.flatnonzero(both & (one != other))
        likeness = _distinct(left.vocabulary, one[rows], other[rows], measure)
        levels[rows[likeness >= partly]] = _level(TEXT, "partly")
        levels[rows[likeness >= alike]] = _level(TEXT, "alike")
        levels[both & (one == other)] = _level(TEXT, "same")
        return levels

    return compare


def code(column: Callable[[RecordTable], Numbers]) -> Callable[..., Levels]:
    def compare(left: RecordTable, i: Rows, right: RecordTable, j: Rows) -> Levels:
        one, other = column(left)[i], column(right)[j]
        level = np.where(one == other, _level(CODE, "same"), _level(CODE, "different"))
        return np.where((one > 0) & (other > 0), level, SILENT).astype(np.uint8)

    return compare


def citizenship(left: RecordTable, i: Rows, right: RecordTable, j: Rows) -> Levels:
    """One in common is enough."""
    common = np.zeros(len(i), bool)
    for a in left.citizenships:
        for b in right.citizenships:
            common |= (a[i] > 0) & (a[i] == b[j])
    both = (left.citizenships[0][i] > 0) & (right.citizenships[0][j] > 0)
    level = np.where(common, _level(CODE, "same"), _level(CODE, "different"))
    return np.where(both, level, SILENT).astype(np.uint8)


def _level(names: tuple[str, ...], level: str) -> int:
    return names.index(level)


def _osa(vocabulary: Vocabulary, one: Numbers, other: Numbers) -> Likenesses:
    """How many letters are changed, left out, added or swapped; texts of fewer than five letters are always far."""
    return _distinct(vocabulary, one, other, _letters_apart)


def _letters_apart(a: Sequence[str], b: Sequence[str]) -> Likenesses:
    apart = np.asarray(process.cpdist(a, b, scorer=OSA.distance, dtype=np.float32))
    short = np.minimum(*(np.fromiter(map(len, texts), np.int32, len(texts)) for texts in (a, b))) < FEWEST_LETTERS
    return np.where(short, np.float32(FAR), apart).astype(np.float32)


def _words_alike(a: Sequence[str], b: Sequence[str]) -> Likenesses:
    ratio = process.cpdist(a, b, scorer=fuzz.token_sort_ratio, dtype=np.float32)
    return np.asarray(ratio / 100, np.float32)


def _spelling_alike(a: Sequence[str], b: Sequence[str]) -> Likenesses:
    return np.asarray(process.cpdist(a, b, scorer=JaroWinkler.normalized_similarity, dtype=np.float32))


def _distinct(vocabulary: Vocabulary, one: Numbers, other: Numbers, measure: Measure) -> Likenesses:
    """The measure of each pair of texts, each distinct pair measured once."""
    if not len(one):
        return np.zeros(0, np.float32)
    pairs = one.astype(np.int64) << 32 | other.astype(np.int64)
    distinct, back = np.unique(pairs, return_inverse=True)
    texts = vocabulary.texts
    a = [texts[pair >> 32] for pair in distinct.tolist()]
    b = [texts[pair & 0xFFFFFFFF] for pair in distinct.tolist()]
    return measure(a, b)[back]


COMPARISONS: Final[dict[str, Callable[..., Levels]]] = {
    "birth": birth,
    "phone": numbers(lambda table: table.phones),
    "email": numbers(lambda table: table.emails),
    "document": numbers(lambda table: table.documents),
    "fiscal_code": fiscal_code,
    "sex": code(lambda table: table.sex),
    "birth_place": text(lambda table: table.birth_place, _spelling_alike, alike=0.88, partly=0.8),
    "birth_country": code(lambda table: table.birth_country),
    "citizenship": citizenship,
    "address": text(lambda table: table.address, _words_alike, alike=0.85, partly=0.6),
    "postcode": numbers(lambda table: [table.postcode]),
    "municipality": text(lambda table: table.municipality, _spelling_alike, alike=0.88, partly=0.8),
    "household": code(lambda table: table.household),
}
LEVEL_NAMES: Final[dict[str, tuple[str, ...]]] = {
    field: BIRTH
    if field == "birth"
    else NUMBER
    if field in {"phone", "email", "document", "fiscal_code", "postcode"}
    else TEXT
    if field in {"birth_place", "address", "municipality"}
    else CODE
    for field in COMPARISONS
}
