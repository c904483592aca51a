# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The person's card tells what one's own teams did, and nothing of any other."""

from collections.abc import Callable

import pytest

from ponte.people import timeline
from ponte.people.models import Card
from ponte.platform.database.actor import acting_as
from ponte.register import actions
from ponte.register.entries import Participant
from ponte.register.models import Intervention
from tests.cast import Cast

pytestmark = pytest.mark.django_db


def test_each_team_reads_its_own_work_with_the_person(
    cast: Cast, known: Callable[..., Card], recorded: Callable[..., Intervention]
) -> None:
    layla = known("Layla", cast.job_desk, cast.trans_desk)
    at_the_desk = recorded(
        participants=[Participant(card=layla, referred_to_service=cast.mediation), Participant(card=layla, test="x")]
    )
    voided = recorded(participants=[Participant(card=layla)])
    with acting_as(cast.operator.pk):
        actions.void_intervention(intervention=voided, reason="Doppio", by=cast.operator)
    protected = recorded(by=cast.protected, service=cast.trans_desk, participants=[Participant(card=layla)])
    told = {}
    for name, user in cast.users.items():
        with acting_as(user.pk):
            told[name] = [(item.url, item.text) for item in timeline.of_cards(user, [layla.pk])]
    desk = [(f"/registro/{at_the_desk.pk}/", "inviato/a a Mediazione culturale")]
    assert told == {key: [] for key in cast.users} | {
        "operator": desk,
        "colleague": desk,
        "coordinator": desk,
        "protected": [(f"/registro/{protected.pk}/", "")],
    }
