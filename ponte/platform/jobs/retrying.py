# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Jobs that could not be done because something was away: the database, the mail server, space on the disk."""

from django.db import InterfaceError, OperationalError
from procrastinate.jobs import Job
from procrastinate.retry import BaseRetryStrategy, RetryDecision

FIRST, LONGEST = 10, 15 * 60  # seconds
DAYS = 5  # A weekend, and a day for whoever has to repair it.


class UntilItIsBack(BaseRetryStrategy):
    """Try again after ten seconds, then twice as long each time up to a quarter of an hour, for five days.

    A mistake of ours is not repeated; a periodic job comes again by itself.
    """

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        away = isinstance(exception, OSError | OperationalError | InterfaceError)
        if not away or job.queueing_lock or job.attempts >= DAYS * 24 * 3600 // LONGEST:
            return None
        return RetryDecision(retry_in={"seconds": min(LONGEST, FIRST * 2 ** min(job.attempts, 10))})
