# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Is this person known? The one door at intake through which all cards are searched.

What only protected services know does not exist for the role of the door (`ponte_presence`): the database leaves
those rows out, so that an answer, what is counted and kept of it and the work behind it are the same with and without
them. Their teams are told by the worker, later: see `ponte.people.protected_notices`.
"""

import datetime as dt
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ponte.accounts.models import User
from ponte.network.models import Service
from ponte.people import candidates, decisions, identity, namesakes, refusals, rules
from ponte.people.access.models import EmergencyAccess, EmergencyCard
from ponte.people.matching.likeness import Band, Likeness
from ponte.people.matching.records import Record, from_sheet
from ponte.people.models import (
    Acquaintance,
    Card,
    IdentityDecision,
    PresenceInquiry,
    PresenceQuestion,
    ToldApart,
)
from ponte.people.queries import team_service_ids, visible_to
from ponte.people.telling import Desk, Sign, asked_in_trail, desks_of, signs_of
from ponte.platform.audit import actions as audit
from ponte.platform.database import roles

MOST = 8
# Filling one form asks some ten times.
LIMITS = ((dt.timedelta(minutes=10), 150), (dt.timedelta(days=1), 1500))
KEPT = dt.timedelta(days=1)


class TooManyQuestionsError(Exception):
    """So many questions in so little time look like a list being gone through."""

    def __str__(self) -> str:
        return _("Ha fatto molte domande in poco tempo: riprovi fra qualche minuto.")


class Kind(StrEnum):
    """The most open of the rules that apply to a person."""

    OWN = "own"
    SHARED = "shared"
    RESERVED = "reserved"


def openness(knowing: Iterable[tuple[int, str]], mine: Collection[int]) -> Kind | None:
    """What may be told of somebody whom these services (and how confidential each is) know, to a member of `mine`."""
    known = list(knowing)
    if any(service in mine for service, _confidentiality in known):
        return Kind.OWN
    kinds = {confidentiality for _service, confidentiality in known}
    return next((kind for kind in (Kind.SHARED, Kind.RESERVED) if kind in kinds), None)


@dataclass(frozen=True, slots=True)
class Question:
    """What is known of the person. `about` is the card that is being corrected, and never its own answer."""

    sheet: Mapping[str, str]
    about: Card | None = None

    @property
    def record(self) -> Record:
        return from_sheet(self.sheet)

    @property
    def is_enough(self) -> bool:
        """A name alone, a telephone alone: no more is needed, but one or two Latin letters are no name yet."""
        record = self.record
        named = any(len(name) > 2 or not name.isascii() for name in record.names)
        return named or bool(record.phones or record.documents or record.emails or record.fiscal_code)


@dataclass(frozen=True, slots=True)
class Presence:
    """Somebody known who may be the person. `card` only where the asking user knows it; then the rest says it again.

    `reference` stands for the answer in what follows from it; `cards` never leave the server.
    """

    kind: Kind
    band: Band
    signs: tuple[Sign, ...]
    name: str
    birth_year: int | None
    municipality: str
    is_namesake: bool
    cards: tuple[int, ...]
    reference: str
    card: Card | None = None
    desks: tuple[Desk, ...] = ()
    # For the review alone: its reasons hold values.
    likeness: Likeness | None = field(default=None, repr=False)

    @property
    def stands(self) -> bool:
        """Whether nobody else is registered before somebody says that this is another person."""
        return self.is_namesake or self.band in {Band.SAME, Band.LIKELY}


@dataclass(frozen=True, slots=True)
class Purpose:
    """For which service the user asks, and why."""

    service: Service
    why: str
    more: str = ""

    @property
    def in_words(self) -> str:
        label = str(PresenceInquiry.Why(self.why).label)
        return f"{label}: {self.more}" if self.more else label


@dataclass(frozen=True, slots=True)
class _Found:
    cards: tuple[int, ...]
    band: Band
    signs: tuple[Sign, ...]
    likeness: Likeness | None = None


@transaction.atomic
def ask(*, question: Question, purpose: Purpose, by: User) -> list[Presence]:
    """The people who may be the one described, the likeliest first, each as far as the user may be told.

    Raises `PermissionDenied` outside the team of the service, and `TooManyQuestionsError`.
    """
    if not rules.in_team(by, purpose.service.pk):
        raise PermissionDenied
    mine = team_service_ids(by)
    with roles.stepping_into(roles.PRESENCE):
        _check_pace(by)
        ignored = _settled(question.about) if question.about is not None else set()
        found = _likely(question.record, ignored)
        inquiry = PresenceInquiry(
            asked_by=by, service=purpose.service, why=purpose.why, more=purpose.more, sheet=dict(question.sheet)
        )
        presences = _told(found, question.record, mine)
        inquiry.answered = [list(presence.cards) for presence in presences]
        inquiry.save(force_insert=True)
    audit.record(
        "people.ask_presence",
        inquiry,
        by=by,
        reason=purpose.in_words,
        after={
            "service": purpose.service.slug,
            **asked_in_trail(question.sheet),
            "answered": "; ".join(f"{one.kind} {one.band} {','.join(map(str, one.cards))}" for one in presences),
        },
    )
    return [replace(presence, reference=f"{inquiry.pk}-{at}") for at, presence in enumerate(presences)]


def _check_pace(by: User) -> None:
    now = timezone.now()
    asked = PresenceInquiry.objects.filter(asked_by=by)
    for span, most in LIMITS:
        if asked.filter(asked_at__gt=now - span).count() >= most:
            raise TooManyQuestionsError


def _settled(card: Card) -> set[int]:
    """The cards of the same person, and those of persons that somebody told apart from it."""
    different = decisions.in_force().filter(verdict=IdentityDecision.Verdict.DIFFERENT)
    apart = {
        other
        for pairs in (different, ToldApart.objects.all())
        for pair in pairs.filter(decisions.about([card.pk])).values_list("card_a_id", "card_b_id")
        for other in pair
        if other != card.pk
    }
    persons = Card.objects.filter(pk__in=apart).values("person_id")
    of_apart = Card.objects.filter(person_id__in=persons).values_list("pk", flat=True)
    return set(of_apart) | apart | set(Card.objects.filter(person_id=card.person_id).values_list("pk", flat=True))


def _likely(record: Record, ignored: Collection[int]) -> list[_Found]:
    matches = candidates.likely_matches(record, most=MOST, ignoring=ignored)
    found = [
        _Found(match.card_ids, match.likeness.band, signs_of(match.likeness), match.likeness) for match in matches
    ]
    there = {card for one in found for card in one.cards}
    same = [pk for pk in namesakes.cards_of_one_name_and_birth(record) if pk not in there and pk not in ignored]
    # What tells against such a pair outweighs name and birth together; still it is never passed over in silence.
    return found + [
        _Found((pk,), Band.POSSIBLE, (Sign(_("stesso nome e stessa nascita"), speaks_for=True),)) for pk in same
    ]


def _told(found: Sequence[_Found], record: Record, mine: Collection[int]) -> list[Presence]:
    ids = [pk for one in found for pk in one.cards]
    cards = Card.objects.filter(pk__in=ids).select_related("area").in_bulk()
    known: dict[int, list[tuple[int, str]]] = {}
    rows = Acquaintance.objects.filter(card__in=ids).order_by("service__position", "service_id")
    for pk, service, confidentiality in rows.values_list("card_id", "service_id", "service__confidentiality"):
        known.setdefault(pk, []).append((service, confidentiality))
    desks = desks_of(
        [(pk, service) for pk, knowing in known.items() for service, how in knowing if how == Kind.SHARED]
    )
    presences = []
    for one in found:
        kinds = {pk: kind for pk in one.cards if pk in cards and (kind := openness(known.get(pk, []), mine))}
        if not kinds:
            continue
        kind = next(kind for kind in Kind if kind in kinds.values())
        card = cards[next(pk for pk, its in kinds.items() if its == kind)]
        is_own, is_reserved = kind == Kind.OWN, kind == Kind.RESERVED
        signs = one.signs if is_own and not card.chosen_name else _without_values(one.signs)
        presences.append(
            Presence(
                kind=kind,
                band=one.band,
                # Of a reserved service's person nothing but that there is somebody to ask: neither who it is nor
                # what agrees, or each field could be tried in turn.
                signs=() if is_reserved else signs,
                name="" if is_reserved else card.display_name,
                birth_year=None if is_reserved else card.birth_year,
                municipality=card.area.name if card.area and not is_reserved else "",
                is_namesake=any(namesakes.are_namesakes(record, cards[pk]) for pk in kinds),
                # The one that is shown leads.
                cards=(card.pk, *(pk for pk in kinds if pk != card.pk)),
                reference="",
                card=card if is_own else None,
                desks=tuple(dict.fromkeys(desk for pk in kinds for desk in desks.get(pk, ())))
                if kind == Kind.SHARED
                else (),
                likeness=one.likeness,
            )
        )
    return presences


def _without_values(signs: Iterable[Sign]) -> tuple[Sign, ...]:
    return tuple(dict.fromkeys(sign.without_values for sign in signs))


def referred_cards(references: Iterable[str], *, by: User) -> dict[str, tuple[int, ...]]:
    """The cards behind answers that this user was given in the last day."""
    with roles.stepping_into(roles.PRESENCE):
        return _referred_cards(references, by)


def _referred_cards(references: Iterable[str], by: User) -> dict[str, tuple[int, ...]]:
    places = {}
    for reference in references:
        number, _dash, at = reference.partition("-")
        if number.isdecimal() and at.isdecimal():
            places[reference] = (int(number), int(at))
    answered = dict(
        PresenceInquiry.objects.filter(
            pk__in={pk for pk, _at in places.values()}, asked_by=by, asked_at__gt=timezone.now() - KEPT
        ).values_list("pk", "answered")
    )
    return {
        reference: tuple(answered[pk][at])
        for reference, (pk, at) in places.items()
        if pk in answered and at < len(answered[pk])
    }


def _openly_known(card: int) -> set[str]:
    """How confidential the services are that know the card, as the door sees it."""
    rows = Acquaintance.objects.filter(card=card).values_list("service__confidentiality", flat=True)
    return set(rows)


@transaction.atomic
def work_on(*, reference: str, service: Service, reason: str, by: User) -> Card:
    """The person is here and is who a shared service's card says: `service` works on that card.

    Raises `PermissionDenied` where that was not the answer.
    """
    if not rules.in_team(by, service.pk):
        raise PermissionDenied
    if not reason.strip():
        raise ValidationError({"reason": _("Scriva il motivo: resta con la scheda.")})
    with roles.stepping_into(roles.PRESENCE):
        cards = _referred_cards([reference], by).get(reference, ())
        if not cards or Service.Confidentiality.SHARED not in _openly_known(cards[0]):
            raise PermissionDenied
        Acquaintance.objects.bulk_create([Acquaintance(card_id=cards[0], service=service)], ignore_conflicts=True)
    card = Card.objects.get(pk=cards[0])
    audit.record("people.recognise_card", card, by=by, reason=reason, after={"service": service.slug})
    return card


def may_ask(service: Service) -> bool:
    """A protected service that asked would tell that it met the person."""
    return service.confidentiality != Service.Confidentiality.PROTECTED


@transaction.atomic
def ask_referent(*, reference: str, service: Service, text: str, by: User) -> None:
    """Leave a message with those who know the person, whoever they are; a second one while the first is open adds
    nothing. Raises `PermissionDenied`."""
    if not rules.in_team(by, service.pk) or not may_ask(service):
        raise PermissionDenied
    with roles.stepping_into(roles.PRESENCE):
        cards = _referred_cards([reference], by).get(reference, ())
        if not cards or not _openly_known(cards[0]):
            raise PermissionDenied
        name = _shown_name(cards[0], reference, by)
        question = PresenceQuestion(card_id=cards[0], shown_name=name, asked_by=by, service=service, text=text)
        question.clean_fields(exclude=["replied_by", "replied_at"])
        PresenceQuestion.objects.bulk_create([question], ignore_conflicts=True)
    audit.record("people.ask_referent", by=by, after={"service": service.slug, "card": cards[0], "name": name})


def _shown_name(card: int, reference: str, by: User) -> str:
    """The name to call the person by; where only reserved services know them, the one that was asked for."""
    if Service.Confidentiality.SHARED in _openly_known(card) or rules.may_see(by, card):
        return Card.objects.only(*Card.NAMES).get(pk=card).display_name
    sheet = PresenceInquiry.objects.values_list("sheet", flat=True).get(pk=reference.partition("-")[0], asked_by=by)
    return next(iter(from_sheet(sheet).names), "") or _("una persona")


@transaction.atomic
def reply(*, question: PresenceQuestion, text: str, by: User) -> None:
    """For those who know the person: close the question, with a word for whoever asked."""
    if question.replied_at is not None or not rules.may_see(by, question.card_id):
        raise PermissionDenied
    question.reply, question.replied_by, question.replied_at = text, by, timezone.now()
    question.clean_fields()
    question.save(update_fields=["reply", "replied_by", "replied_at"])
    audit.record("people.reply_presence", question, by=by, after={"reply": text})


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer that a user was given in the last day. `cards` never leave the server."""

    service: Service
    cards: tuple[int, ...]
    name: str


