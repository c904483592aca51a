# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every address of Ponte, asked by everybody, with what nobody means well by."""

import html
import random
import re
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from django.db import connection, transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from ponte.accounts.models import User
from ponte.network.models import Service
from ponte.people.models import Card
from tests.cast import Cast
from tests.people.support import registered

SPELL = "ponte1xss"
# 73571 * 7919: a page that shows the product has worked out what somebody typed.
PRODUCT = "582608749"
HOSTILE = (
    f'"><svg/onload={SPELL}>',
    f"'-{SPELL}()-'<script>{SPELL}()</script>",
    "{{73571*7919}}${73571*7919}{% debug %}<%= 73571*7919 %>",
    "' OR 1=1; DROP TABLE people_card; --",
    "1) UNION SELECT password FROM accounts_user--",
    "\x00",
    "a\x00b",
    "\u202egnirts\u202c\u2066\ufeff",
    "\ud83d",
    "9" * 400,
    "-9223372036854775809",
    "1e999",
    "NaN",
    "0x41",
    "../../../../etc/passwd",
    "//evil.example/",
    "javascript:alert(1)",
    "\r\nSet-Cookie: x=1",
    "[]",
    '{"a":1}',
    "A" * 70_000,
    "2026-02-30",
    "%",
    "_",
    "\\",
    "",
)
SPOILT_PARTS = {
    "int": ("0", "2147483648", "9223372036854775808", "9" * 60),
    "slug": ("a" * 300, "-", "__proto__", "null"),
    "uuid": ("00000000-0000-0000-0000-000000000000",),
    "str": ("%00", "%3Cscript%3E" + SPELL, "..%2f..%2fetc", "%ff%fe", "a" * 3000, "{{73571*7919}}"),
    "card_code": ("AAAA-0000", "ZZZZ-9999"),
    "key": ("%00", "x" * 3000, "WyJhIl0:1abc:forged"),
}
WHOLE_PARTS = {
    "kind": ("service", "project", "organisation", "csv", "xlsx"),
    "form": ("pdf", "json", "html"),
    "organisation": ("ala-milano", "assemi"),
    "word": ("contacts", "names"),
    "provider_id": ("oidc",),
}
NAMES = (
    "q", "page", "next", "from", "to", "service", "organisation", "kind", "text", "state", "by", "where", "measure",
    "language", "id", "key", "code", "password", "login", "email", "name", "given_name", "family_name", "birth_date",
    "fiscal_code", "reason", "date", "minutes", "role", "form-TOTAL_FORMS", "form-0-id", "credential", "file", "pk",
)  # fmt: skip
ODD_METHODS = ("PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "TRACE", "PROPFIND")
NAME = re.compile(r"""<(?:input|select|textarea)[^>]*\bname="([^"]+)\"""")
PART = re.compile(r"<(?:(\w+):)?(\w+)>|\(\?P<(\w+)>(?:[^()\\]|\\.|\[[^\]]*\])+\)")


@dataclass(slots=True)
class Stage:
    """The cast with a person of each service, whose name nobody else may be told."""

    cast: Cast
    cards: dict[str, Card]
    markers: dict[str, str]
    faults: list[str] = field(default_factory=list)
    asked: int = 0
    tallies: dict[int, int] = field(default_factory=dict)

    def may_see(self, role: str) -> set[str]:
        return {slug for slug, owners in OWNERS.items() if role in owners}


OWNERS = {
    "sportello-lavoro": {"operator", "colleague", "coordinator"},
    "mediazione-culturale": {"mediator"},
    "consulenza-psicologica": {"social_worker"},
    "sportello-trans": {"protected"},
    "sportelli-stranieri-sud-est": {"stranger"},
}
WORDS = ("Zibellina", "Quorvatti", "Wexomundi", "Ypsolante", "Kwazzirro")


def set_stage(cast: Cast) -> Stage:
    cards, markers = {}, {}
    for word, (slug, owners) in zip(WORDS, OWNERS.items(), strict=True):
        by, service = cast.users[min(owners)], Service.objects.get(slug=slug)
        cards[slug] = registered(by, service, given_name=word, family_name=f"{word}ssimi", phone="+39020000000")
        markers[slug] = word
    return Stage(cast, cards, markers)


def addresses() -> list[str]:
    """The patterns of all addresses, as one string each."""
    return sorted(set(_walk(get_resolver().url_patterns, "")))


def _walk(patterns: list[Any], before: str) -> Iterator[str]:
    for pattern in patterns:
        whole = before + str(pattern.pattern).lstrip("^").rstrip("$")
        if isinstance(pattern, URLResolver):
            yield from _walk(pattern.url_patterns, whole)
        elif isinstance(pattern, URLPattern):
            yield "/" + whole


def fill(address: str, stage: Stage, chance: random.Random, *, spoilt: bool) -> str:
    """The address with its parts filled in: with what is there, or with what is not."""

    def part(match: re.Match[str]) -> str:
        kind, name = match[1] or "str", match[2] or match[3]
        if spoilt:
            return chance.choice(SPOILT_PARTS.get("key" if match[3] else kind, SPOILT_PARTS["str"]))
        if kind == "card_code":
            return chance.choice(list(stage.cards.values())).code
        if kind == "int":
            return str(chance.choice([1, 2, 3, *(card.pk for card in stage.cards.values())]))
        if kind == "uuid":
            return SPOILT_PARTS["uuid"][0]
        return chance.choice(WHOLE_PARTS.get(name or "", tuple(stage.markers)))

    return PART.sub(part, address)


def ask(stage: Stage, role: str, client: Client, method: str, path: str, data: dict[str, str]) -> str:
    """Ask once, note what is wrong with the answer, and take back what it did. Returns the page."""
    point = transaction.savepoint()
    cookies = client.cookies.copy()
    said = f"{role} {method} {path[:120]} {str(data)[:120]}"
    try:
        if method in {"GET", "HEAD"}:
            response = client.generic(method, path + ("?" + _query(data) if data else ""))
        elif method == "POST":
            form = "application/x-www-form-urlencoded"
            response = client.generic(method, path, _query(data), content_type=form)
        else:
            response = client.generic(method, path, _query(data))
        page = b"".join(response.streaming_content) if response.streaming else response.content  # type: ignore[arg-type]
        said += _raised(response)
        _judge(stage, role, response.status_code, page.decode("utf-8", "replace"), response.headers, said)
    except Exception as problem:
        stage.faults.append(f"{said}: {type(problem).__name__}: {str(problem)[:200]}")
        page = b""
    finally:
        if connection.needs_rollback:
            connection.set_rollback(False)
        transaction.savepoint_rollback(point)
        client.cookies = cookies
    stage.asked += 1
    return page.decode("utf-8", "replace")


def _raised(response: Any) -> str:
    """What broke the page, and where in our code, for whoever mends it."""
    if not getattr(response, "exc_info", None):
        return ""
    kind, problem, trace = response.exc_info
    ours = [frame for frame in traceback.extract_tb(trace) if "/ponte/" in frame.filename]
    where = f"{ours[-1].filename.rpartition('/ponte/')[2]}:{ours[-1].lineno}" if ours else ""
    return f" [{kind.__name__} {str(problem)[:160]} {where}]"


def _query(data: dict[str, str]) -> str:
    return urlencode({key: value.encode("utf-8", "surrogatepass") for key, value in data.items()})


def _judge(stage: Stage, role: str, status: int, page: str, headers: Any, said: str) -> None:
    stage.tallies[status] = stage.tallies.get(status, 0) + 1
    if status >= 500:
        stage.faults.append(f"{said}: {status}")
    if f"<svg/onload={SPELL}" in page or f"<script>{SPELL}" in page:
        stage.faults.append(f"{said}: what was typed came back as it was")
    if PRODUCT in page:
        stage.faults.append(f"{said}: what was typed was worked out")
    if "evil.example" in headers.get("Location", "").split("?")[0]:
        stage.faults.append(f"{said}: led to another host")
    if "x=1" in str(headers.get("Set-Cookie", "")):
        stage.faults.append(f"{said}: wrote a header")
    told = html.unescape(page)
    for slug, word in stage.markers.items():
        if word in told and slug not in stage.may_see(role):
            stage.faults.append(f"{said}: told of {word}, whom only {slug} knows")


def data_for(names: list[str], chance: random.Random, hostile: tuple[str, ...], number: int = 6) -> dict[str, str]:
    picked = chance.sample(names, min(number, len(names)))
    return {name: chance.choice(hostile) for name in picked}


def browser(user: User | None) -> Client:
    client = Client(raise_request_exception=False)
    if user is not None:
        client.force_login(user)
    return client
