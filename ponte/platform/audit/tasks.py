# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from procrastinate.contrib.django import app

from ponte.platform.audit import anchors
from ponte.platform.audit.sealing import seal_events


@app.periodic(cron="*/5 * * * *")
@app.task(queueing_lock="seal_audit_trail")
def seal_audit_trail(timestamp: int) -> None:
    """Fix what was recorded in the last minutes, and note it outside the database."""
    seal_events()
    anchors.note_seals(anchors.place())
