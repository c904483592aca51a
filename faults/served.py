# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A real `ponte serve` in a folder of its own, and its processes by what they do."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import psycopg

from ponte.platform.database.embedded import EmbeddedDatabase

ROOT = Path(__file__).resolve().parents[1]
LONGEST_RECOVERY = 300.0  # seconds; longer is a failure
WEB_WORKERS = 2


class NotThereError(Exception):
    """What should be running is not."""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Served:
    """One installation, started as a service manager does: again where it died."""

    def __init__(self, var: Path, *, outside: Path, **environment: str) -> None:
        self.var, self.outside = var, outside
        var.mkdir(parents=True, exist_ok=True)
        plain = {key: value for key, value in os.environ.items() if not key.startswith(("PONTE_", "DATABASE_"))}
        self.environment = plain | {"PONTE_VAR": str(var), "PONTE_DEMO": "1"} | environment
        self.database = EmbeddedDatabase.for_installation(var)
        self.port = free_port()
        self.log = outside / "serve.log"
        self.process: subprocess.Popen[bytes] | None = None

    def run(self, *words: str, check: bool = True) -> "subprocess.CompletedProcess[str]":
        """`python -m WORDS` in this installation."""
        done = subprocess.run(
            [sys.executable, "-m", *words],
            cwd=ROOT, env=self.environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
        if check and done.returncode:
            raise SystemExit(f"`{' '.join(words[:3])}` ended with {done.returncode}: {done.stderr[-2000:]}")
        return done

    def start(self) -> None:
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [sys.executable, "-m", "ponte.cli", "serve", "--port", str(self.port)],
                cwd=ROOT, env=self.environment, stdout=log, stderr=log,
            )  # fmt: skip

    def keep(self) -> None:
        """What a service manager does."""
        if self.process is not None and self.process.poll() is not None:
            self.start()

    def stop(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
            self.process.wait(90)
        self.database.stop()

    def connect(self) -> psycopg.Connection:
        return psycopg.connect(self.database.url(), autocommit=True, connect_timeout=3)

    def victims(self) -> Mapping[str, list[int]]:
        """The processes of each kind that run now."""
        serve = self.process.pid if self.process is not None and self.process.poll() is None else 0
        children = {pid: _command(pid) for pid in _children(serve)}
        masters = [pid for pid, command in children.items() if "gunicorn" in command]
        postmaster = _postmaster(self.database)
        backends = {pid: _command(pid) for pid in _children(postmaster)}
        return {
            "web worker": [pid for master in masters for pid in _children(master)],
            "web master": masters,
            "job worker": [pid for pid, command in children.items() if command.endswith("worker")],
            "PostgreSQL": [postmaster] if postmaster else [],
            "PostgreSQL backend": [pid for pid, command in backends.items() if " ponte_" in command],
            "serve": [serve] if serve else [],
        }

    def is_whole(self, without: int = 0) -> bool:
        """Whether every part runs, the killed one not among them, pages are answered and a worker takes jobs."""
        running = self.victims()
        if any(without in pids for pids in running.values()) or len(running["web worker"]) < WEB_WORKERS:
            return False
        if not (running["web master"] and running["job worker"] and running["PostgreSQL"]):
            return False
        return self.answers() and self._takes_jobs()

    def await_pages(self) -> float:
        """Seconds until a page that asks the database is answered again."""
        return self._await(self.answers)

    def await_whole(self, without: int = 0) -> float:
        """Seconds until every process runs and a worker takes jobs."""
        return self._await(lambda: self.is_whole(without))

    def _await(self, well: Callable[[], bool]) -> float:
        start = time.monotonic()
        while time.monotonic() - start < LONGEST_RECOVERY:
            self.keep()
            if well():
                return time.monotonic() - start
            time.sleep(0.1)
        running = {kind: len(pids) for kind, pids in self.victims().items()}
        raise NotThereError(f"not whole after {LONGEST_RECOVERY:.0f} seconds: {running}; see {self.log}")

    def answers(self) -> bool:
        try:
            with socket.create_connection(("127.0.0.1", self.port), timeout=5) as web:
                web.sendall(b"GET /accedi/ HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n")
                return b" 200 " in web.recv(64)
        except OSError:
            return False

    def _takes_jobs(self) -> bool:
        try:
            with self.connect() as connection:
                found = connection.execute(
                    "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND classid = %s AND granted",
                    [0x4A4F4253],
                ).fetchone()
        except psycopg.Error:
            return False
        return bool(found and found[0])


def _postmaster(database: EmbeddedDatabase) -> int:
    try:
        return 0 if database.has_died() else int((database.data / "postmaster.pid").read_text().split()[0])
    except (OSError, ValueError, IndexError):
        return 0


def _children(pid: int) -> list[int]:
    if not pid:
        return []
    return [child for task in Path(f"/proc/{pid}/task").glob("*") for child in _children_of(task)]


def _children_of(task: Path) -> Iterator[int]:
    try:
        for word in (task / "children").read_text().split():
            if (Path("/proc") / word / "stat").read_text().rsplit(")", 1)[1].split()[0] != "Z":
                yield int(word)
    except OSError:
        return


def _command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
    except OSError:
        return ""
