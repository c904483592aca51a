# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What cannot be seen from outside: which true pairs the keys reach, and what one comparison of whole names takes.

`python -m bench.matching.inside keys FOLDER` and `… names FOLDER` write JSON; the bench runs them as processes.
"""

import csv
import json
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.matching import evaluate
from bench.matching.labelled import ALIASES, LabelledSet
from ponte.people.matching import pairs
from ponte.people.matching.batch import rarity_of
from ponte.people.matching.encoding import Encoded
from ponte.people.matching.names.comparing import NameComparer
from ponte.people.matching.names.vocabulary import Vocabulary
from ponte.people.matching.records import Record, from_sheet

COMPARED = 200_000


def main() -> None:
    what, folder = sys.argv[1:]
    verbs: dict[str, Callable[[LabelledSet], Any]] = {"keys": reached, "names": name_microseconds}
    json.dump(verbs[what](LabelledSet(Path(folder))), sys.stdout)


def reached(labelled: LabelledSet) -> dict[str, dict[str, float]]:
    """Of the true pairs, those that share a key rare enough and are worth comparing."""
    refs, records = _records(labelled)
    encoded = Encoded.of(records)
    candidates = pairs.worth_comparing(encoded.keyed, encoded.traits)
    person = [labelled.truth[ref].person for ref in refs]
    true = ((refs[one], refs[other]) for one, other in candidates.tolist() if person[one] == person[other])
    found = evaluate.count(true, labelled.truth)
    told = {half: one.as_json() for half, one in found.items()}
    return {half: {"recall": one["recall"], "candidates": len(candidates)} for half, one in told.items()}


def name_microseconds(labelled: LabelledSet) -> float:
    """Names as the keys bring them together, and as many at random: reading them is not counted, comparing is."""
    _, records = _records(labelled)
    named = [record for record in records if record.names]
    encoded = Encoded.of(named)
    candidates = pairs.worth_comparing(encoded.keyed, encoded.traits).tolist()
    rng = random.Random(1)
    chosen = rng.sample(candidates, min(COMPARED // 2, len(candidates)))
    chosen += [(rng.randrange(len(named)), rng.randrange(len(named))) for _ in chosen]
    vocabulary = Vocabulary()
    left, right = (vocabulary.names(named[pair[side]].names[0] for pair in chosen) for side in (0, 1))
    comparer = NameComparer(vocabulary, rarity_of(named).of(vocabulary))
    start = time.perf_counter()
    comparer.bits(left, right)
    return round((time.perf_counter() - start) / len(chosen) * 1e6, 2)


def _records(labelled: LabelledSet) -> tuple[list[str], list[Record]]:
    refs, records = [], []
    with labelled.people.open(newline="", encoding="utf-8") as file:
        lines = csv.reader(file)
        headings = [ALIASES.get(heading, heading) for heading in next(lines)]
        for line in lines:
            refs.append(line[0])
            records.append(from_sheet(dict(zip(headings, line, strict=True))))
    return refs, records


if __name__ == "__main__":
    main()
