# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The process that does the background work, as the system role."""

import asyncio
import logging
import os
import time
from collections.abc import Callable
from typing import Any

import psycopg
from django.db import close_old_connections, connection
from procrastinate import App
from procrastinate.contrib.django import app
from procrastinate.contrib.django.utils import connector_params
from procrastinate.job_context import JobContext
from procrastinate.psycopg_connector import PsycopgConnector
from procrastinate.worker import Worker

from ponte.platform.audit import actions as audit
from ponte.platform.jobs.retrying import UntilItIsBack
from ponte.platform.jobs.stalled import GATE, begin_again, lock_of

NEVER = (
    10 * 365 * 24 * 3600.0
)  # Who is gone is told by locks (`stalled`), not by procrastinate's comparing of clocks.
LOOK_EVERY = 1.0  # seconds
JUMP = 60.0  # Seconds that the clock is set by at once; small corrections come in small steps.
logger = logging.getLogger(__name__)


def run_worker(*, wait: bool = True) -> None:
    """Do the queued work; then go on waiting for more, unless `wait` is off, until a signal ends it."""
    audit.origin.set(audit.Origin(process="worker"))
    for number in begin_again():
        logger.warning("Job %s was under way when its worker ended; it is begun again.", number)
    connection.close()
    asyncio.run(_work(wait=wait))


async def _work(*, wait: bool) -> None:
    # The app that tasks know stays on Django's connection: what a job defers belongs to the job's transaction.
    parameters = _parameters()
    async with app.with_connector(PsycopgConnector(kwargs=parameters)).open_async() as worker_app:
        worker_app.perform_import_paths()  # type: ignore[no-untyped-call]
        _let_tasks_wait(worker_app)
        worker = Worker(
            app=worker_app, name="ponte", wait=wait, listen_notify=wait, stalled_worker_timeout=NEVER,
            task_middleware=[_with_a_good_connection],
        )  # fmt: skip
        async with await psycopg.AsyncConnection.connect(**parameters, autocommit=True) as life:
            await _run(worker, life)


async def _run(worker: Worker, life: psycopg.AsyncConnection) -> None:
    """Run the worker; from before its first job until after its last, `life` holds the lock on its number."""
    await life.execute("SELECT pg_advisory_lock_shared(%s)", [GATE])
    running = asyncio.create_task(worker.run())  # type: ignore[no-untyped-call]
    while worker.worker_id is None and not running.done():
        await asyncio.sleep(0.01)
    if worker.worker_id is not None:
        await life.execute("SELECT pg_advisory_lock(%s)", [lock_of(worker.worker_id)])
    await life.execute("SELECT pg_advisory_unlock_shared(%s)", [GATE])
    watching = asyncio.create_task(_watch(worker, life))
    try:
        await running
    finally:
        watching.cancel()


async def _watch(worker: Worker, life: psycopg.AsyncConnection) -> None:
    """End, to begin again, where that is the only way on.

    Whoever lost the lock counts as gone, and ends at once, before another worker begins the same job. After a jump of
    the clock, procrastinate would make up for each minute of years, or wait until the clock is there again.
    """
    ahead = time.time() - time.monotonic()
    try:
        while True:
            await asyncio.sleep(LOOK_EVERY)
            await life.execute("SELECT 1")
            if abs(time.time() - time.monotonic() - ahead) > JUMP:
                logger.warning("The clock has jumped; the worker ends, to begin again.")
                worker.stop()  # type: ignore[no-untyped-call]
                return
    except psycopg.Error:
        logger.error("The worker lost its database; it ends, to begin again.")  # noqa: TRY400 - no place of ours
        os._exit(1)  # A job's thread would not let go otherwise.


def _let_tasks_wait(worker_app: App) -> None:
    for task in worker_app.tasks.values():
        if task.retry_strategy is None:
            task.retry_strategy = UntilItIsBack()


def _with_a_good_connection(job: Callable[[], Any], context: JobContext, worker: Worker) -> Any:
    """As between requests: a connection that broke or is old is not used again."""
    close_old_connections()
    try:
        return job()
    finally:
        close_old_connections()


def _parameters() -> dict[str, Any]:
    """Of connections of procrastinate's own, with the role that Django's connection takes on."""
    parameters: dict[str, Any] = connector_params()
    role = connection.settings_dict["OPTIONS"].get("assume_role")
    if role:
        parameters["options"] = f"{parameters.get('options', '')} -c role={role}".strip()
    return parameters
