# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who is taken on by a service, and until when."""

import random
from collections.abc import Iterator
from datetime import date

from ponte.demo.generated.places import Desk
from ponte.people.models import Enrolment
from ponte.platform.database.filling import TableWriter, next_ids

ENROLMENT_COLUMNS = (
    "id",
    "card_id",
    "service_id",
    "opened_on",
    "closed_on",
    "reason",
    "outcome",
    "outcome_note",
    "referent_id",
)
OUTCOMES = [outcome.value for outcome in Enrolment.Outcome if outcome != Enrolment.Outcome.DECEASED]


class Enrolments:
    """Takes some people on, and closes most of what is old; the steps are written beside."""

    def __init__(self, rng: random.Random, today: date) -> None:
        self._rng = rng
        self._today = today.toordinal()
        self._rows = TableWriter("people_enrolment", ENROLMENT_COLUMNS)
        self._steps = TableWriter("people_enrolmentevent", ("enrolment_id", "kind", "on", "outcome", "note"))
        self._ids = _endless_ids("people_enrolment")

    def __enter__(self) -> "Enrolments":
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        if kind is None:
            self._rows.flush()
            self._steps.flush()

    def consider(self, card: int, desk: Desk, day: int) -> None:
        rng = self._rng
        if rng.random() >= desk.profile.enrolled:
            return
        ends = day + rng.randrange(30, 700)
        closed = ends < self._today
        outcome = rng.choice(OUTCOMES) if closed else ""
        opened_on = date.fromordinal(day).isoformat()
        closed_on = date.fromordinal(ends).isoformat() if closed else None
        enrolment = next(self._ids)
        self._rows.write(
            (
                enrolment,
                card,
                desk.service_id,
                opened_on,
                closed_on,
                "",
                outcome,
                "",
                rng.choice(desk.referents) if desk.referents else None,
            )
        )
        self._steps.write((enrolment, "opened", opened_on, "", ""))
        if closed:
            self._steps.write((enrolment, "closed", closed_on, outcome, ""))


def _endless_ids(table: str, block: int = 10_000) -> Iterator[int]:
    while True:
        first = next_ids(table, block)
        yield from range(first, first + block)
