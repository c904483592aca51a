# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Users who write without a pause, and somebody who kills processes at random moments."""

import json
import os
import random
import shutil
import signal
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from faults.client import Client
from faults.mail import MailServer
from faults.served import LONGEST_RECOVERY, NotThereError, Served
from faults.writes import Administrator, Ledger, Operator

OPERATORS = ("operatrice", "mediatrice", "assistente.sociale")
PEOPLE = 300
# How often each is chosen; the whole of it takes longest to come back.
KINDS = {"web worker": 24, "PostgreSQL backend": 22, "job worker": 20, "PostgreSQL": 14, "web master": 11, "serve": 9}
LONGEST_DRAIN = 240.0


class Load:
    """The users, each in a thread of their own; they can be held still."""

    def __init__(self, served: Served, ledger: Ledger, seed: int) -> None:
        self._going = threading.Event()
        self._ended = threading.Event()
        self._idle: list[threading.Event] = []
        self.troubles: list[str] = []
        self._threads = []
        writers: list[Callable[[], None]] = []
        for number, account in enumerate(OPERATORS):
            client = _signed_in(served, account)
            writers.append(Operator(client, ledger, seed * 100 + number).write)
        writers.append(Administrator(_signed_in(served, "amministratore"), ledger).write)
        for number, write in enumerate(writers):
            idle = threading.Event()
            self._idle.append(idle)
            pause = random.Random(seed * 100 + 50 + number)
            slow = 8.0 if number == len(writers) - 1 else 3.0
            self._threads.append(threading.Thread(target=self._work, args=(write, idle, pause, slow), daemon=True))
        for thread in self._threads:
            thread.start()

    def _work(self, write: Callable[[], None], idle: threading.Event, pause: random.Random, slow: float) -> None:
        while not self._ended.is_set():
            if not self._going.wait(0.5):
                idle.set()
                continue
            idle.clear()
            try:
                write()
            except Exception as problem:
                self.troubles.append(repr(problem))
            time.sleep(pause.uniform(0, 0.3) * slow)

    def go(self) -> None:
        for idle in self._idle:
            idle.clear()
        self._going.set()

    def hold(self) -> None:
        """Return once nobody waits for an answer."""
        self._going.clear()
        for idle in self._idle:
            idle.wait(120)

    def end(self) -> None:
        self.hold()
        self._ended.set()
        for thread in self._threads:
            thread.join(10)


def _signed_in(served: Served, account: str) -> Client:
    client = Client(served.port, f"{account}@ponte.example")
    for _ in range(20):
        if client.sign_in():
            return client
        time.sleep(1)
    raise NotThereError(f"{account} cannot sign in; see {served.log}")


@dataclass
class Outcome:
    """What a run of kills gave."""

    seed: int
    kills: Counter[str] = field(default_factory=Counter)
    # Seconds until a page is answered again, and until every process is back and a worker takes jobs.
    pages: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    whole: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    written: dict[str, dict[str, int]] = field(default_factory=dict)
    found: dict[str, Any] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)
    letters: dict[str, int] = field(default_factory=dict)
    seconds: float = 0.0

    def as_json(self) -> dict[str, Any]:
        return vars(self)


@contextmanager
def installation(folder: Path, *, outside: Path | None = None) -> Iterator[tuple[Served, MailServer]]:
    """The example network below `folder`, served, with a mail server; what is noted of it lies `outside`."""
    mail = MailServer()
    mail.start()
    served = Served(folder / "var", outside=outside or folder, **mail.environment)
    try:
        served.run("ponte.cli", "demo", "--people", str(PEOPLE))
        served.start()
        served.await_whole()
        yield served, mail
    finally:
        served.stop()
        mail.stop()
        shutil.rmtree(served.database.home, ignore_errors=True)


