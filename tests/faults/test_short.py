# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A short run of `make faults`: what was acknowledged outlives a few kills, whole and once."""

import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from faults.killing import installation, kill_at_random
from faults.mail import MailServer
from faults.served import Served
from tests.installations import Installation

SEED = 41
KINDS = ("web worker", "job worker", "PostgreSQL backend", "PostgreSQL")


@pytest.fixture
def served(migrated: Installation) -> Iterator[tuple[Served, MailServer]]:
    with tempfile.TemporaryDirectory(prefix="ponte-test-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        migrated.copied(folder / "var")
        with installation(folder) as running:
            yield running


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_nothing_acknowledged_is_lost_and_nothing_is_half_done(served: tuple[Served, MailServer]) -> None:
    said: list[str] = []
    outcome = kill_at_random(*served, kills=4, seed=SEED, check_every=100, say=said.append)
    assert outcome.wrong == [], said
    assert outcome.kills == Counter(KINDS)
    assert outcome.found["stored"] > 20
    assert outcome.found["jobs"]["asked"] > 3
