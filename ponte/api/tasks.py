# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from procrastinate.contrib.django import app

from ponte.api import repeats, tokens


@app.periodic(cron="17 3 * * *")
@app.task(queueing_lock="forget_ended")
def forget_ended(timestamp: int) -> None:
    """Requests that were answered are kept for a day, tokens that have ended for a quarter: the trail has both."""
    repeats.forget()
    tokens.forget()
