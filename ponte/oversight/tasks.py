# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from procrastinate.contrib.django import app

from ponte.oversight.unusual.noticing import notice


@app.periodic(cron="*/10 * * * *")
@app.task(queueing_lock="notice_unusual_access")
def notice_unusual_access(timestamp: int) -> None:
    """Look through what was sealed since the last time."""
    while notice():
        pass
