# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whether each attachment has its file and each file its attachment."""

import time
from collections.abc import Iterator

from ponte.people.attachments.models import Attachment
from ponte.people.attachments.tasks import OLD_ENOUGH
from ponte.platform.checks.findings import Finding, judge
from ponte.platform.vault import files


def check_attachments() -> Iterator[Finding]:
    kept = dict(Attachment.objects.filter(removal=None).values_list("file", "id"))
    there = set(files.stored_names())
    missing = sorted(kept[name] for name in kept.keys() - there)
    yield judge(
        "attachments.files",
        good=f"All {len(kept)} attachments have their file.",
        wrong=f"Attachments without their file: {', '.join(map(str, missing[:10]))}." if missing else None,
    )
    old = time.time() - 2 * OLD_ENOUGH
    stray = sorted(name.hex for name in there - kept.keys() if files.place_of(name).stat().st_mtime < old)
    yield judge(
        "attachments.strays",
        good="No file lies there without an attachment.",
        wrong=f"Files without an attachment, which the nightly tidying should have removed: {', '.join(stray[:5])}."
        if stray
        else None,
    )
