# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Four and a half thousand people of whom nothing is known but the name, and the same names otherwise written."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

from bench.matching import pinyin
from bench.matching.labelled import LabelledSet, Truth, half_of, opaque, write_people, write_queries, write_truth
from ponte.demo import names
from ponte.demo.errors import letters
from ponte.demo.errors.naming import in_order
from ponte.demo.errors.parts import Name, Part, Role, read
from ponte.demo.names.pools import without_marks

PEOPLE = 4_500
NATIVE = 0.7
"""Share of queries in the person's script; the others are in another romanisation."""
WHOLE_NATIVE = 0.35
"""Of those, the share that has every part of the name, also what the sheet's operator left out."""
SWAPPED, DROPPED, BY_HABIT, ADDED = 0.15, 0.2, 0.3, 0.1
TRIES = 20
FAMILIAR = 20_000
"""Names that are looked at for what could be written alike before the first is taken."""

Asked = tuple[dict[str, str], str, list[str]]
"""Name columns, form, errors."""


@dataclass(frozen=True)
class Kind:
    """Whose names, how the sheet has them and how they are asked for."""

    slug: str
    countries: str
    languages: str
    sheet: Callable[[Name, random.Random], tuple[dict[str, str], str]]
    query: Callable[[Name, dict[str, str], random.Random], Asked]


def make(folder: Path, kind: Kind, *, seed: int, people: int = PEOPLE) -> LabelledSet:
    rng = random.Random(f"{kind.slug} {seed}")
    rows, truths, asked, asked_truths = [], [], [], []
    for number, (name, row, form) in enumerate(islice(_distinct(kind, rng), people)):
        person = f"{kind.slug}-{number}"
        ref = opaque(seed, kind.slug, number)
        rows.append({"ref": ref, **row})
        truths.append(Truth(ref, person, half_of(person), form, ()))
        fields, form, errors = kind.query(name, row, rng)
        query = opaque(seed, kind.slug, number, "query")
        asked.append({"id": query, **fields})
        asked_truths.append(Truth(query, person, half_of(person), form, tuple(errors)))
    rows.sort(key=lambda row: row["ref"])
    asked.sort(key=lambda query: query["id"])
    write_people(folder / "people.csv", rows)
    write_truth(folder / "truth.csv", sorted(truths))
    write_queries(folder, asked, sorted(asked_truths))
    return LabelledSet(folder)


def _distinct(kind: Kind, rng: random.Random) -> Iterator[tuple[Name, dict[str, str], str]]:
    """People of whom no two could be written alike: Поліна Бойко and Полина Бойко are both Polina Boiko, and nobody
    could say which of them was asked for."""
    drawn = _drawn(kind, rng)
    ways = Ways()
    seen: set[tuple[str, ...]] = set()
    known = list(islice(drawn, FAMILIAR))
    for name in known:
        ways.learn(name)
    for name in chain(known, drawn):
        ways.learn(name)
        row, form = kind.sheet(name, rng)
        native = tuple(sorted(part.native for part in name.parts))
        shown = ways.of(name)
        if native not in seen and shown not in seen:
            seen |= {native, shown}
            yield name, row, form


def _drawn(kind: Kind, rng: random.Random) -> Iterator[Name]:
    shares = {
        country: share for country, share in names.nationalities().items()
        if not kind.countries or country in kind.countries.split()
    }  # fmt: skip
    pools = {country: names.make_names_bulk(rng, country, 1 << 40) for country in shares}
    while True:
        country = rng.choices(tuple(shares), tuple(shares.values()))[0]
        name = read(next(pools[country]), country)
        if not kind.languages or name.language in kind.languages.split():
            yield name


class Ways:
    """Which parts of names share a way of writing, directly or through others."""

    def __init__(self) -> None:
        self._same_as: dict[str, str] = {}

    def learn(self, name: Name) -> None:
        for part in name.parts:
            first = self._root(part.native)
            for way in part.ways:
                self._same_as[self._root(_plain(way))] = first

    def of(self, name: Name) -> tuple[str, ...]:
        """Equal for two names whose parts, as desks have them, could be written alike in any order."""
        return tuple(sorted(self._root(part.native) for part in name.parts if part.shown))

    def _root(self, text: str) -> str:
        above = self._same_as.setdefault(text, text)
        while above != text:
            self._same_as[text] = text = self._same_as[above]
            above = self._same_as[text]
        return text


