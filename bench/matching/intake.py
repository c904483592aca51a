# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""How long a desk waits while a form fills: questions to the registry, one after the other, each when the last is
answered.
"""

import select
import statistics
import subprocess
import sys
import time
from typing import Any

from bench.installation import ROOT, Installation

QUESTIONS = 500
WARMING = 20
PATIENCE = 120
"""Seconds until the first answer: start of the process and reading of the model included."""


def measured(people: int) -> dict[str, Any]:
    """Milliseconds from a question to its answer, over an installation of `people` that is kept for the next run."""
    installation = Installation.of_size(people)
    installation.fill()
    with installation.running():
        asked = installation.run("bench.matching.registry_questions", str(QUESTIONS + WARMING)).splitlines()
        times = _answered(installation, asked)[WARMING:]
    p95 = statistics.quantiles(times, n=20)[-1]
    return {"intake_p50_ms": round(statistics.median(times), 2), "intake_p95_ms": round(p95, 2)}


def _answered(installation: Installation, questions: list[str]) -> list[float]:
    """`ponte match` answers line by line, so its pipe shows what each answer takes."""
    process = subprocess.Popen(
        [sys.executable, "-m", "ponte.cli", "match", "--top", "10", "--json"],
        cwd=ROOT, env=installation.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    if process.stdin is None or process.stdout is None:
        raise RuntimeError("pipes were asked for")
    times = []
    for question in questions:
        start = time.perf_counter()
        process.stdin.write(question.encode() + b"\n")
        process.stdin.flush()
        if not select.select([process.stdout], [], [], PATIENCE)[0] or not process.stdout.readline():
            process.kill()
            raise SystemExit(f"`ponte match` did not answer within {PATIENCE} seconds.")
        times.append((time.perf_counter() - start) * 1000)
    process.stdin.close()
    process.wait(timeout=60)
    return times
