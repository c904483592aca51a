# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from datetime import date

from ponte.platform.ui.components.text import in_words


def long_day(day: date) -> str:
    """23 novembre 2026"""
    return in_words(day, "d MMMM y")
