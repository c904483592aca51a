# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Asking for pages, as one user and as many at once."""

import http.client
import statistics
import threading
import time
import urllib.parse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bench.forms import Fields, token_of

LONGEST_ROUND = 15.0  # seconds; a page so slow that its requests do not fit is judged by those that did


class UnexpectedAnswerError(Exception):
    """A page answered with something else than itself."""


@dataclass(frozen=True, slots=True)
class Timing:
    """Milliseconds of the middle request and of the one that only a twentieth exceed."""

    median: float
    p95: float
    requests: int

    @classmethod
    def of(cls, seconds: Sequence[float]) -> "Timing":
        ordered = sorted(seconds)
        last = min(len(ordered) - 1, int(len(ordered) * 0.95))
        return cls(
            median=round(statistics.median(ordered) * 1000, 1),
            p95=round(ordered[last] * 1000, 1),
            requests=len(ordered),
        )


@dataclass(frozen=True, slots=True)
class Request:
    """A page to get, or a form to send."""

    path: str
    fields: Fields | None = None


class Browser:
    """A signed-in user on one kept connection."""

    def __init__(self, address: str, session: str = "") -> None:
        self._host = urllib.parse.urlsplit(address).netloc
        self._connection = http.client.HTTPConnection(self._host, timeout=120)
        self._cookies = {"sessionid": session} if session else {}
        self._token = ""

    def get(self, path: str, headers: Mapping[str, str] | None = None) -> str:
        """The page. Raises `UnexpectedAnswerError` unless it is one."""
        return self._ask("GET", path, None, headers or {})

    def send(self, request: Request) -> str:
        if request.fields is None:
            return self.get(request.path)
        body = urllib.parse.urlencode([("csrfmiddlewaretoken", self._token), *request.fields])
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Origin": f"http://{self._host}"}
        return self._ask("POST", request.path, body, headers)

    def take_token(self, path: str) -> None:
        """Learn from a page with a form what every form of this user must carry."""
        self._token = token_of(self.get(path))

    def _ask(self, method: str, path: str, body: str | None, headers: Mapping[str, str]) -> str:
        cookies = "; ".join(f"{name}={value}" for name, value in self._cookies.items())
        answer = self._answer(method, path, body, {"Cookie": cookies, **headers})
        text = answer.read().decode("utf-8", "replace")
        for header in answer.headers.get_all("Set-Cookie") or ():
            name, _, value = header.split(";", 1)[0].partition("=")
            self._cookies[name.strip()] = value
        leads_on = answer.status == 302 and method == "POST"
        if answer.status != 200 and not leads_on:
            raise UnexpectedAnswerError(f"{method} {path}: {answer.status}")
        return text

    def _answer(
        self, method: str, path: str, body: str | None, headers: Mapping[str, str]
    ) -> http.client.HTTPResponse:
        """As a browser does, ask again where the server has meanwhile closed a connection that was idle."""
        try:
            self._connection.request(method, path, body, headers)
            return self._connection.getresponse()
        except ConnectionError:
            self._connection.close()
            self._connection.request(method, path, body, headers)
            return self._connection.getresponse()


def time_requests(browsers: Sequence[Browser], requests: Sequence[Request], count: int) -> Timing:
    """All browsers ask at once, each in turn for one of `requests`, until `count` answers are timed.

    Raises `UnexpectedAnswerError` for the first that failed.
    """
    seconds: list[float] = []
    failures: list[Exception] = []
    numbers = iter(range(count))
    lock = threading.Lock()
    deadline = time.perf_counter() + LONGEST_ROUND

    def work(browser: Browser) -> None:
        while time.perf_counter() < deadline and not failures:
            with lock:
                number = next(numbers, None)
            if number is None:
                return
            start = time.perf_counter()
            try:
                browser.send(requests[number % len(requests)])
            except (UnexpectedAnswerError, OSError, http.client.HTTPException) as problem:
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
        raise UnexpectedAnswerError(str(failures[0])) from failures[0]
    return Timing.of(seconds)
