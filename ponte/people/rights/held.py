# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What people, the review and this room itself hold on a card."""

from collections.abc import Collection
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from ponte.people.models import (
    Acquaintance,
    Card,
    CardContact,
    CardIdentifier,
    CardName,
    CardOrigin,
    Enrolment,
    EnrolmentEvent,
    Household,
    IdentityDecision,
    KnownName,
    MatchKey,
    NameToken,
    Person,
    PresenceNotice,
    PresenceQuestion,
    ToldApart,
    ValueChoice,
)
from ponte.people.review.models import MatchPair, QueuePlace, Verdict
from ponte.people.rights import erasing
from ponte.people.rights.holdings import Holding, Scope, add, deleting, of_card
from ponte.people.rights.models import (
    AccessFile,
    AccessRequest,
    Agreement,
    Correction,
    Disposal,
    NoticeGiven,
    Restriction,
)

COMPUTED = _("calcolato da ciò che è scritto sulla scheda, per trovarla")
OTHERS = _("dice anche di un'altra persona, o del lavoro di un altro servizio")
NUMBERS = _("resta come numero, senza dati della persona: serve a contarla una volta sola")


def _of_pair(model: Any, path: str = "", *, guarded: bool = True) -> Any:
    """Rows that name two cards; what a protected service decided or compared is its own."""

    def rows(cards: Collection[int], answering: int) -> QuerySet[Any]:
        found = Q(**{f"{path}card_a__in": cards}) | Q(**{f"{path}card_b__in": cards})
        kept = Q() if not guarded else (Q(**{f"{path}guarded_by": None}) | Q(**{f"{path}guarded_by": answering}))
        return QuerySet(model).filter(found, kept)

    return rows


def _persons(cards: Collection[int], answering: int) -> QuerySet[Any]:
    return Person.objects.filter(cards__in=cards)


def _households(cards: Collection[int], answering: int) -> QuerySet[Any]:
    return Household.objects.filter(members__in=cards)


def _choices(cards: Collection[int], answering: int) -> QuerySet[Any]:
    return ValueChoice.objects.filter(card__in=cards)


def _decisions(cards: Collection[int], answering: int) -> QuerySet[Any]:
    """Those about two cards that the service knows: it need not be told who else met the person."""
    found: QuerySet[Any] = _of_pair(IdentityDecision)(cards, answering)
    known = Acquaintance.objects.filter(service=answering).values("card")
    return found.filter(card_a__in=known, card_b__in=known)


def _nothing(scope: Scope) -> int:
    """Goes with rows that are erased elsewhere."""
    return 0


def _whole(model: Any) -> Holding:
    rows = of_card(model)
    return Holding(model, rows, erase=deleting(rows, only_whole=True))


def _own(model: Any, **more: Any) -> Holding:
    """Rows that the service wrote; the append-only ones are erased by the database's own function."""
    return Holding(model, of_card(model, service="service"), erase=_nothing, **more)


def _deleted(model: Any) -> Holding:
    rows = of_card(model, service="service")
    return Holding(model, rows, erase=deleting(rows))


def tell() -> None:
    tokens, keys = of_card(NameToken), of_card(MatchKey)
    notices, questions = of_card(PresenceNotice, service="service"), of_card(PresenceQuestion)
    known = of_card(Acquaintance, service="service")
    files = of_card(AccessFile, path="request__card", service="service")
    add(
        Holding(Card, of_card(Card, path="pk"), erase=erasing.card, is_base=True,
                hidden=frozenset({"person", "household", "import_digests", "registered_by"})),
        _whole(CardName), _whole(CardContact), _whole(CardIdentifier),
        Holding(Enrolment, of_card(Enrolment, service="service"), erase=erasing.enrolments,
                notes=erasing.enrolment_texts),
        Holding(EnrolmentEvent, of_card(EnrolmentEvent, path="enrolment__card", service="enrolment__service"),
                erase=_nothing, notes=_nothing),
        Holding(Acquaintance, known, erase=deleting(known), is_base=True),
        Holding(Household, _households, erase=erasing.household, is_base=True,
                hidden=frozenset({"import_ref"})),
        Holding(Person, _persons, stays=NUMBERS, withheld=NUMBERS),
        Holding(CardOrigin, of_card(CardOrigin), stays=NUMBERS, withheld=NUMBERS),
        Holding(ValueChoice, _choices, stays=NUMBERS, withheld=NUMBERS),
        Holding(IdentityDecision, _decisions, erase=_nothing,
                hidden=frozenset({"card_a", "card_b", "undoes", "batch", "guarded_by", "reason"})),
        Holding(NameToken, tokens, erase=deleting(tokens, only_whole=True), withheld=COMPUTED),
        Holding(MatchKey, keys, erase=deleting(keys, only_whole=True), withheld=COMPUTED),
        Holding(KnownName, of_card(KnownName, service="service"), erase=_nothing, withheld=COMPUTED),
        Holding(PresenceNotice, notices, erase=deleting(notices), withheld=OTHERS),
        Holding(PresenceQuestion, questions, erase=erasing.questions, withheld=OTHERS),
        Holding(ToldApart, _of_pair(ToldApart, guarded=False), erase=_nothing, withheld=OTHERS),
        Holding(MatchPair, _of_pair(MatchPair), erase=erasing.pairs, withheld=OTHERS),
        Holding(QueuePlace, _of_pair(QueuePlace, "pair__"), erase=_nothing, withheld=OTHERS),
        Holding(Verdict, _of_pair(Verdict, "pair__"), erase=_nothing, withheld=OTHERS),
        _own(NoticeGiven), _own(Agreement),
        _deleted(Correction), _deleted(Restriction), _deleted(AccessRequest),
        Holding(AccessFile, files, erase=_nothing, hidden=frozenset({"pdf", "json"})),
        Holding(Disposal, of_card(Disposal, service="service"),
                stays=_("resta chi ha deciso la cancellazione, quando e perché, senza dati della persona")),
    )  # fmt: skip
