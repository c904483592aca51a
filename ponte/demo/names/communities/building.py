# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the communities are built with, and where they are kept once built."""

from collections.abc import Callable, Iterable
from functools import cache, partial

from ponte.demo.names.customs import BySex, Custom
from ponte.demo.names.pools import Entry, Pool, Romaniser, cross, latin, optional, parse

_BUILDERS: dict[str, Callable[[], Custom]] = {}


def community(*keys: str) -> Callable[[Callable[[str], Custom]], Callable[[str], Custom]]:
    def register(build: Callable[[str], Custom]) -> Callable[[str], Custom]:
        for key in keys:
            _BUILDERS[key] = partial(build, key)
        return build

    return register


@cache
def custom(key: str) -> Custom:
    return _BUILDERS[key]()


def both(men: str, women: str, romanise: Romaniser = latin) -> dict[str, Pool]:
    return {"M": Pool(parse(men, romanise)), "F": Pool(parse(women, romanise))}


def same(entries: Iterable[Entry]) -> dict[str, Pool]:
    """One pool for both sexes."""
    pool = Pool(entries)
    return {"M": pool, "F": pool}


def seconds(given: BySex, share: float) -> dict[str, Pool]:
    """Second given names, from the common half of the first ones."""
    return {sex: optional(pool.entries[:40], share) for sex, pool in given.items()}


def tailed(families: str, stems: str, suffixes: str, romanise: Romaniser = latin) -> list[Entry]:
    """Common family names and a long tail of rare ones that are made of a stem and an ending.

    A tail is romanised as a whole, because letters change where its halves meet.
    """
    common = parse(families, romanise)
    tail = cross(parse(stems, lambda one: (one,)), parse(suffixes, lambda one: (one,)), lower=True)
    return [*common, *(Entry(one.native, tuple(dict.fromkeys(romanise(one.native)))[:4]) for one in tail)]


def interleaved(own: list[Entry], common: list[Entry]) -> list[Entry]:
    """A country's own names among those that its neighbours have too."""
    mixed = [one for pair in zip(own, common, strict=False) for one in pair]
    return [*mixed, *common[len(own) :], *own[len(common) :]]
