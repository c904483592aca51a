# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What is shown to those who look after the weights: figures, and no pair, card or person."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any, Final

from django.db import connection
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ponte.people.learning import actions, in_force
from ponte.people.learning.judging import Measured
from ponte.people.learning.models import LearntWeights, WeightsChoice
from ponte.people.matching import reasons
from ponte.people.matching.levels import LEVEL_NAMES
from ponte.people.matching.likeness import Band
from ponte.people.matching.model import Model, delivered

# The quantile of the normal distribution that leaves out one in twenty.
Z: Final = 1.96
CHANGED: Final = 0.05
# From so many bits on, evidence is called so: two bits are four to one.
STRONG, CLEAR, WEAK = 6.0, 2.0, 0.3


@dataclass(frozen=True, slots=True)
class Precision:
    """Of the pairs drawn by lot in a band, how many are one person; with the interval for all such pairs (Wilson)."""

    band: Band
    same: int
    decided: int

    @property
    def percent(self) -> int:
        return round(100 * self.same / self.decided)

    @property
    def interval(self) -> tuple[int, int]:
        n, share = self.decided, self.same / self.decided
        middle = (share + Z**2 / (2 * n)) / (1 + Z**2 / n)
        half = Z / (1 + Z**2 / n) * sqrt(share * (1 - share) / n + Z**2 / (4 * n**2))
        return max(0, round(100 * (middle - half))), min(100, round(100 * (middle + half)))


@dataclass(frozen=True, slots=True)
class Weight:
    """A level in words and what it says; `proposed` where the proposal would have it say something else."""

    sentence: str
    bits: float
    proposed: float | None = None

    @property
    def strength(self) -> str:
        return in_words(self.bits)


@dataclass(frozen=True, slots=True)
class Version:
    """`weights` is none for the delivered ones."""

    weights: LearntWeights | None
    choices: Sequence[WeightsChoice]
    is_in_force: bool

    @property
    def name(self) -> str:
        return self.weights.version if self.weights else delivered().version

    @property
    def corrects_others(self) -> bool:
        """Whether Ponte has since come with other weights than those that these correct."""
        return self.weights is not None and self.weights.corrects != delivered().version

    @property
    def may_be_taken(self) -> bool:
        return not self.is_in_force and (self.weights is None or self.weights.is_no_worse)


@dataclass(frozen=True, slots=True)
class Shown:
    in_force: Version
    since: WeightsChoice | None
    versions: Sequence[Version]
    proposal: LearntWeights | None
    missing: Sequence[str]
    decided: int
    precision: Sequence[Precision]
    weights: Sequence[Weight]

    @property
    def groups(self) -> list[Measured]:
        return [Measured.read(one) for one in self.proposal.measured] if self.proposal else []


def shown() -> Shown:
    """For whoever `rules.may_choose`: to others the database counts nothing."""
    choices = list(WeightsChoice.objects.select_related("chosen_by").order_by("pk"))
    learnt = list(LearntWeights.objects.select_related("proposed_by").order_by("-pk"))
    model = in_force.model()
    of: dict[int | None, list[WeightsChoice]] = {}
    for choice in choices:
        of.setdefault(choice.weights_id, []).append(choice)
    versions = [Version(one, of.get(one.pk, []), one.version == model.version) for one in learnt]
    versions.append(Version(None, of.get(None, []), delivered().version == model.version))
    proposal = learnt[0] if learnt and learnt[0].pk not in of else None
    counts = _rows("learning_counts()")[0]
    precision = {band: Precision(Band(band), same, decided) for band, same, decided in _rows("learning_precision()")}
    return Shown(
        in_force=next(version for version in versions if version.is_in_force),
        since=next((choice for choice in reversed(choices) if choice.act == WeightsChoice.Act.TAKE), None),
        versions=versions,
        proposal=proposal,
        missing=missing_in_words(actions.missing_of(*counts)),
        decided=counts[0],
        precision=[precision[band] for band in Band if band in precision],
        weights=_weights(model, Model.read(proposal.weights) if proposal else None),
    )


def _rows(call: str) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {call}")  # noqa: S608 - the call is one of those above
        rows: list[tuple[Any, ...]] = cursor.fetchall()
    return rows


def _weights(model: Model, proposed: Model | None) -> list[Weight]:
    """The levels that have a sentence, the strongest evidence first."""
    found = []
    for field, column in model.weights.items():
        for at, level in enumerate(LEVEL_NAMES[field]):
            sentence = reasons.in_words(field, level)
            if not sentence:
                continue
            bits = round(float(column[at]), 1)
            other = round(float(proposed.weights[field][at]), 1) if proposed else bits
            found.append(Weight(sentence, bits, other if abs(other - bits) > CHANGED else None))
    return sorted(found, key=lambda weight: -weight.bits)


def in_words(bits: float) -> str:
    if abs(bits) < WEAK:
        return _("non dice quasi nulla")
    if bits > 0:
        return _("dice moltissimo a favore") if bits >= STRONG else (
            _("dice molto a favore") if bits >= CLEAR else _("dice qualcosa a favore")
        )  # fmt: skip
    return _("dice molto contro") if bits <= -CLEAR else _("dice qualcosa contro")


def missing_in_words(missing: Mapping[str, int]) -> list[str]:
    """What is not there yet, a sentence each."""
    pairs, same, different, drawn = (missing[what] for what in ("pairs", "same", "different", "drawn"))
    told = (
        (pairs, ngettext("Manca ancora %(n)s coppia decisa.", "Mancano ancora %(n)s coppie decise.", pairs)),
        (
            same,
            ngettext(
                "Manca ancora %(n)s coppia decisa come stessa persona.",
                "Mancano ancora %(n)s coppie decise come stessa persona.",
                same,
            ),
        ),
        (
            different,
            ngettext(
                "Manca ancora %(n)s coppia decisa come persone diverse.",
                "Mancano ancora %(n)s coppie decise come persone diverse.",
                different,
            ),
        ),
        (
            drawn,
            ngettext(
                "Manca ancora %(n)s coppia decisa tra quelle estratte a sorte.",
                "Mancano ancora %(n)s coppie decise tra quelle estratte a sorte.",
                drawn,
            ),
        ),
    )
    return [sentence % {"n": number_format(number)} for number, sentence in told if number > 0]
