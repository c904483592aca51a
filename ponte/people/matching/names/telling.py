# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Which words of two names belong together and how they differ, for telling people; `comparing` weighs them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

from rapidfuzz.distance import Levenshtein

from ponte.people.matching.names import han, words
from ponte.people.matching.names.vocabulary import forms, words_of
from ponte.people.matching.records import Record

_ALIKE: Final = 0.5
_INITIAL: Final = 0.6


@dataclass(frozen=True, slots=True)
class NameReason:
    """`part` is given, family or whole; `level` same, sounds, alike or different; the words as they are written."""

    part: str
    level: str
    left: str
    right: str


class _Word(NamedTuple):
    plain: str
    written: str
    is_given: bool | None


def told(left: Record, right: Record) -> list[NameReason]:
    """The words of the two names that are most alike, each with its partner; then what has none on either side."""
    found = [
        _of_two(left, right, one, other)
        for one in left.names
        for other in right.names
        if not one.startswith(han.SYLLABLE) and not other.startswith(han.SYLLABLE)
    ]
    best = max(found, key=lambda told: told[0], default=(0.0, []))
    whole = _whole(left, right)
    return whole if whole is not None and best[0] < 1 else best[1]


def _of_two(left: Record, right: Record, one: str, other: str) -> tuple[float, list[NameReason]]:
    """How well the words fit, and what to tell."""
    mine, theirs = _words(one, left), _words(other, right)
    pairs = sorted(
        ((_fit(a.plain, b.plain), i, j) for i, a in enumerate(mine) for j, b in enumerate(theirs)),
        key=lambda pair: (-pair[0], abs(pair[1] - pair[2])),
    )
    left_over, right_over = dict(enumerate(mine)), dict(enumerate(theirs))
    reasons, total = [], 0.0
    for fit, i, j in pairs:
        if fit >= _ALIKE and i in left_over and j in right_over:
            a, b = left_over.pop(i), right_over.pop(j)
            level = "same" if a.plain == b.plain else "sounds" if fit >= 1 else "alike"
            reasons.append(NameReason(_part([a], [b]), level, a.written, b.written))
            total += fit
    unplaced = min(len(left_over), len(right_over))
    if unplaced:
        lone, others = list(left_over.values()), list(right_over.values())
        reasons.append(NameReason(_part(lone, others), "different", _written(lone), _written(others)))
    if len(reasons) > 1 and not unplaced and {reason.level for reason in reasons} == {"same"}:
        reasons = [NameReason("whole", "same", one, other)]
    return total / max(min(len(mine), len(theirs)), 1), reasons


def _whole(left: Record, right: Record) -> list[NameReason] | None:
    """Chinese names as a whole, where both are: syllables are no words that anyone would recognise."""
    one = {name for name in left.names if name.startswith(han.SYLLABLE)}
    other = {name for name in right.names if name.startswith(han.SYLLABLE)}
    if not one or not other:
        return None
    alike = any(sorted(_readings(a)) == sorted(_readings(b)) for a in one for b in other)
    return [NameReason("whole", "sounds" if alike else "alike", left.names[0], right.names[0])]


def _readings(name: str) -> list[str]:
    return [form.spelling for word in words_of(name) for form in forms(word)[:1]]


def _words(name: str, record: Record) -> list[_Word]:
    given = set(words_of(record.given))
    has_family = any(word not in given for word in words_of(name))
    written: dict[str, str] = {}
    for token in name.split():
        for word in words_of(token):
            written.setdefault(word, token)
    found: list[_Word] = []
    for word in words_of(name):
        text, is_given = written.get(word, word.title()), (word in given if has_family else None) if given else None
        if found and found[-1].plain in words.SERVANTS:
            servant = found.pop()
            is_given, text = servant.is_given, _from_to(name, servant.written, text)
            word = servant.plain + word
        found.append(_Word(word, text, is_given))
    return found


def _from_to(name: str, first: str, last: str) -> str:
    """The stretch of the name from one of its words to another, which may be the same."""
    start = name.find(first)
    end = name.find(last, start)
    return name[start : end + len(last)] if 0 <= start <= end else last


def _part(mine: Sequence[_Word], theirs: Sequence[_Word]) -> str:
    said = {word.is_given for word in (*mine, *theirs)} - {None}
    if len(said) != 1:
        return "whole" if len(mine) > 1 or not said else "family"
    return "given" if said == {True} else "family"


def _written(some: Sequence[_Word]) -> str:
    return " ".join(word.written for word in some)


@lru_cache(maxsize=1 << 12)
def _fit(one: str, other: str) -> float:
    if one == other:
        return 1.5
    if 1 in {len(one), len(other)}:
        return _INITIAL if {f.spelling[:1] for f in forms(one)} & {f.spelling[:1] for f in forms(other)} else 0.0
    best = 0.0
    for a in forms(one):
        for b in forms(other):
            if a.skeleton == b.skeleton:
                return 1.0
            alike = Levenshtein.normalized_similarity(a.sounds, b.sounds)
            skeleton = Levenshtein.normalized_similarity(a.skeleton, b.skeleton)
            best = max(best, min(0.95, (alike + skeleton) / 2))
    return best
