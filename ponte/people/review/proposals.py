# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from dataclasses import dataclass

from ponte.people.matching.likeness import Likeness


@dataclass(frozen=True, slots=True)
class Proposal:
    """Two cards, by their keys, and how alike they are."""

    card: int
    other: int
    likeness: Likeness
