# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whoever administers sees what is away, full or wrong: on the first page, and in `ponte check`."""

import datetime as dt
import shutil
from collections import namedtuple

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone

from ponte.platform.checks.background import check_jobs
from ponte.platform.checks.space import check_space
from ponte.platform.health import health
from ponte.platform.jobs.tasks import heartbeat
from tests.cast import Cast
from tests.support import system_role

Usage = namedtuple("Usage", "total used free")


def job(
    task: str, *, status: str = "todo", attempts: int = 0, lock: str | None = None, after: str = "0", at: dt.datetime
) -> None:
    """A job that came into this state at that time."""
    with system_role(), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_jobs "
            "(queue_name, task_name, status, attempts, queueing_lock, args, scheduled_at) "
            "VALUES ('q', %s, %s, %s, %s, '{}', now() + %s::interval) RETURNING id",
            [task, status, attempts, lock, after],
        )
        number = cursor.fetchone()[0]
        cursor.execute(
            "UPDATE procrastinate_events SET at = %s WHERE job_id = %s AND type <> 'scheduled'", [at, number]
        )
        if status != "todo":
            cursor.execute(
                "INSERT INTO procrastinate_events (job_id, type, at) VALUES (%s, %s, %s)", [number, status, at]
            )


def outcomes() -> dict[str, str]:
    return {finding.check: str(finding.outcome) for finding in check_jobs()}


def test_an_administrator_sees_that_letters_wait(client: Client, cast: Cast) -> None:
    """Nobody else would know why no letter comes."""
    now = timezone.now()
    client.force_login(cast.administrator)
    job(heartbeat.name, status="succeeded", at=now)
    assert "Da guardare" not in client.get("/").content.decode()
    for _ in range(2):
        job("accounts.send_letter", attempts=3, at=now, after="14 minutes")
    assert not health().clock_was_set_back
    assert "2 lavori non sono riusciti e saranno ripetuti da soli" in client.get("/").content.decode()
    again = next(finding for finding in check_jobs() if finding.check == "jobs.again")
    assert (again.outcome, "2 × accounts.send_letter" in again.sentence) == ("note", True)


def test_a_worker_that_stands_still_is_seen(client: Client, cast: Cast) -> None:
    client.force_login(cast.administrator)
    job(heartbeat.name, status="succeeded", at=timezone.now() - dt.timedelta(minutes=10))
    job("a.b", at=timezone.now() - dt.timedelta(minutes=10))
    page = client.get("/").content.decode()
    assert "Il lavoro in secondo piano (documenti, lettere, importazioni) è fermo dal" in page
    assert "1 lavoro aspetta." in page


def test_a_clock_that_was_set_back_is_not_taken_for_a_worker_at_work(client: Client, cast: Cast) -> None:
    """What succeeded tomorrow says nothing of now."""
    client.force_login(cast.administrator)
    job(heartbeat.name, status="succeeded", at=timezone.now() + dt.timedelta(days=1))
    assert health().clock_was_set_back
    assert outcomes() == {"jobs.failed": "ok", "jobs.clock": "wrong"}
    assert "è, o è stato, sbagliato" in client.get("/").content.decode()


@pytest.mark.parametrize(("free", "outcome"), [(500, "wrong"), (5000, "ok")])
def test_a_disk_that_fills_up_is_told_before_it_is_full(
    client: Client, cast: Cast, monkeypatch: pytest.MonkeyPatch, free: int, outcome: str
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(10_000 * 2**20, 0, free * 2**20))
    assert check_space().outcome == outcome
    client.force_login(cast.administrator)
    job(heartbeat.name, status="succeeded", at=timezone.now())
    assert ("Sul disco restano" in client.get("/").content.decode()) is (outcome == "wrong")


@pytest.mark.django_db
def test_a_periodic_job_that_failed_and_since_then_came_well_needs_nobody() -> None:
    """A crash in the middle of one would be red for a week; one that keeps failing, and any other, stays red."""
    now = timezone.now()
    job("a.periodic", status="failed", lock="periodic", at=now)
    assert outcomes()["jobs.failed"] == "wrong"
    job("a.periodic", status="succeeded", lock="periodic", at=now)
    assert outcomes()["jobs.failed"] == "ok"
    job("a.asked", status="failed", at=now)
    job("a.asked", status="succeeded", at=now)
    assert outcomes()["jobs.failed"] == "wrong"
