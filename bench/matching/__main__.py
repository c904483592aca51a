# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Measures matching: `make bench-matching`, or `make bench-matching PEOPLE=1000000` for docs/benchmarks/matching.md.

A run with fewer people writes below build/bench, so that it never replaces the full one.
"""

import json
import os
import shutil
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench import machine
from bench.installation import ROOT, Installation
from bench.matching import evaluate, explain, febrl, names_only, registry_like, report, running
from bench.matching.explain import Case
from bench.matching.labelled import LabelledSet
from ponte.demo.errors import Profile

QUICK, FULL = 10_000, 1_000_000
SEED = 20_260_101
QUERIES = 2_000
INTAKES = 500
WORK = ROOT / "build" / "bench" / "matching"


def main() -> None:
    sizes = [int(size) for size in os.environ.get("PEOPLE", "").split()] or [QUICK]
    bench = Bench(Installation(people=0, var=WORK / "var"))
    raw: dict[str, Any] = {
        "date": datetime.now(UTC).date().isoformat(), "machine": machine.described(), "sizes": sizes,
        "sets": bench.sets,
    }  # fmt: skip
    with bench.installation.running():
        bench.installation.var.mkdir(parents=True, exist_ok=True)
        bench.installation.run("ponte.cli", "migrate")
        for name in febrl.FILES:
            bench.deduplicate(febrl.make(WORK / name, name))
        for size in sizes:
            made = registry_like.make(
                WORK / f"heavy-{size}", records=size, profile=Profile.HEAVY, seed=SEED, queries=QUERIES
            )
            bench.deduplicate(made)
            bench.ask(made)
        for kind in names_only.KINDS:
            bench.ask(names_only.make(WORK / f"names-{kind.slug}", kind, seed=SEED))
        raw["inside"] = {"name_us": bench.name_microseconds()}
        raw["imports"] = bench.imported()
    raw["inside"] |= intake(max(sizes))
    folder = ROOT / "docs" / "benchmarks" if max(sizes) >= FULL else ROOT / "build" / "bench" / "results"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "matching.json").write_text(json.dumps(raw, indent=1) + "\n")
    shown = {name: cases for name, cases in bench.cases.items() if name not in febrl.FILES}
    (folder / "matching.md").write_text(report.text(json.loads(json.dumps(raw)), shown), encoding="utf-8")
    tell(f"Written: {(folder / 'matching.md').relative_to(ROOT)}")


class Bench:
    """One run over all sets."""

    def __init__(self, installation: Installation) -> None:
        self.installation = installation
        self.sets: dict[str, dict[str, Any]] = {}
        self.cases: dict[str, Sequence[Case]] = {}

    def deduplicate(self, labelled: LabelledSet) -> None:
        tell(f"{labelled.name}: {len(labelled.truth):,} rows against one another")
        figures = self._of(labelled)
        figures["keys"] = self._inside("keys", labelled)
        try:
            ran = self._ponte(["dedupe", str(labelled.people), "--json"], labelled.folder / "dedupe.jsonl")
        except running.MissingVerbError as verb:
            tell(f"This ponte has no `{verb}` yet.")
            return
        found = evaluate.Deduplication.read(ran.output)
        figures["dedupe"] = {
            "seconds": ran.seconds, "peak_mib": ran.peak_mib, "judged": evaluate.judge(found, labelled.truth),
        }  # fmt: skip
        self._explain(
            labelled, explain.of_deduplication(labelled, found, lambda asked: self._asked(labelled, asked), WORK)
        )

    def ask(self, labelled: LabelledSet) -> None:
        tell(f"{labelled.name}: {len(labelled.queries_truth):,} questions")
        figures = self._of(labelled)
        try:
            ran = self._match(labelled, labelled.queries, labelled.folder / "match.jsonl")
        except running.MissingVerbError as verb:
            tell(f"This ponte has no `{verb}` yet.")
            return
        answers = evaluate.read_answers(ran.output, labelled.queries_truth, labelled.truth)
        figures["match"] = {
            "seconds": ran.seconds, "peak_mib": ran.peak_mib, "ranked": evaluate.ranked(answers),
            "forms": evaluate.by_form(answers),
        }  # fmt: skip
        self._explain(labelled, explain.of_answers(labelled, answers, ran.output))

    def imported(self) -> dict[str, Any]:
        """FEBRL through `ponte import people`, into an installation that is made for it."""
        installation = Installation(people=0, var=WORK / "import")
        with installation.running():
            pass
        shutil.rmtree(installation.var, ignore_errors=True)
        installation.var.mkdir(parents=True)
        told = {}
        with installation.running():
            installation.run("ponte.cli", "migrate")
            for name in febrl.FILES:
                tell(f"{name}: import")
                arguments = ["import", "people", str(WORK / name / "import.csv"), "--source", name, "--json"]
                ran = running.ponte(installation, arguments, output=WORK / name / "imported.json")
                told[name] = {"rows": len(LabelledSet(WORK / name).truth), "seconds": ran.seconds}
        return told

    def name_microseconds(self) -> float:
        tell("One comparison of whole names")
        return float(self._inside("names", LabelledSet(WORK / "names-latin")))

    def _inside(self, what: str, labelled: LabelledSet) -> Any:
        return json.loads(self.installation.run("bench.matching.inside", what, str(labelled.folder)))

    def _of(self, labelled: LabelledSet) -> dict[str, Any]:
        return self.sets.setdefault(labelled.name, {"records": len(labelled.truth)})

    def _ponte(self, arguments: list[str], output: Path, questions: Path | None = None) -> running.Ran:
        return running.ponte(self.installation, arguments, output=output, questions=questions)

    def _match(self, labelled: LabelledSet, questions: Path, output: Path) -> running.Ran:
        return self._ponte(["match", "--against", str(labelled.people), "--top", "10", "--json"], output, questions)

    def _asked(self, labelled: LabelledSet, questions: Path) -> Path:
        return self._match(labelled, questions, labelled.folder / "explained-answers.jsonl").output

    def _explain(self, labelled: LabelledSet, cases: Sequence[Case]) -> None:
        self.cases[labelled.name] = [*self.cases.get(labelled.name, ()), *cases]
        explain.write(WORK / f"errors-{labelled.name}.md", self.cases[labelled.name], f"Errors in {labelled.name}")


def intake(people: int) -> dict[str, float]:
    """Over a registry of the example's people, which is kept for the next run."""
    tell(f"Intake over {people:,} people")
    installation = Installation(people=people, var=WORK / f"registry-{people}")
    with installation.running():
        installation.fill()
        told: dict[str, float] = json.loads(installation.run("bench.matching.intake", str(INTAKES)))
    return told


def tell(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
