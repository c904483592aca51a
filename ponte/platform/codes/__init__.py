# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Codes that the world agreed on, with their names in the language of the screen: languages and countries."""

from ponte.platform.codes.countries import country_choices, country_name, is_country
from ponte.platform.codes.languages import is_language, language_choices, language_name

__all__ = [
    "country_choices",
    "country_name",
    "is_country",
    "is_language",
    "language_choices",
    "language_name",
]
