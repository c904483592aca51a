# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Countries by ISO 3166-1 alpha-2 code, with Kosovo (`XK`), which Italy recognises and ISO has not."""

from functools import cache

import pycountry

from ponte.platform.choices import FixedChoices
from ponte.platform.codes.locales import active_language, frequent_first, names_in

# The citizenships that the network meets most.
FREQUENT = (
    "AL", "BA", "BD", "BR", "CN", "CO", "DO", "EC", "EG", "IN", "IT", "LK", "MA", "MD", "NG", "PE", "PH", "PK", "RO",
    "RU", "SN", "SO", "SV", "TN", "UA",
)  # fmt: skip
KOSOVO = "XK"


def is_country(code: str) -> bool:
    """Whether this is an alpha-2 country code, in capitals."""
    return code in _names(active_language())


def country_name(code: str) -> str:
    """The country's name in the active language; a code that is none comes back as it is."""
    return _names(active_language()).get(code, code)


def country_choices() -> FixedChoices:
    """Every country in the order of its name, the network's frequent ones before all others."""
    return _choices(active_language())


@cache
def _names(locale: str) -> dict[str, str]:
    known = names_in(locale).territories
    codes = [country.alpha_2 for country in pycountry.countries] + [KOSOVO]
    return {code: known.get(code, code) for code in codes}


@cache
def _choices(locale: str) -> FixedChoices:
    return FixedChoices(frequent_first(_names(locale), FREQUENT))
