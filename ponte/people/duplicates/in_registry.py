# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""All cards of the installation against one another, for review; and questions put to the registry.

For the system role, which sees every card: who may look at a pair is the review's affair.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ponte.people import candidates
from ponte.people.duplicates.questions import Question, answer
from ponte.people.learning import in_force
from ponte.people.matching import batch, pairs
from ponte.people.matching.batch import Found, PairFinder, Progress, silent
from ponte.people.matching.encoding import Encoded
from ponte.people.matching.likeness import Likeness
from ponte.people.matching.records import Record
from ponte.people.matching.stages import Stages
from ponte.people.models import Card
from ponte.people.review import actions as review
from ponte.people.review.models import MatchPair
from ponte.people.review.proposals import Proposal
from ponte.platform.environment import Environment

AT_ONCE = 10_000


@dataclass(frozen=True, slots=True)
class RegistryDuplicates:
    """`proposed` counts the pairs that were not in the queues yet."""

    card_ids: list[int]
    found: Found
    proposed: int


def propose(
    *, worth_comparing: PairFinder = pairs.worth_comparing, progress: Progress = silent
) -> RegistryDuplicates:
    """Put every pair from *possible* up into the review queues, the surest first.

    Where the run is broken off, what was compared is kept below `var`, and another run over the same cards goes on
    from there. Each `AT_ONCE` pairs are proposed in a transaction of their own, and a pair that is already there or
    decided is passed over: another run adds only what is missing.
    """
    card_ids: list[int] = []
    total = Card.objects.count()

    def records() -> Iterator[Record]:
        for pk, record in candidates.all_records():
            card_ids.append(pk)
            if len(card_ids) % AT_ONCE == 0:
                progress("read", len(card_ids), total)
            yield record

    encoded = Encoded.of(records())
    weights = in_force.model()
    stages = Stages.of(Environment.read().var / "dedupe", encoded, weights)
    found = batch.duplicates(encoded, weights, worth_comparing=worth_comparing, stages=stages, progress=progress)
    proposals = list(_proposals(card_ids, found))
    proposed = 0
    for start in range(0, len(proposals), AT_ONCE):
        progress("propose", start, len(proposals))
        proposed += review.propose(proposals[start : start + AT_ONCE], source=MatchPair.Source.DEDUPE, by=None)
    stages.forget()
    return RegistryDuplicates(card_ids, found, proposed)


def _proposals(card_ids: Sequence[int], found: Found) -> Iterator[Proposal]:
    pairs = zip(found.pairs.tolist(), found.bits.tolist(), found.bands, found.vectors.tolist(), strict=True)
    for (one, other), bits, band, vector in pairs:
        likeness = Likeness(round(bits, 1), band, (), tuple(vector), found.model.version)
        yield Proposal(card_ids[one], card_ids[other], likeness)


def answers(asked: Sequence[Question], *, top: int) -> Iterator[str]:
    """The answers of the registry, in order. The `refs` are those of the files that the cards came from, or the
    cards' own numbers."""
    for question in asked:
        matches = candidates.likely_matches(question.record, most=top)
        refs = _refs([pk for match in matches for pk in match.card_ids])
        yield answer(
            question,
            (
                (
                    [refs.get(pk, str(pk)) for pk in match.card_ids],
                    match.likeness.score,
                    match.likeness.band,
                    match.likeness.reasons,
                )
                for match in matches
            ),
        )


def _refs(card_ids: Sequence[int]) -> dict[int, str]:
    return dict(Card.objects.filter(pk__in=card_ids).exclude(import_ref="").values_list("pk", "import_ref"))
