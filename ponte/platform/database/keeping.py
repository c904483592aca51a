# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Keeping the embedded PostgreSQL running: nobody else starts it again when it dies."""

import time

from ponte.platform.database.embedded import EmbeddedDatabase, EmbeddedDatabaseError

PAUSE = 5.0  # Seconds between attempts: a full disk is not emptied by trying faster.


class KeptRunning:
    """Called again and again, starts the server where it died; returns a sentence when there is something to say."""

    def __init__(self, embedded: EmbeddedDatabase) -> None:
        self._embedded = embedded
        self._again_at = 0.0
        self._said = ""

    def __call__(self) -> str:
        if time.monotonic() < self._again_at or not self._embedded.has_died():
            return ""
        try:
            self._embedded.start()
        except EmbeddedDatabaseError as problem:
            self._again_at = time.monotonic() + PAUSE
            before, self._said = self._said, str(problem)
            return self._said if self._said != before else ""
        self._said = ""
        return "The database had ended; it runs again."
