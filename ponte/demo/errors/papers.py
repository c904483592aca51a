# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Passports, permits and codice fiscale, first true and then as a desk has them."""

import random
import string
from datetime import date
from functools import cache

from stdnum.it import codicefiscale

from ponte.demo.errors.letters import wrong_digit
from ponte.demo.errors.persons import Person
from ponte.demo.errors.slips import Slips
from ponte.demo.names.pools import without_marks

# The state's code in a codice fiscale; Milan's for those who were born here.
_CODES = """
RO=Z129 EG=Z336 MA=Z330 AL=Z100 CN=Z210 PH=Z216 UA=Z138 PE=Z611 IN=Z222 PK=Z236 EC=Z605 LK=Z209 BD=Z249
SN=Z343 NG=Z335 MD=Z140 TN=Z352 SV=Z506 BR=Z602 BO=Z601 CI=Z313 GH=Z318 RU=Z154 DO=Z505 TR=Z243 SO=Z345
BG=Z104 GE=Z254 RS=Z158 CO=Z604 PL=Z127 XK=Z160 BA=Z153 ER=Z368 SY=Z240 CU=Z504 AF=Z200 ET=Z315 GM=Z317
ML=Z329 DZ=Z301 IR=Z224 GB=Z114 KR=Z213 IT=F205
"""
_STATES = {code[:2]: code[3:] for code in _CODES.split()}
_MONTHS = "ABCDEHLMPRST"
_OMOCODIA = "LMNPQRSTUV"
_DIGIT_PLACES = (6, 7, 9, 10, 12, 13, 14)


@cache
def _letters(text: str) -> tuple[str, str]:
    plain = [letter for letter in without_marks(text).upper() if letter in string.ascii_uppercase]
    return (
        "".join(letter for letter in plain if letter not in "AEIOU"),
        "".join(letter for letter in plain if letter in "AEIOU"),
    )


def make_fiscal_code(given: str, family: str, sex: str, born: date, country: str) -> str:
    consonants, vowels = _letters(family)
    first = (consonants + vowels + "XXX")[:3]
    consonants, vowels = _letters(given)
    if len(consonants) > 3:
        consonants = consonants[0] + consonants[2:]
    second = (consonants + vowels + "XXX")[:3]
    day = born.day + (40 if sex == "F" else 0)
    code = f"{first}{second}{born.year % 100:02}{_MONTHS[born.month - 1]}{day:02}{_STATES.get(country, 'Z999')}"
    return code + codicefiscale.calc_check_digit(code)


def make_document(rng: random.Random, country: str) -> str:
    """A passport of some country's look, or a permit of stay."""
    if rng.random() < 0.35 and country != "IT":
        return f"I{rng.randrange(10_000_000, 99_999_999)}"
    letters = "".join(rng.choices(string.ascii_uppercase, k=1 + (ord(country[0]) + ord(country[1])) % 2))
    return f"{letters}{rng.randrange(10**6, 10 ** (7 + ord(country[1]) % 3))}"


def write_document(person: Person, slips: Slips) -> str:
    rng = slips.rng
    if not person.document or slips.happen("document missing"):
        return ""
    if slips.happen("other document"):
        return make_document(rng, person.country)
    number = person.document
    if slips.happen("document mistyped"):
        number = wrong_digit(rng, number) if rng.random() < 0.8 else number.replace("0", "O", 1).replace("1", "I", 1)
    return number if rng.random() < 0.85 else f"{number[:2]} {number[2:]}"


def write_fiscal_code(person: Person, slips: Slips) -> str:
    rng, code = slips.rng, person.fiscal_code
    if not code or slips.happen("fiscal code missing"):
        return ""
    if slips.happen("fiscal code omocodia"):
        body = list(code[:15])
        for at in _DIGIT_PLACES[-rng.choice((1, 1, 2)) :]:
            if body[at].isdigit():
                body[at] = _OMOCODIA[int(body[at])]
        code = "".join(body) + codicefiscale.calc_check_digit("".join(body))
    if slips.happen("fiscal code mistyped"):
        if rng.random() < 0.5:
            return wrong_digit(rng, code)
        at = rng.randrange(6)
        return code[:at] + rng.choice(string.ascii_uppercase) + code[at + 1 :]
    return code
