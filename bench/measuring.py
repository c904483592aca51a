# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Times every screen of one installation."""

import json
import sys
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from bench.installation import Installation
from bench.load import Browser, Timing, UnexpectedAnswerError, time_requests
from bench.screens import ACCOUNTS, Screen

# Users at once, and how many requests of a screen are timed with them.
ROUNDS = {1: 15, 8: 96, 32: 96}
WARM_UP = 16


@dataclass(frozen=True, slots=True)
class Measured:
    """A screen's timings by the number of users at once."""

    screen: str
    timings: dict[int, Timing]

    def as_json(self) -> dict[str, object]:
        return {"screen": self.screen, "users": {users: asdict(timing) for users, timing in self.timings.items()}}


def measure(installation: Installation, screens: Iterable[Screen]) -> list[Measured]:
    """Every screen, in turn. A screen that fails is told and left out."""
    measured = []
    with installation.serving() as address:
        sessions = _sessions(installation)
        for screen in screens:
            browsers = [Browser(address, session) for session in sessions[screen.account]]
            try:
                measured.append(_one(screen, browsers))
            except (UnexpectedAnswerError, LookupError) as problem:
                print(f"{screen.name}: {problem}", file=sys.stderr)
                continue
            timings = measured[-1].timings
            told = "  ".join(f"{users}: {t.median:7.1f} / {t.p95:7.1f}" for users, t in timings.items())
            print(f"{installation.people:>9,}  {screen.name:<52} {told}", file=sys.stderr, flush=True)
    return measured


def _one(screen: Screen, browsers: list[Browser]) -> Measured:
    requests = screen.find(browsers[0])
    if not requests:
        raise LookupError("no page leads there")
    for browser in browsers:
        if requests[0].fields is not None:
            browser.take_token("/password/cambia/")
    time_requests(browsers[:8], requests, WARM_UP)
    return Measured(
        screen.name,
        {users: time_requests(browsers[:users], requests, count) for users, count in ROUNDS.items()},
    )


def _sessions(installation: Installation) -> dict[str, list[str]]:
    made = installation.run("bench.sessions", str(max(ROUNDS)), *ACCOUNTS)
    found: dict[str, list[str]] = json.loads(made)
    return found
