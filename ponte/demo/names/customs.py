# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""How name parts are put together and handed on: the customs of a community.

A custom makes names in batches, because a million of them are wanted, and relatives one at a time. Households
keep no memory: what a relative needs of someone who was never generated (the father of a single mother's children)
is drawn from a source seeded by the head's name, so that brothers and sisters agree, and agree with the partner.
"""

import random
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat
from typing import NamedTuple

from ponte.demo.names.model import FictionalName
from ponte.demo.names.pools import Pool, Token

BySex = Mapping[str, Pool]


def household(head: FictionalName) -> random.Random:
    """The same for every relative of one head, whatever else was drawn in between."""
    return random.Random(f"{head.given}|{head.family}|{head.native}|{head.sex}")


class Parts(NamedTuple):
    """What a whole name is made of; `middle` in native script only, '' if there is none."""

    given: Token
    middle: str
    family: Token


class Custom(ABC):
    """Names of one language community."""

    language: str
    given: BySex
    family: BySex

    @abstractmethod
    def draw(self, rng: random.Random, sex: str, count: int) -> Iterator[FictionalName]: ...

    def familiar(self, head: FictionalName) -> int:
        """How many words of the name are common here: tells Copts from Muslims, Hindus from Muslims."""
        pools = (*self.given.values(), *self.family.values())
        words, at, known = (head.native or f"{head.given} {head.family}").split(" "), 0, 0
        while at < len(words):
            size = next((n for n in (3, 2, 1) if any(" ".join(words[at : at + n]) in pool for pool in pools)), 0)
            known += size
            at += size or 1
        return known

    @abstractmethod
    def kin(self, rng: random.Random, head: FictionalName, role: str, sex: str) -> FictionalName: ...


def _known(pool: Pool, pieces: Sequence[str], joint: str, at_end: bool = False) -> int:
    """Length of the longest name of the pool that the pieces begin (or end) with; 1 if none is known."""
    for size in range(len(pieces), 1, -1):
        if joint.join(pieces[-size:] if at_end else pieces[:size]) in pool:
            return size
    return 1


def split(custom: Custom, head: FictionalName, family_first: bool = False, joint: str = " ") -> Parts:
    """The parts of a name, also of one that was typed by hand and is in no pool."""
    givens, families = custom.given[head.sex], custom.family[head.sex]
    whole = head.native or f"{head.given} {head.family}"
    joint = joint if head.native else " "
    if not head.native and " " not in head.given + head.family:
        return Parts(Token(head.given, head.given), "", Token(head.family, head.family))
    pieces = whole.split(joint) if joint else list(whole)
    if len(pieces) < 2:
        return Parts(Token(whole, head.given), "", Token(whole, head.family))
    if family_first and head.native:
        cut = _known(families, pieces[:-1], joint)
        family, rest = pieces[:cut], pieces[cut:]
        cut = _known(givens, rest, joint) if joint else len(rest)
        given, middle = rest[:cut], rest[cut:]
    else:
        cut = _known(givens, pieces[:-1], joint)
        given, rest = pieces[:cut], pieces[cut:]
        cut = _known(families, rest, joint, at_end=True)
        middle, family = rest[: len(rest) - cut], rest[len(rest) - cut :]
    given_native, family_native = joint.join(given), joint.join(family)
    return Parts(
        Token(given_native, givens.written(given_native, head.given) or head.given.split(" ")[0]),
        joint.join(middle),
        Token(family_native, families.written(family_native, head.family, at_end=True) or head.family),
    )


@dataclass(kw_only=True)
class TwoPart(Custom):
    """A given and a family name."""

    language: str
    given: BySex
    family: BySex
    before: BySex = field(default_factory=dict)
    """A title that is written with the given name: Md, Muhammad."""
    second: BySex = field(default_factory=dict)
    """A second given name."""
    family_first: bool = False
    joint: str = " "
    shared: bool = False
    """Whether a couple bears one family name; if not, each keeps their own and children have the father's."""
    separate: bool = False
    """Whether women's last names are other words than men's (Begum, Khatun), not a form of them."""

    def draw(self, rng: random.Random, sex: str, count: int) -> Iterator[FictionalName]:
        joint, language = self.joint, self.language
        families = self.family[sex].draw(rng, count)
        if self.family_first:
            for (given, given_latin), (family, family_latin) in zip(
                self.givens(rng, sex, count), families, strict=True
            ):
                native = family + joint + given
                yield FictionalName(given_latin, family_latin, native, sex, language)
            return
        for (given, given_latin), (family, family_latin) in zip(self.givens(rng, sex, count), families, strict=True):
            native = given + joint + family
            if native == f"{given_latin} {family_latin}":
                native = ""
            yield FictionalName(given_latin, family_latin, native, sex, language)

    def givens(self, rng: random.Random, sex: str, count: int) -> Sequence[tuple[str, str]]:
        """Given names as written, with the title and the second name of those who have one."""
        drawn: Sequence[tuple[str, str]] = self.given[sex].draw(rng, count)
        if sex in self.second:
            drawn = [
                (native + more, written + more_latin) if more[1:] != native else (native, written)
                for (native, written), (more, more_latin) in zip(
                    drawn, self.second[sex].draw(rng, count), strict=True
                )
            ]
        if sex in self.before:
            drawn = [
                (title + native, title_latin + written) if title[:-1] != native else (native, written)
                for (native, written), (title, title_latin) in zip(
                    drawn, self.before[sex].draw(rng, count), strict=True
                )
            ]
        return drawn

    def kin(self, rng: random.Random, head: FictionalName, role: str, sex: str) -> FictionalName:
        given, given_latin = self.givens(rng, sex, 1)[0]
        family, family_latin = self.family_of(rng, head, role, sex)
        order = (family, given) if self.family_first else (given, family)
        native = self.joint.join(order)
        if native == f"{given_latin} {family_latin}":
            native = ""
        return FictionalName(given_latin, family_latin, native, sex, self.language)

    def family_of(self, rng: random.Random, head: FictionalName, role: str, sex: str) -> Token:
        bearer, family = head.sex, split(self, head, self.family_first, self.joint).family
        if not self.shared:
            if role == "partner":
                return self.family[sex].one(household(head))
            if head.sex == "F":
                bearer, family = "M", self.family["M"].one(household(head))
        return self.borne_by(rng, family, bearer, sex)

    def borne_by(self, rng: random.Random, family: Token, bearer: str, sex: str) -> Token:
        """The family name in the form that the other sex bears: Ivanov, Ivanova; Singh, Kaur."""
        mine, theirs = self.family[bearer], self.family[sex]
        if bearer == sex or family.native not in mine:
            return family
        if self.separate:
            return family if family.native in theirs else theirs.one(rng)
        entry = theirs.entries[mine.rank(family.native)]
        written = mine.variants[family.native]
        way = written.index(family.latin) if family.latin in written else 0
        return Token(entry.native, entry.latin[min(way, len(entry.latin) - 1)])


@dataclass(kw_only=True)
class Patronymic(TwoPart):
    """Given name, father's name with an ending, family name with an ending, as on Slavic papers."""

    patronymic: Callable[[str, str], str]
    """The middle name of someone of this sex whose father has this given name."""
    romanise: Callable[[str], str]
    shared: bool = True
    copied: float = 0.07
    """How many desks write the patronymic, as a second given name."""

    def __post_init__(self) -> None:
        fathers = self.given["M"]
        self._middles = {
            sex: Pool(entry._replace(native=self.patronymic(entry.native, sex)) for entry in fathers.entries)
            for sex in "FM"
        }
        middles = {one.native for pool in self._middles.values() for one in pool.entries}
        self._copies = {middle: self.romanise(middle) for middle in middles}

    def draw(self, rng: random.Random, sex: str, count: int) -> Iterator[FictionalName]:
        fathers = self._middles[sex].draw(rng, count)
        families = self.family[sex].draw(rng, count)
        copied = (chance < self.copied for chance in map(_chance, repeat(rng, count)))
        for given, father, family, full in zip(
            self.given[sex].draw(rng, count), fathers, families, copied, strict=True
        ):
            yield self.whole(given, father.native, family, sex, full)

    def whole(self, given: Token, middle: str, family: Token, sex: str, full: bool) -> FictionalName:
        if self.family_first:
            native = f"{family.native} {given.native} {middle}"
        else:
            native = f"{given.native} {middle} {family.native}"
        written = f"{given.latin} {self._copies.get(middle) or self.romanise(middle)}" if full else given.latin
        return FictionalName(written, family.latin, native, sex, self.language)

    def kin(self, rng: random.Random, head: FictionalName, role: str, sex: str) -> FictionalName:
        given, middle = self.given[sex].one(rng), self._middles[sex].one(rng).native
        if role == "child":
            father = split(self, head, self.family_first).given if head.sex == "M" else self.father(head)
            middle = self.patronymic(father.native, sex)
        elif head.sex == "F" and sex == "M":
            given = self.father(head)
        return self.whole(given, middle, self.family_of(rng, head, role, sex), sex, rng.random() < self.copied)

    def father(self, head: FictionalName) -> Token:
        """The father of her children."""
        return self.given["M"].one(household(head))


def _chance(rng: random.Random) -> float:
    return rng.random()
