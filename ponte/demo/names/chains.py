# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Names that carry the parents: chains of fathers, two surnames, a mother's name in the middle."""

import random
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ponte.demo.names.customs import BySex, Custom, TwoPart, household, split
from ponte.demo.names.model import FictionalName
from ponte.demo.names.pools import Pool, Token


def _name(given: str, family: str, native: str, sex: str, language: str) -> FictionalName:
    return FictionalName(given, family, "" if native == f"{given} {family}" else native, sex, language)


@dataclass(kw_only=True)
class FatherChain(Custom):
    """Own name, father's name, and a last one: the family's, or the grandfather's where there is no family name.

    Nobody takes a name by marriage; a child's second name is the father's first.
    """

    language: str
    given: BySex
    family: BySex
    """Of either sex; where there are no family names, the men's given names."""
    grandfathers: bool = False
    """The last name is the grandfather's: a child has the father's father's, and no name lasts for ever."""
    last_only: float = 0.65
    """Share of desks that take the last name alone for the family name."""
    father_as_family: float = 0.2
    """Share of desks that take both for the family name."""
    father_only: bool = False
    """Whether the other desks take the father's for the family name, or for a second given name."""

    def draw(self, rng: random.Random, sex: str, count: int) -> Iterator[FictionalName]:
        givens = self.given[sex].draw(rng, count)
        fathers = self.given["M"].draw(rng, count)
        lasts = self.family[sex].draw(rng, count)
        chance, language = rng.random, self.language
        both = self.last_only + self.father_as_family
        for (given, latin), (father, father_latin), (last, last_latin) in zip(givens, fathers, lasts, strict=True):
            native = f"{given} {father} {last}"
            way = chance()
            if way < self.last_only:
                family = last_latin
            elif way < both:
                family = f"{father_latin} {last_latin}"
            elif self.father_only:
                family = father_latin
            else:
                latin, family = f"{latin} {father_latin}", last_latin
            if native == f"{latin} {family}":
                native = ""
            yield FictionalName(latin, family, native, sex, language)

    def whole(self, rng: random.Random, given: Token, father: Token, last: Token, sex: str) -> FictionalName:
        way, latin, family = rng.random(), given.latin, last.latin
        if way >= self.last_only + self.father_as_family:
            if self.father_only:
                family = father.latin
            else:
                latin = f"{latin} {father.latin}"
        elif way >= self.last_only:
            family = f"{father.latin} {last.latin}"
        return _name(latin, family, f"{given.native} {father.native} {last.native}", sex, self.language)

    def kin(self, rng: random.Random, head: FictionalName, role: str, sex: str) -> FictionalName:
        given = self.given[sex].one(rng)
        if role == "partner" and sex == "F":
            return self.whole(rng, given, self.given["M"].one(rng), self.family[sex].one(rng), sex)
        if head.sex == "M" and role == "child":
            father, last = self.fathers_line(head)
            return self.whole(rng, given, father, last, sex)
        line = household(head)
        father, fathers_father = self.given["M"].one(line), self.given["M"].one(line)
        last = self.family["M"].one(line)
        if role == "partner":
            return self.whole(rng, father, fathers_father, last, sex)
        return self.whole(rng, given, father, fathers_father if self.grandfathers else last, sex)

    def fathers_line(self, head: FictionalName) -> tuple[Token, Token]:
        """The second and third names of his children."""
        parts = split(self, head)
        if not self.grandfathers or not parts.middle:
            return parts.given, parts.family
        written = self.given["M"].variants.get(parts.middle, (head.family.split(" ")[0],))
        shown = f"{head.given} {head.family}"
        return parts.given, Token(parts.middle, next((one for one in written if one in shown), written[0]))


