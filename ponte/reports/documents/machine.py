# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The report for other programs, in the shape of the command-line contract."""

import json

from ponte.reports.shown import ShownReport


def write_json(shown: ShownReport) -> bytes:
    return (json.dumps(shown.report.as_json(), ensure_ascii=False, indent=2) + "\n").encode()
