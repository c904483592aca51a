# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Sheets as registries are: most people once, some up to five times, and queries as desks half fill them."""

import csv
import random
import re
from collections import Counter
from collections.abc import Collection, Iterable
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import NamedTuple

from bench.matching.labelled import COLUMNS, LabelledSet, Truth, half_of, opaque, write_queries, write_truth
from ponte.demo.errors import Person, Profile, write
from ponte.demo.errors.population import BLOCK, block

RECORDS_PER_PERSON = ((1, 2, 3, 4, 5), (60, 22, 10, 5, 3))
MEAN_RECORDS = sum(n * share for n, share in zip(*RECORDS_PER_PERSON, strict=True)) / 100
SHOWN_HOUSEHOLD = 0.4
PROCESSES = 2

Row = tuple[str, ...]
Namesake = tuple[str, int]
"""A whole name with a birth year, or with 0 for all years."""


def make(folder: Path, *, records: int, profile: Profile, seed: int, queries: int = 0) -> LabelledSet:
    """`records` rows; people's further records are by `profile`, their first by a lighter hand."""
    blocks = int(records / MEAN_RECORDS / BLOCK * 1.02) + 2
    rows: list[Row] = []
    truths: list[Truth] = []
    namesakes: Counter[Namesake] = Counter()
    with ProcessPoolExecutor(PROCESSES) as pool:
        for made in pool.map(partial(_block, seed, profile), range(blocks)):
            rows += made.rows
            truths += made.truths
            namesakes.update(made.namesakes if queries else ())
            if len(rows) >= records:
                break
        pool.shutdown(cancel_futures=True)
    # Whole blocks were made: the last person may lose a record, as some do.
    del rows[records:], truths[records:]
    rows.sort()
    truths.sort()
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "people.csv").open("w", newline="", encoding="utf-8") as file:
        sheet = csv.writer(file)
        sheet.writerow(COLUMNS)
        sheet.writerows(rows)
    write_truth(folder / "truth.csv", truths)
    if queries:
        _ask(folder, zip(rows, truths, strict=True), namesakes, queries, seed)
    return LabelledSet(folder)


class _Made(NamedTuple):
    rows: list[Row]
    truths: list[Truth]
    namesakes: list[Namesake]


def _block(seed: int, profile: Profile, number: int) -> _Made:
    rng = random.Random(f"records {seed} {number}")
    made = _Made([], [], [])
    for person in block(seed, number):
        made.namesakes.extend(((person.name.key, person.born.year), (person.name.key, 0)))
        for count in range(rng.choices(*RECORDS_PER_PERSON)[0]):
            by = profile if count else Profile.LIGHT
            record, errors = write(person, by, rng, again=count > 0)
            ref = opaque(seed, "row", person.number, count)
            made.rows.append((ref, *record, *_household(person, seed, count)))
            key = str(person.number)
            made.truths.append(Truth(ref, key, half_of(key), person.kind, errors))
    return made


def _household(person: Person, seed: int, count: int) -> tuple[str, str]:
    """Members written at one visit share a value, which says nothing of the next visit."""
    if person.household < 0 or random.Random(f"{seed} {person.household} {count}").random() > SHOWN_HOUSEHOLD:
        return "", ""
    return opaque(seed, "household", person.household, count)[:8], person.role


# What is typed when the first answer should come, and how often. Where too many people have the name, or the name and
# the year, the desk goes on typing.
PATTERNS = (
    (("name",), 20), (("name", "year"), 25), (("name", "date"), 20), (("phone",), 10), (("name", "phone"), 10),
    (("given", "phone"), 5), (("document",), 4), (("fiscal_code",), 3), (("given", "date", "municipality"), 3),
)  # fmt: skip
NUMBERED = frozenset({"phone", "document", "fiscal_code"})
PHONE_DIGITS = 10
MOST_NAMESAKES = 1
QUERIED_BLOCKS = 10


def _ask(
    folder: Path, written: Iterable[tuple[Row, Truth]], namesakes: Counter[Namesake], queries: int, seed: int
) -> None:
    """Questions about people of the set, by the half-filled profile; from a few blocks, for they are made again."""
    rng = random.Random(f"queries {seed}")
    numbers: dict[int, set[str]] = {}
    for row, truth in written:
        numbers.setdefault(int(truth.person), set()).update(_numbers(row))
    blocks = max(numbers) // BLOCK + 1
    chosen = sorted(rng.sample(range(blocks), min(blocks, QUERIED_BLOCKS)))
    people = [one for number in chosen for one in block(seed, number) if one.number in numbers]
    asked, truths = [], []
    for number, person in enumerate(rng.sample(people, min(queries, len(people)))):
        fields, form, errors = half_filled(person, namesakes, rng, numbers[person.number])
        key = f"q{number:05}"
        asked.append({"id": key, **fields})
        truths.append(Truth(key, str(person.number), half_of(str(person.number)), form, errors))
    write_queries(folder, asked, truths)


def _numbers(row: Row) -> list[str]:
    """Phone, document and codice fiscale of a row, bare."""
    fields = dict(zip(COLUMNS, row, strict=True))
    phone = re.sub(r"\D", "", fields["phone"])[-PHONE_DIGITS:]
    return [phone, fields["document"].replace(" ", ""), fields["fiscal_code"]]


def half_filled(
    person: Person, namesakes: Counter[Namesake], rng: random.Random, numbers: Collection[str] = ()
) -> tuple[dict[str, str], str, tuple[str, ...]]:
    """One to three fields as one types them, the pattern in a word, and the errors.

    Where `numbers` are given, a phone or a paper's number is asked by only if it is among them: nobody is found by
    what no desk wrote down.
    """
    while True:
        pattern = rng.choices([one for one, _ in PATTERNS], [share for _, share in PATTERNS])[0]
        if pattern == ("name",) and namesakes[person.name.key, 0] > MOST_NAMESAKES:
            pattern = ("name", "year")
        if pattern == ("name", "year") and namesakes[person.name.key, person.born.year] > MOST_NAMESAKES:
            pattern = ("name", "date")
        if numbers and any(getattr(person, part) not in numbers for part in pattern if part in NUMBERED):
            continue
        record, errors = write(person, Profile.HALF_FILLED, rng)
        fields = record._asdict()
        names = {key: fields[key] for key in ("given_name", "family_name", "native_name")}
        found: dict[str, str] = {}
        for part in pattern:
            match part:
                case "name":
                    found |= names
                case "given":
                    found |= {key: names[key] for key in ("given_name", "native_name")}
                case "year":
                    found["birth_date"] = str(person.born.year)
                case "date":
                    found["birth_date"] = fields["birth_date"]
                case _:
                    found[part] = fields[part]
        found = {key: value for key, value in found.items() if value}
        whole = "native_name" in found or {"given_name", "family_name"} <= set(found)
        if (whole or "name" not in pattern) and len(found) >= len(pattern):
            return found, "+".join(pattern), errors
