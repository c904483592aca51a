# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""docs/security.md says where each requirement is met: what it names is there, and what it counts is so."""

import re
from collections import Counter

from tests.guards.files import ROOT

PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \| ([12]) \| (.+) \| (met|open|n/a) \| (.*) \|$", re.MULTILINE)
NAMED = re.compile(r"`((?:ponte|tests|docs|requirements)/[\w/.-]+|[A-Z]+\.md)`")


def test_every_file_named_is_there() -> None:
    assert {name for name in NAMED.findall(PAGE) if not (ROOT / name).exists()} == set()


def test_every_requirement_stands_once_with_a_reason() -> None:
    rows = ROW.findall(PAGE)
    numbers = Counter(number for number, *_ in rows)
    assert [number for number, times in numbers.items() if times > 1] == []
    assert len(rows) == PAGE.count("\n| ") - PAGE.count("\n| no.") - PAGE.count("\n| ---") - _lines_of_first_table()
    assert [number for number, *_, reason in rows if not reason.strip()] == []
    assert {level for _number, level, *_ in rows} == {"1", "2"}


def _lines_of_first_table() -> int:
    """Those of the table of algorithms, whose heading and rule are counted apart."""
    table = PAGE.split("## Cryptography in use")[1].split("## The requirements")[0]
    return table.count("\n| ") - table.count("\n| ---")


def test_the_figures_are_those_of_the_table() -> None:
    states = Counter(state for _number, _level, _short, state, _reason in ROW.findall(PAGE))
    told = re.search(r"(\d+) requirements,\s+of which (\d+) met, (\d+) not applicable and (\d+) open", PAGE)
    assert told is not None
    assert [int(number) for number in told.groups()] == [
        sum(states.values()), states["met"], states["n/a"], states["open"]
    ]  # fmt: skip
