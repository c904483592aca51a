# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the background worker does with uploaded sheets, done at once."""

from procrastinate.contrib.django.models import ProcrastinateJob

from ponte.platform.spreadsheets import running
from tests.support import system_role


def do_queued_imports() -> None:
    with system_role():
        for job in ProcrastinateJob.objects.filter(status="todo", task_name__endswith="work_on_import"):
            running.work(job.args["run_id"])
