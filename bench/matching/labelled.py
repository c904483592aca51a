# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Sheets whose truth is known: which rows and which queries are which person.

A set is a folder. `people.csv` has the columns of the people sheet (FEBRL's its own), `truth.csv` says of each `ref`
whose it is and what was done to it, `queries.jsonl` and `queries-truth.csv` the same of what is asked.
"""

import csv
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

COLUMNS = (
    "ref", "given_name", "family_name", "native_name", "chosen_name", "sex", "birth_date", "birth_place",
    "birth_country", "citizenship", "languages", "municipality", "phone", "email", "fiscal_code", "document",
    "address", "postcode", "education", "employment", "household", "household_role",
)  # fmt: skip
ALIASES = {
    "id": "ref", "Given name": "given_name", "Surname": "family_name", "Date of birth": "birth_date",
    "Documento": "document", "Indirizzo": "address", "CAP": "postcode", "Città": "municipality",
}  # fmt: skip
"""Headings that Ponte must map by itself, in the sheets that are not of its own shape."""
HALVES = ("seen", "unseen")


class Truth(NamedTuple):
    """What is true of one row or query."""

    ref: str
    person: str
    half: str
    kind: str
    """Why the person is easily taken for another; of a query, its form."""
    errors: tuple[str, ...]


def half_of(person: str) -> str:
    """Half of the people are looked at while the engine is made, the other half only counted."""
    return HALVES[blake2b(person.encode(), digest_size=1).digest()[0] & 1]


def opaque(*parts: object) -> str:
    """An identifier that says nothing: no two rows of a person look alike, and rows sorted by it are in no order."""
    number = int.from_bytes(blake2b("/".join(map(str, parts)).encode(), digest_size=8).digest(), "big")
    letters = []
    for _ in range(12):
        number, letter = divmod(number, 32)
        letters.append("0123456789abcdefghjkmnpqrstvwxyz"[letter])
    return "".join(letters)


@dataclass(frozen=True)
class LabelledSet:
    folder: Path

    @property
    def name(self) -> str:
        return self.folder.name

    @property
    def people(self) -> Path:
        return self.folder / "people.csv"

    @property
    def queries(self) -> Path:
        return self.folder / "queries.jsonl"

    @cached_property
    def truth(self) -> dict[str, Truth]:
        return read_truth(self.folder / "truth.csv")

    @cached_property
    def queries_truth(self) -> dict[str, Truth]:
        return read_truth(self.folder / "queries-truth.csv")

    def rows(self, wanted: set[str]) -> dict[str, dict[str, str]]:
        """The wanted rows under the names of the people sheet, each without its empty fields."""
        with self.people.open(newline="", encoding="utf-8") as file:
            lines = csv.reader(file)
            headings = [ALIASES.get(heading, heading) for heading in next(lines)]
            return {
                line[0]: {key: value for key, value in zip(headings, line, strict=True) if value}
                for line in lines
                if line[0] in wanted
            }

    def asked(self, wanted: set[str]) -> dict[str, dict[str, str]]:
        with self.queries.open(encoding="utf-8") as file:
            return {query["id"]: query for query in map(json.loads, file) if query["id"] in wanted}


def write_people(path: Path, rows: Iterable[Mapping[str, str]], columns: Iterable[str] = COLUMNS) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", newline="", encoding="utf-8") as file:
        sheet = csv.DictWriter(file, list(columns), restval="")
        sheet.writeheader()
        sheet.writerows(rows)


def write_queries(folder: Path, queries: Iterable[Mapping[str, str]], truth: Iterable[Truth]) -> None:
    with (folder / "queries.jsonl").open("w", encoding="utf-8") as file:
        for query in queries:
            file.write(json.dumps(query, ensure_ascii=False) + "\n")
    write_truth(folder / "queries-truth.csv", truth)


def write_truth(path: Path, truths: Iterable[Truth]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        sheet = csv.writer(file)
        sheet.writerow(Truth._fields)
        sheet.writerows((*truth[:4], ";".join(truth.errors)) for truth in truths)


def read_truth(path: Path) -> dict[str, Truth]:
    with path.open(newline="", encoding="utf-8") as file:
        return {
            row["ref"]: Truth(
                row["ref"], row["person"], row["half"], row["kind"], tuple(filter(None, row["errors"].split(";")))
            )
            for row in csv.DictReader(file)
        }
