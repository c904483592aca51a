# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the web server itself writes, in the plain words of `ponte.platform.logs`."""

from typing import Any

from gunicorn.glogging import Logger

from ponte.platform.logs import PlainFormatter

# Should somebody switch the access log on: no query string, no referrer, no browser.
ACCESS = '%(t)s "%(m)s %(U)s" %(s)s %(B)s %(L)s'


class PlainLogger(Logger):  # type: ignore[misc]
    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(PlainFormatter(self.error_fmt, self.datefmt))

    def atoms(self, resp: Any, req: Any, environ: Any, request_time: Any) -> dict[str, Any]:
        """An address that is no page of ours may be anything that somebody typed."""
        found: dict[str, Any] = super().atoms(resp, req, environ, request_time)
        return found | ({"U": "…"} if found["s"] == "404" else {})
