# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from playwright.sync_api import BrowserContext, ConsoleMessage, Request, Response

# What the server refused is told by `_inspect`, with its address. Leaving a page drops what it was still asking for,
# which is no fault: where a request fails otherwise, htmx says `sendError` or `responseError` besides.
HEARD_ELSEWHERE = ("Failed to load resource", "htmx:sendAbort,", "htmx:afterRequest,")


class Watch:
    """Collects what no page of ours may do, however well it looks."""

    def __init__(self, own_address: str) -> None:
        self.own_address = own_address
        self.own: tuple[str, ...] = (own_address,)
        self.faults: list[str] = []

    def over(self, context: BrowserContext, own: str = "") -> None:
        self.own = (self.own_address, own or self.own_address)
        context.on("request", self._keep_home)
        context.on("console", self._hear)
        context.on("weberror", lambda error: self.faults.append(f"A script failed: {error.error}"))
        context.on("response", self._inspect)

    def _keep_home(self, request: Request) -> None:
        """Only listens: where requests wait for leave to go, the browser keeps no file from page to page. That
        none gets away is for `FLAGS` of the browser to see to."""
        if not request.url.startswith((*self.own, "data:", "blob:")):
            self.faults.append(f"The page asked another host: {request.url}")

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type == "error" and not message.text.startswith(HEARD_ELSEWHERE):
            self.faults.append(f"{message.page.url if message.page else ''}: {message.text[:400]}")

    def _inspect(self, response: Response) -> None:
        kind = response.request.resource_type
        if response.status >= 500 or (response.status >= 400 and kind not in {"document", "xhr", "fetch"}):
            self.faults.append(f"{response.status} for the {kind} {response.url}")
