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

    def ponte(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "ponte.cli", *arguments],
            cwd=ROOT, env=self.environment, text=True, capture_output=True, check=False,
        )

    def fill(self) -> float | None:
        """Fill an empty installation; returns the seconds it took, or None where it was filled before."""
        self.var.mkdir(parents=True, exist_ok=True)
        mark = self.var / "filled"
        if mark.exists():
            return None
        migrated = self.ponte("migrate")
        if migrated.returncode:
            raise SystemExit(migrated.stderr)
        start = time.perf_counter()
        filled = self.ponte("demo", "--people", str(self.people))
        if filled.returncode:
            raise SystemExit(filled.stderr)
        seconds = time.perf_counter() - start
        mark.write_text(f"{seconds:.1f}")
        return seconds

    @contextmanager
    def serving(self) -> Iterator[str]:
        """Run `ponte serve` and give its address; stop it afterwards."""
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        server = subprocess.Popen(
            [sys.executable, "-m", "ponte.cli", "serve", "--port", str(port)],
            cwd=ROOT, env=self.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
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
