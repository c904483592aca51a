# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Numbers that Italian authorities give: codice fiscale, STP and ENI codes."""

import re
from collections.abc import Sequence

from django.utils.translation import gettext as _
from stdnum.exceptions import ValidationError as InvalidNumber
from stdnum.it import codicefiscale

from ponte.people.models import CardIdentifier
from ponte.platform.partial_dates import PartialDate

Kind = CardIdentifier.Kind

# Region (3 digits), health authority (3) and a running number (7) after the three letters.
_HEALTH_CODE = re.compile(r"(STP|ENI)[0-9]{13}")


def compact(value: str) -> str:
    return re.sub(r"[\s.\-/]", "", value).upper()


def is_fiscal_code(value: str) -> bool:
    """A codice fiscale with the right check letter, also one with letters for digits (*omocodia*), or a provisional
    one of eleven digits."""
    return bool(codicefiscale.is_valid(value))


def health_code_kind(value: str) -> CardIdentifier.Kind | None:
    """STP or ENI, where the value is a code of that form."""
    found = _HEALTH_CODE.fullmatch(value)
    return Kind(found[1].lower()) if found else None


def checked(kind: str, value: str) -> str:
    """The number in the form in which it is kept. Raises `ValueError` with what was expected."""
    number = compact(value)
    if kind == Kind.FISCAL_CODE and not is_fiscal_code(number):
        raise ValueError(_("un codice fiscale di 16 caratteri con il carattere di controllo giusto"))
    if kind in {Kind.STP, Kind.ENI} and health_code_kind(number) != kind:
        raise ValueError(_("%(kind)s e 13 cifre, 16 caratteri in tutto") % {"kind": kind.upper()})
    return number


def contradictions(fiscal_code: str, *, born: PartialDate | None, sex: str) -> Sequence[str]:
    """Where the codice fiscale says other than the card. Only a warning: papers err more often than people."""
    number = compact(fiscal_code)
    if len(number) != 16 or not is_fiscal_code(number):
        return []
    said = []
    try:
        date = codicefiscale.get_birth_date(number, minyear=born.year - 50 if born else 1920)
    except InvalidNumber:
        return []
    if born and (
        born.year % 100 != date.year % 100 or born.month not in {None, date.month} or born.day not in {None, date.day}
    ):
        said.append(
            _("Secondo il codice fiscale la data di nascita è %(date)s.") % {"date": date.strftime("%d/%m/%Y")}
        )
    if sex in {"F", "M"} and codicefiscale.get_gender(number) != sex:
        said.append(_("Il codice fiscale indica l'altro sesso."))
    return said
