# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Jobs whose worker ended without a word are begun again, and those that somebody does are left alone."""

import smtplib

import psycopg
import pytest
from django.db import OperationalError, connection
from procrastinate.contrib.django.models import ProcrastinateEvent, ProcrastinateJob
from procrastinate.jobs import Job

from ponte.platform.jobs.retrying import UntilItIsBack
from ponte.platform.jobs.stalled import MOST_STARTS, begin_again, lock_of

pytestmark = pytest.mark.django_db


def worker() -> int:
    return value("INSERT INTO procrastinate_workers DEFAULT VALUES RETURNING id")


def doing(by: int | None, *, lock: str | None = None, starts: int = 1) -> int:
    """A job that was begun so often, the last time by this worker."""
    number = value(
        "INSERT INTO procrastinate_jobs (queue_name, task_name, queueing_lock, args) "
        "VALUES ('q', 'a.b', %s, '{}') RETURNING id",
        lock,
    )
    for _ in range(starts):
        value("UPDATE procrastinate_jobs SET status = 'todo' WHERE id = %s RETURNING id", number)
        value("UPDATE procrastinate_jobs SET status = 'doing', worker_id = %s WHERE id = %s RETURNING id", by, number)
    return number


def value(sql: str, *parameters: object) -> int:
    with connection.cursor() as cursor:
        cursor.execute(sql, parameters)
        return int(cursor.fetchone()[0])


def status(job: int) -> str:
    return str(ProcrastinateJob.objects.get(pk=job).status)


def test_what_a_killed_worker_left_is_begun_again_and_that_can_be_seen() -> None:
    """Whoever asked for a document that a crash interrupted would wait for ever."""
    job = doing(worker())
    assert begin_again() == [job]
    assert status(job) == "todo"
    assert list(ProcrastinateEvent.objects.filter(job_id=job).order_by("id").values_list("type", flat=True)) == [
        "deferred", "started", "deferred_for_retry",
    ]  # fmt: skip
    assert begin_again() == []


def test_what_was_under_way_when_a_backup_was_made_is_begun_again_after_its_restore() -> None:
    """Worker and job come back as they were; nobody holds the worker's lock. Or the worker is not even known."""
    jobs = [doing(worker()), doing(None)]
    assert begin_again() == jobs


def test_a_job_that_somebody_does_is_not_begun_a_second_time() -> None:
    living = worker()
    job = doing(living)
    with psycopg.connect(**_elsewhere()) as life:
        life.execute("SELECT pg_advisory_lock(%s)", [lock_of(living)])
        assert begin_again() == []
        assert status(job) == "doing"
    assert begin_again() == [job]


def test_a_worker_begins_its_own_again_where_it_could_not_note_the_end() -> None:
    """It does one job at a time: another one of its own is done by nobody."""
    living = worker()
    lost, asking = doing(living), doing(living)
    with psycopg.connect(**_elsewhere()) as life:
        life.execute("SELECT pg_advisory_lock(%s)", [lock_of(living)])
        assert begin_again(by_worker=living, by_job=asking) == [lost]
    assert status(asking) == "doing"


def test_a_job_that_ends_every_worker_is_given_up_where_it_is_seen() -> None:
    """It would otherwise keep all others waiting; `ponte check` names what failed."""
    job = doing(worker(), starts=MOST_STARTS)
    assert begin_again() == [job]
    assert status(job) == "failed"


def test_a_periodic_job_whose_next_turn_waits_is_let_go() -> None:
    """Two that wait under one lock are not allowed: nothing at all would be begun again."""
    old, other = doing(worker(), lock="heartbeat"), doing(worker())
    value("INSERT INTO procrastinate_jobs (queue_name, task_name, queueing_lock, args) "
          "VALUES ('q', 'a.b', 'heartbeat', '{}') RETURNING id")  # fmt: skip
    assert begin_again() == [old, other]
    assert (status(old), status(other)) == ("aborted", "todo")


def test_a_job_that_a_wrong_clock_put_off_for_a_year_is_done_now() -> None:
    job = value(
        "INSERT INTO procrastinate_jobs (queue_name, task_name, args, scheduled_at) "
        "VALUES ('q', 'a.b', '{}', now() + interval '1 year') RETURNING id"
    )
    begin_again()
    assert value("SELECT count(*) FROM procrastinate_jobs WHERE id = %s AND scheduled_at <= now()", job) == 1


def test_a_letter_outlives_a_weekend_without_a_mail_server() -> None:
    """Tried again soon, then every quarter of an hour for days; a mistake of ours is not repeated."""
    waits, attempts = [], 0
    while decision := _decision(ConnectionRefusedError(), attempts):
        waits.append((decision.retry_at - _now()).total_seconds())
        attempts += 1
    assert waits[0] <= 10
    assert max(waits) <= 15 * 60
    assert 3 < sum(waits) / 86_400 < 6
    assert _decision(smtplib.SMTPServerDisconnected(), 3)
    assert _decision(OperationalError(), 3)
    assert _decision(TypeError(), 0) is None
    assert _decision(OperationalError(), 0, queueing_lock="heartbeat") is None


def _decision(problem: Exception, attempts: int, queueing_lock: str | None = None):
    job = Job(
        id=1, queue="q", lock=None, queueing_lock=queueing_lock, task_name="a.b", attempts=attempts,
    )  # fmt: skip
    return UntilItIsBack().get_retry_decision(exception=problem, job=job)


def _now():
    from django.utils import timezone

    return timezone.now()


def _elsewhere() -> dict[str, object]:
    parameters = connection.get_connection_params()
    return {key: parameters[key] for key in ("dbname", "user", "host", "port") if key in parameters}
