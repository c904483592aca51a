# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Measures everything and writes docs/benchmarks/: `make bench`, or `make bench PEOPLE=10000` for a quick run.

A quick run writes below build/bench, so that it never replaces the full one.
"""

import json
import os
import sys
from datetime import UTC, datetime
from typing import Any

from bench import importing, machine, report
from bench.installation import ROOT, Installation
from bench.measuring import measure
from bench.screens import SCREENS, YARDSTICK

SIZES = (10_000, 1_000_000)


def main() -> None:
    sizes = [int(size) for size in os.environ.get("PEOPLE", "").split()] or list(SIZES)
    raw: dict[str, Any] = {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": machine.described(),
        "sizes": sizes,
        "filled_in_seconds": {},
        "screens": {},
        "figures": {},
    }
    for size in sizes:
        installation = Installation.of_size(size)
        tell(f"An installation of {size:,} people")
        raw["filled_in_seconds"][size] = installation.fill()
        with installation.running():
            raw["figures"][size] = json.loads(installation.run("bench.figures"))
        raw["screens"][size] = [one.as_json() for one in measure(installation, (YARDSTICK, *SCREENS))]
    tell("Imports")
    raw["imports"] = importing.measure()
    folder = ROOT / "docs" / "benchmarks" if tuple(sizes) == SIZES else ROOT / "build" / "bench" / "results"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "results.json").write_text(json.dumps(raw, indent=1) + "\n")
    report.write(json.loads(json.dumps(raw)), folder)
    tell(f"Written: {folder.relative_to(ROOT)}")


def tell(sentence: str) -> None:
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
