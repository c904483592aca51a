# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A person with a life in every table, whose every word can be looked for."""

from dataclasses import dataclass

from django.db import connection

from ponte.people import actions, enrolling, identity
from ponte.people.models import Acquaintance, Card, CardContact, CardIdentifier, CardName, IdentityDecision
from ponte.people.rights.actions import agreements, corrections, notices, requests
from ponte.people.rights.models import Channel
from ponte.platform.database.actor import acting_as
from ponte.register import actions as register
from ponte.register.entries import Participant
from ponte.register.models import Intervention
from tests.people.rights.conftest import DAY, Known
from tests.people.support import registered
from tests.support import system_role

# Nowhere else in the test database: each is a word of this person's.
MARKERS = (
    "Zuleikha", "Qarabaghlee", "زليخة", "Xochitlcopan", "3337771188", "3337771199", "zq@posta.example",
    "QRBZLK90A41Z330K", "Viottolomagno", "Zuzuzina", "AX9988771", "parolasegreta",
)  # fmt: skip


@dataclass
class Life:
    known: Known
    card: Card
    other: Card  # of the same person, at the foreign desk; another word for each name
    joined: IdentityDecision
    alone: Intervention
    together: Intervention
    neighbour: Card


def lived(known: Known) -> Life:
    cast, by = known.cast, known.cast.operator
    fields = {
        "given_name": "Zuleikha", "family_name": "Qarabaghlee", "native_name": "زليخة", "birth_year": 1990,
        "birth_month": 1, "birth_day": 1, "birth_place": "Xochitlcopan", "phone": "3337771188", "sex": "F",
        "email": "zq@posta.example", "address": "Viottolomagno 7", "citizenships": ["AZ"], "notes": "parolasegreta",
    }  # fmt: skip
    card = registered(by, cast.job_desk, **fields)
    neighbour = registered(by, cast.job_desk, given_name="Piero", family_name="Vicini")
    with acting_as(by.pk):
        for detail in (
            CardName(card=card, kind="nickname", name="Zuzuzina"),
            CardContact(card=card, kind="phone", value="3337771199", note="parolasegreta"),
            CardIdentifier(card=card, kind="fiscal_code", value="QRBZLK90A41Z330K"),
            CardIdentifier(card=card, kind="passport", value="AX9988771", country="AZ"),
        ):
            actions.add_detail(detail=detail, by=by)
        actions.change_card(card=card, fields={"education": "degree"}, by=by)
        enrolment = enrolling.open_enrolment(
            card=card, service=cast.job_desk, opened_on=DAY, by=by, reason="parolasegreta"
        )
        enrolling.close_enrolment(
            enrolment=enrolment, closed_on=DAY, outcome="completed", by=by, note="parolasegreta"
        )
        alone = register.record_intervention(
            by=by, service=cast.job_desk, organisation=cast.ala, kind="interview", date=DAY, minutes=30,
            note="Zuleikha dice: parolasegreta", participants=[Participant(card=card, referred_to="parolasegreta")],
        )  # fmt: skip
        alone = register.correct_intervention(
            intervention=alone, version=1, reason="parolasegreta", by=by, service=cast.job_desk,
            organisation=cast.ala, kind="interview", date=DAY, minutes=45, note="Zuleikha di nuovo: parolasegreta",
            participants=[Participant(card=card, referred_to="parolasegreta")],
        )  # fmt: skip
        together = register.record_intervention(
            by=by, service=cast.job_desk, organisation=cast.ala, kind="workshop", date=DAY, minutes=60,
            note="Zuleikha e Piero cucinano insieme.",
            participants=[Participant(card=card), Participant(card=neighbour)],
        )  # fmt: skip
    other = registered(cast.stranger, cast.foreign_desk, given_name="Zulejcha", family_name="Karabagli")
    with system_role():
        known_to_both = Acquaintance.objects.create(card=other, service=cast.job_desk)
    with acting_as(by.pk):
        joined = identity.decide_same(one=card, other=other, by=by, reason="parolasegreta")
    with system_role():
        known_to_both.delete()
    return Life(known, card, other, joined, alone, together, neighbour)


def spoken(life: Life) -> None:
    """What the person was told and asked."""
    cast, by, card = life.known.cast, life.known.cast.operator, life.card
    with acting_as(by.pk):
        notices.give(
            card=card, version=life.known.notice, language="ara", service=cast.job_desk, channel=Channel.SPOKEN,
            on=DAY, by=by,
        )  # fmt: skip
        agreements.record_agreement(
            card=card, purpose=life.known.newsletter, service=cast.job_desk, verdict="given", channel="spoken",
            on=DAY, said_as="guardian", said_by="Zuleikha Madre", note="parolasegreta", by=by,
        )  # fmt: skip
        corrections.ask(
            card=card, service=cast.job_desk, field="phone", value="3337771199", why="parolasegreta", by=by
        )
        requests.receive(
            card=card, service=cast.job_desk, asked_on=DAY, identified="known", language="it", note="parolasegreta",
            by=by,
        )  # fmt: skip


def found_in_database(words: tuple[str, ...]) -> dict[str, set[str]]:
    """Tables in whose rows, written out as text, a word stands; as the system, which sees all."""
    found: dict[str, set[str]] = {}
    with system_role(), connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            for word in words:
                cursor.execute(
                    f'SELECT count(*) FROM "{table}" AS t WHERE to_jsonb(t)::text ILIKE %s '
                    f"OR to_jsonb(t)::text ILIKE %s",
                    [f"%{word}%", f"%{word.encode('unicode_escape').decode()}%"],
                )
                if cursor.fetchone()[0]:
                    found.setdefault(table, set()).add(word)
    return found
