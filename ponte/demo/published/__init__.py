# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The record behind ALA Milano's published year 2021: fictional people, and the work of which figures are counted.

No figure stands here as a figure of a report. Each section writes rows as a desk would have, in the shape of
the `people` and `register` sheets, and the report counts them.
"""

from ponte.demo.published import counselling, jobs, mediation, prevention, schools, trans
from ponte.demo.published.sheets import Sheets

ORGANISATION = "ala-milano"


def rows(*, seed: int = 2021) -> Sheets:
    """All rows of 2021 (and of school year 2021/2022), the same for the same seed."""
    sheets = Sheets(organisation=ORGANISATION, seed=seed)
    for section in (mediation, schools, prevention, counselling, trans, jobs):
        section.write(sheets)
    return sheets
