# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Background work: queued with the data, done by the system role, and visible when it fails."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from typing import get_type_hints

import pytest
from django.db import connection, transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.job_context import JobContext

from ponte.platform.audit import actions as audit
from ponte.platform.audit.models import Seal
from ponte.platform.audit.tasks import seal_audit_trail
from ponte.platform.checks.background import check_jobs
from ponte.platform.database import roles
from ponte.platform.jobs.tasks import heartbeat
from ponte.platform.jobs.worker import run_worker

TASKS_OF_OURS = sorted(name for name in app.tasks if name.startswith("ponte."))


@pytest.mark.django_db
def test_a_job_is_queued_if_and_only_if_the_transaction_is_kept() -> None:
    """The web role defers in the request's transaction: no job without its data, no data without its job."""
    with transaction.atomic():
        heartbeat.defer(timestamp=1)
        transaction.set_rollback(True)
    assert ProcrastinateJob.objects.count() == 0
    heartbeat.defer(timestamp=2)
    assert [job.args for job in ProcrastinateJob.objects.all()] == [{"timestamp": 2}]


@pytest.mark.parametrize("name", TASKS_OF_OURS)
def test_jobs_take_ids_and_numbers_only(name: str) -> None:
    """Arguments are kept and logged: a name or an address among them would leak."""
    kinds = {kind for key, kind in get_type_hints(app.tasks[name].func).items() if key != "return"}
    assert kinds <= {int, bool, date, list[int], JobContext}


def test_the_worker_does_what_was_queued(committed: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """As the system role, from the queue to the seal in the audit trail."""
    monkeypatch.setitem(connection.settings_dict["OPTIONS"], "assume_role", roles.SYSTEM)
    audit.record("test.do_thing", by=None)
    seal_audit_trail.defer(timestamp=1)
    with ThreadPoolExecutor(1) as elsewhere:  # Playwright may have left its event loop in this thread.
        elsewhere.submit(run_worker, wait=False).result()
    # The worker may add the periodic one of this minute.
    assert {job.status for job in ProcrastinateJob.objects.filter(task_name=seal_audit_trail.name)} == {"succeeded"}
    assert Seal.objects.count() == 1


@pytest.mark.django_db
def test_a_failed_job_is_named() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, status, args) "
            "VALUES ('q', 'a.b', 'failed', '{}') RETURNING id"
        )
        job = cursor.fetchone()[0]
        cursor.execute("INSERT INTO procrastinate_events (job_id, type) VALUES (%s, 'failed')", [job])
    failed, worker = check_jobs()
    assert (failed.outcome, failed.sentence) == ("wrong", f"Jobs that failed in 7 days: 1 × a.b (last: job {job}).")
    assert worker.outcome == "note"
