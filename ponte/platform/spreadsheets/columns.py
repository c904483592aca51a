# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a sheet's columns hold, and how each value is read.

A parser takes the trimmed, non-empty text of a cell and returns its value, or raises `Unexpected`.
"""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ponte.platform.partial_dates import PartialDate
from ponte.platform.spreadsheets.problems import Unexpected

Parser = Callable[[str], Any]

YES = {"yes", "y", "si", "sì", "s", "true", "vero", "1", "x"}
NO = {"no", "n", "false", "falso", "0"}


def as_it_is(value: str) -> str:
    return value


def text(most: int) -> Parser:
    """Text of at most so many characters."""

    def parse(value: str) -> str:
        if len(value) > most:
            raise Unexpected(_("al più %(most)s caratteri (sono %(count)s)") % {"most": most, "count": len(value)})
        return value

    return parse


@dataclass(frozen=True, slots=True)
class Column:
    """`meaning` is what a person reads who wonders what to write there; `aliases` are other headings for it."""

    name: str
    meaning: str | Promise
    parse: Parser = as_it_is
    required: bool = False
    aliases: tuple[str, ...] = ()


def choice(values: Iterable[str], aliases: Mapping[str, str] | None = None) -> Parser:
    """One of these values, in any case; `aliases` (in lower case) are other ways to write one."""
    known = {value.casefold(): value for value in values}
    named = ", ".join(known.values())
    known |= aliases or {}

    def parse(value: str) -> str:
        try:
            return known[value.casefold()]
        except KeyError:
            raise Unexpected(_("uno tra: %(values)s") % {"values": named}) from None

    return parse


def whole_number(value: str) -> int:
    """A whole number above 0."""
    if not re.fullmatch(r"[0-9]{1,9}", value) or int(value) == 0:
        raise Unexpected(_("un numero intero maggiore di 0"))
    return int(value)


def yes_no(value: str) -> bool:
    folded = value.casefold()
    if folded in YES:
        return True
    if folded in NO:
        return False
    raise Unexpected(_("yes, no o niente"))


def partial_date(value: str) -> PartialDate:
    try:
        return PartialDate.parse(value)
    except ValueError:
        raise Unexpected(_("una data esistente: AAAA-MM-GG, GG/MM/AAAA, AAAA-MM o AAAA")) from None


def full_date(value: str) -> dt.date:
    try:
        date = PartialDate.parse(value)
    except ValueError:
        date = None
    if date is None or date.day is None:
        raise Unexpected(_("una data esistente: AAAA-MM-GG o GG/MM/AAAA"))
    return date.earliest


def email(value: str) -> str:
    try:
        validate_email(value)
    except ValidationError:
        raise Unexpected(_("un indirizzo e-mail, per esempio nome@esempio.it")) from None
    return value


def several(parse_one: Parser, *, separator: str = ";") -> Parser:
    """A list of values, each once, in the order given."""

    def parse(value: str) -> list[Any]:
        parts = (part.strip() for part in value.split(separator))
        return list(dict.fromkeys(parse_one(part) for part in parts if part))

    return parse


PROBLEM_COLUMN = Column(
    name="problem",
    meaning=gettext_lazy("che cosa non andava in questa riga; non viene letto"),
    aliases=("problema",),
)
