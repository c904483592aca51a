# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Rows that share a key by themselves share one in a table: or a desk is warned of a pair that nobody reviews."""

from collections import defaultdict
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from ponte.people.matching import keys, records
from ponte.people.matching.encoding import Encoded

NAMES = st.sampled_from(
    ("Anna", "Maria Rosa", "Rosa Maria", "Mohamed El Amrani", "محمد", "Шевченко Тарас", "王小明", "Li Na", "N.N.", "")
)
ROWS = st.fixed_dictionaries(
    {
        "given_name": NAMES, "family_name": NAMES, "native_name": NAMES,
        "birth_date": st.sampled_from(("1990-05-04", "1990-04-05", "1990", "1990-01-01", "31/02/1990", "4/5", "")),
        "phone": st.sampled_from(("3331112222", "02 1112222", "")), "email": st.sampled_from(("a@b.it", "")),
        "document": st.sampled_from(("AB 1", "PTRNNA90E44F205X", "")),
        "fiscal_code": st.sampled_from(("PTRNNA90E44F205X", "PTRNNA90E44F20RX", "")),
        "address": st.sampled_from(("via Roma 1", "")),
    }
)  # fmt: skip


@given(st.lists(ROWS, min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_rows_share_as_many_keys_in_a_table_as_by_themselves(rows: list[dict[str, str]]) -> None:
    people = [records.from_sheet(row) for row in rows]
    found = Encoded.of(people).keyed
    in_table, alone = defaultdict[int, set[int]](set), defaultdict[int, set[int]](set)
    for key, row in zip(found.keys.tolist(), found.rows.tolist(), strict=True):
        assert row not in in_table[key]
        in_table[key].add(row)
    for row, person in enumerate(people):
        for key in keys.keys_of(person):
            alone[key].add(row)
    pairs_in_table, pairs_alone = (
        {pair for sharing in found.values() for pair in combinations(sorted(sharing), 2)}
        for found in (in_table, alone)
    )
    assert pairs_in_table >= pairs_alone


def test_one_address_and_one_name_are_a_key_however_the_street_is_shortened() -> None:
    rows = [
        {"given_name": "Fatima", "family_name": "Haddad", "address": "Viale Dante Alighieri, 29"},
        {"given_name": "Fatema", "family_name": "Benali", "address": "v.le Dante Alighieri n. 29"},
        {"given_name": "Omar", "family_name": "Rossi", "address": "Dante Alighieri 29"},
    ]
    found = Encoded.of(map(records.from_sheet, rows)).keyed
    of_first, of_second, of_third = (set(found.keys[found.rows == row].tolist()) for row in range(3))
    by_name = keys.keys_of(records.from_sheet(rows[0])) & keys.keys_of(records.from_sheet(rows[1]))
    assert len(of_first & of_second) == len(by_name) + 1
    assert not of_first & of_third
