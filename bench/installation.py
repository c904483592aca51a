# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""An installation of its own for each size, filled once and kept for the next run."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from ponte.platform.database.embedded import EmbeddedDatabase

ROOT = Path(__file__).resolve().parents[1]


@dataclass(frozen=True, slots=True)
class Installation:
    """A network of `people` people under `var`."""

    people: int
    var: Path

    @classmethod
    def of_size(cls, people: int) -> "Installation":
        return cls(people=people, var=ROOT / "build" / "bench" / str(people))

    @property
    def environment(self) -> dict[str, str]:
        return {**os.environ, "PONTE_VAR": str(self.var), "PONTE_DEMO": "1"}

    def run(self, module: str, *arguments: str) -> str:
        """What `python -m module` writes in this installation. Ends the bench with its message where it fails."""
        done = subprocess.run(
            [sys.executable, "-m", module, *arguments],
            cwd=ROOT, env=self.environment, text=True, capture_output=True, check=False,
        )  # fmt: skip
        if done.returncode:
            raise SystemExit(f"`{module} {' '.join(arguments[:2])}` failed: {done.stderr[-2000:]}")
        return done.stdout

    def fill(self) -> float:
        """Fill an empty installation; returns the seconds that this took, now or when it was done."""
        mark = self.var / "filled-in-seconds"
        if mark.exists():
            return float(mark.read_text())
        self.var.mkdir(parents=True, exist_ok=True)
        self.run("ponte.cli", "migrate")
        start = time.perf_counter()
        self.run("ponte.cli", "demo", "--people", str(self.people))
        seconds = time.perf_counter() - start
        mark.write_text(f"{seconds:.1f}")
        return seconds

    @contextmanager
    def running(self) -> Iterator[None]:
        """Commands leave the database running for the next one; stop it afterwards."""
        try:
            yield
        finally:
            EmbeddedDatabase.for_installation(self.var).stop()

    @contextmanager
    def serving(self) -> Iterator[str]:
        """Run `ponte serve` and give its address; stop it afterwards."""
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        server = subprocess.Popen(
            [sys.executable, "-m", "ponte.cli", "serve", "--port", str(port)],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        address = f"http://127.0.0.1:{port}"
        try:
            _wait_for(address, server)
            yield address
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(timeout=60)


def _wait_for(address: str, server: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + 300
    while time.monotonic() < deadline:
        if server.poll() is not None:
            raise SystemExit(f"`ponte serve` ended with status {server.returncode} before it answered.")
        try:
            with urllib.request.urlopen(address + "/accedi/", timeout=5):
                return
        except OSError:
            time.sleep(0.3)
    raise SystemExit("`ponte serve` did not answer within five minutes.")
