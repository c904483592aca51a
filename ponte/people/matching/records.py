# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is compared of one person: of a card, a row of a sheet, or a form that is still being filled."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from ponte.people.matching.names.vocabulary import syllables_of

PHONE_DIGITS = 9
FEWEST_PHONE_DIGITS = 6
_SEPARATED = re.compile(r"^\s*(\d{1,4})\s*[-/.\s]\s*(\d{1,2})\s*(?:[-/.\s]\s*(\d{1,4}))?\s*$")
_OMOCODIA = str.maketrans("LMNPQRSTUV", "0123456789")
_DIGIT_PLACES = (6, 7, 9, 10, 12, 13, 14)
_MONTHS = "ABCDEHLMPRST"
_NO_DOCUMENT = frozenset(
    {"", "NN", "NA", "ND", "NP", "XXX", "0", "NESSUNO", "SCONOSCIUTO", "NONNOTO", "UNKNOWN", "NONE"}
)


@dataclass(frozen=True, slots=True)
class Birth:
    """Year, month and day as told, 0 where unknown; a date that is none keeps its digits in the same places."""

    year: int = 0
    month: int = 0
    day: int = 0

    @property
    def is_vague(self) -> bool:
        """Whether only the year tells: papers of a person whose birthday is unknown say the first of January."""
        return not self.month or not self.day or (self.month, self.day) == (1, 1)

    @property
    def digits(self) -> str:
        return f"{self.year:04d}{self.month:02d}{self.day:02d}"


# What programs and people write where no date is known.
_PLACEHOLDER_DATES = frozenset(
    {
        Birth(1900, 1, 1),
        Birth(1111, 11, 11),
        Birth(1899, 12, 30),
        Birth(1899, 12, 31),
        Birth(9999, 12, 31),
        Birth(1, 1, 1),
    }
)


@dataclass(frozen=True, slots=True)
class Record:
    """One description of a person. Empty means unknown; every name is a whole name, in any script and order.

    `given` are the words that stood in a column for given names, where there was one. `code_fits` says that the birth
    date was told, and that the codice fiscale says the same.
    """

    names: tuple[str, ...] = ()
    given: str = ""
    birth: Birth = field(default_factory=Birth)
    sex: str = ""
    birth_place: str = ""
    birth_country: str = ""
    citizenships: frozenset[str] = frozenset()
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    fiscal_code: str = ""
    code_fits: bool = False
    address: str = ""
    postcode: str = ""
    municipality: str = ""
    household: str = ""


def from_sheet(row: Mapping[str, str | None]) -> Record:
    """A row of the people sheet, every value taken as it comes: nothing is refused here."""
    said = {column: value.strip() for column, value in row.items() if isinstance(value, str) and value.strip()}
    get = said.get
    given, family, chosen = get("given_name", ""), get("family_name", ""), get("chosen_name", "")
    code = compact(get("fiscal_code", ""))
    told = birth_of(get("birth_date", ""))
    birth, sex = completed(told, get("sex", "").upper()[:1], code)
    return Record(
        names=whole_names(given, family, get("native_name", ""), chosen),
        # A whole name in one column does not say which of its words is the given one.
        given=given if family or " " not in given else "",
        birth=birth,
        sex=sex,
        birth_place=folded(get("birth_place", "")),
        birth_country=get("birth_country", "").upper(),
        citizenships=_countries(get("citizenship", "")),
        phones=tuple(filter(None, (phone_tail(get("phone", "")),))),
        emails=tuple(filter(None, (get("email", "").lower(),))),
        documents=tuple(filter(None, (document(get("document", "")),))),
        fiscal_code=without_omocodia(code),
        code_fits=fits(told, code),
        address=folded(get("address", "")),
        postcode=compact(get("postcode", "")),
        municipality=folded(get("municipality", "")),
        household=get("household", ""),
    )


def whole_names(given: str, family: str, native: str = "", chosen: str = "", *others: str) -> tuple[str, ...]:
    """Every whole name that these parts make, the legal one first."""
    found = [f"{given} {family}".strip(), native]
    if chosen:
        found.append(f"{chosen} {family}".strip() if " " not in chosen else chosen)
    whole = dict.fromkeys(name for name in (*found, *others) if name)
    syllables = dict.fromkeys(spoken for name in whole if (spoken := syllables_of(name)))
    return (*whole, *syllables)