def answered(reference: str, *, by: User) -> Answer | None:
    with roles.stepping_into(roles.PRESENCE):
        cards = _referred_cards([reference], by).get(reference, ())
        if not cards or not Card.objects.filter(pk=cards[0]).exists():
            return None
        inquiry = PresenceInquiry.objects.select_related("service").get(pk=reference.partition("-")[0])
        return Answer(inquiry.service, cards, _shown_name(cards[0], reference, by))


def open_in_emergency(access: EmergencyAccess, cards: Collection[int]) -> None:
    """Only cards that the door sees: the database refuses any other."""
    with roles.stepping_into(roles.PRESENCE):
        EmergencyCard.objects.bulk_create(EmergencyCard(access=access, card_id=pk) for pk in cards)


@transaction.atomic
def tell_apart(*, card: Card, others: Collection[int], why: str, more: str, by: User) -> None:
    """The card's person is none of those whose cards these are: asked no more about these pairs.

    Where the user knows both cards it is a decision; otherwise it only keeps the question from being asked again.
    """
    label = str(ToldApart.Why(why).label)
    reason = f"{label}: {more}" if more else label
    seen = set(visible_to(by).filter(pk__in=others).values_list("pk", flat=True))
    for other in Card.objects.filter(pk__in=seen).order_by("pk"):
        try:
            identity.decide_different(one=card, other=other, by=by, reason=reason)
        except refusals.AlreadyDecidedError:
            continue
    unseen = sorted(set(others) - seen)
    if not unseen:
        return
    with roles.stepping_into(roles.PRESENCE):
        ToldApart.objects.bulk_create(
            [
                ToldApart(card_a_id=min(card.pk, pk), card_b_id=max(card.pk, pk), why=why, more=more, by=by)
                for pk in unseen
            ],
            ignore_conflicts=True,
        )
    audit.record("people.tell_apart", card, by=by, reason=reason, after={"others": ",".join(map(str, unseen))})
