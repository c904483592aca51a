# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import os
import random
import sys
import tempfile
from pathlib import Path

from faults.killing import installation, kill_at_random


def say(sentence: str) -> None:
    print(sentence, flush=True)


def main() -> int:
    kills = int(os.environ.get("KILLS") or 200)
    seed = int(os.environ.get("SEED") or random.SystemRandom().randrange(10**6))
    say(f"SEED={seed} KILLS={kills}")
    with tempfile.TemporaryDirectory(prefix="ponte-faults-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        with installation(folder) as (served, mail):
            outcome = kill_at_random(served, mail, kills=kills, seed=seed, check_every=50, say=say)
    say(f"{outcome}")
    return int(bool(outcome.wrong))


if __name__ == "__main__":
    sys.exit(main())
