# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any


@dataclass
class Tally:
    """How much was compared, and what did not agree."""

    triples: int = 0
    leaks: list[str] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)

    def compare(self, user: int, way: str, given: Iterable[Any], allowed: Iterable[Any], objects: int) -> None:
        seen, may = set(given), set(allowed)
        self.triples += objects
        self.leaks += [f"user {user}, {way}: {one}" for one in seen - may]
        self.refusals += [f"user {user}, {way}: {one}" for one in may - seen]

    def __str__(self) -> str:
        return (
            f"{self.triples:,} triples of user, object and way of asking; {len(self.leaks)} leaking, "
            f"{len(self.refusals)} wrongly refused"
        )