@dataclass(kw_only=True)
class TwoSurnames(Custom):
    """One surname of each parent. Desks drop the one that they take for a middle name more than they should."""

    language: str
    given: BySex
    family: BySex
    second: Mapping[str, Pool]
    fathers_first: bool = True
    """Spanish; in Portuguese the father's comes last and is the one that stays."""
    both: float = 0.78

    def draw(self, rng: random.Random, sex: str, count: int) -> Iterator[FictionalName]:
        language = self.language
        pools = self.given[sex], self.second[sex], self.family[sex], self.family[sex]
        drawn = [pool.draw(rng, count) for pool in pools]
        for (given, latin), (more, more_latin), (one, one_latin), (two, two_latin) in zip(*drawn, strict=True):
            if more[1:] != given:
                given, latin = given + more, latin + more_latin
            if rng.random() < self.both:
                family = f"{one_latin} {two_latin}"
            else:
                family = one_latin if self.fathers_first else two_latin
            native = f"{given} {one} {two}"
            if native == f"{latin} {family}":
                native = ""
            yield FictionalName(latin, family, native, sex, language)

    def kin(self, rng: random.Random, head: FictionalName, role: str, sex: str) -> FictionalName:
        given, more = self.given[sex].one(rng), self.second[sex].one(rng)
        if more.native[1:] != given.native:
            given = Token(given.native + more.native, given.latin + more.latin)
        line = household(head)
        theirs = self.family[sex].one(line), self.family[sex].one(line)  # the other parent's two
        if role == "partner":
            surnames = theirs
        else:
            own, other = self.lasting(head), theirs[0 if self.fathers_first else 1]
            mothers, fathers = (other, own) if head.sex == "M" else (own, other)
            surnames = (fathers, mothers) if self.fathers_first else (mothers, fathers)
        kept = surnames[0 if self.fathers_first else 1].latin
        family = " ".join(one.latin for one in surnames) if rng.random() < self.both else kept
        native = " ".join((given.native, *(one.native for one in surnames)))
        return _name(given.latin, family, native, sex, self.language)

    def lasting(self, head: FictionalName) -> Token:
        """The surname that goes on to the children."""
        whole = head.native or f"{head.given} {head.family}"
        pool, words = self.family[head.sex], whole.split(" ")
        last = next((n for n in range(len(words), 1, -1) if " ".join(words[-n:]) in pool), 1)
        native = " ".join(words[-last:])
        if self.fathers_first:
            rest = words[:-last]
            first = next((n for n in range(len(rest), 1, -1) if " ".join(rest[-n:]) in pool), 1)
            before = " ".join(rest[-first:])
            if before in pool:
                native = before
        shown = f" {head.family} "
        return Token(native, next((one for one in pool.variants.get(native, ()) if f" {one} " in shown), native))


@dataclass(kw_only=True)
class MothersInTheMiddle(Custom):
    """Given name, mother's family name, father's family name; a wife moves hers to the middle (Philippines)."""

    language: str
    given: BySex
    family: BySex
    second: Mapping[str, Pool]
    left_out: float = 0.7
    """Share of desks that do not copy the middle name."""

    def draw(self, rng: random.Random, sex: str, count: int) -> Iterator[FictionalName]:
        pools = self.given[sex], self.second[sex], self.family[sex], self.family[sex]
        drawn = [pool.draw(rng, count) for pool in pools]
        for (given, latin), (more, more_latin), middle, family in zip(*drawn, strict=True):
            if more[1:] != given:
                given, latin = given + more, latin + more_latin
            yield self.whole(rng, Token(given, latin), middle, family, sex)

    def whole(self, rng: random.Random, given: Token, middle: Token, family: Token, sex: str) -> FictionalName:
        way, latin, last = rng.random(), given.latin, family.latin
        if way > 0.9:
            last = f"{middle.latin} {last}"
        elif way > self.left_out:
            latin = f"{latin} {middle.latin}"
        native = f"{given.native} {middle.native} {family.native}"
        return FictionalName(latin, last, "" if native == f"{latin} {last}" else native, sex, self.language)

    def kin(self, rng: random.Random, head: FictionalName, role: str, sex: str) -> FictionalName:
        given, more = self.given[sex].one(rng), self.second[sex].one(rng)
        if more.native[1:] != given.native:
            given = Token(given.native + more.native, given.latin + more.latin)
        middle, family = self.surnames(head)
        if role == "partner":
            middle = self.family[sex].one(household(head))
        elif head.sex == "M":
            middle = self.family["F"].one(household(head))
        return self.whole(rng, given, middle, family, sex)

    def surnames(self, head: FictionalName) -> tuple[Token, Token]:
        """Middle and family name; the family's again where the name has no middle."""
        pool = self.family[head.sex]
        words = (head.native or f"{head.given} {head.family}").split(" ")
        last = next((n for n in range(len(words), 1, -1) if " ".join(words[-n:]) in pool), 1)
        rest = words[:-last]
        middle = next((n for n in range(len(rest), 1, -1) if " ".join(rest[-n:]) in pool), 1)
        family, mothers = " ".join(words[-last:]), " ".join(rest[-middle:])
        borne = Token(family, pool.written(family, head.family, at_end=True) or family)
        return Token(mothers, pool.variants[mothers][0]) if mothers in pool else borne, borne


@dataclass(kw_only=True)
class FathersName(TwoPart):
    """The father's given name stands where others have a family name, and lasts one generation (Tamil)."""

    def kin(self, rng: random.Random, head: FictionalName, role: str, sex: str) -> FictionalName:
        given, given_latin = self.givens(rng, sex, 1)[0]
        husband = self.given["M"].one(household(head))
        last = self.family[sex].one(rng)
        if role == "child":
            last = split(self, head).given if head.sex == "M" else husband
        elif head.sex == "F" and sex == "M":
            given, given_latin = husband
        return _name(given_latin, last.latin, f"{given} {last.native}", sex, self.language)
