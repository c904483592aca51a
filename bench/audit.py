# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What recording costs a page, as a ratio, and how fast a long trail is sealed, verified and searched.

`python -m bench.audit` prints a table; `PEOPLE` (10,000) and `EVENTS` (1,000,000) change the sizes. Pages are asked
for in one process, in turn with and without recording, so that both halves of a pair see the same machine.
"""

import datetime as dt
import os
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any
from unittest.mock import patch

from bench.installation import ROOT, Installation

PAIRS = 60
ROUNDS, IN_A_ROUND = 6, 25  # long enough for the clock of processes, which ticks a hundred times a second
MOST = 0.10
OPERATOR = "operatrice@ponte.example"


def main() -> None:
    installation = Installation.of_size(int(os.environ.get("PEOPLE", "10000")))
    installation.fill()
    for part in ("pages", "trail"):
        done = subprocess.run([sys.executable, "-m", "bench.audit", part], cwd=ROOT, env=installation.environment)
        if done.returncode:
            raise SystemExit(done.returncode)


def pages() -> None:
    """The middle of the ratios of pairs of answers, with recording to without."""
    from ponte.cli.installation import open_installation

    open_installation("web", up_to_date=False)
    from django.contrib.auth import get_user_model
    from django.test import Client

    client = Client(headers={"host": "localhost"})
    user = get_user_model().objects.get(email=OPERATOR)
    client.force_login(user, backend="allauth.account.auth_backends.AuthenticationBackend")
    card = _first(client, "/persone/", "/persone/")
    intervention = _first(client, "/registro/", "/registro/")
    paths = {
        "First page": "/", "People": "/persone/", "Search by name": "/persone/?q=mohamed", "Card": card,
        "Card, its form": f"{card}modifica/", "Register": "/registro/", "Intervention": intervention,
        "Quick entry, people as one types": "/registro/persone/?person=mo",
    }  # fmt: skip
    print("| Page | without, ms | with, ms | costs | costs, processor time |\n| --- | ---: | ---: | ---: | ---: |")
    worst = 0.0
    for name, path in paths.items():
        for _ in range(8):
            client.get(path)
        pairs = [_pair(client, path, first=number % 2) for number in range(PAIRS)]
        cost = statistics.median(on / off for on, off in pairs) - 1
        on, off = (statistics.median(half) * 1000 for half in zip(*pairs, strict=True))
        worked = _processor_cost(client, path)
        worst = max(worst, worked)
        print(f"| {name} | {off:.1f} | {on:.1f} | {cost:+.1%} | {worked:+.1%} |", flush=True)
    print(f"\nThe most that recording costs, processor time: {worst:.1%} (allowed: {MOST:.0%}).", flush=True)


def _processor_cost(client: Any, path: str) -> float:
    """Of this process and of its PostgreSQL: other work on the machine does not count. Waiting for the disk does not
    either."""
    spent = {True: 0.0, False: 0.0}
    for number in range(2 * ROUNDS):
        recorded = bool(number % 2)
        with nullcontext() if recorded else _unrecorded():
            before = _processor_seconds()
            for _ in range(IN_A_ROUND):
                _seconds(client, path)
            spent[recorded] += _processor_seconds() - before
    return spent[True] / spent[False] - 1


def _processor_seconds() -> float:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        stat = Path(f"/proc/{cursor.fetchone()[0]}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return time.process_time() + (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")


def _pair(client: Any, path: str, *, first: int) -> tuple[float, float]:
    """Seconds with and without recording, the one or the other first."""
    if first:
        on = _seconds(client, path)
        with _unrecorded():
            return on, _seconds(client, path)
    with _unrecorded():
        off = _seconds(client, path)
    return _seconds(client, path), off


def _seconds(client: Any, path: str) -> float:
    begins = time.perf_counter()
    answer = client.get(path)
    took = time.perf_counter() - begins
    if answer.status_code != 200:
        raise SystemExit(f"{path} answered {answer.status_code}.")
    return took


@contextmanager
def _unrecorded() -> Iterator[None]:
    @contextmanager
    def nothing() -> Iterator[None]:
        yield None

    with (
        patch("ponte.platform.web.watching", nothing),
        patch("ponte.platform.audit.actions.record_seen", lambda *_, **__: None),
        patch("ponte.platform.audit.models.AuditEvents.create", lambda *_, **__: None),
    ):
        yield


def _first(client: Any, page: str, start: str) -> str:
    found = re.search(rf'href="({start}[0-9A-Z]+/)"', client.get(page).content.decode())
    if found is None:
        raise SystemExit(f"No link on {page}.")
    return found[1]


def trail() -> None:
    """Seconds to seal and to verify a long trail, and milliseconds of the auditor's pages over it."""
    from ponte.cli.installation import open_installation

    open_installation("system", up_to_date=False)
    from django.db import connection

    from ponte.accounts.models import User
    from ponte.network.models import Membership
    from ponte.oversight import trail as door
    from ponte.oversight.trail import Criteria
    from ponte.people.models import Card
    from ponte.platform.audit import sealing
    from ponte.platform.audit.models import AuditEvent
    from ponte.platform.database.actor import acting_as

    wanted = int(os.environ.get("EVENTS", "1000000"))
    missing = wanted - AuditEvent.objects.count()
    print(f"\n| A trail of {wanted:,} events | |\n| --- | ---: |")
    if missing > 0:
        with connection.cursor() as cursor:
            cursor.execute(MADE_UP, [missing, missing])
    _tell("sealing", lambda: sealing.seal_events(), "s")
    broken: list[str | None] = []
    _tell("verifying, `ponte check audit`", lambda: broken.append(sealing.first_break()), "s")
    if broken != [None]:
        raise SystemExit(f"The trail is broken: {broken}")
    auditor = Membership.objects.filter(role=Membership.Role.AUDITOR).select_related("user")[0].user
    card = Card.objects.order_by("pk")[5]
    someone = User.objects.get(email=OPERATOR)
    middle = AuditEvent.objects.order_by("pk")[wanted // 2]
    asked = {
        "the latest": Criteria(),
        "a person": Criteria(code=card.code),
        "a user": Criteria(user=someone.pk),
        "a user, one action": Criteria(user=someone.pk, actions=["people.print_card"]),
        "an action that is rare": Criteria(actions=["people.read_legal_name"]),
        "a period": Criteria(since=middle.at, until=middle.at + dt.timedelta(days=1)),
        "an address": Criteria(address="192.0.2.77"),
        "a request": Criteria(request=middle.request),
    }
    for what, criteria in asked.items():
        with acting_as(auditor.pk):
            _tell(f"search: {what}", lambda criteria=criteria: door.search(criteria, by=auditor), "ms")
    with acting_as(auditor.pk):
        place = door.Place(middle.at, middle.pk)
        _tell("a page in the middle", lambda: door.search(Criteria(), by=auditor, after=place), "ms")


def _tell(what: str, doing: Callable[[], object], unit: str) -> None:
    begins = time.perf_counter()
    doing()
    took = time.perf_counter() - begins
    print(f"| {what} | {took * 1000:.0f} ms |" if unit == "ms" else f"| {what} | {took:.1f} s |", flush=True)


MADE_UP = """
INSERT INTO audit_auditevent (at, request, actor_id, process, action, object_type, object_id, object_ids, address,
    reason, after, scopes)
SELECT now() - (%s - n) * interval '30 seconds', gen_random_uuid(), u.id, '',
    CASE WHEN n %% 5000 = 0 THEN 'people.read_legal_name' WHEN n %% 40 = 0 THEN 'people.print_card'
         WHEN n %% 3 = 0 THEN 'people.see_people' ELSE 'people.read_card' END,
    'people.card', CASE WHEN n %% 3 = 0 THEN NULL ELSE c.low + n * 7919 %% (c.high - c.low) END,
    CASE WHEN n %% 3 = 0 THEN ARRAY(SELECT c.low + (n * 31 + k * 977) %% (c.high - c.low)
         FROM generate_series(1, 20) AS k) END,
    ('192.0.2.' || n %% 200)::inet, CASE WHEN n %% 10 = 0 THEN 'colloquio' ELSE '' END, NULL, '{1}'
FROM generate_series(1::bigint, %s) AS n
CROSS JOIN (SELECT min(id) AS low, max(id) AS high FROM people_card) AS c
JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS place, count(*) OVER () AS number FROM accounts_user) AS u
    ON u.place = n %% u.number
"""

if __name__ == "__main__":
    {"": main, "pages": pages, "trail": trail}[sys.argv[1] if len(sys.argv) > 1 else ""]()
