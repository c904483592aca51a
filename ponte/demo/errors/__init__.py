# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""How desks get people wrong: several records of one fictional person, each with what happened to it.

What matching is measured with, so it knows nothing of how matching works and shares no table with it. Described in
docs/matching-error-model.md.
"""

from ponte.demo.errors.persons import Person
from ponte.demo.errors.population import population
from ponte.demo.errors.rates import RATES, Profile
from ponte.demo.errors.records import Record, Written, write

__all__ = ["RATES", "Person", "Profile", "Record", "Written", "population", "write"]
