# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What an answer is worth, counted against the truth."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

from bench.matching.labelled import HALVES, Truth

EVERYONE = "all"
PROPOSED = frozenset({"same", "likely"})
"""The bands that the product itself takes for one person."""
PRECISION = 0.95

Truths = Mapping[str, Truth]


class Pair(NamedTuple):
    one: str
    other: str
    score: float
    band: str


@dataclass(frozen=True, slots=True)
class Deduplication:
    """What `ponte dedupe --json` wrote."""

    pairs: list[Pair]
    clusters: list[list[str]]

    @classmethod
    def read(cls, path: Path) -> "Deduplication":
        pairs, clusters = [], []
        with path.open(encoding="utf-8") as file:
            for line in file:
                found = json.loads(line)
                if "pair" in found:
                    one, other = sorted(found["pair"])
                    pairs.append(Pair(one, other, found["score"], found["band"]))
                else:
                    clusters.append(found["cluster"])
        return cls(pairs, clusters)

    @property
    def clustered(self) -> Iterator[tuple[str, str]]:
        """Every two rows that ended up in one person."""
        for cluster in self.clusters:
            yield from combinations(sorted(cluster), 2)


@dataclass(frozen=True, slots=True)
class Found:
    """Pairs that were said to be one person: rightly, wrongly, and how many true ones there are."""

    right: int
    wrong: int
    true: int

    @property
    def precision(self) -> float:
        return self.right / (self.right + self.wrong) if self.right + self.wrong else 1.0

    @property
    def recall(self) -> float:
        return self.right / self.true if self.true else 1.0

    @property
    def f1(self) -> float:
        both = 2 * self.right + self.wrong + (self.true - self.right)
        return 2 * self.right / both if both else 1.0

    def as_json(self) -> dict[str, float]:
        told = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        counts = {"right": self.right, "wrong": self.wrong, "true": self.true}
        return {key: round(value, 5) for key, value in told.items()} | counts


def true_pairs(truth: Truths) -> dict[str, int]:
    """How many pairs of rows are one person: in each half and altogether."""
    rows = Counter((one.person, one.half) for one in truth.values())
    counts = dict.fromkeys((EVERYONE, *HALVES), 0)
    for (_, half), count in rows.items():
        pairs = count * (count - 1) // 2
        counts[half] += pairs
        counts[EVERYONE] += pairs
    return counts


def count(pairs: Iterable[tuple[str, str]], truth: Truths) -> dict[str, Found]:
    """Each half and all; a wrong pair of people of both halves counts in that of its first row."""
    right, wrong = Counter[str](), Counter[str]()
    for one, other in {(min(pair), max(pair)) for pair in pairs}:
        a, b = truth[one], truth[other]
        tally = right if a.person == b.person else wrong
        tally[EVERYONE] += 1
        tally[a.half] += 1
    return {half: Found(right[half], wrong[half], true) for half, true in true_pairs(truth).items()}


def judge(found: Deduplication, truth: Truths) -> dict[str, Any]:
    """All figures of a deduplication, by half."""
    proposed = [pair[:2] for pair in found.pairs if pair.band in PROPOSED]
    same = [pair[:2] for pair in found.pairs if pair.band == "same"]
    told = {
        "clustered": count(found.clustered, truth),
        "pairwise": count(proposed, truth),
        "same": count(same, truth),
        "reached": count([pair[:2] for pair in found.pairs], truth),
    }
    return {name: {half: one.as_json() for half, one in halves.items()} for name, halves in told.items()}


class Answer(NamedTuple):
    """What `ponte match --json` wrote for one question: the right person's place (1 is first, 0 is not there)."""

    query: str
    half: str
    form: str
    rank: int
    score: float
    """Of the first; minus infinity where nobody was named."""


def read_answers(path: Path, queries: Truths, truth: Truths) -> list[Answer]:
    answers = []
    with path.open(encoding="utf-8") as file:
        for line in file:
            found = json.loads(line)
            asked = queries[found["id"]]
            rank = next(
                (
                    place
                    for place, match in enumerate(found["matches"], 1)
                    if any(truth[ref].person == asked.person for ref in match["refs"] if ref in truth)
                ),
                0,
            )
            score = found["matches"][0]["score"] if found["matches"] else float("-inf")
            answers.append(Answer(asked.ref, asked.half, asked.kind, rank, score))
    missing = len(queries) - len({answer.query for answer in answers})
    if missing:
        raise ValueError(f"{path.name}: {missing} of {len(queries)} questions were not answered")
    return answers


def ranked(answers: Sequence[Answer]) -> dict[str, dict[str, float]]:
    halves = {EVERYONE: list(answers)} | {half: [one for one in answers if one.half == half] for half in HALVES}
    return {half: _ranked(some) for half, some in halves.items()}


def by_form(answers: Sequence[Answer]) -> dict[str, dict[str, float]]:
    forms = sorted({answer.form for answer in answers})
    return {form: _ranked([answer for answer in answers if answer.form == form]) for form in forms}


def _ranked(answers: Sequence[Answer]) -> dict[str, float]:
    asked = len(answers) or 1
    within = {f"within_{top}": sum(0 < answer.rank <= top for answer in answers) / asked for top in (1, 5, 10)}
    recall = recall_at_precision([(answer.score, answer.rank == 1) for answer in answers], PRECISION)
    told = {"first": within.pop("within_1"), **within, "recall_at_95": recall}
    return {"asked": len(answers)} | {key: round(value, 4) for key, value in told.items()}


def recall_at_precision(tops: Iterable[tuple[float, bool]], precision: float) -> float:
    """The largest share of questions answered rightly by those above some score, of whom at least `precision` are
    right. Equal scores are taken together: no threshold parts them."""
    by_score: dict[float, list[bool]] = {}
    asked = 0
    for score, is_right in tops:
        by_score.setdefault(score, []).append(is_right)
        asked += 1
    best = right = answered = 0
    for score in sorted(by_score, reverse=True):
        if score == float("-inf"):
            break
        right += sum(by_score[score])
        answered += len(by_score[score])
        if right >= precision * answered:
            best = right
    return best / asked if asked else 0.0
