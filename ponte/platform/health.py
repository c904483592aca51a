# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What an administrator should know of this installation today: worker, waiting work, space, clock."""

import datetime as dt
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.db import connection
from django.utils import timezone

from ponte.platform.environment import Environment
from ponte.platform.jobs.tasks import heartbeat

QUIET = dt.timedelta(minutes=3)
LITTLE_SPACE = 1024  # megabytes
WRONG_CLOCK = dt.timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Health:
    """`again`: what waits for another try, as (task, how many, since when it waits)."""

    worker_seen: dt.datetime | None
    waiting: int
    again: Sequence[tuple[str, int, dt.datetime]]
    newest: dt.datetime | None
    free: int
    now: dt.datetime

    @property
    def works(self) -> bool:
        return self.worker_seen is not None and self.worker_seen > self.now - QUIET

    @property
    def short_of_space(self) -> bool:
        return self.free < LITTLE_SPACE

    @property
    def clock_was_set_back(self) -> bool:
        """Something is dated later than now."""
        return self.newest is not None and self.newest > self.now + WRONG_CLOCK

    @property
    def waits_again(self) -> int:
        return sum(number for _, number, _ in self.again)

    @property
    def is_well(self) -> bool:
        return self.works and not (self.again or self.short_of_space or self.clock_was_set_back)


def health() -> Health:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT (SELECT max(e.at) FROM procrastinate_events e JOIN procrastinate_jobs j ON j.id = e.job_id "
            "        WHERE e.type = 'succeeded' AND j.task_name = %s), "
            "(SELECT count(*) FROM procrastinate_jobs WHERE status = 'todo'), "
            # "scheduled" is dated when its job is to be done, all others when they happened.
            "(SELECT max(at) FROM procrastinate_events WHERE type <> 'scheduled')",
            [heartbeat.name],
        )
        seen, waiting, newest = cursor.fetchone()
        cursor.execute(
            "SELECT j.task_name, count(*), min(e.at) FROM procrastinate_jobs j "
            "JOIN LATERAL (SELECT min(at) AS at FROM procrastinate_events WHERE job_id = j.id) e ON true "
            "WHERE j.status = 'todo' AND j.attempts > 0 GROUP BY j.task_name ORDER BY j.task_name"
        )
        again = cursor.fetchall()
    return Health(
        worker_seen=seen, waiting=waiting, again=again, newest=newest, free=free_megabytes(Environment.read().var),
        now=timezone.now(),
    )  # fmt: skip


def free_megabytes(folder: Path) -> int:
    """What is left on the disk of this folder."""
    while not folder.exists():
        folder = folder.parent
    return shutil.disk_usage(folder).free // 2**20
