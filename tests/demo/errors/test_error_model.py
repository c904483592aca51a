# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What matching is measured with must be true, repeatable and strange to matching, or its figures mean nothing."""

import random
import re
from collections import Counter
from pathlib import Path

import pytest

from ponte.demo import names
from ponte.demo.errors import RATES, Person, Profile, population, write
from ponte.demo.errors.parts import Role, read
from ponte.demo.errors.rates import LEAST_ERRORS, STYLE
from ponte.platform.partial_dates import PartialDate

ROOM = Path(__file__).parents[3] / "ponte" / "demo" / "errors"
DOCUMENT = Path(__file__).parents[3] / "docs" / "matching-error-model.md"


@pytest.fixture(scope="module")
def people() -> list[Person]:
    return list(population(seed=7, count=8_000))


def test_the_room_knows_nothing_of_matching() -> None:
    for source in ROOM.glob("*.py"):
        assert not re.search(r"(from|import) ponte\.people", source.read_text()), source.name


def test_the_same_seed_gives_the_same_people_and_records(people: list[Person]) -> None:
    assert list(population(seed=7, count=500)) == people[:500]
    assert list(population(seed=8, count=500)) != people[:500]
    one, other = random.Random(1), random.Random(1)
    assert [write(person, Profile.HEAVY, one) for person in people[:200]] == [
        write(person, Profile.HEAVY, other) for person in people[:200]
    ]


@pytest.mark.parametrize("profile", list(Profile))
def test_errors_happen_as_often_as_the_table_says(people: list[Person], profile: Profile) -> None:
    rng = random.Random(3)
    happened = Counter(error for person in people for error in write(person, profile, rng).errors)
    for error, rate in RATES.items():
        # Never more often than the table says; nearly as often where the error can happen to everyone.
        assert happened[error] / len(people) <= rate.of(profile) * 1.15 + 0.01, error
    for error in ("columns swapped", "moved", "sex missing", "capitals", "citizenship missing"):
        expected = RATES[error].of(profile)
        assert happened[error] / len(people) == pytest.approx(expected, rel=0.25, abs=0.01), error


def test_every_error_happens_in_the_heavy_profile(people: list[Person]) -> None:
    rng = random.Random(4)
    happened = {error for person in people for error in write(person, Profile.HEAVY, rng).errors}
    assert happened == set(RATES)


def test_a_heavy_duplicate_has_several_errors(people: list[Person]) -> None:
    rng = random.Random(5)
    for person in people[:1_000]:
        errors = write(person, Profile.HEAVY, rng, again=True).errors
        assert sum(error not in STYLE for error in errors) >= LEAST_ERRORS


def test_namesakes_twins_and_sons_are_other_people(people: list[Person]) -> None:
    kinds = Counter(person.kind for person in people)
    assert min(kinds[kind] for kind in ("homonym", "twin", "father and son", "family")) >= 5
    namesakes: dict[tuple[str, int], list[Person]] = {}
    for person in people:
        if person.kind == "homonym":
            namesakes.setdefault((person.name.key, person.born.year), []).append(person)
    for group in namesakes.values():
        assert len(group) > 1
        for field in ("number", "document", "phone", "fiscal_code"):
            told = [getattr(one, field) for one in group if getattr(one, field)]
            assert len(told) == len(set(told))
    twins = [person for person in people if person.kind == "twin"]
    for one in twins:
        assert [
            other
            for other in twins
            if other is not one and (other.household, other.born) == (one.household, one.born)
        ]


def test_families_share_what_families_share(people: list[Person]) -> None:
    homes: dict[int, list[Person]] = {}
    for person in people:
        if person.household >= 0:
            homes.setdefault(person.household, []).append(person)
    assert all(len({member.home for member in family}) == 1 for family in homes.values())
    shared = sum(len({one.phone for one in family if one.phone}) < sum(1 for one in family if one.phone)
                 for family in homes.values())  # fmt: skip
    assert shared > len(homes) / 20


@pytest.mark.parametrize("country", list(names.nationalities()))
def test_a_name_taken_apart_is_the_name(country: str) -> None:
    rng = random.Random(6)
    for fictional in names.make_names_bulk(rng, country, 200):
        name = read(fictional, country)
        whole = fictional.native or f"{fictional.given} {fictional.family}"
        assert sorted(whole.replace(" ", "")) == sorted("".join(part.native for part in name.parts).replace(" ", ""))
        assert name.parts[0].role in {Role.TITLE, Role.GIVEN}
        shown = f"{fictional.given} {fictional.family}"
        assert all(part.written in shown for part in name.parts if part.shown), name
        assert all(part.written for part in name.parts)


def test_dates_are_dates_of_the_sheet(people: list[Person]) -> None:
    rng = random.Random(8)
    for person in people[:2_000]:
        told = write(person, Profile.HEAVY, rng).record.birth_date
        if re.fullmatch(r"\d{4}(-\d\d){0,2}", told) and not told.startswith("1111"):
            PartialDate.parse(told)


def test_the_document_has_every_rate() -> None:
    """Who reads the figures can see what they were measured with."""
    told = {}
    for line in DOCUMENT.read_text().splitlines():
        cells = [cell.strip() for cell in line.strip("|").split(" | ")]
        if len(cells) == 6 and cells[3].endswith("%"):
            told[cells[0]] = tuple(round(float(cell.rstrip(" %|")) / 100, 6) for cell in cells[3:])
    assert told == {error: tuple(rate) for error, rate in RATES.items()}
