# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A mail server that keeps what it is given, and can be away for a while."""

from collections import Counter
from typing import Any

from aiosmtpd.controller import Controller

from faults.served import free_port


class MailServer:
    def __init__(self) -> None:
        self.port = free_port()
        self.letters: Counter[str] = Counter()
        self._controller: Controller | None = None

    @property
    def environment(self) -> dict[str, str]:
        return {"PONTE_SMTP_HOST": "127.0.0.1", "PONTE_SMTP_PORT": str(self.port)}

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 - aiosmtpd's name
        for recipient in envelope.rcpt_tos:
            self.letters[recipient] += 1
        return "250 OK"

    def start(self) -> None:
        self._controller = Controller(self, hostname="127.0.0.1", port=self.port)
        self._controller.start()

    def stop(self) -> None:
        if self._controller is not None:
            self._controller.stop()
            self._controller = None
