# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the scenes with other faults than kills have in common: what was looked for, and what came."""

import json
import time
from collections.abc import Callable
from html import unescape
from typing import Any

from faults.client import Client
from faults.killing import look_at
from faults.mail import MailServer
from faults.served import NotThereError, Served
from faults.writes import Administrator, Ledger, Operator

AWAY = "Ponte non raggiunge i suoi dati"
FULL = "Lo spazio sul disco è finito"


class Scene:
    """One installation with an operator and an administrator in it, and a list of what was found."""

    def __init__(self, served: Served, mail: MailServer, seed: int, say: Callable[[str], None]) -> None:
        self.served, self.mail = served, mail
        self.ledger = Ledger(served.outside / "ledger.jsonl")
        self.desk = self._signed_in("operatrice")
        self.office = self._signed_in("amministratore")
        self.operator = Operator(self.desk, self.ledger, seed)
        self.administrator = Administrator(self.office, self.ledger)
        self.told: list[tuple[str, str]] = []
        self.wrong: list[str] = []
        self._say = say

    def _signed_in(self, account: str) -> Client:
        client = Client(self.served.port, f"{account}@ponte.example")
        for _ in range(20):
            if client.sign_in():
                return client
            time.sleep(1)
        raise NotThereError(f"{account} cannot sign in; see {self.served.log}")

    def expect(self, what: str, well: bool, found: object = "yes") -> None:
        self.told.append((what, str(found)))
        self._say(f"  {'well ' if well else 'WRONG'} {what}: {found}")
        if not well:
            self.wrong.append(f"{what}: {found}")

    def within(self, seconds: float, well: Callable[[], bool]) -> float | None:
        """Seconds until it holds; none where it does not in that time."""
        start = time.monotonic()
        while time.monotonic() - start < seconds:
            self.served.keep()
            if well():
                return time.monotonic() - start
            time.sleep(0.5)
        return None

    def check(self) -> dict[str, tuple[str, str]]:
        """What `ponte check` finds: of each check its outcome and sentence; of several alike, the wrong one."""
        found: dict[str, tuple[str, str]] = {}
        for one in json.loads(self.served.run("ponte.cli", "check", "--json", check=False).stdout):
            if found.get(one["check"], ("", ""))[0] != "wrong":
                found[one["check"]] = one["outcome"], one["sentence"]
        return found

    def office_says(self) -> str:
        """The first page of the administrator."""
        return unescape(self.office.get("/").page)

    def write(self, times: int, user: Operator | Administrator | None = None) -> list[float]:
        """Let the user, or else the operator, write so often; returns how long each took."""
        writer = user or self.operator
        taken = []
        for _ in range(times):
            start = time.monotonic()
            writer.write()
            taken.append(time.monotonic() - start)
        return taken

    def ending(self) -> dict[str, Any]:
        """Compare everything with the ledger, and close."""
        found, wrong = look_at(self.served, self.mail, self.ledger)
        self.expect("what was acknowledged is there, once and whole", not wrong, f"{found['stored']} writes")
        self.wrong += wrong
        return {"told": self.told, "wrong": self.wrong}
