# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The figures of an annual report, computed by Ponte and by SQL that was written for that report alone.

`python -m bench.figures` writes both times as JSON, and ends with status 1 where a number differs.
"""

import json
import statistics
import sys
import time
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from ponte.cli.installation import open_installation

ORGANISATION, YEAR = "progetto-integrazione", 2024  # the organisation with most work
ANOTHER = ("ala-milano", 2025)  # one with all kinds of indicators
TIMES = 5
SQL = Path(__file__).with_name("annual_report.sql")

Numbers = dict[tuple[str, int, str, str, str | None], float]


def main() -> None:
    open_installation("system", up_to_date=False)
    from django.db import transaction

    with transaction.atomic():
        ours, our_seconds = _timed(lambda: _by_ponte(ORGANISATION, YEAR))
        theirs, their_seconds = _timed(_by_hand)
        _another, another_seconds = _timed(lambda: _by_ponte(*ANOTHER))
        participations = int(_ask("SELECT count(*) FROM register_participation", {})[0][0])
    differing = sorted(key for key in ours.keys() | theirs.keys() if ours.get(key) != theirs.get(key))
    for key in differing[:20]:
        print(f"{key}: Ponte {ours.get(key)}, by hand {theirs.get(key)}", file=sys.stderr)
    json.dump(
        {
            "organisation": ORGANISATION,
            "year": YEAR,
            "numbers": len(ours),
            "participations": participations,
            "ponte_seconds": our_seconds,
            "by_hand_seconds": their_seconds,
            "differing": len(differing),
            "another": {"organisation": ANOTHER[0], "year": ANOTHER[1], "ponte_seconds": another_seconds},
        },
        sys.stdout,
    )
    sys.exit(1 if differing else 0)


def _timed(numbers: Callable[[], Numbers]) -> tuple[Numbers, float]:
    found = numbers()
    seconds = []
    for _ in range(TIMES):
        start = time.perf_counter()
        numbers()
        seconds.append(time.perf_counter() - start)
    return found, round(statistics.median(seconds), 3)


def _by_ponte(organisation: str, year: int) -> Numbers:
    """Every number of the report: by section, how many years earlier, measure, dimension and key."""
    from ponte.network.models import Organisation
    from ponte.reports.annual import take_stock

    numbers: Numbers = {}
    stock = take_stock(Organisation.objects.get(slug=organisation), year)
    for section in stock.counted:
        for earlier, results in enumerate((section.results, section.before or ())):
            for result in results:
                definition = result.definition
                measure = str(definition.measure)
                if role := definition.where.get("role"):
                    measure += f" of {role[0]}"
                numbers[section.subject.slug, earlier, measure, "", None] = float(result.total or 0)
                for row in result.rows:
                    key = (section.subject.slug, earlier, measure, definition.by[0], row.keys[0])
                    numbers[key] = float(row.value or 0)
    return {key: value for key, value in numbers.items() if value}


def _by_hand() -> Numbers:
    _ask("SELECT set_config('work_mem', '256MB', true)", {})  # more than Ponte asks for; it helps this statement
    rows = _ask(SQL.read_text(), {"organisation": ORGANISATION, "year": YEAR})
    return {(row[0], row[1], row[2], row[3], row[4]): float(Decimal(row[5])) for row in rows if row[5]}


def _ask(sql: str, values: dict[str, Any]) -> list[tuple[Any, ...]]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())


if __name__ == "__main__":
    main()
