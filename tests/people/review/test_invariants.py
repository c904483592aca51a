# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What `ponte check` asks of persons and pairs holds whatever was decided, and is noticed when it does not."""

from collections.abc import Callable

from django.db import connection

from ponte.people import identity
from ponte.people.invariants import INVARIANTS as OF_PEOPLE
from ponte.people.matching.likeness import Reason
from ponte.people.models import Acquaintance, Card
from ponte.people.review import actions, comparison
from ponte.people.review.invariants import INVARIANTS as OF_PAIRS
from ponte.people.review.models import MatchPair, QueuePlace
from ponte.platform.database.actor import acting_as
from tests.cast import Cast
from tests.support import system_role

Make = Callable[..., Card]
Pair = Callable[..., MatchPair]


def broken() -> set[str]:
    found = set()
    with system_role(), connection.cursor() as cursor:
        for sentence, sql in {**OF_PEOPLE, **OF_PAIRS}.items():
            cursor.execute(sql)
            if cursor.fetchone()[0]:
                found.add(sentence)
    return found


def test_they_hold_through_joins_undos_and_new_acquaintances(cast: Cast, card: Make, pair: Pair) -> None:
    a, b, c, d = (card(cast.job_desk, given_name=name) for name in "ABCD")
    far, guarded = card(cast.foreign_desk), card(cast.trans_desk)
    first, *_rest = pair(a, b), pair(b, c), pair(a, c), pair(a, far), pair(c, d)
    pair(a, guarded, circle=cast.trans_desk)
    with acting_as(cast.operator.pk):
        actions.answer(pair=first, answer="same", by=cast.operator)
        made = identity.decide_same(one=b, other=c, by=cast.operator)
        identity.decide_different(one=c, other=d, by=cast.operator)
        identity.undo(decision=made, by=cast.operator)
    with system_role():
        Acquaintance.objects.create(card=c, service=cast.mediation)
    assert broken() == set()


def test_what_was_changed_past_the_decisions_is_noticed(cast: Cast, card: Make, pair: Pair) -> None:
    a, b = card(cast.job_desk), card(cast.job_desk)
    pair(a, b)
    with acting_as(cast.operator.pk):
        identity.decide_different(one=a, other=b, by=cast.operator)
    with system_role():
        Card.objects.filter(pk=b.pk).update(person_id=a.person_id)
        MatchPair.objects.update(status="open", closed_at=None)
        QueuePlace.objects.all().delete()
    assert broken() == {
        "The cards of one person are held together by decisions in force.",
        "Cards that are held to be different are not one person.",
        *OF_PAIRS,
    }


def test_no_reason_spells_a_legal_name_behind_a_chosen_one(cast: Cast, card: Make) -> None:
    one = card(cast.trans_desk, given_name="Ludovico", family_name="Rossi", chosen_name="Maria")
    other = card(cast.trans_desk, given_name="Maria", family_name="Rossi")
    reasons = [
        Reason("names", "alike", 2.0, "il nome somiglia: Ludovico / Maria"),
        Reason("names", "same", 2.0, "il nome è uguale: Maria"),
        Reason("birth", "same", 5.0, "stessa data di nascita"),
    ]
    assert [reason.field for reason in comparison.told(reasons, [one, other])] == ["names", "birth"]
    assert len(comparison.told(reasons, [other, other])) == 3
