# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Each error that is shown is explained: both records field by field, what was done to them, and what Ponte said.

Only of the half that is seen; what is wrong in the other is counted and never looked at.
"""

import json
import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from bench.matching.evaluate import PROPOSED, Answer, Deduplication
from bench.matching.labelled import HALVES, LabelledSet

SHOWN = 20
FIELDS = (
    "given_name", "family_name", "native_name", "chosen_name", "sex", "birth_date", "birth_country", "citizenship",
    "municipality", "address", "postcode", "phone", "email", "fiscal_code", "document", "household",
)  # fmt: skip
SEEN = HALVES[0]

Row = Mapping[str, str]
Ask = Callable[[Path], Path]
"""Puts a file of questions to the same sheet and gives the file of answers."""


@dataclass(frozen=True, slots=True)
class Case:
    """Two records that were wrongly put together or kept apart, or a question and the row that it should find."""

    title: str
    one: Row
    other: Row
    errors: tuple[str, ...]
    other_errors: tuple[str, ...]
    kinds: tuple[str, ...]
    said: str

    def as_text(self) -> str:
        fields = [*FIELDS, *(key for key in {**self.one, **self.other} if key not in FIELDS)]
        lines = [f"#### {self.title}\n", "| | one | other |", "| --- | --- | --- |"]
        for field in fields:
            if field in {"id", "ref"}:
                continue
            left, right = self.one.get(field, ""), self.other.get(field, "")
            if left or right:
                mark = " ≠" if left and right and left != right else ""
                lines.append(f"| {field}{mark} | {left} | {right} |")
        lines.append(f"| *what was done* | {', '.join(self.errors)} | {', '.join(self.other_errors)} |\n")
        if any(self.kinds):
            lines.append(f"Who they are: {' / '.join(kind or '–' for kind in self.kinds)}.\n")
        lines.append(f"Ponte: {self.said}\n")
        return "\n".join(lines)


def of_deduplication(labelled: LabelledSet, found: Deduplication, ask: Ask, folder: Path) -> list[Case]:
    """A sample of pairs wrongly in one cluster, and of true pairs that are in none."""
    truth = labelled.truth
    together = set(found.clustered)
    wrong = [pair for pair in together if truth[pair[0]].person != truth[pair[1]].person and _seen(labelled, pair)]
    rows: dict[str, list[str]] = {}
    for ref, told in truth.items():
        if told.half == SEEN:
            rows.setdefault(told.person, []).append(ref)
    missed = [pair for refs in rows.values() for pair in combinations(sorted(refs), 2) if pair not in together]
    rng = random.Random(1)
    sampled = [
        (title, pair)
        for title, pairs in (("Wrongly one person", wrong), ("Not found to be one person", missed))
        for pair in rng.sample(sorted(pairs), min(SHOWN, len(pairs)))
    ]
    scores = {(pair.one, pair.other): pair for pair in found.pairs}
    records = labelled.rows({ref for _, pair in sampled for ref in pair})
    asked = _ask_about(records, [pair[0] for _, pair in sampled], ask, folder)
    cases = []
    for title, (one, other) in sampled:
        pair = scores.get((one, other))
        said = f"score {pair.score:.1f}, {pair.band}." if pair else "never compared, or below *possible*."
        if pair and pair.band not in PROPOSED and title.startswith("Wrongly"):
            said += " Put together by way of other rows."
        said += _reasons(asked.get(one), {other})
        a, b = truth[one], truth[other]
        cases.append(Case(title, records[one], records[other], a.errors, b.errors, (a.kind, b.kind), said))
    return cases


def of_answers(labelled: LabelledSet, answers: Sequence[Answer], output: Path) -> list[Case]:
    """A sample of questions whose person is not the first to be named."""
    wrong = [answer for answer in answers if answer.half == SEEN and answer.rank != 1]
    sampled = random.Random(1).sample(wrong, min(SHOWN, len(wrong)))
    said = _read(output, {answer.query for answer in sampled})
    questions = labelled.asked({answer.query for answer in sampled})
    refs: dict[str, set[str]] = {}
    for ref, one in labelled.truth.items():
        refs.setdefault(one.person, set()).add(ref)
    cases = []
    for answer in sampled:
        asked = labelled.queries_truth[answer.query]
        right = refs[asked.person]
        first = said[answer.query]["matches"][:1]
        text = f"the right one stands in place {answer.rank}." if answer.rank else "the right one is not named."
        text += _reasons(said[answer.query], right)
        if first:
            named = labelled.rows({first[0]["refs"][0]})
            name = " ".join(next(iter(named.values())).get(key, "") for key in (*FIELDS[:3], "birth_date"))
            text += f" First was {' '.join(name.split())}:{_reasons(said[answer.query], set(first[0]['refs']))}"
        ref = min(right)
        cases.append(
            Case(
                f"{asked.kind}: not first", questions[answer.query], labelled.rows({ref})[ref], asked.errors,
                labelled.truth[ref].errors, ("question", labelled.truth[ref].kind), text,
            )
        )  # fmt: skip
    return cases


def write(path: Path, cases: Iterable[Case], title: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"# {title}\n\n" + "\n".join(case.as_text() for case in cases), encoding="utf-8")


def _seen(labelled: LabelledSet, pair: tuple[str, str]) -> bool:
    return all(labelled.truth[ref].half == SEEN for ref in pair)


def _ask_about(records: Mapping[str, Row], refs: Iterable[str], ask: Ask, folder: Path) -> dict[str, Any]:
    """What Ponte says of each row when it is asked for as a person, which comes with reasons."""
    wanted = dict.fromkeys(refs)
    if not wanted:
        return {}
    questions = folder / "explained.jsonl"
    with questions.open("w", encoding="utf-8") as file:
        for ref in wanted:
            row = {key: value for key, value in records[ref].items() if key != "ref"}
            file.write(json.dumps({**row, "id": ref}, ensure_ascii=False) + "\n")
    return _read(ask(questions), set(wanted))


def _read(answers: Path, wanted: set[str]) -> dict[str, Any]:
    with answers.open(encoding="utf-8") as file:
        return {answer["id"]: answer for answer in map(json.loads, file) if answer["id"] in wanted}


def _reasons(answer: Mapping[str, Any] | None, refs: set[str]) -> str:
    for match in (answer or {}).get("matches", ()):
        if refs & set(match["refs"]):
            return f" Asked: {match['score']:.1f}, {match['band']}: {'; '.join(match['reasons'])}."
    return ""
