# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from ponte.people.models.cards import Answer, Card, Household, Person, new_code
from ponte.people.models.details import CardContact, CardIdentifier, CardName
from ponte.people.models.enrolments import Enrolment, EnrolmentEvent
from ponte.people.models.identity import (
    Acquaintance,
    CardOrigin,
    IdentityDecision,
    KnownName,
    NameToken,
    ValueChoice,
)
from ponte.people.models.matching import FrequentKey, MatchKey
from ponte.people.models.presence import PresenceInquiry, PresenceNotice, PresenceQuestion, ToldApart

__all__ = [
    "Acquaintance",
    "Answer",
    "Card",
    "CardContact",
    "CardIdentifier",
    "CardName",
    "CardOrigin",
    "Enrolment",
    "EnrolmentEvent",
    "FrequentKey",
    "Household",
    "IdentityDecision",
    "KnownName",
    "MatchKey",
    "NameToken",
    "Person",
    "PresenceInquiry",
    "PresenceNotice",
    "PresenceQuestion",
    "ToldApart",
    "ValueChoice",
    "new_code",
]
