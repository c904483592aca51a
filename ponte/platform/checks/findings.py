# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    OK = "ok"
    NOTE = "note"  # worth knowing, nothing wrong
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """What one check found. `check` is its stable name, `sentence` says what came and what was expected."""

    check: str
    outcome: Outcome
    sentence: str


def judge(check: str, *, good: str, wrong: str | None) -> Finding:
    """A finding that is well unless there is something to say against it."""
    return Finding(check, Outcome.WRONG, wrong) if wrong else Finding(check, Outcome.OK, good)
