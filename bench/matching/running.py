# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Running `ponte` as anyone does, with a stopwatch and an eye on the memory."""

import os
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from bench.installation import ROOT, Installation

SAMPLE_EVERY = 0.25


class MissingVerbError(Exception):
    """This `ponte` has no such verb yet."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a process took as a whole, start of Python included, and with all of its own processes."""

    seconds: float
    peak_mib: int
    output: Path


def ponte(installation: Installation, arguments: list[str], *, output: Path, questions: Path | None = None) -> Ran:
    """Run `ponte ARGUMENTS` with `questions` as standard input. Ends the bench with its message where it fails."""
    output.parent.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "ponte.cli", *arguments]
    start = time.perf_counter()
    with output.open("wb") as out, (questions or Path(os.devnull)).open("rb") as asked:
        process = subprocess.Popen(
            command, cwd=ROOT, env=installation.environment, stdin=asked, stdout=out, stderr=subprocess.PIPE
        )
        watch = _Watch(process.pid)
        watch.start()
        _, said = process.communicate()
        seconds = time.perf_counter() - start
        watch.stop()
    message = said.decode(errors="replace")
    if process.returncode and "No such command" in message:
        raise MissingVerbError(arguments[0])
    if process.returncode:
        raise SystemExit(f"`ponte {' '.join(arguments)}` failed: {message[-2000:]}")
    return Ran(round(seconds, 1), watch.peak_mib, output)


class _Watch(threading.Thread):
    """The most memory that a process and those which it started held together; shared pages count once."""

    def __init__(self, pid: int) -> None:
        super().__init__(daemon=True)
        self.peak_mib = 0
        self._pid = pid
        self._done = threading.Event()

    def run(self) -> None:
        while not self._done.wait(SAMPLE_EVERY):
            self.peak_mib = max(self.peak_mib, sum(map(_kib, _family(self._pid))) // 1024)

    def stop(self) -> None:
        self._done.set()
        self.join()


def _family(pid: int) -> list[int]:
    found, at = [pid], 0
    while at < len(found):
        try:
            tasks = Path(f"/proc/{found[at]}/task").iterdir()
            found += [int(child) for task in tasks for child in (task / "children").read_text().split()]
        except OSError:
            pass
        at += 1
    return found


def _kib(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
