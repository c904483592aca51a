# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Fictional people's names, as common as real ones, in their own scripts and as Italian desks write them.

Everything is drawn from the source that the caller hands over and from nothing else: the same seed gives the same
people on every machine. Names are put together by frequency; that one is somebody's is chance.
"""

import random
from collections import Counter
from collections.abc import Iterator, Mapping
from types import MappingProxyType

from ponte.demo.names.communities import custom
from ponte.demo.names.customs import Custom
from ponte.demo.names.model import FictionalName
from ponte.demo.names.nations import NATIONS, Nation

__all__ = [
    "FictionalName",
    "family_of",
    "languages_of",
    "make_chosen_name",
    "make_name",
    "make_names_bulk",
    "nationalities",
]

_BATCH = 4096
_HOST_COUNTRY_NAME = 0.3
"""Share of chosen given names that are Italian whatever the citizenship."""


def nationalities() -> Mapping[str, float]:
    """ISO 3166 alpha-2 (and XK) to the share of the generated population; the shares add up to 1."""
    total = sum(nation.weight for nation in NATIONS.values())
    return MappingProxyType({country: nation.weight / total for country, nation in NATIONS.items()})


def _nation(citizenship: str) -> Nation:
    try:
        return NATIONS[citizenship]
    except KeyError:
        known = ", ".join(sorted(NATIONS))
        raise ValueError(f"no names for citizenship {citizenship!r}; there are {known}") from None


def _check_sex(sex: str) -> None:
    if sex not in ("F", "M"):
        raise ValueError(f"sex {sex!r} is neither 'F' nor 'M'; for others draw one of the two")


def _community(rng: random.Random, nation: Nation) -> Custom:
    keys = [key for key, _ in nation.communities]
    if len(keys) == 1:
        return custom(keys[0])
    return custom(rng.choices(keys, weights=[share for _, share in nation.communities])[0])


def languages_of(citizenship: str) -> tuple[str, ...]:
    """ISO 639-3 codes of what citizens speak, most likely first."""
    return _nation(citizenship).languages


def make_name(rng: random.Random, citizenship: str, sex: str) -> FictionalName:
    _check_sex(sex)
    return next(_community(rng, _nation(citizenship)).draw(rng, sex, 1))


def make_chosen_name(rng: random.Random, citizenship: str, sex: str) -> str:
    """A given name that someone chose for themselves, of the sex given, in Latin letters: of their own country or of
    the one they live in."""
    _check_sex(sex)
    community = _community(rng, _nation(citizenship))
    if rng.random() < _HOST_COUNTRY_NAME:
        community = custom("ita")
    return community.given[sex].one(rng).latin


def make_names_bulk(rng: random.Random, citizenship: str, count: int) -> Iterator[FictionalName]:
    """People of both sexes in the proportion of the community, several hundred thousand a second."""
    nation = _nation(citizenship)
    groups = [(custom(key), sex) for key, _ in nation.communities for sex in "FM"]
    weights = [
        share * (nation.women if sex == "F" else 100 - nation.women)
        for _, share in nation.communities
        for sex in "FM"
    ]
    numbers = range(len(groups))
    while count > 0:
        batch = min(count, _BATCH)
        count -= batch
        order = rng.choices(numbers, weights=weights, k=batch)
        wanted = Counter(order)
        # Each group in turn, wholly, so that the order of drawing does not hang on how the caller consumes.
        drawn = [iter(list(community.draw(rng, sex, wanted[n]))) for n, (community, sex) in enumerate(groups)]
        for number in order:
            yield next(drawn[number])


def family_of(rng: random.Random, citizenship: str, head: FictionalName, role: str, sex: str) -> FictionalName:
    """A partner or child of the head of a household, named by the customs of the head's community.

    Children of one head have brothers' and sisters' names, and go with the head's partner of the other sex; a
    head who was not made here (typed by hand, of another citizenship) is taken as far as the name can be read.
    """
    _check_sex(sex)
    if role not in ("partner", "child"):
        raise ValueError(f"role {role!r} is neither 'partner' nor 'child'")
    _check_sex(head.sex)
    communities = [custom(key) for key, _ in _nation(citizenship).communities]
    fitting = [one for one in communities if one.language == head.language] or communities
    own = max(fitting, key=lambda one: one.familiar(head))
    return own.kin(rng, head, role, sex)
