# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

import re

from ponte.oversight.words import ACTIONS
from tests.guards.files import with_suffix

RECORDED = re.compile(r"record(?:_many)?\(\s*f?\"([a-z]+\.[a-z_]+\{?[^\"]*)\"")


def test_the_auditor_reads_in_words_whatever_is_recorded() -> None:
    recorded = {action for path in with_suffix(".py", under="ponte") for action in RECORDED.findall(path.read_text())}
    assert "people.read_card" in recorded
    unknown = {action for action in recorded if "{" not in action and action not in ACTIONS}
    assert unknown == set()
    starts = {action.partition("{")[0] for action in recorded if "{" in action}
    assert {start for start in starts if not any(action.startswith(start) for action in ACTIONS)} == set()
