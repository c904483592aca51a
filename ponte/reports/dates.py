# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from datetime import date

from django.utils.formats import date_format
from django.utils.translation import get_language


def long_day(day: date) -> str:
    """23 novembre 2026: in Italian, months have no capital."""
    written = date_format(day, "j F Y")
    return written.lower() if (get_language() or "it").startswith("it") else written
