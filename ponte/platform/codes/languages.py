# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Languages by ISO 639-3 code.

Names are CLDR's, in lower case as Italian writes them, except where the network says another word.
"""

from functools import cache

import pycountry

from ponte.platform.choices import FixedChoices
from ponte.platform.codes.locales import active_language, frequent_first, names_in

# What the mediators of the network speak, and what the people whom it serves speak most.
FREQUENT = (
    "ara", "ben", "bos", "bul", "eng", "fas", "fil", "fra", "hin", "hrv", "ita", "pan", "por", "ron", "rus", "sin",
    "som", "spa", "sqi", "srp", "tir", "tur", "ukr", "urd", "wol", "zho",
)  # fmt: skip

# The reports of the network say "romeno" and "bangla"; the last three have no name in CLDR under their own code.
OWN_NAMES = {
    "it": {"ron": "romeno", "ben": "bangla", "prs": "dari", "kmr": "curdo kurmanji", "rom": "romanì"},
    "en": {"prs": "Dari", "kmr": "Kurmanji Kurdish"},
}


def is_language(code: str) -> bool:
    """Whether this is an ISO 639-3 code, in lower case."""
    return code in _codes()


def language_name(code: str) -> str:
    """The language's name in the active language; a code that is none comes back as it is."""
    return _names(active_language()).get(code) or _international_names().get(code, code)


def language_choices() -> FixedChoices:
    """The living languages that have a name in the active language: the network's frequent ones, then the others."""
    return _choices(active_language())


@cache
def _codes() -> frozenset[str]:
    return frozenset(language.alpha_3 for language in pycountry.languages)


@cache
def _international_names() -> dict[str, str]:
    return {language.alpha_3: language.name for language in pycountry.languages}


@cache
def _names(locale: str) -> dict[str, str]:
    known = names_in(locale).languages
    names = {
        language.alpha_3: name
        for language in pycountry.languages
        if (name := known.get(getattr(language, "alpha_2", language.alpha_3)))
    }
    return names | OWN_NAMES[locale]


@cache
def _choices(locale: str) -> FixedChoices:
    living = {language.alpha_3 for language in pycountry.languages if language.type == "L"}
    return FixedChoices(
        frequent_first({code: name for code, name in _names(locale).items() if code in living}, FREQUENT)
    )
