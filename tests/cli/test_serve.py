# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""`ponte serve` runs everything, brings back what dies, and leaves nothing behind."""

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from ponte.platform.database.embedded import EmbeddedDatabase

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def var() -> Iterator[Path]:
    top = Path(tempfile.mkdtemp(prefix="ponte-test-"))
    top.chmod(0o755)
    yield top / "var"
    EmbeddedDatabase.for_installation(top / "var").stop()
    shutil.rmtree(top)


@pytest.fixture
def port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


class Served:
    """A running `ponte serve`, and what it has said so far."""

    def __init__(self, var: Path, port: int) -> None:
        environment = {key: value for key, value in os.environ.items() if not key.startswith(("PONTE_", "DATABASE_"))}
        self.words = ""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "ponte.cli", "serve", "--port", str(port)],
            cwd=ROOT,
            env=environment | {"PONTE_VAR": str(var), "PONTE_DEMO": "0"},
            stderr=subprocess.PIPE,
            text=True,
        )

    def hears(self, sentence: str) -> str:
        """Read on until a line matches; fails when the process ends before."""
        assert self.process.stderr is not None
        for line in self.process.stderr:
            self.words += line
            if found := re.search(sentence, line):
                return found[0]
        raise AssertionError(f"It ended without saying {sentence!r}: {self.words}")

    def runs_both(self, port: int) -> dict[str, int]:
        """The web server and the worker by the module they run, once both run and the first answers.

        Waits, because a child just born has for a moment no command line, or still that of its parent.
        """
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline:
            children = self._children()
            if sorted(module for module, _ in children) == ["gunicorn", "ponte.cli"] and answers(port):
                return dict(children)
            time.sleep(0.2)
        raise AssertionError(f"Web and worker do not both run: {children}. {self.words}")

    def _children(self) -> list[tuple[str, int]]:
        listed = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        return [(module_run_by(int(pid)), int(pid)) for pid in listed]

    def stop(self, number: signal.Signals) -> int:
        self.process.send_signal(number)
        assert self.process.stderr is not None
        self.words += self.process.stderr.read()
        return self.process.wait(40)


def status(port: int) -> int:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=3) as answer:
        return int(answer.status)


def answers(port: int) -> bool:
    try:
        return status(port) == 200
    except OSError:
        return False


def module_run_by(pid: int) -> str:
    try:
        words = Path(f"/proc/{pid}/cmdline").read_text().split("\0")
    except OSError:
        return ""
    return words[2] if len(words) > 2 else ""


def lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.slow
def test_it_serves_brings_back_what_dies_and_stops_everything(var: Path, port: int) -> None:
    served = Served(var, port)
    served.hears(rf"http://localhost:{port}/")
    children = served.runs_both(port)

    second = subprocess.run(
        [sys.executable, "-m", "ponte.cli", "serve", "--port", str(port)],
        cwd=ROOT, check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert (second.returncode, second.stdout) == (1, "")
    assert f"cannot listen on 127.0.0.1 port {port}: Address already in use." in second.stderr

    os.kill(children["gunicorn"], signal.SIGKILL)
    served.hears("The web server ended with status -9")
    children = served.runs_both(port)

    assert served.stop(signal.SIGTERM) == 0
    assert served.words.endswith("Stopped, and the database too.\n")
    assert not any(lives(pid) for pid in children.values())
    assert not EmbeddedDatabase.for_installation(var).is_running()

    again = Served(var, port)
    again.hears(rf"http://localhost:{port}/")
    assert again.stop(signal.SIGINT) == 0
    assert "Traceback" not in served.words + again.words


def test_it_stops_while_it_is_still_starting(var: Path, port: int) -> None:
    served = Served(var, port)
    served.hears("Bringing the database up to date")
    assert served.stop(signal.SIGINT) == 0
    assert not EmbeddedDatabase.for_installation(var).is_running()
    assert "Traceback" not in served.words
