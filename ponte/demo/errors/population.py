# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""True people in households, with those who are hard to tell apart: families on one phone, twins, a father and son of
one name, namesakes of one year.
"""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from ponte.demo import names
from ponte.demo.errors import contacts, papers
from ponte.demo.errors.parts import Name, Role, read
from ponte.demo.errors.persons import Home, Person

BLOCK = 4_000
"""People are made in blocks of their own seed, so that several processes make the same people."""
_SIZES = ((1, 2, 3, 4, 5), (66, 12, 10, 8, 4))
TWINS, NAMESAKE_SON, HOMONYM, DUAL = 0.06, 0.04, 0.02, 0.06
_NO_REGISTER = frozenset({"AF", "SO", "ER", "ET", "GM", "ML", "BD", "PK", "SN", "SY"})
"""Where many birthdays are the first of January in every paper."""
_EDUCATION = ("none", "primary", "lower_secondary", "upper_secondary", "degree")
_EMPLOYMENT = ("employed", "employed", "unemployed", "inactive")
_LAST_DAY = date(2025, 6, 30)


def block(seed: int, number: int, size: int = BLOCK) -> list[Person]:
    """The people of one block; their numbers go on from the block before."""
    rng = random.Random(f"people {seed} {number}")
    sizes = rng.choices(*_SIZES, k=size)
    shares = names.nationalities()
    countries = rng.choices(tuple(shares), tuple(shares.values()), k=size)
    people: list[Person] = []
    heads = {
        country: names.make_names_bulk(rng, country, count) for country, count in sorted(Counter(countries).items())
    }
    household = number * size
    for members, country in zip(sizes, countries, strict=True):
        left = min(members, size - len(people))
        if not left:
            break
        people += _household(rng, heads[country], country, left, number * size + len(people), household)
        household += 1
    _make_homonyms(rng, people)
    return people


def population(seed: int, count: int) -> Iterator[Person]:
    for number in range((count + BLOCK - 1) // BLOCK):
        yield from block(seed, number, BLOCK)[: count - number * BLOCK]


def _household(
    rng: random.Random, heads: Iterator[names.FictionalName], country: str, members: int, first: int, household: int
) -> list[Person]:
    head_name = next(heads)
    home = contacts.make_home(rng)
    born = _adult(rng, country)
    if members > 1:  # old enough for a family
        born = min(born, born.replace(year=1960 + rng.randrange(38), day=min(born.day, 28)))
    head = _person(rng, first, read(head_name, country), country, born, home)
    people = [head]
    if members == 1:
        return people
    with_partner = rng.random() < 0.8
    for place in range(1, members):
        if place == 1 and with_partner:
            sex = "M" if head.sex == "F" else "F"
            fictional = names.family_of(rng, country, head_name, "partner", sex)
            born = head.born + timedelta(days=rng.randrange(-3000, 3000))
            member = _person(
                rng,
                first + place,
                read(fictional, country),
                country,
                _registered(rng, min(born, date(2006, 1, 1)), country),
                home,
            )
            member.role = "partner"
        else:
            member = _child(rng, head, head_name, people[-1], first + place, country)
        people.append(member)
    _join(rng, people, household)
    return people


def _child(
    rng: random.Random, head: Person, head_name: names.FictionalName, before: Person, number: int, country: str
) -> Person:
    sex, twin = rng.choice("FM"), before.role == "child" and rng.random() < TWINS
    name = read(names.family_of(rng, country, head_name, "child", sex), country)
    earliest = head.born + timedelta(days=18 * 365)
    born = earliest + timedelta(days=rng.randrange(min(25 * 365, (_LAST_DAY - earliest).days)))
    born, kind = (before.born, "twin") if twin else (_registered(rng, born, country), "")
    if not twin and sex == "M" == head.sex and rng.random() < NAMESAKE_SON:
        name, kind = _named_after(head.name, name), "father and son"
    child = _person(rng, number, name, country, born, head.home)
    child.role, child.kind = "child", kind
    if twin:
        before.kind = "twin"
    return child


def _named_after(father: Name, son: Name) -> Name:
    given = next((part for part in father.parts if part.role is Role.GIVEN), None)
    return replace(son, parts=tuple(given if given and part.role is Role.GIVEN else part for part in son.parts))


def _join(rng: random.Random, people: list[Person], household: int) -> None:
    """What living together does: one address, phones that ring for others, a name by marriage."""
    head = people[0]
    head.role = "head"
    husband = next((one for one in people[:2] if one.sex == "M" and one.role in {"head", "partner"}), None)
    for person in people:
        person.household = household
        person.kind = person.kind or "family"
        minor = person.born.year > 2009
        if person is not head and (minor or rng.random() < 0.2):
            person.phone = head.phone if rng.random() < (0.5 if minor else 0.8) else ""
        if husband is not None and person.sex == "F" and person.role in {"head", "partner"}:
            person.married_name = _family(husband.name)
    for person in people:
        others = {one.phone for one in people if one is not person and one.phone}
        person.relatives_phones = sorted(others - {person.phone})


def _family(name: Name) -> str:
    return next((part.written for part in reversed(name.parts) if part.role is name.lasting), "")


def _given(name: Name) -> str:
    return next((part.written for part in name.parts if part.role is Role.GIVEN), "")


def _adult(rng: random.Random, country: str) -> date:
    born = date(2025, 1, 1) - timedelta(days=round(365 * (18 + 50 * rng.random() ** 1.6)) + rng.randrange(365))
    return _registered(rng, born, country)


def _registered(rng: random.Random, born: date, country: str) -> date:
    return born.replace(month=1, day=1) if country in _NO_REGISTER and rng.random() < 0.15 else born


def _person(rng: random.Random, number: int, name: Name, country: str, born: date, home: Home) -> Person:
    minor = born.year > 2007
    at_home = "IT" if country == "IT" or (minor and rng.random() < 0.5) else country
    given, family = _given(name), _family(name)
    return Person(
        number=number,
        name=name,
        sex=name.sex,
        born=born,
        country=at_home,
        citizenships=(country, "IT") if country != "IT" and rng.random() < DUAL else (country,),
        languages=names.languages_of(country),
        home=home,
        phone="" if minor or rng.random() < 0.08 else contacts.make_phone(rng),
        email="" if minor or rng.random() < 0.6 else contacts.make_email(rng, given, family, born.year, number),
        document="" if rng.random() < 0.15 else papers.make_document(rng, country),
        fiscal_code=papers.make_fiscal_code(given, family, name.sex, born, at_home) if rng.random() < 0.85 else "",
        birth_place="Milano" if at_home == "IT" else "",
        chosen_name=names.make_chosen_name(rng, country, rng.choice("FM")) if rng.random() < 0.015 else "",
        education="" if minor else rng.choice(_EDUCATION),
        employment="" if minor else rng.choice(_EMPLOYMENT),
    )


def _make_homonyms(rng: random.Random, people: list[Person]) -> None:
    """Give some adults the name and birth year of another of their country, and nothing else of theirs."""
    alone: dict[tuple[str, str], list[Person]] = {}
    for person in people:
        if person.household < 0:
            alone.setdefault((person.citizenships[0], person.sex), []).append(person)
    for group in alone.values():
        for one, other in zip(group[::2], group[1::2], strict=False):
            if rng.random() < HOMONYM * 2:
                other.name = one.name
                other.born = date(one.born.year, rng.randrange(1, 13), rng.randrange(1, 29))
                if other.fiscal_code:
                    other.fiscal_code = papers.make_fiscal_code(
                        _given(other.name), _family(other.name), other.sex, other.born, other.country
                    )
                one.kind = other.kind = "homonym"
