# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import datetime as dt

from django.utils import timezone
from procrastinate.contrib.django import app

from ponte.platform.spreadsheets import running
from ponte.platform.spreadsheets.models import ImportRun

KEEP_UNCONFIRMED = dt.timedelta(days=1)
KEEP_OUTCOME = dt.timedelta(days=7)


@app.task
def work_on_import(run_id: int) -> None:
    """Check or store an uploaded file: whichever it waits for."""
    running.work(run_id)


@app.periodic(cron="41 * * * *")
@app.task(queueing_lock="forget_imports")
def forget_imports(timestamp: int) -> None:
    """Delete files that nobody confirmed, and what was found in those that were brought in: it quotes people."""
    now = timezone.now()
    ImportRun.objects.filter(finished_at=None, uploaded_at__lt=now - KEEP_UNCONFIRMED).delete()
    ImportRun.objects.filter(finished_at__lt=now - KEEP_OUTCOME).delete()
