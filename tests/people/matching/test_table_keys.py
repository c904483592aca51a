# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The keys of a whole table are those of its rows: or a desk would be warned of a pair that nobody reviews."""

from collections import defaultdict

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
    assert sorted(map(sorted, in_table.values())) == sorted(map(sorted, alone.values()))
