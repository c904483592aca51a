# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whether there is room for what comes. Needs no database: without room there may be none."""

from ponte.platform.checks.findings import Finding, judge
from ponte.platform.environment import Environment
from ponte.platform.health import LITTLE_SPACE, free_megabytes


def check_space() -> Finding:
    var = Environment.read().var
    free = free_megabytes(var)
    return judge(
        "settings.space",
        good=f"{free} MB are free where {var} is.",
        wrong=f"Only {free} MB are free where {var} is: when they are used up, nothing can be saved."
        if free < LITTLE_SPACE
        else None,
    )