def _plain(text: str) -> str:
    return without_marks(text).lower().replace("-", " ")


def _operator(name: Name, rng: random.Random) -> tuple[dict[str, str], str]:
    """As one operator copies the passport."""
    return _columns([(part, part.written) for part in name.parts if part.shown]), "latin"


def _columns(parts: list[tuple[Part, str]]) -> dict[str, str]:
    family = {Role.FAMILY, Role.SURNAME}
    if not any(part.role in family for part, _ in parts):  # the father's name stands for it
        family = {Role.MIDDLE}
    return {
        "given_name": " ".join(text for part, text in parts if part.role not in family),
        "family_name": " ".join(text for part, text in parts if part.role in family),
    }


def _in_script(name: Name, row: dict[str, str], rng: random.Random) -> Asked:
    if rng.random() >= NATIVE:
        return _otherwise(name, row, rng)
    whole = rng.random() < WHOLE_NATIVE
    parts = [part for part in name.parts if whole or part.shown]
    left_out = [] if all(part.shown for part in parts) else ["more parts than in the sheet"]
    errors = list(left_out)
    family_first = name.family_first
    if rng.random() < SWAPPED:
        family_first, errors = not family_first, [*errors, "native order"]
    return {"native_name": in_order(parts, family_first, name.joint)}, "native script", errors


def _otherwise(name: Name, row: dict[str, str], rng: random.Random) -> Asked:
    """Another romanisation of the same person, letter for letter the sheet's only where a name allows no other."""
    for _ in range(TRIES):
        errors: list[str] = []
        parts = [(part, part.written) for part in name.parts if part.shown]
        open_to_choice = [at for at, (part, _) in enumerate(parts) if len(part.ways) > 1]
        for at in open_to_choice:
            if rng.random() < 0.7:
                part, text = parts[at]
                parts[at] = part, rng.choice([way for way in part.ways if way != text])
                errors.append("other romanisation")
        if rng.random() < BY_HABIT or not errors:
            at = rng.randrange(len(parts))
            part, text = parts[at]
            words = text.split(" ")
            changed = [letters.habit(rng, words[0], name.language), *words[1:]]
            if changed == words:
                changed = [letters.exchange(rng, words[0], letters.BY_EAR), *words[1:]]
            parts[at] = part, " ".join(changed)
            errors.append("romanised by habit")
        if len(parts) > 2 and rng.random() < DROPPED:
            lost = next(at for at, (part, _) in enumerate(parts) if part.role not in {Role.GIVEN, name.lasting})
            del parts[lost]
            errors.append("part dropped")
        fields = _columns(parts)
        if rng.random() < SWAPPED:
            fields = {"given_name": fields["family_name"], "family_name": fields["given_name"]}
            errors.append("columns swapped")
        if sorted(" ".join(fields.values()).split()) != sorted(" ".join(row.values()).split()):
            break
    return {key: value for key, value in fields.items() if value}, "other romanisation", errors


def _chinese_sheet(name: Name, rng: random.Random) -> tuple[dict[str, str], str]:
    if rng.random() < 0.4:
        return {"native_name": in_order(list(name.parts), True, "")}, "characters"
    return pinyin.written(name, rng, plain=0.6)


def _chinese_query(name: Name, row: dict[str, str], rng: random.Random) -> Asked:
    if "native_name" in row:
        fields, form = pinyin.written(name, rng, plain=0.25)
        return fields, form, []
    family_first = rng.random() < 0.85
    text = in_order(list(name.parts), family_first, rng.choice(("", "", "", " ")))
    return {"native_name": text}, "characters" if family_first else "characters, given name first", []


KINDS = (
    Kind("cyrillic", "UA RU BG RS BA MD", "ukr rus bul srp", _operator, _in_script),
    Kind("arabic", "EG MA TN SY DZ", "ara", _operator, _in_script),
    Kind("urdu-persian", "PK AF IR", "", _operator, _in_script),
    Kind("bengali", "BD", "ben", _operator, _in_script),
    Kind("latin", "", "", _operator, _otherwise),
    Kind("chinese", "CN", "zho", _chinese_sheet, _chinese_query),
)
