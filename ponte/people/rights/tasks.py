# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from django.utils import timezone
from procrastinate.contrib.django import app

from ponte.people.rights.actions import disposals, requests
from ponte.people.rights.models import AccessFile, Disposal


@app.task
def compose_access_file(file: int) -> None:
    """One service's part of the answer to a request for access."""
    requests.compose(AccessFile.objects.select_related("request", "service__provider", "made_by").get(pk=file))


@app.periodic(cron="23 2 * * *")
@app.task(queueing_lock="forget_access_files")
def forget_access_files(timestamp: int) -> None:
    """A copy of all that is held on somebody does not lie about longer than its month."""
    requests.forget_expired()


@app.task
def dispose(disposal: int) -> None:
    """Erase what two people decided to erase."""
    disposals.dispose(Disposal.objects.get(pk=disposal))


@app.periodic(cron="53 2 * * *")
@app.task(queueing_lock="propose_disposals")
def propose_disposals(timestamp: int) -> None:
    """Propose what the retention terms say is due; people decide."""
    disposals.propose_due(today=timezone.localdate())
