# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Asking for pages, as one user and as many at once."""

import http.client
import re
import statistics
import threading
import time
import urllib.parse
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds of the middle request and of the slowest but one in twenty."""

    median: float
    p95: float
    requests: int

    @classmethod
    def of(cls, seconds: Sequence[float]) -> "Timing":
        ordered = sorted(seconds)
        return cls(
            median=statistics.median(ordered),
            p95=ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))],
            requests=len(ordered),
        )


class Browser:
    """A signed-in user on one kept connection. Raises `AssertionError` on any answer but 200 and 302."""

    def __init__(self, address: str) -> None:
        self._host = urllib.parse.urlsplit(address).netloc
        self._connection = http.client.HTTPConnection(self._host, timeout=120)
        self._cookies: dict[str, str] = {}

    def sign_in(self, email: str, password: str) -> None:
        self.post("/accedi/", {"login": email, "password": password})
        assert "sessionid" in self._cookies, f"{email} could not sign in"

    def get(self, path: str) -> str:
        return self._ask("GET", path, None)

    def post(self, path: str, fields: dict[str, str]) -> str:
        page = self.get(path)
        found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        assert found, f"{path} has no form"
        body = urllib.parse.urlencode({"csrfmiddlewaretoken": found.group(1), **fields})
        return self._ask("POST", path, body)

    def _ask(self, method: str, path: str, body: str | None) -> str:
        headers = {"Cookie": "; ".join(f"{key}={value}" for key, value in self._cookies.items())}
        if body is not None:
            headers |= {
                "Content-Type": "application/x-www-form-urlencoded",
                "Origin": f"http://{self._host}",
            }
        self._connection.request(method, path, body, headers)
        answer = self._connection.getresponse()
        text = answer.read().decode("utf-8", "replace")
        for header in answer.headers.get_all("Set-Cookie") or ():
            name, _, value = header.split(";", 1)[0].partition("=")
            self._cookies[name.strip()] = value
        assert answer.status in {200, 302}, f"{method} {path}: {answer.status}"
        return text


def time_pages(browsers: Sequence[Browser], paths: Sequence[str], requests: int) -> Timing:
    """All browsers ask at once, each in turn for `paths`, until `requests` answers are timed."""
    seconds: list[float] = []
    left = iter(range(requests))
    lock = threading.Lock()
    failures: list[BaseException] = []

    def work(browser: Browser) -> None:
        while True:
            with lock:
                number = next(left, None)
            if number is None:
                return
            start = time.perf_counter()
            try:
                browser.get(paths[number % len(paths)])
            except (AssertionError, OSError, http.client.HTTPException) as problem:
                failures.append(problem)
                return
            taken = time.perf_counter() - start
            with lock:
                seconds.append(taken)

    threads = [threading.Thread(target=work, args=(browser,)) for browser in browsers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if failures:
        raise SystemExit(f"The bench stopped: {failures[0]}")
    return Timing.of(seconds)
