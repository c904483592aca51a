# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""No address answers anybody with a crash, an echo of what they typed, or somebody else's person.

Seven questions to each address here; with `PONTE_NIGHTLY=1`, every role asks every address with everything.
"""

import logging
import os
import random
import re

import pytest
from django.test import Client

from ponte.accounts.models import User
from tests.cast import NAMES, Cast
from tests.nightly import NIGHTLY
from tests.security import crawl

ROUNDS = int(os.environ.get("PONTE_CRAWL_ROUNDS", "3"))
CRAWLED = crawl.addresses()


@pytest.fixture(autouse=True)
def _quiet(caplog: pytest.LogCaptureFixture) -> None:
    """Refusals by the thousand are no news."""
    caplog.set_level(logging.CRITICAL, logger="django")


def clients(cast: Cast) -> dict[str, Client]:
    users: dict[str, User | None] = {"nobody": None, **cast.users}
    return {role: crawl.browser(user) for role, user in users.items()}


def explore(stage: crawl.Stage, role: str, client: Client, address: str, chance: random.Random, rounds: int) -> None:
    """Ask one address as it is meant, then with spoilt parts, parameters, forms and methods."""
    page = crawl.ask(stage, role, client, "GET", crawl.fill(address, stage, chance, spoilt=False), {})
    names = sorted({*crawl.NAME.findall(page)} - {"csrfmiddlewaretoken"}) or list(crawl.NAMES)
    for _ in range(rounds):
        path = crawl.fill(address, stage, chance, spoilt=chance.random() < 0.4)
        known = crawl.data_for([*names, *crawl.NAMES], chance, crawl.HOSTILE)
        crawl.ask(stage, role, client, "GET", path, known)
        crawl.ask(stage, role, client, "POST", path, crawl.data_for(names, chance, crawl.HOSTILE, 12))
    crawl.ask(stage, role, client, chance.choice(crawl.ODD_METHODS), path, {})


@pytest.mark.skipif(NIGHTLY, reason="the large one runs instead")
def test_every_address_stands_hostile_questions(cast: Cast) -> None:
    stage, chance = crawl.set_stage(cast), random.Random(20261125)
    browsers = clients(cast)
    roles = sorted(browsers)
    for number, address in enumerate(CRAWLED):
        for role in (roles[number % len(roles)], chance.choice(roles)):
            explore(stage, role, browsers[role], address, chance, rounds=1)
    print(f"{stage.asked} questions to {len(CRAWLED)} addresses: {dict(sorted(stage.tallies.items()))}")
    assert not stage.faults, "\n".join(stage.faults[:40])


@pytest.mark.skipif(not NIGHTLY, reason="nightly: PONTE_NIGHTLY=1")
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("role", ["nobody", *NAMES])
def test_every_role_asks_every_address_everything(cast: Cast, role: str) -> None:
    stage, chance = crawl.set_stage(cast), random.Random(f"{role}{os.environ.get('PONTE_CRAWL_SEED', '1')}")
    client = clients(cast)[role]
    for address in CRAWLED:
        explore(stage, role, client, address, chance, rounds=ROUNDS)
    print(f"{role}: {stage.asked} questions to {len(CRAWLED)} addresses: {dict(sorted(stage.tallies.items()))}")
    assert not stage.faults, "\n".join(stage.faults[:40])


def test_nothing_is_written_without_the_token_of_a_form(cast: Cast) -> None:
    """Another site must not act through the browser of somebody who is signed in."""
    stage, chance = crawl.set_stage(cast), random.Random(1)
    client = Client(enforce_csrf_checks=True, raise_request_exception=False)
    client.force_login(cast.administrator)
    answers = {}
    for address in CRAWLED:
        path = crawl.fill(address, stage, chance, spoilt=False)
        answers[path] = client.post(path, {}).status_code
    unrefused = {path: status for path, status in answers.items() if status not in {403, 404}}
    # For programs no session counts, so that there is nothing to act through.
    assert {path: status for path, status in unrefused.items() if not path.startswith("/api/v1/")} == {}
    assert set(unrefused.values()) <= {401, 405}
    assert sum(status == 403 for status in answers.values()) > len(answers) * 0.8


def test_the_crawl_itself_sees() -> None:
    stage = crawl.Stage(None, {}, {"sportello-trans": "Ypsolante"})  # type: ignore[arg-type]
    for status, page in ((500, ""), (200, f"<svg/onload={crawl.SPELL}>"), (200, crawl.PRODUCT), (200, "Ypsolante")):
        crawl._judge(stage, "operator", status, page, {}, "x")
    crawl._judge(stage, "protected", 200, "Ypsolante &lt;svg/onload=ponte1xss&gt;", {}, "x")
    assert [re.sub(r"^x: ", "", fault) for fault in stage.faults] == [
        "500",
        "what was typed came back as it was",
        "what was typed was worked out",
        "told of Ypsolante, whom only sportello-trans knows",
    ]
