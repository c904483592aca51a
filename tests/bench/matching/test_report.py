# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who reads the report must see each figure beside its target, what is missed, and why an error happened."""

from pathlib import Path
from typing import Any

from bench.matching import explain, report
from bench.matching.evaluate import Deduplication, Pair, judge
from bench.matching.labelled import LabelledSet, Truth, write_people, write_truth

ROWS = [
    {"ref": "a1", "given_name": "Ada", "family_name": "Rossi", "birth_date": "1984"},
    {"ref": "a2", "given_name": "Adda", "family_name": "Rossi"},
    {"ref": "b1", "given_name": "Bea", "family_name": "Rossi", "birth_date": "1984"},
]


def _labelled(folder: Path) -> LabelledSet:
    write_people(folder / "people.csv", ROWS)
    errors = ("typing error", "date missing")
    write_truth(
        folder / "truth.csv",
        [
            Truth("a1", "1", "seen", "twin", ()),
            Truth("a2", "1", "seen", "twin", errors),
            Truth("b1", "2", "seen", "", ()),
        ],
    )
    return LabelledSet(folder)


def test_an_error_is_shown_with_both_records_and_what_was_done_and_said(tmp_path: Path) -> None:
    labelled = _labelled(tmp_path)
    found = Deduplication([Pair("a1", "b1", 7.5, "likely")], [["a1", "b1"]])

    def ask(questions: Path) -> Path:
        answers = tmp_path / "answers.jsonl"
        named = '{"refs": ["b1"], "score": 7.5, "band": "likely", "reasons": ["same birth year"]}'
        answers.write_text(
            "".join(f'{{"id": "{ref}", "matches": [{named}]}}\n' for ref in ("a1",) if ref in questions.read_text())
        )
        return answers

    wrong, missed = explain.of_deduplication(labelled, found, ask, tmp_path)
    assert wrong.title == "Wrongly one person"
    assert "| given_name ≠ | Ada | Bea |" in wrong.as_text()
    assert "| birth_date | 1984 | 1984 |" in wrong.as_text()
    assert "score 7.5, likely. Asked: 7.5, likely: same birth year." in wrong.as_text()
    assert missed.title == "Not found to be one person"
    assert "typing error, date missing" in missed.as_text()
    assert "twin / twin" in missed.as_text()
    assert "never compared" in missed.as_text()


def test_the_report_has_every_target_and_marks_what_is_not_kept(tmp_path: Path) -> None:
    labelled = _labelled(tmp_path)
    judged = judge(Deduplication([], [["a1", "a2"]]), labelled.truth)
    results: dict[str, Any] = {
        "date": "2026-01-01",
        "machine": {"cores": 2, "processor": "X", "memory_gib": 8, "system": "Linux", "python": "3.11"},
        "sizes": [1_000_000],
        "sets": {
            "febrl-3": {"records": 3, "dedupe": {"seconds": 200.0, "peak_mib": 100, "judged": judged}},
            "heavy-1000000": {"records": 3, "dedupe": {"seconds": 200.0, "peak_mib": 100, "judged": judged}},
        },
    }
    text = report.text(results, {})
    assert "| FEBRL 3, pairwise F1 | 0.9926 | ≥ 0.9985 | **0.0000** | 0.0000 | 1.0000 |" in text
    assert "clustered F1 | 0.973 | ≥ 0.988 | 1.0000 | 1.0000 | 1.0000 |" in text
    assert "| – time of the whole process | 179 s | ≤ 150 s | **200 s** | – | – |" in text
    assert "| One whole-name comparison | 250–800 µs | ≤ 20 µs | – | – | – |" in text