@lru_cache(maxsize=1 << 12)
def _countries(text: str) -> frozenset[str]:
    return frozenset(part.strip().upper() for part in text.split(";") if part.strip())


@lru_cache(maxsize=1 << 16)
def birth_of(text: str) -> Birth:
    """A date however it is written; of a text that is no date, its digits read as year, month and day."""
    birth = _read_birth(text)
    return Birth() if birth in _PLACEHOLDER_DATES else birth


def _read_birth(text: str) -> Birth:
    found = _SEPARATED.match(text)
    if found:
        first, second, third = (int(part) if part else 0 for part in found.groups())
        if len(found[1]) == 4:
            return Birth(first, second, third)
        if third:
            return Birth(third if third > 99 else third + (1900 if third > 25 else 2000), second, first)
        return Birth(second, first) if second > 31 else Birth(0, second, first)
    digits = re.sub(r"\D", "", text)
    if len(digits) == 8:
        leads_with_year = digits[:2] in {"18", "19", "20"}
        return (
            Birth(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
            if leads_with_year or int(digits[:2]) > 31
            else Birth(int(digits[4:]), int(digits[2:4]), int(digits[:2]))
        )
    if not digits:
        return Birth()
    padded = digits[:8].ljust(8, "0")
    return Birth(int(padded[:4]), int(padded[4:6]), int(padded[6:8]))


def compact(text: str) -> str:
    return re.sub(r"[^0-9A-Za-z]", "", text).upper()


def document(text: str) -> str:
    number = compact(text)
    return "" if number in _NO_DOCUMENT else number


def phone_tail(text: str) -> str:
    """The last nine digits, which country prefixes and zeros do not change; empty for too few."""
    digits = re.sub(r"\D", "", text)
    return digits[-PHONE_DIGITS:] if len(digits) >= FEWEST_PHONE_DIGITS else ""


@lru_cache(maxsize=1 << 16)
def folded(text: str) -> str:
    """Lower-case words without punctuation or accents, one space between them."""
    from anyascii import anyascii

    return re.sub(r"[^a-z0-9]+", " ", anyascii(text).lower()).strip()


def without_omocodia(code: str) -> str:
    """A codice fiscale with digits again where *omocodia* put letters, and no check letter; others as they are."""
    if len(code) != 16:
        return code
    if code[6:8].isdecimal() and code[9:11].isdecimal() and code[12:15].isdecimal():
        return code[:15]
    letters = list(code)
    for place in _DIGIT_PLACES:
        letters[place] = letters[place].translate(_OMOCODIA)
    return "".join(letters)[:15]


def completed(birth: Birth, sex: str, code: str) -> tuple[Birth, str]:
    """Birth and sex with what a codice fiscale adds: the whole date where only its year was told, a sex not told."""
    said = birth_and_sex(code)
    if said is None:
        return birth, sex
    date, sex_of_code = said
    if not birth.year or (birth.is_vague and birth.year % 100 == date.year % 100):
        date = Birth(birth.year or date.year, date.month, date.day)
        return date, sex or sex_of_code
    return birth, sex or sex_of_code


def fits(birth: Birth, code: str) -> bool:
    """Whether a whole birth date and a codice fiscale say the same of it, each for itself."""
    said = birth_and_sex(code)
    if said is None or not birth.day:
        return False
    date = said[0]
    return (birth.year % 100, birth.month, birth.day) == (date.year % 100, date.month, date.day)


def birth_and_sex(code: str) -> tuple[Birth, str] | None:
    """What a codice fiscale says of birth and sex, also one with a wrong letter elsewhere; None where it is none.

    The century is the likelier one.
    """
    plain = without_omocodia(code)
    if len(code) != 16 or not plain[6:8].isdigit() or not plain[9:11].isdigit() or plain[8] not in _MONTHS:
        return None
    short, day = int(plain[6:8]), int(plain[9:11])
    sex = "F" if day > 40 else "M"
    day -= 40 * (day > 40)
    if not 1 <= day <= 31:
        return None
    return Birth(short + (1900 if short > 26 else 2000), _MONTHS.index(plain[8]) + 1, day), sex
