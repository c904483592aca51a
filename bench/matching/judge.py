# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Judges what was written of one set: `python -m bench.matching.judge SET --dedupe FILE --match FILE`.

SET is a folder of `bench.matching.make`; the files are what `ponte dedupe` and `ponte match` wrote of it.
"""

import argparse
import json
import sys
from pathlib import Path
from typing import Any

from bench.matching import evaluate
from bench.matching.labelled import LabelledSet


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.matching.judge", description=__doc__)
    parser.add_argument("set", type=Path)
    parser.add_argument("--dedupe", type=Path)
    parser.add_argument("--match", type=Path)
    given = parser.parse_args()
    labelled = LabelledSet(given.set)
    told: dict[str, Any] = {}
    if given.dedupe:
        told["dedupe"] = evaluate.judge(evaluate.Deduplication.read(given.dedupe), labelled.truth)
    if given.match:
        answers = evaluate.read_answers(given.match, labelled.queries_truth, labelled.truth)
        told["match"] = {"ranked": evaluate.ranked(answers), "forms": evaluate.by_form(answers)}
    json.dump(told, sys.stdout, indent=1, ensure_ascii=False)
    print()


if __name__ == "__main__":
    main()
