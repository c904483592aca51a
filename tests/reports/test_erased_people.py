# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Whoever is erased stays counted, in what was published and in what is counted today, and is found nowhere."""

import pytest

from ponte.people.duplicates import in_registry
from ponte.people.models import Card
from ponte.people.rights.actions import disposals
from ponte.platform.database.actor import acting_as
from ponte.register.models import Intervention, Participation
from ponte.reports import annual
from ponte.reports.actions import publish_report
from ponte.reports.frozen import recompute
from tests.cast import Cast
from tests.support import system_role

pytestmark = pytest.mark.django_db


def totals(cast: Cast) -> dict[str, object]:
    return {
        f"{section.slug}/{figure.key}": figure.total for section, figure in annual.build(cast.ala, 2021).figures()
    }


def erase(cast: Cast, card: Card) -> None:
    with acting_as(cast.operator.pk):
        proposed = disposals.propose(card=card, service=cast.job_desk, ground="request", by=cast.operator)
    with acting_as(cast.coordinator.pk):
        disposals.authorise(disposal=proposed, by=cast.coordinator)
    with system_role():
        disposals.dispose(proposed)


def test_published_and_live_figures_are_what_they_were(cast: Cast, year_of_work: list[Intervention]) -> None:
    with acting_as(cast.org_coordinator.pk):
        published = publish_report(organisation=cast.ala, year=2021, by=cast.org_coordinator)
        before = totals(cast)
    with system_role():
        took_part = Participation.objects.filter(card__isnull=False, intervention__service=cast.job_desk)
        cards = list(Card.objects.filter(pk__in=took_part.values("card")))
    assert len(cards) == 2
    for card in cards:
        erase(cast, card)
    with system_role():
        assert not Card.objects.filter(pk__in=[card.pk for card in cards], erased_at=None).exists()
    with acting_as(cast.org_coordinator.pk):
        assert recompute(published) == published.report
        assert totals(cast) == before


def test_an_erased_card_is_compared_with_nobody(cast: Cast, year_of_work: list[Intervention]) -> None:
    with system_role():
        card = Participation.objects.filter(card__isnull=False, intervention__service=cast.job_desk)[0].card
    assert card is not None
    erase(cast, card)
    with system_role():
        assert card.pk not in in_registry.propose().card_ids
