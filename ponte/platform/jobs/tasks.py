# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The jobs that keep background work itself in order."""

from procrastinate.contrib.django import app
from procrastinate.job_context import JobContext

from ponte.platform.jobs.stalled import begin_again

KEEP_FINISHED_HOURS = 24
KEEP_FAILED_HOURS = 24 * 90


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="heartbeat")
def heartbeat(timestamp: int) -> None:
    """Succeed once a minute: `ponte check` tells from it whether background work is being done."""


@app.periodic(cron="* * * * *")
@app.task(queueing_lock="begin_stalled_jobs_again", pass_context=True)
def begin_stalled_jobs_again(context: JobContext, timestamp: int) -> None:
    begin_again(by_worker=context.job.worker_id, by_job=context.job.id)


@app.periodic(cron="17 3 * * *")
@app.task(queueing_lock="tidy", pass_context=True)
async def tidy(context: JobContext, timestamp: int) -> None:
    """Forget jobs that are done, and in the end also those that failed."""
    manager = context.app.job_manager
    await manager.delete_old_jobs(nb_hours=KEEP_FINISHED_HOURS)
    await manager.delete_old_jobs(nb_hours=KEEP_FAILED_HOURS, include_failed=True, include_aborted=True)
