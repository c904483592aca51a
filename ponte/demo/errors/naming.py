# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A person's name as a desk writes it this time."""

from typing import NamedTuple

from ponte.demo.errors import letters
from ponte.demo.errors.nicknames import nickname
from ponte.demo.errors.particles import changed, has_particle, split_or_joined
from ponte.demo.errors.parts import Name, Part, Role
from ponte.demo.errors.persons import Person
from ponte.demo.errors.slips import Slips
from ponte.demo.names.pools import without_marks

PLACEHOLDERS = ("N.N.", "NN", "sconosciuto", "-", "non noto", "?", "xxx")


class Written(NamedTuple):
    given_name: str
    family_name: str
    native_name: str
    chosen_name: str


def write_name(person: Person, slips: Slips) -> Written:
    name, rng = person.name, slips.rng
    if not name.latin and slips.happen("native script only"):
        return Written("", "", _native(name, slips), person.chosen_name)
    given, family = _columns(person, _romanised(name, slips), slips)
    given, family = _misspelt(given, family, name.language, slips)
    given, family = _arranged(given, family, slips)
    # In Latin scripts the column is for the marks that the desk's keyboard has not.
    wanted = not name.latin or rng.random() < 0.1
    beside = _native(name, slips) if wanted and slips.happen("native script beside") else ""
    if slips.happen("capitals"):
        given, family = given.upper(), family.upper()
    chosen = person.chosen_name if person.chosen_name and rng.random() < 0.6 else ""
    return Written(given, family, beside, chosen)


def _romanised(name: Name, slips: Slips) -> list[tuple[Part, str]]:
    """Each part in Latin letters: as in the passport, or as this desk does."""
    rng, chosen = slips.rng, [part.written for part in name.parts]
    open_to_choice = [at for at, part in enumerate(name.parts) if len(part.ways) > 1]
    if open_to_choice and slips.happen("other romanisation"):
        for at in open_to_choice if rng.random() < 0.5 else [rng.choice(open_to_choice)]:
            others = [way for way in name.parts[at].ways if way != chosen[at]]
            chosen[at] = rng.choice(others)
    if slips.happen("romanised by habit"):
        at = rng.randrange(len(chosen))
        words = chosen[at].split(" ")
        place = rng.randrange(len(words))
        words[place] = letters.habit(rng, words[place], name.language)
        if " ".join(words) == chosen[at]:
            slips.take_back("romanised by habit")
        chosen[at] = " ".join(words)
    return list(zip(name.parts, chosen, strict=True))


def _columns(person: Person, parts: list[tuple[Part, str]], slips: Slips) -> tuple[str, str]:
    """Which parts are written at all, and whether as given or as family name."""
    rng = slips.rng
    given: list[str] = []
    family: list[str] = []
    surnames = {part.role for part, _ in parts} & {Role.FAMILY, Role.SURNAME}
    lost = _lost_surname(person.name, slips) if len(surnames) == 2 else None
    for part, text in parts:
        written = _written(person, part, text, slips)
        match part.role:
            case Role.TITLE:
                if not slips.happen("title dropped"):
                    given.append(written)
            case Role.GIVEN:
                given.append(written)
            case Role.SECOND:
                if not slips.happen("second given dropped"):
                    given.append(written)
            case Role.MIDDLE:
                wanted = not slips.happen("middle dropped") if part.shown else slips.happen("middle added")
                if wanted:
                    (given if rng.random() < 0.6 else family).append(written)
            case _ if part.role is not lost and (part.shown or len(surnames) == 1 or rng.random() < 0.3):
                family.append(written)
    if person.married_name and slips.happen("married name"):
        family = [person.married_name] if rng.random() < 0.7 else [*family, person.married_name]
    return " ".join(given), " ".join(family)


def _lost_surname(name: Name, slips: Slips) -> Role | None:
    if not slips.happen("surname dropped"):
        return None
    first, last = Role.FAMILY, Role.SURNAME
    usual, other = (last, first) if name.lasting is first else (first, last)
    return usual if slips.chance() < 0.85 else other


