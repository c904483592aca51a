# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What a comparison says: a score in bits of evidence, a band for people, and reasons in words."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Band(StrEnum):
    """How a score is shown. People see bands and reasons, never a bare probability."""

    SAME = "same"
    LIKELY = "likely"
    POSSIBLE = "possible"
    UNLIKELY = "unlikely"

    @property
    def label(self) -> str | Promise:
        return _LABELS[self]

    @property
    def is_shown(self) -> bool:
        """Whether anyone is told of such a pair at all."""
        return self is not Band.UNLIKELY


_LABELS: dict[Band, str | Promise] = {
    Band.SAME: _("stessa persona"),
    Band.LIKELY: _("probabile"),
    Band.POSSIBLE: _("possibile"),
    Band.UNLIKELY: _("improbabile"),
}


@dataclass(frozen=True, slots=True)
class Reason:
    """What one field contributes: `bits` above 0 speak for the same person, below 0 against."""

    field: str
    level: str
    bits: float
    text: str

    @property
    def speaks_for(self) -> bool:
        return self.bits > 0


@dataclass(frozen=True, slots=True)
class Likeness:
    """The evidence that two records are one person.

    `score` is the sum of the reasons' bits (log2 of a likelihood ratio) and of the prior. `vector` holds the
    agreement level of every field, in the order of the model's fields; with `model`, the version of the weights,
    the score can be worked out again.
    """

    score: float
    band: Band
    reasons: tuple[Reason, ...]
    vector: tuple[int, ...]
    model: str