def kill_at_random(
    served: Served, mail: MailServer, *, kills: int, seed: int, check_every: int, say: Callable[[str], None]
) -> Outcome:
    outcome, chance = Outcome(seed), random.Random(seed)
    ledger = Ledger(served.outside / "ledger.jsonl")
    started = time.monotonic()
    load = Load(served, ledger, seed)
    load.go()
    for number in range(1, kills + 1):
        time.sleep(chance.uniform(0.2, 2.0))
        kind = chance.choices(list(KINDS), list(KINDS.values()))[0]
        where = chance.random()
        victim = _victim(served, kind, where)
        with suppress(ProcessLookupError):
            os.kill(victim, signal.SIGKILL)
        outcome.kills[kind] += 1
        # Three times of four the next one falls as soon as it can, often before the last is mended.
        pages = served.await_pages()
        outcome.pages[kind].append(pages)
        whole = ""
        if number % 4 == 0 or number % check_every == 0:
            outcome.whole[kind].append(pages + served.await_whole(without=victim))
            whole = f", whole after {outcome.whole[kind][-1]:4.1f} s"
        say(f"{number}/{kills}  {kind:<20} pages after {pages:4.1f} s{whole}")
        if number % check_every == 0 and number < kills:
            load.hold()
            look(served, mail, ledger, outcome, say)
            load.go()
    load.end()
    look(served, mail, ledger, outcome, say)
    outcome.wrong += [f"a user's part failed: {trouble}" for trouble in load.troubles]
    outcome.seconds = time.monotonic() - started
    return outcome


def _victim(served: Served, kind: str, where: float) -> int:
    deadline = time.monotonic() + LONGEST_RECOVERY
    while time.monotonic() < deadline:
        served.keep()
        if pids := served.victims()[kind]:
            return pids[int(where * len(pids))]
        time.sleep(0.1)
    raise NotThereError(f"there is no {kind} to kill; see {served.log}")


def look(served: Served, mail: MailServer, ledger: Ledger, outcome: Outcome, say: Callable[[str], None]) -> None:
    found, wrong = look_at(served, mail, ledger)
    outcome.wrong += [one for one in wrong if one not in outcome.wrong]
    outcome.found = found
    outcome.written = {kind: dict(answers) for kind, answers in ledger.count().items()}
    got = [mail.letters[f"{mark}@ponte.example"] for mark in ledger.invited()]
    outcome.letters = {"asked": len(got), "sent": sum(got), "twice": sum(times > 1 for times in got)}
    say(f"  looked: {found['stored']} writes are there, jobs {found['jobs']}, wrong: {len(wrong)}")
    for one in wrong[:20]:
        say(f"    WRONG {one}")


def look_at(served: Served, mail: MailServer, ledger: Ledger) -> tuple[dict[str, Any], list[str]]:
    """Compare ledger and installation, once no job waits any more; what was found, and what is wrong."""
    _drain(served)
    found = json.loads(served.run("faults.verify", str(ledger.file)).stdout)
    wrong = [*found["lost"], *found["half"], *found["hidden"]]
    for said, number in (
        ("jobs are being done by nobody", found["jobs"]["doing"]),
        ("jobs failed", found["jobs"]["failed"]),
        ("jobs wait without an end", found["jobs"]["unfinished"]),
        ("attachments have no file", found["files"]["missing"]),
        ("files have no attachment", found["files"]["bare"]),
    ):
        if number:
            wrong.append(f"{number} {said}")
    wrong += [
        f"the letter {mark} never came" for mark in ledger.invited() if not mail.letters[f"{mark}@ponte.example"]
    ]
    for finding in json.loads(served.run("ponte.cli", "check", "--json", check=False).stdout):
        # A small disk stays small, and what was dated by a wrong clock stays so: their scenes look at these.
        if finding["outcome"] == "wrong" and finding["check"] not in {"settings.space", "jobs.clock"}:
            wrong.append(f"ponte check: {finding['sentence']}")
    return found, wrong


def _drain(served: Served) -> None:
    deadline = time.monotonic() + LONGEST_DRAIN
    while time.monotonic() < deadline:
        with served.connect() as connection:
            waiting = connection.execute(
                "SELECT count(*) FROM procrastinate_jobs WHERE status IN ('todo', 'doing') AND queueing_lock IS NULL"
            ).fetchone()
        if waiting and not waiting[0]:
            return
        time.sleep(0.5)
