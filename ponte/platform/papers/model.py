# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a paper says, apart from how it is set. All text comes ready to be shown, in the active language."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Table:
    caption: str
    head: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Section:
    """`facts` are pairs of label and value. `level` is 1 for a part, 2 for what stands in it."""

    title: str
    paragraphs: Sequence[str] = ()
    facts: Sequence[tuple[str, str]] = ()
    tables: Sequence[Table] = ()
    level: int = 1


@dataclass(frozen=True, slots=True)
class Paper:
    title: str
    subtitle: str
    author: str
    made_at: dt.datetime
    made: str  # "Made on 3 March 2026, from …": stands on the first page and in the footer
    lead: Sequence[str] = ()
    sections: Sequence[Section] = field(default_factory=tuple)
