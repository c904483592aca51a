# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the users write, each under a mark of its own; and the ledger outside of what was acknowledged."""

import datetime as dt
import json
import random
import threading
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from bench.forms import form_of
from faults.client import Answer, Client, option_of

YES, UNKNOWN, REFUSED = "acknowledged", "unanswered", "refused"
SYLLABLES = [a + b for a in "bcdfglmnprstvz" for b in "aeiou"]


@dataclass(slots=True)
class Written:
    """One write: its kind, mark and answer, and what else finds it again."""

    kind: str
    mark: str
    answer: str
    about: dict[str, Any] = field(default_factory=dict)


class Ledger:
    """Kept outside the installation, a line for each write as soon as its answer is there."""

    def __init__(self, file: Path) -> None:
        self.file = file
        self.rows: list[Written] = []
        self._lock = threading.Lock()
        self._number = 0

    def mark(self) -> str:
        with self._lock:
            self._number += 1
            return f"segno-{self._number:06}"

    def note(self, written: Written) -> None:
        with self._lock:
            self.rows.append(written)
            with self.file.open("a", encoding="utf-8") as file:
                file.write(json.dumps(asdict(written)) + "\n")

    def invited(self) -> list[str]:
        """The marks of acknowledged invitations, each of which sends a letter."""
        with self._lock:
            return [row.mark for row in self.rows if row.kind == "invitation" and row.answer == YES]

    def count(self) -> Mapping[str, Counter[str]]:
        with self._lock:
            counted: dict[str, Counter[str]] = {}
            for row in self.rows:
                counted.setdefault(row.kind, Counter())[row.answer] += 1
            return counted


class Operator:
    """Somebody at a desk, who registers people and goes on working with those they registered."""

    def __init__(self, client: Client, ledger: Ledger, seed: int) -> None:
        self.client = client
        self._ledger = ledger
        self._random = random.Random(seed)
        self._service = option_of(client.get("/persone/nuova/").page, "service")
        self._cards: list[dict[str, str]] = []
        self._contacts: list[str] = []
        self._attachments: list[tuple[str, str, str]] = []

    def write(self) -> None:
        writes: list[tuple[Callable[[], None], int]] = [(self.register, 4)]
        if self._cards:
            writes += [(self.change, 3), (self.record, 4), (self.attach, 3), (self.ask_for_access, 2)]
        if self._contacts:
            writes.append((self.take_back, 1))
        if self._attachments:
            writes.append((self.take_away, 1))
        acts, weights = zip(*writes, strict=True)
        self._random.choices(acts, weights)[0]()

    def register(self) -> None:
        """A person, the keys by which they are found, an enrolment and the events of both: one transaction."""
        mark = self._ledger.mark()
        card = {
            "given_name": self._word(), "family_name": self._word(), "phone": f"3{self._random.randrange(10**9):09}",
        }  # fmt: skip
        answer = self.client.post("/persone/nuova/", {**card, "service": self._service, "enrol": "on", "notes": mark})
        if self._noted("person", mark, answer, card) == YES:
            self._cards.append(card | {"code": answer.location.strip("/").rsplit("/", 1)[-1]})

    def change(self) -> None:
        """The encrypted note of a card is replaced."""
        card, mark = self._random.choice(self._cards), self._ledger.mark()
        known = {name: card[name] for name in ("given_name", "family_name", "phone")}
        answer = self.client.post(f"/persone/{card['code']}/modifica/", {**known, "notes": mark})
        self._noted("change", mark, answer, {"code": card["code"]})

    def record(self) -> None:
        """A contact in the register, with who took part and a note."""
        mark = self._ledger.mark()
        page = self.client.get("/registro/nuovo/contatto/").page
        fields = dict(form_of(page, "data-quick-entry"))
        if not fields:
            return
        fields |= {"code": mark, "headcount": "", "minutes": "15", "note": mark, "close": "1"}
        answer = self.client.post("/registro/nuovo/contatto/", fields)
        if self._noted("contact", mark, answer, {}) == YES:
            self._contacts.append(answer.location.strip("/").rsplit("/", 1)[-1])

    def take_back(self) -> None:
        pk, mark = self._contacts.pop(), self._ledger.mark()
        answer = self.client.post(f"/registro/{pk}/annulla/", {"reason": mark})
        self._noted("void", mark, answer, {"pk": int(pk)})

    def attach(self) -> None:
        card, mark = self._random.choice(self._cards), self._ledger.mark()
        content = (mark + "\n") * self._random.choice([1, 40, 20_000])
        answer = self.client.post(
            f"/persone/{card['code']}/allegati/nuovo/", {"note": mark, "service": self._service},
            file=(f"{mark}.txt", content.encode()),
        )  # fmt: skip
        if self._noted("attachment", mark, answer, {"code": card["code"], "length": len(content)}) == YES:
            self._attachments.append((card["code"], mark, ""))

    def take_away(self) -> None:
        """A file is taken off a card; a job removes it from the disk."""
        code, name, _ = self._attachments.pop()
        page = self.client.get(f"/persone/{code}/").page
        links = [part.rpartition('"')[2] for part in page.partition(f"{name}.txt")[2].split("rimuovi/")[:1]]
        pk = next((link.rstrip("/").rsplit("/", 1)[-1] for link in links if "/allegati/" in link), "")
        if pk.isdigit():
            mark = self._ledger.mark()
            answer = self.client.post(f"/persone/{code}/allegati/{pk}/rimuovi/", {"reason": mark})
            self._noted("removal", mark, answer, {"pk": int(pk)})

    def ask_for_access(self) -> None:
        """A person asks what is held about them: a job composes the file."""
        card, mark = self._random.choice(self._cards), self._ledger.mark()
        answer = self.client.post(
            f"/persone/{card['code']}/diritti/accesso/",
            {
                "service": self._service, "asked_on": f"{dt.date.today():%Y-%m-%d}", "identified": "known",
                "language": "it", "note": mark,
            },
        )  # fmt: skip
        self._noted("access", mark, answer, {"code": card["code"]})

    def _word(self) -> str:
        return "".join(self._random.choice(SYLLABLES) for _ in range(5)).capitalize()

    def _noted(self, kind: str, mark: str, answer: Answer, about: dict[str, Any]) -> str:
        return noted(self._ledger, kind, mark, answer, about)


class Administrator:
    """Somebody who invites colleagues: each gets a letter."""

    def __init__(self, client: Client, ledger: Ledger) -> None:
        self.client = client
        self._ledger = ledger

    def write(self) -> None:
        mark = self._ledger.mark()
        answer = self.client.post(
            "/utenti/nuovo/", {"name": f"Prova {mark}", "email": f"{mark}@ponte.example", "language": "it"}
        )
        noted(self._ledger, "invitation", mark, answer, {})


def noted(ledger: Ledger, kind: str, mark: str, answer: Answer, about: dict[str, Any]) -> str:
    if answer.status == 302 and "/accedi/" not in answer.location:
        state = YES
    else:
        state = UNKNOWN if answer.unknown else REFUSED
    ledger.note(Written(kind, mark, state, about | {"status": answer.status}))
    return state
