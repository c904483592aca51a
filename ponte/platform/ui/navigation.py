# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Entries of the menus: which page, under which words."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise


@dataclass(frozen=True, slots=True)
class Item:
    """A page to offer. `also` are url names whose pages belong under it: it is marked on them too."""

    label: str | Promise
    url_name: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    label: str | Promise
    url: str
    active: bool
    exact: bool


def shown(items: Iterable[Item], path: str) -> list[Entry]:
    """The entries whose pages exist in this installation; the one whose address is the longest start of
    `path` is active."""
    found = [(item, url) for item in items if (url := _address(item.url_name))]
    best = ("", "")
    for item, url in found:
        for start in (url, *(address for name in item.also if (address := _address(name)))):
            if (path == start or (start != "/" and path.startswith(start))) and len(start) > len(best[0]):
                best = (start, url)
    return [Entry(item.label, url, active=url == best[1], exact=path == url) for item, url in found]


def _address(url_name: str) -> str:
    try:
        return reverse(url_name)
    except NoReverseMatch:
        return ""
