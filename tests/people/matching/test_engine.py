# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Duplicates among records: what is proposed, what never is, and that pairs and groups say the same."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ponte.people.matching import batch, clusters, keys, model, pairs, records
from ponte.people.matching.batch import Found
from ponte.people.matching.encoding import Encoded
from ponte.people.matching.likeness import Band
from ponte.people.matching.lookup import Lookup
from ponte.people.matching.records import from_sheet
from ponte.people.matching.scoring import Scorer, families_live_here

HOME = {"phone": "3331112222", "address": "via Roma 1", "municipality": "Milano"}
ANNA = {"given_name": "Anna", "family_name": "Petrova", "birth_date": "1990-05-04", "sex": "F"}


def found(*rows: dict[str, str]) -> Found:
    return batch.find([from_sheet(row) for row in rows], model.delivered())


def proposed(result: Found) -> list[tuple[int, int]]:
    pairs = zip(result.pairs.tolist(), result.bands, strict=True)
    return [(one, other) for (one, other), band in pairs if band in {Band.SAME, Band.LIKELY}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            {"given_name": "Мохаммед", "family_name": "Эль Амрани"},
            {"given_name": "Mohamed", "family_name": "El Amrani"},
        ),
        ({"native_name": "محمد العمراني"}, {"given_name": "Mohamed", "family_name": "El Amrani"}),
        ({"native_name": "Шевченко Олена"}, {"given_name": "Olena", "family_name": "Sevcenco"}),
        ({"native_name": "王小明"}, {"given_name": "Xiao Ming", "family_name": "Wang"}),
        ({"native_name": "王小明"}, {"given_name": "Wáng", "family_name": "Xiǎomíng"}),
        ({"native_name": "রহমান করিম"}, {"given_name": "Karim", "family_name": "Rahman"}),
        (
            {"given_name": "Maria Luisa", "family_name": "Gomez Perez"},
            {"given_name": "Marialuisa", "family_name": "Gomez"},
        ),
    ],
)
def test_one_name_in_two_spellings_with_one_birth_date_is_one_person(
    one: dict[str, str], other: dict[str, str]
) -> None:
    born = {"birth_date": "1988-02-17"}
    assert found(one | born, other | born).groups == [[0, 1]]


@pytest.mark.parametrize(
    "relative",
    [
        ANNA | {"given_name": "Maria"},  # a twin sister
        ANNA | {"birth_date": "1961-02-11"},  # a mother of the same name
        ANNA | {"given_name": "Ivan", "sex": "M", "birth_date": "1988-01-20"},  # a brother
    ],
)
def test_what_a_family_shares_makes_nobody_the_same(relative: dict[str, str]) -> None:
    result = found(ANNA | HOME, relative | HOME)
    assert (proposed(result), result.groups) == ([], [])


def test_pairs_and_groups_never_contradict_each_other() -> None:
    rng = np.random.default_rng(1)
    codes = ("PTRNNA90E44F205X", "PTRNNA61B51F205X", "")
    rows = [
        ANNA | {"birth_date": f"1990-05-0{rng.integers(3, 6)}", "fiscal_code": codes[rng.integers(3)]}
        for _ in range(30)
    ]
    result = found(*rows)
    group = clusters.group_of(result.groups, len(rows))
    together = {(one, other) for members in result.groups for one in members for other in members if one < other}
    assert set(proposed(result)) == together
    assert all(group[one] == group[other] for one, other in proposed(result))


def test_a_surer_pair_that_something_speaks_against_is_only_possible() -> None:
    pairs = np.array([[0, 1], [1, 2], [3, 4]], np.int64)
    bands = clusters.settled(pairs, [Band.SAME, Band.SAME, Band.POSSIBLE], [[0, 1], [3, 4]], 5)
    assert bands == [Band.SAME, Band.POSSIBLE, Band.LIKELY]


def test_a_group_never_bridges_what_is_ruled_out() -> None:
    evidence = {(0, 1): 20.0, (1, 2): 20.0, (0, 2): clusters.RULED_OUT}
    assert clusters.grown(evidence, 1.0) == [[0, 1]]


def test_one_odd_record_parts_nobody_and_one_lucky_pair_joins_nobody() -> None:
    """Of five records of one person, one contradicts another; of two people, one pair happens to look alike."""
    members = range(4)
    person = {(one, other): 6.0 for one in members for other in members if one < other}
    assert clusters.grown(person | {(0, 4): 9.0, (1, 4): 5.0, (2, 4): 4.0, (3, 4): -10.0}, 0.0) == [[0, 1, 2, 3, 4]]
    assert clusters.grown(person | {(0, 4): 2.0, (1, 4): -6.0, (2, 4): -6.0, (3, 4): -6.0}, 0.0) == [[0, 1, 2, 3]]


@pytest.mark.parametrize("short", ["M.", "Kazi", "mierz"])
def test_a_shortened_given_name_is_no_relative(short: str) -> None:
    whole = {"given_name": "Kazimierz" if short != "M." else "Maricel", "family_name": "Wisniewski"} | HOME
    born = {"birth_date": "1972-09-04"}
    assert found(whole | born, whole | born | {"given_name": short}).groups == [[0, 1]]


