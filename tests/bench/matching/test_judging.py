# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whoever works on the engine counts one answer in seconds, without the whole bench."""

import json
import sys
from pathlib import Path

import pytest

from bench.installation import Installation
from bench.matching import judge, names_only, running


def test_the_answers_to_a_set_are_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made = names_only.make(tmp_path / "set", names_only.KINDS[0], seed=1, people=20)
    refs = {truth.person: ref for ref, truth in made.truth.items()}
    answers = tmp_path / "match.jsonl"
    with answers.open("w") as file:
        for query, truth in made.queries_truth.items():
            named = {"refs": [refs[truth.person]], "score": 8.0, "band": "likely", "reasons": []}
            file.write(json.dumps({"id": query, "matches": [named]}) + "\n")
    monkeypatch.setattr(sys, "argv", ["judge", str(made.folder), "--match", str(answers)])
    judge.main()
    told = json.loads(capsys.readouterr().out)
    assert told["match"]["ranked"]["all"] == {
        "asked": 20, "first": 1.0, "within_5": 1.0, "within_10": 1.0, "recall_at_95": 1.0,
    }  # fmt: skip


def test_a_process_is_timed_with_its_memory_and_a_missing_verb_is_told_from_a_failure(tmp_path: Path) -> None:
    installation = Installation(people=0, var=tmp_path / "var")
    ran = running.ponte(installation, ["--help"], output=tmp_path / "out")
    assert ran.seconds > 0
    assert "ponte" in ran.output.read_text()
    with pytest.raises(running.MissingVerbError, match="no-such-verb"):
        running.ponte(installation, ["no-such-verb"], output=tmp_path / "out")
    with pytest.raises(SystemExit, match="--no-such-option"):
        running.ponte(installation, ["query", "--no-such-option"], output=tmp_path / "out")
