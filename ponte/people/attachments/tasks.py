# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Files whose attachment was taken away, or never came to be."""

import time

from procrastinate.contrib.django import app

from ponte.people.attachments.models import Attachment
from ponte.platform.backup.meeting import no_backup_meanwhile
from ponte.platform.vault import files

OLD_ENOUGH = 24 * 3600  # a file may be older than its row by as long as a request takes


@app.task
def remove_file(attachment_id: int) -> None:
    attachment = Attachment.objects.filter(pk=attachment_id).exclude(removal=None).get()
    with no_backup_meanwhile():
        files.remove(attachment.file)


@app.periodic(cron="41 3 * * *")
@app.task(queueing_lock="tidy_attachments")
def tidy_attachments(timestamp: int) -> None:
    """Remove files that no attachment names, or one that was taken away."""
    kept = set(Attachment.objects.filter(removal=None).values_list("file", flat=True))
    long_ago = time.time() - OLD_ENOUGH
    with no_backup_meanwhile():
        files.forget_unfinished(before=long_ago)
        for name in list(files.stored_names()):
            if name not in kept and files.place_of(name).stat().st_mtime < long_ago:
                files.remove(name)
