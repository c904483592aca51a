# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The language of the screen, as CLDR knows it, and its alphabetical order."""

from functools import cache

from anyascii import anyascii
from babel import Locale
from django.utils.translation import get_language

DEFAULT = "it"


def active_language() -> str:
    """The two letters of the active language, Italian where none is active or its names are not known."""
    language = (get_language() or DEFAULT).split("-")[0]
    return language if language in {"it", "en"} else DEFAULT


@cache
def names_in(language: str) -> Locale:
    return Locale(language)


def sort_key(name: str) -> str:
    """Orders as a reader looks things up: without accents or capitals."""
    return anyascii(name).casefold()


def frequent_first(names: dict[str, str], frequent: tuple[str, ...]) -> list[tuple[str, str]]:
    """Choices in alphabetical order, the ones that the network meets most before all others."""
    first = set(frequent)
    return sorted(names.items(), key=lambda item: (item[0] not in first, sort_key(item[1])))
