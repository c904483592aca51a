# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A real browser in front of the real web server on a real database.

Each journey gets a database of its own, copied from the worker's test database: what it writes is committed,
so that the server's threads see it, and is gone afterwards. Nothing is truncated, because some tables only
take new rows. So a journey must not use `db` or `@pytest.mark.django_db`; `cast`, `live_server` and `page`
bring the database with them. The journey's own queries, like the server's, run as the web role; to
prepare people across services use `tests.support.system_role`.

A journey fails when a page asks another host for anything, breaks the Content-Security-Policy, writes an error
to the console or gets one for a file it needs.
"""

import os
from collections.abc import Callable, Iterator

import pytest
from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.db import connection
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.test import override_settings
from django.test.testcases import LiveServerThread
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests.cast import Cast, assemble
from tests.chromium import find_chromium
from tests.journeys.watch import Watch

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
]
DESKTOP = {"width": 1366, "height": 768}
PHONE = {"width": 390, "height": 844}


class LastingFiles(StaticFilesHandler):
    """Files that the browser need not ask for again, as WhiteNoise serves them in an installation."""

    def serve(self, request: HttpRequest) -> HttpResponseBase:
        response = super().serve(request)
        response.headers["Cache-Control"] = "max-age=3600"
        return response


@pytest.fixture(autouse=True)
def _live_server_helper() -> None:
    """Replaces pytest-django's own, which would flush the database."""


@pytest.fixture
def cast(committed: None) -> Cast:
    """Known people in known teams, committed; see `tests.cast`."""
    return assemble()


@pytest.fixture(scope="session")
def web_server() -> Iterator[str]:
    plain = settings.STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
    with override_settings(STORAGES=plain):
        thread = LiveServerThread("127.0.0.1", LastingFiles)
        thread.daemon = True
        thread.start()
        thread.is_ready.wait()
        if thread.error:
            raise thread.error
        yield f"http://127.0.0.1:{thread.port}"
        thread.terminate()


@pytest.fixture
def live_server(web_server: str, committed: None) -> str:
    """The address of the running server, on this journey's database: `live_server + "/persone/"`."""
    return web_server


@pytest.fixture(scope="session")
def browser(django_db_setup: None) -> Iterator[Browser]:
    # Playwright's event loop runs in this thread as long as the browser is open. Django takes what happens
    # under it for asynchronous code, and gives it a connection of its own: each is closed where its time ends,
    # or it would keep the test database from being copied and dropped.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    program = find_chromium()
    connection.close()
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield chromium
        chromium.close()
        connection.close()


@pytest.fixture
def open_page(browser: Browser, live_server: str) -> Iterator[Callable[..., Page]]:
    """Open a page of its own, with its own cookies: `open_page(width=390, javascript=False)`; `own` is another name
    of the server that the page may ask."""
    contexts: list[BrowserContext] = []
    watch = Watch(live_server)

    def opener(
        *, width: int = DESKTOP["width"], language: str = "it-IT", javascript: bool = True, own: str = ""
    ) -> Page:
        size = PHONE if width == PHONE["width"] else {"width": width, "height": DESKTOP["height"]}
        context = browser.new_context(
            base_url=live_server,
            viewport=size,  # type: ignore[arg-type]
            locale=language,
            timezone_id="Europe/Rome",
            java_script_enabled=javascript,
            reduced_motion="reduce",
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        watch.over(context, own)
        return context.new_page()

    yield opener
    for context in contexts:
        context.close()
    assert not watch.faults, "\n".join(watch.faults)


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    """A page of 1366 x 768, in Italian."""
    return open_page()


@pytest.fixture
def phone(open_page: Callable[..., Page]) -> Page:
    """A page of 390 x 844, in Italian."""
    return open_page(width=PHONE["width"])
