# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The report as one HTML file that needs nothing beside it: its style and its pictures are inside."""

from django.template.loader import render_to_string
from django.utils.translation import get_language

from ponte.reports.shown import ShownReport


def write_html(shown: ShownReport) -> bytes:
    return render_to_string("reports/standalone.html", {"report": shown, "language": get_language() or "it"}).encode()
