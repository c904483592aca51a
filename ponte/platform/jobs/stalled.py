# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Jobs whose worker is gone: begun again, or given up where they end every worker that tries.

A worker that lives holds an advisory lock on its number. PostgreSQL lets go of it in the moment in which the worker's
connection ends, so nobody has to compare clocks to know who is gone. Workers that came with a restored backup hold
none: what was under way when the copy was made is begun again.
"""

from django.db import connection, transaction
from django.db.backends.utils import CursorWrapper

GATE = 0x4A4F42474154  # "JOBGAT": the advisory lock shared by workers that take up their number
WORKER = 0x4A4F4253 << 32  # "JOBS", and the worker's number
MOST_STARTS = 10  # in an hour: who is begun again so often ends the worker itself
LONGEST_WAIT = "2 hours"  # No job of ours waits longer, so one that does was given its time by a wrong clock.


def lock_of(worker: int) -> int:
    return WORKER | (worker & 0xFFFFFFFF)


@transaction.atomic
def begin_again(*, by_worker: int | None = None, by_job: int | None = None) -> list[int]:
    """Queue the jobs that nobody does any more; returns their ids.

    `by_worker` and `by_job` say who asks: a worker does one job at a time, so another of its own is not being done.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [GATE])
        gone = _gone(cursor)
        cursor.execute(
            "SELECT id FROM procrastinate_jobs WHERE status = 'doing' AND id IS DISTINCT FROM %s "
            "AND (worker_id IS NULL OR worker_id = ANY(%s) OR worker_id = %s) ORDER BY id FOR UPDATE",
            [by_job, gone, by_worker],
        )
        stalled = [row[0] for row in cursor.fetchall()]
        for job in stalled:
            _decide(cursor, job)
        cursor.execute("DELETE FROM procrastinate_workers WHERE id = ANY(%s)", [gone])
        cursor.execute(
            "UPDATE procrastinate_jobs SET scheduled_at = now() WHERE status = 'todo' "
            "AND scheduled_at > now() + %s::interval",
            [LONGEST_WAIT],
        )
    return stalled


def _gone(cursor: CursorWrapper) -> list[int]:
    cursor.execute("SELECT id FROM procrastinate_workers ORDER BY id")
    gone = []
    for (worker,) in cursor.fetchall():
        cursor.execute("SELECT pg_try_advisory_xact_lock(%s)", [lock_of(worker)])
        if cursor.fetchone()[0]:
            gone.append(worker)
    return gone


def _decide(cursor: CursorWrapper, job: int) -> None:
    """A periodic job that waits for its next turn anyway is let go; the trigger of the table notes what happened."""
    cursor.execute(
        "UPDATE procrastinate_jobs j SET attempts = attempts + 1, scheduled_at = NULL, worker_id = NULL, "
        "status = CASE WHEN EXISTS (SELECT 1 FROM procrastinate_jobs o WHERE o.status = 'todo' "
        "             AND o.queueing_lock = j.queueing_lock) THEN 'aborted' "
        "WHEN (SELECT count(*) FROM procrastinate_events e WHERE e.job_id = j.id AND e.type = 'started' "
        "      AND e.at > now() - interval '1 hour') >= %s THEN 'failed' "
        "ELSE 'todo' END::procrastinate_job_status WHERE id = %s",
        [MOST_STARTS, job],
    )