def _written(person: Person, part: Part, text: str, slips: Slips) -> str:
    """One part, with what happens to a part alone."""
    if part.role is Role.GIVEN:
        if person.chosen_name and slips.happen("chosen name for given"):
            return person.chosen_name
        if slips.happen("nickname"):
            short = nickname(slips.rng, part.native, text)
            if short == text:
                slips.take_back("nickname")
            return short
        if slips.happen("initial only"):
            return f"{text[0]}."
    if has_particle(text, person.name.language) and slips.happen("particle changed"):
        return changed(slips.rng, text, person.name.language)
    return text


def _misspelt(given: str, family: str, language: str, slips: Slips) -> tuple[str, str]:
    rng = slips.rng
    columns = [given, family]

    def spoil(error: str, how: str) -> None:
        at = rng.randrange(2) if all(columns) else int(not columns[0])
        words = columns[at].split(" ")
        place = max(range(len(words)), key=lambda n: (len(words[n]) > 2, rng.random()))
        before = words[place]
        if how == "type":
            words[place] = letters.mistype(rng, before)
        else:
            words[place] = letters.exchange(rng, before, letters.MISREAD if how == "read" else letters.BY_EAR)
        if words[place] == before:
            slips.take_back(error)
        columns[at] = " ".join(words)

    if any(letter > "\x7f" for letter in given + family) and slips.happen("marks lost"):
        columns = [without_marks(given), without_marks(family)]
    for error, how in (
        ("written by ear", "hear"), ("typing error", "type"), ("second typing error", "type"),
        ("misread letter", "read"),
    ):  # fmt: skip
        if slips.happen(error):
            spoil(error, how)
    if slips.happen("joined or split"):
        at = 0 if " " in columns[0] or "-" in columns[0] or rng.random() < 0.5 else 1
        whole = split_or_joined(rng, columns[at], language)
        if whole == columns[at]:
            slips.take_back("joined or split")
        columns[at] = whole
    return columns[0], columns[1]


def _arranged(given: str, family: str, slips: Slips) -> tuple[str, str]:
    """What stands in which column in the end."""
    rng = slips.rng
    if slips.happen("truncated"):
        at = rng.choice((8, 10, 12, 15))
        if len(given) <= at and len(family) <= at:
            slips.take_back("truncated")
        given, family = given[:at].rstrip(), family[:at].rstrip()
    if slips.happen("placeholder name"):
        return (rng.choice(PLACEHOLDERS), family) if rng.random() < 0.5 else (given, rng.choice(PLACEHOLDERS))
    if slips.happen("family name missing"):
        return given, ""
    if slips.happen("columns swapped"):
        return family, given
    if slips.happen("one column"):
        whole = f"{given} {family}" if rng.random() < 0.5 else f"{family} {given}"
        return (whole, "") if rng.random() < 0.6 else ("", whole)
    return given, family


def _native(name: Name, slips: Slips) -> str:
    """The whole name in the person's own script, as far as the desk copies it whole and rightly."""
    rng = slips.rng
    parts = list(name.parts)
    if len(parts) > 2 and slips.happen("native middle dropped"):
        parts = [part for part in parts if part.role in {Role.GIVEN, Role.FAMILY}]
    text = in_order(parts, name.family_first != slips.happen("native order"), name.joint)
    if slips.happen("native spelling"):
        words = text.split(" ")
        at = rng.randrange(len(words))
        other = letters.exchange(rng, words[at], letters.NATIVE)
        if other == words[at] and rng.random() < 0.4 and len(other) > 3:
            cut = rng.randrange(1, len(other))
            other = other[:cut] + other[cut + 1 :]
        if other == words[at]:
            slips.take_back("native spelling")
        words[at] = other
        text = " ".join(words)
    return text


def in_order(parts: list[Part], family_first: bool, joint: str) -> str:
    family = [part.native for part in parts if part.role in {Role.FAMILY, Role.SURNAME}]
    rest = [part.native for part in parts if part.role not in {Role.FAMILY, Role.SURNAME}]
    return joint.join([*family, *rest] if family_first else [*rest, *family])
