# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""How often each error happens: the one table, described with examples in docs/matching-error-model.md.

A rate is the chance for a record to which the error can happen: only women with a partner are written with his
name, only who has two surnames can lose one. The rates are estimates of what desks do, not counts of anybody's
records, and nothing of the matching rules went into them.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import NamedTuple


class Profile(StrEnum):
    LIGHT = "light"
    """A desk with time and the passport at hand."""
    HEAVY = "heavy"
    """A crowded desk, a phone call, a list that was typed from paper."""
    HALF_FILLED = "half-filled"
    """What has been typed so far while someone waits: names as in a hurry, other fields nearly right."""


class Rate(NamedTuple):
    light: float
    heavy: float
    half_filled: float

    def of(self, profile: Profile) -> float:
        return (self.light, self.heavy, self.half_filled)[_ORDER[profile]]


_ORDER = {profile: place for place, profile in enumerate(Profile)}

RATES: Mapping[str, Rate] = {
    # Names
    "other romanisation": Rate(0.25, 0.50, 0.35),
    "romanised by habit": Rate(0.05, 0.15, 0.10),
    "native script only": Rate(0.02, 0.07, 0.08),
    "native script beside": Rate(0.40, 0.30, 0.02),
    "native spelling": Rate(0.05, 0.15, 0.08),
    "native order": Rate(0.03, 0.08, 0.05),
    "native middle dropped": Rate(0.15, 0.35, 0.40),
    "columns swapped": Rate(0.03, 0.10, 0.08),
    "one column": Rate(0.02, 0.07, 0.08),
    "family name missing": Rate(0.00, 0.015, 0.02),
    "second given dropped": Rate(0.15, 0.45, 0.50),
    "middle dropped": Rate(0.15, 0.45, 0.50),
    "middle added": Rate(0.05, 0.20, 0.05),
    "surname dropped": Rate(0.15, 0.40, 0.40),
    "title dropped": Rate(0.25, 0.45, 0.50),
    "particle changed": Rate(0.10, 0.30, 0.25),
    "joined or split": Rate(0.03, 0.10, 0.06),
    "typing error": Rate(0.04, 0.14, 0.08),
    "second typing error": Rate(0.00, 0.03, 0.01),
    "misread letter": Rate(0.01, 0.04, 0.00),
    "written by ear": Rate(0.03, 0.10, 0.08),
    "marks lost": Rate(0.50, 0.80, 0.90),
    "chosen name for given": Rate(0.20, 0.50, 0.50),
    "married name": Rate(0.04, 0.12, 0.08),
    "nickname": Rate(0.01, 0.05, 0.05),
    "initial only": Rate(0.005, 0.02, 0.01),
    "truncated": Rate(0.01, 0.03, 0.05),
    "placeholder name": Rate(0.002, 0.01, 0.00),
    "capitals": Rate(0.10, 0.20, 0.02),
    # Birth date
    "date missing": Rate(0.05, 0.10, 0.00),
    "year only": Rate(0.04, 0.07, 0.00),
    "month only": Rate(0.01, 0.01, 0.00),
    "first of January": Rate(0.03, 0.06, 0.02),
    "day and month swapped": Rate(0.02, 0.05, 0.03),
    "date digit": Rate(0.02, 0.06, 0.03),
    "year off by one": Rate(0.01, 0.03, 0.02),
    "decade wrong": Rate(0.003, 0.015, 0.005),
    "placeholder date": Rate(0.002, 0.008, 0.00),
    # Phone and e-mail
    "phone missing": Rate(0.12, 0.22, 0.00),
    "phone changed": Rate(0.08, 0.18, 0.02),
    "phone of a relative": Rate(0.05, 0.12, 0.03),
    "phone digit": Rate(0.01, 0.03, 0.02),
    "phone form": Rate(0.50, 0.60, 0.70),
    "e-mail missing": Rate(0.20, 0.45, 0.00),
    "e-mail changed": Rate(0.05, 0.12, 0.02),
    "e-mail mistyped": Rate(0.02, 0.04, 0.02),
    # Papers
    "document missing": Rate(0.25, 0.45, 0.00),
    "other document": Rate(0.10, 0.20, 0.02),
    "document mistyped": Rate(0.02, 0.06, 0.03),
    "fiscal code missing": Rate(0.25, 0.45, 0.00),
    "fiscal code omocodia": Rate(0.01, 0.02, 0.01),
    "fiscal code mistyped": Rate(0.02, 0.05, 0.03),
    # Where, and the rest
    "address missing": Rate(0.15, 0.35, 0.00),
    "moved": Rate(0.10, 0.25, 0.02),
    "address abbreviated": Rate(0.30, 0.50, 0.50),
    "address misspelt": Rate(0.03, 0.08, 0.05),
    "municipality missing": Rate(0.10, 0.20, 0.00),
    "sex missing": Rate(0.03, 0.10, 0.00),
    "sex wrong": Rate(0.002, 0.008, 0.005),
    "one citizenship of two": Rate(0.30, 0.50, 0.50),
    "citizenship missing": Rate(0.05, 0.15, 0.00),
    "placeholder field": Rate(0.005, 0.02, 0.00),
}

LEAST_ERRORS = 2
"""A heavy duplicate is written again until it has so many errors, style apart."""
STYLE = frozenset({"native script beside", "capitals", "phone form", "address abbreviated", "marks lost"})
"""What changes how a value looks and not what it says."""
