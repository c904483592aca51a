# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import json
import os
import random
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from faults.clock import jump_clock
from faults.disk import fill_disk
from faults.killing import installation, kill_at_random
from faults.mail_lost import lose_mail_server
from faults.report import page

ROOT = Path(__file__).resolve().parents[1]
RESULTS = ROOT / "build" / "faults"
KILLS = 200


def say(sentence: str) -> None:
    print(sentence, flush=True)


def kills(folder: Path, seed: int) -> dict[str, Any]:
    number = int(os.environ.get("KILLS") or KILLS)
    with installation(folder) as (served, mail):
        return kill_at_random(served, mail, kills=number, seed=seed, check_every=50, say=say).as_json()


SCENARIOS: dict[str, Callable[[Path, int], dict[str, Any]]] = {
    "kills": kills,
    "mail": partial(lose_mail_server, say=say),
    "disk": partial(fill_disk, say=say),
    "clock": partial(jump_clock, say=say),
}


def main() -> int:
    seed = int(os.environ.get("SEED") or random.SystemRandom().randrange(10**6))
    wanted = (os.environ.get("ONLY") or " ".join(SCENARIOS)).split()
    say(f"SEED={seed}: the same seed gives the same writes and the same kills, at moments that differ a little")
    RESULTS.mkdir(parents=True, exist_ok=True)
    wrong = 0
    for name in wanted:
        say(f"== {name}")
        with tempfile.TemporaryDirectory(prefix="ponte-faults-") as place:
            folder = Path(place)
            folder.chmod(0o755)
            found = SCENARIOS[name](folder, seed)
        (RESULTS / f"{name}.json").write_text(json.dumps(found, indent=1), encoding="utf-8")
        wrong += len(found["wrong"])
        for one in found["wrong"]:
            say(f"WRONG {one}")
    whole = int(os.environ.get("KILLS") or KILLS) >= KILLS
    target = ROOT / "docs" / "benchmarks" / "faults.md" if whole else RESULTS / "faults.md"
    target.write_text(page(RESULTS), encoding="utf-8")
    say(f"{target.relative_to(ROOT)} is written; wrong: {wrong}")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
