# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The truth: a person of whom desks write records."""

from dataclasses import dataclass, field
from datetime import date

from ponte.demo.errors.parts import Name


@dataclass(frozen=True, slots=True)
class Home:
    street: str
    number: str
    municipality: str
    postcode: str


@dataclass(slots=True)
class Person:
    number: int
    name: Name
    sex: str
    born: date
    country: str
    citizenships: tuple[str, ...]
    languages: tuple[str, ...]
    home: Home
    phone: str = ""
    email: str = ""
    document: str = ""
    fiscal_code: str = ""
    birth_place: str = ""
    chosen_name: str = ""
    education: str = ""
    employment: str = ""
    married_name: str = ""
    household: int = -1
    role: str = ""
    relatives_phones: list[str] = field(default_factory=list)
    kind: str = ""
    """Why it is not easy to tell from another: twin, father and son, homonym, family."""
