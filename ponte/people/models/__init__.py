# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

from ponte.people.models.cards import Answer, Card, Household, Person, new_code
from ponte.people.models.details import CardContact, CardIdentifier, CardName
from ponte.people.models.enrolments import Enrolment, EnrolmentEvent
from ponte.people.models.identity import Acquaintance, IdentityDecision, KnownName, NameToken

__all__ = [
    "Acquaintance",
    "Answer",
    "Card",
    "CardContact",
    "CardIdentifier",
    "CardName",
    "Enrolment",
    "EnrolmentEvent",
    "Household",
    "IdentityDecision",
    "KnownName",
    "NameToken",
    "Person",
    "new_code",
]
