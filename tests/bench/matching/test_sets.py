# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A set whose rows betray the truth would flatter the engine; one that differs from run to run compares nothing."""

import csv
import random
from itertools import pairwise
from pathlib import Path

import pytest

from bench.matching import names_only, pinyin, registry_like
from bench.matching.labelled import COLUMNS, HALVES, LabelledSet, half_of
from ponte.demo import names
from ponte.demo.errors import Profile
from ponte.demo.errors.parts import read


@pytest.fixture(scope="module")
def heavy(tmp_path_factory: pytest.TempPathFactory) -> LabelledSet:
    return _made(tmp_path_factory.mktemp("heavy"))


def _made(folder: Path) -> LabelledSet:
    return registry_like.make(folder, records=3_000, profile=Profile.HEAVY, seed=5, queries=200)


def _rows(made: LabelledSet) -> list[dict[str, str]]:
    with made.people.open(newline="") as file:
        return list(csv.DictReader(file))


def test_rows_are_of_the_contract_and_named(heavy: LabelledSet) -> None:
    rows = _rows(heavy)
    assert len(rows) == 3_000
    assert tuple(rows[0]) == COLUMNS
    assert all(row["given_name"] or row["family_name"] or row["native_name"] for row in rows)
    assert {row["ref"] for row in rows} == set(heavy.truth)


def test_refs_and_households_tell_nothing_of_the_truth(heavy: LabelledSet) -> None:
    rows = _rows(heavy)
    assert len({row["ref"] for row in rows}) == len(rows)
    following = [heavy.truth[one["ref"]].person == heavy.truth[other["ref"]].person for one, other in pairwise(rows)]
    assert sum(following) < 10  # as often as chance puts two rows of a person side by side
    households: dict[str, list[str]] = {}
    for row in rows:
        if row["household"]:
            households.setdefault(row["household"], []).append(heavy.truth[row["ref"]].person)
    assert households
    assert all(len(set(members)) == len(members) for members in households.values())


def test_six_people_in_ten_have_one_record_and_none_more_than_five(heavy: LabelledSet) -> None:
    cards: dict[str, int] = {}
    for truth in heavy.truth.values():
        cards[truth.person] = cards.get(truth.person, 0) + 1
    shares = [sum(count == n for count in cards.values()) / len(cards) for n in range(1, 6)]
    assert shares[0] == pytest.approx(0.6, abs=0.05)
    assert max(cards.values()) == 5


def test_the_same_seed_writes_the_same_files(heavy: LabelledSet, tmp_path: Path) -> None:
    again = _made(tmp_path)
    for name in ("people.csv", "truth.csv", "queries.jsonl", "queries-truth.csv"):
        assert (again.folder / name).read_bytes() == (heavy.folder / name).read_bytes()


def test_halves_are_of_people_and_nearly_equal(heavy: LabelledSet) -> None:
    assert all(truth.half == half_of(truth.person) for truth in heavy.truth.values())
    assert sum(truth.half == HALVES[0] for truth in heavy.truth.values()) == pytest.approx(1_500, abs=150)


def test_questions_are_half_filled_and_about_people_of_the_sheet(heavy: LabelledSet) -> None:
    people = {truth.person for truth in heavy.truth.values()}
    asked = heavy.asked(set(heavy.queries_truth))
    assert len(asked) == 200
    for key, query in asked.items():
        truth = heavy.queries_truth[key]
        assert truth.person in people
        assert 2 <= len(query) <= 6
        assert any(query.get(field) for field in set(query) - {"id"})


@pytest.mark.parametrize("kind", names_only.KINDS, ids=lambda kind: kind.slug)
def test_names_only_sets_have_names_and_nothing_else(kind: names_only.Kind, tmp_path: Path) -> None:
    made = names_only.make(tmp_path, kind, seed=1, people=150)
    columns = {"given_name", "family_name", "native_name"}
    rows = made.rows(set(made.truth))
    assert len(rows) == 150
    for ref, row in rows.items():
        assert set(row) <= {"ref", *columns}
        assert ref not in made.queries_truth
    asked = made.asked(set(made.queries_truth))
    by_person = {truth.person: rows[ref] for ref, truth in made.truth.items()}
    same = sum(
        {k: v for k, v in query.items() if k != "id"}
        == {k: v for k, v in by_person[made.queries_truth[key].person].items() if k != "ref"}
        for key, query in asked.items()
    )
    assert same <= 150 * 0.02


def test_pinyin_marks_stand_where_chinese_put_them() -> None:
    spelt = [("xiong", 2), ("liu", 2), ("gui", 4), ("lou", 3), ("Jiang", 1), ("lü", 3), ("Ou", 1)]
    assert [pinyin.marked(*one) for one in spelt] == ["xióng", "liú", "guì", "lǒu", "Jiāng", "lǚ", "Ōu"]
    rng = random.Random(1)
    drawn = (read(name, "CN") for name in names.make_names_bulk(rng, "CN", 500))
    characters = {letter for name in drawn for part in name.parts for letter in part.native}
    assert characters <= set(pinyin.TONE)
