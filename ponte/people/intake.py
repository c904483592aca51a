# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may be the person whose card is being written: what stands beside the form and keeps it from being saved."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from django.http import QueryDict
from django.utils import timezone

from ponte.accounts.models import User
from ponte.people import presence, presentation
from ponte.people.models import Card, CardIdentifier, PresenceQuestion
from ponte.people.presence import Kind, Presence, Purpose, Question
from ponte.people.review import actions as review
from ponte.people.review.models import MatchPair
from ponte.people.review.proposals import Proposal
from ponte.platform.audit import actions as audit

# The columns of the people sheet that the form of a card fills.
PLAIN = (
    "given_name", "family_name", "native_name", "chosen_name", "birth_date", "sex", "birth_place", "birth_country",
    "phone", "email", "fiscal_code", "address", "postcode",
)  # fmt: skip
IDENTIFYING = frozenset(
    ("given_name", "family_name", "native_name", "chosen_name", "birth_date", "phone", "email", "sex")
)


def question_of(data: QueryDict, about: Card | None = None) -> Question:
    """What a form says of a person, however far it is filled in; of the rest, what the card says."""
    sheet = {column: str(data.get(column, "")) for column in PLAIN}
    sheet |= {"citizenship": ";".join(data.getlist("citizenships")), "municipality": str(data.get("area", ""))}
    if about is not None:
        if about.chosen_name:
            # The form of such a card does not show these.
            sheet |= {"given_name": about.given_name, "native_name": about.native_name}
        for paper in about.identifiers.all():
            column = "fiscal_code" if paper.kind == CardIdentifier.Kind.FISCAL_CODE else "document"
            sheet[column] = sheet.get(column) or paper.value
    return Question({column: text for column, text in sheet.items() if text}, about)


@dataclass(frozen=True, slots=True)
class Likely:
    """One line of the panel."""

    presence: Presence
    summary: str
    is_apart: bool
    is_same: bool
    question: PresenceQuestion | None
    may_be_asked: bool

    @property
    def is_undecided(self) -> bool:
        return self.presence.stands and not self.is_apart and not self.is_same

    @property
    def may_be_recognised(self) -> bool:
        return self.presence.kind == Kind.SHARED


@dataclass(frozen=True, slots=True)
class Panel:
    """`trouble` is a sentence why nobody could be looked for."""

    likely: list[Likely] = field(default_factory=list)
    trouble: str = ""
    was_asked: bool = False

    @property
    def undecided(self) -> list[Likely]:
        return [one for one in self.likely if one.is_undecided]

    @property
    def apart(self) -> list[int]:
        return [card for one in self.likely if one.is_apart for card in one.presence.cards]

    @property
    def same(self) -> list[Presence]:
        return [one.presence for one in self.likely if one.is_same]


def look(data: QueryDict, *, purpose: Purpose, by: User, about: Card | None = None) -> Panel:
    question = question_of(data, about)
    if not question.is_enough:
        return Panel()
    try:
        found = presence.ask(question=question, purpose=purpose, by=by)
    except presence.TooManyQuestionsError as refusal:
        audit.record(
            "people.exceed_presence", by=by, reason=purpose.in_words, after={"service": purpose.service.slug}
        )
        return Panel(trouble=str(refusal))
    return Panel(_lines(found, data, purpose, by), was_asked=True)


def _lines(found: Collection[Presence], data: QueryDict, purpose: Purpose, by: User) -> list[Likely]:
    decided = {
        name: {card for cards in presence.referred_cards(data.getlist(name), by=by).values() for card in cards}
        if data.getlist(name)
        else set[int]()
        for name in ("apart", "same")
    }
    asked = {
        question.card_id: question
        for question in PresenceQuestion.objects.filter(
            asked_by=by, card__in=[one.cards[0] for one in found if one.card is None]
        ).order_by("pk")
    }
    today = timezone.localdate()
    return [
        Likely(
            presence=one,
            summary=presentation.summary(one.card, today) if one.card is not None else _summary(one),
            is_apart=bool(decided["apart"] & set(one.cards)),
            is_same=bool(decided["same"] & set(one.cards)),
            question=asked.get(one.cards[0]),
            may_be_asked=one.card is None and presence.may_ask(purpose.service),
        )
        for one in found
    ]


def _summary(one: Presence) -> str:
    return " · ".join(filter(None, (str(one.birth_year or ""), one.municipality)))


def remember(panel: Panel, *, card: Card, answer: Mapping[str, str], by: User) -> None:
    """Keep what was said of the likely people: others are asked about no more, the same goes to the review."""
    if panel.apart:
        presence.tell_apart(card=card, others=panel.apart, why=answer["apart_why"], more=answer["apart_more"], by=by)
    proposals = [Proposal(card.pk, one.cards[0], one.likeness) for one in panel.same if one.likeness is not None]
    if proposals:
        review.propose(proposals, source=MatchPair.Source.INTAKE, by=by)
