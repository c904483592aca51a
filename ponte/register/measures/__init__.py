# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Every figure that Ponte shows, computed from the register. See docs/measures.md."""

from ponte.register.measures.definitions import (
    COUNTS_PEOPLE,
    Definition,
    Measure,
    MeasureError,
    Number,
    Result,
    Row,
)
from ponte.register.measures.engine import compute, compute_many
from ponte.register.measures.suppression import USUAL_THRESHOLD, suppress

__all__ = [
    "COUNTS_PEOPLE",
    "USUAL_THRESHOLD",
    "Definition",
    "Measure",
    "MeasureError",
    "Number",
    "Result",
    "Row",
    "compute",
    "compute_many",
    "suppress",
]
