# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The types of residence permit, from `data/permits.csv`, by code."""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.utils.translation import get_language

SOURCE = Path(__file__).parent / "data" / "permits.csv"


@dataclass(frozen=True, slots=True)
class PermitType:
    code: str
    italian: str
    english: str
    family: str

    @property
    def label(self) -> str:
        return self.english if (get_language() or "").startswith("en") else self.italian


@cache
def permit_types() -> dict[str, PermitType]:
    with SOURCE.open(encoding="utf-8", newline="") as file:
        return {
            row["code"]: PermitType(row["code"], row["label_it"], row["label_en"], row["family"])
            for row in csv.DictReader(file)
        }


def permit_choices() -> list[tuple[str, str]]:
    return [
        ("", ""),
        *sorted(((permit.code, permit.label) for permit in permit_types().values()), key=lambda c: c[1]),
    ]


def permit_label(code: str) -> str:
    """A code that is none comes back as it is."""
    permit = permit_types().get(code)
    return permit.label if permit else code
