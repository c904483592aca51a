# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Keeps the processes of a small installation running: start, restart when one dies, stop all in order."""

import ctypes
import signal
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

FIRST_PAUSE = 1.0
LONGEST_PAUSE = 10.0
STEADY_AFTER = 10.0  # a child that ran this long starts again without a longer pause
GRACE = 20.0  # for a request or job under way when everything stops
PR_SET_PDEATHSIG = 1


@dataclass
class Child:
    """One process to keep running."""

    name: str
    command: Sequence[str]
    environment: Mapping[str, str]
    folder: Path
    process: "subprocess.Popen[bytes] | None" = field(default=None, init=False)
    started_at: float = field(default=0.0, init=False)
    start_again_at: float = field(default=0.0, init=False)
    pause: float = field(default=FIRST_PAUSE, init=False)

    def start(self) -> None:
        self.started_at = time.monotonic()
        self.process = subprocess.Popen(  # noqa: S603 - our own commands, no shell
            list(self.command),
            env=dict(self.environment),
            cwd=self.folder,
            stdin=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C reaches the supervisor alone, which stops its children in order.
            preexec_fn=_die_with_parent,
        )

    def died(self) -> int | None:
        """The exit status of a process that ended since the last look, if it did; plans its next start."""
        if self.process is None or (status := self.process.poll()) is None:
            return None
        now = time.monotonic()
        if now - self.started_at > STEADY_AFTER:
            self.pause = FIRST_PAUSE
        self.start_again_at = now + self.pause
        self.pause = min(self.pause * 2, LONGEST_PAUSE)
        self.process = None
        return status

    def forgive(self) -> None:
        """What it died of is over: start it now."""
        self.start_again_at, self.pause = 0.0, FIRST_PAUSE


class Supervisor:
    """Runs children until it is told to stop by SIGINT, SIGTERM or SIGHUP.

    `ground` is looked after first: what all children stand on. It says what it did, or nothing.
    """

    def __init__(
        self, children: Sequence[Child], *, say: Callable[[str], None], ground: Callable[[], str] = lambda: ""
    ) -> None:
        self.children = children
        self._say = say
        self._ground = ground
        self._stopping = threading.Event()

    def run(self, *, ready: Callable[[], bool], when_ready: Callable[[], None]) -> None:
        """Start all, call `when_ready` once `ready` holds, and return when everything has stopped again."""
        signals = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
        before = {number: signal.signal(number, self._stop) for number in signals}
        announced = False
        try:
            while not self._stopping.is_set():
                if said := self._ground():
                    self._say(said)
                    for child in self.children:
                        child.forgive()
                self._keep_running()
                if not announced and ready():
                    announced = True
                    when_ready()
                self._stopping.wait(1.0 if announced else 0.1)
        finally:
            self._stop_all()
            for number, handler in before.items():
                signal.signal(number, handler)

    def _stop(self, *_: object) -> None:
        self._stopping.set()

    def _keep_running(self) -> None:
        for child in self.children:
            status = child.died()
            if status is not None:
                pause = child.start_again_at - time.monotonic()
                self._say(f"The {child.name} ended with status {status}; starting it again in {pause:.0f} s.")
            if child.process is None and time.monotonic() >= child.start_again_at:
                child.start()

    def _stop_all(self) -> None:
        running = [child.process for child in self.children if child.process is not None]
        for process in running:
            process.terminate()
        deadline = time.monotonic() + GRACE
        for process in running:
            try:
                process.wait(max(0.1, deadline - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


_libc = ctypes.CDLL(None)


def _die_with_parent() -> None:
    """Let the kernel end this child when the supervisor is killed and cannot do it."""
    _libc.prctl(PR_SET_PDEATHSIG, signal.SIGTERM)
