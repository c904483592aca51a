# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Writes labelled sets: `python -m bench.matching.make heavy --records 100000 --to build/sets/heavy`."""

import argparse
import sys
import time
from pathlib import Path

from bench.matching import names_only, registry_like
from ponte.demo.errors import Profile


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m bench.matching.make", description=__doc__)
    parser.add_argument("what", choices=(*(profile.value for profile in Profile), "names"))
    parser.add_argument("--records", type=int, default=10_000, help="rows of the sheet; of names-only sets, people")
    parser.add_argument("--queries", type=int, default=0, help="half-filled queries beside it")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--to", type=Path, required=True, help="folder; names-only sets each get one below it")
    given = parser.parse_args()
    start = time.perf_counter()
    if given.what == "names":
        people = given.records if given.records != parser.get_default("records") else names_only.PEOPLE
        for kind in names_only.KINDS:
            names_only.make(given.to / kind.slug, kind, seed=given.seed, people=people)
    else:
        profile = Profile(given.what)
        registry_like.make(given.to, records=given.records, profile=profile, seed=given.seed, queries=given.queries)
    print(f"{given.to}: {time.perf_counter() - start:.1f} s", file=sys.stderr)


if __name__ == "__main__":
    main()