def test_who_may_be_a_twin_is_shown_and_left_to_people() -> None:
    result = found(ANNA | HOME, ANNA | HOME | {"given_name": "Maria"})
    assert result.bands == [Band.POSSIBLE]


def test_relatives_in_one_column_are_no_one_person() -> None:
    """Where no column says which word is the given name, one that is alike and one that is not are relatives'."""
    result = found({"given_name": "Kowalska Anna"} | HOME, {"given_name": "Maria Kowalska"} | HOME)
    assert not result.groups


def test_codes_a_letter_apart_that_each_fit_their_own_date_are_of_two_people() -> None:
    """Cousins of one name; but a letter mistyped in the code alone is a slip."""
    one = {
        "given_name": "Andrea",
        "family_name": "Ortiz",
        "birth_date": "1968-08-13",
        "fiscal_code": "RTZNDR68M53Z611Z",
    }
    cousin = one | {"birth_date": "1968-05-13", "fiscal_code": "RTZNDR68E53Z611Q"}
    assert not found(one, cousin).groups
    assert found(one, one | {"fiscal_code": "RTZNDR68E53Z611Q"}).groups == [[0, 1]]


def test_where_no_given_name_is_told_families_are_expected() -> None:
    sisters = [
        {"given_name": name, "phone": f"33311{home:05}", "birth_date": f"{year}-03-04"}
        for home in range(120) for name, year in (("Anna Rossi", 1950), ("Rossi Maria", 1980))
    ]  # fmt: skip
    encoded = Encoded.of(map(from_sheet, sisters))
    assert families_live_here(Scorer(model.delivered(), encoded.table.vocabulary, encoded.rarity), encoded.table)


def test_of_equally_likely_rows_the_one_with_the_same_letters_leads() -> None:
    rows = [{"given_name": name, "family_name": "Haddad"} for name in ("Youssef", "Yusuf", "Yousef")]
    lookup = Lookup([from_sheet(row) for row in rows], model.delivered())
    (answer,) = lookup.answers([from_sheet(rows[2])], top=10)
    assert answer[0].rows[0] == 2
    assert answer[0].band == Band.POSSIBLE, "three have that name"


def test_parts_taken_in_apart_are_the_same_as_all_at_once() -> None:
    rows = [from_sheet(ANNA | {"given_name": name, "phone": f"33300000{at}"}) for at, name in enumerate("ABCDEFG")]
    order = np.array([0, 4, 1, 5, 2, 6, 3])
    joined = Encoded.joined([Encoded.of(rows[::2]), Encoded.of(rows[1::2])], order)
    whole = Encoded.of(rows)
    texts = [[table.vocabulary.texts[code] for code in table.phones[0]] for table in (joined.table, whole.table)]
    assert texts[0] == texts[1]
    found = [pairs.worth_comparing(one.keyed, one.traits).tolist() for one in (joined, whole)]
    assert found[0] == found[1]


def test_keys_change_only_with_their_version() -> None:
    """Stored keys are found by the same keys: whoever changes them raises `VERSION`, and these numbers here."""
    row = ANNA | {"phone": "333 1112222", "document": "AB 12345"}
    assert (keys.VERSION, sum(keys.keys_of(from_sheet(row))) % 1_000_003) == (GOLDEN_VERSION, GOLDEN_KEYS)


GOLDEN_VERSION, GOLDEN_KEYS = 4, 882595


@given(st.text(max_size=30), st.text(max_size=30))
@settings(max_examples=150, deadline=None)
def test_no_text_is_too_odd_to_be_compared(date: str, code: str) -> None:
    record = from_sheet(
        {"given_name": code, "birth_date": date, "fiscal_code": code, "phone": date, "document": code}
    )
    keys.keys_of(record)
    records.birth_and_sex(code)
    Encoded.of([record])


WORDS = ("Anna", "Olga", "Mohamed", "Rossi", "Ковальчук", "محمد", "Haddad", "Maria")
NAMES = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3)


@given(NAMES, NAMES, st.permutations(range(3)))
@settings(max_examples=60, deadline=None)
def test_who_is_asked_first_and_the_order_of_words_do_not_matter(
    one: list[str], other: list[str], order: list[int]
) -> None:
    swapped = [one[at] for at in order if at < len(one)]
    ask = from_sheet({"given_name": " ".join(one)})
    rows = [from_sheet({"given_name": " ".join(words)}) for words in (other, one, swapped)]
    forth = {match.rows[0]: match.bits for match in next(Lookup(rows[:1], model.delivered()).answers([ask], top=9))}
    back = {match.rows[0]: match.bits for match in next(Lookup([ask], model.delivered()).answers(rows[:1], top=9))}
    assert forth.keys() == back.keys()
    again = next(Lookup(rows[1:2], model.delivered()).answers([ask, rows[2]], top=1))
    turned = list(Lookup(rows[1:2], model.delivered()).answers([ask, rows[2]], top=1))[1]
    assert [match.bits for match in again] == [match.bits for match in turned]
