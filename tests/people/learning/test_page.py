# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The page of the weights: figures, versions, and two deliberate acts."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from procrastinate.contrib.django.models import ProcrastinateJob

from ponte.accounts.models import User
from ponte.people.learning import figures, in_force
from ponte.people.learning.models import LearntWeights
from ponte.people.matching.likeness import Band
from ponte.people.matching.model import delivered
from ponte.people.models import Card
from ponte.people.review.models import MatchPair
from ponte.platform.database.actor import acting_as
from tests.cast import Cast
from tests.people.learning.test_taking import answers_of_a_shelter, decided, learnt
from tests.support import system_role

PAGE = "/persone/qualita/pesi/"
Browse = Callable[[User], Client]
Make = Callable[..., Card]
Pair = Callable[..., MatchPair]


def text_of(client: Client, path: str = PAGE) -> str:
    response = client.get(path)
    assert response.status_code == 200
    return response.content.decode()


def test_who_opens_the_page_and_finds_the_way_to_it(cast: Cast, browse: Browse) -> None:
    statuses = {name: browse(user).get(PAGE).status_code for name, user in cast.users.items()}
    assert {name for name, status in statuses.items() if status == 200} == {"network_manager", "administrator"}
    assert set(statuses.values()) == {200, 403}
    for user in (cast.network_manager, cast.administrator):
        assert PAGE in text_of(browse(user), "/")
    assert PAGE in text_of(browse(cast.network_manager), "/persone/qualita/")
    assert PAGE not in text_of(browse(cast.coordinator), "/persone/qualita/")


def test_it_says_what_is_in_force_in_words_and_what_is_missing(cast: Cast, browse: Browse) -> None:
    text = text_of(browse(cast.network_manager))
    assert delivered().version in text
    assert "stesso codice fiscale" in text
    assert "dice moltissimo a favore" in text
    assert "Mancano ancora 200 coppie decise." in text
    assert "Proponi ora" not in text


def test_it_names_nobody(cast: Cast, browse: Browse, card: Make) -> None:
    answers_of_a_shelter(cast, card)
    text = text_of(browse(cast.network_manager))
    with system_role():
        for one in Card.objects.all():
            assert one.code not in text


def test_the_proposal_is_taken_with_a_reason_and_an_earlier_one_again(cast: Cast, browse: Browse) -> None:
    weights = learnt("2026.1", phone=2.5)
    client = browse(cast.network_manager)
    assert "2026.1" in text_of(client)
    assert "2,5" in text_of(client)
    path = f"{PAGE}2026.1/prendi/"
    assert "Resta scritto" in text_of(client, path)
    assert client.post(path, {"reason": ""}).status_code == 200
    assert in_force.model() is delivered()
    assert client.post(path, {"reason": "provati"}).status_code == 302
    assert in_force.model().version == weights.version
    assert "provati" in text_of(client)
    assert client.post(f"{PAGE}{delivered().version}/prendi/", {"reason": "indietro"}).status_code == 302
    assert in_force.model() is delivered()
    assert client.get(f"{PAGE}{delivered().version}/lascia/").status_code == 404
    assert client.get(f"{PAGE}unknown/prendi/").status_code == 404


def test_what_was_left_is_offered_no_more_and_what_makes_a_group_worse_never(cast: Cast, browse: Browse) -> None:
    learnt("2026.1")
    client = browse(cast.administrator)
    assert client.post(f"{PAGE}2026.1/lascia/", {"reason": "no"}).status_code == 302
    assert "Prendi questi pesi" not in text_of(client)
    learnt("2026.2", is_no_worse=False)
    text = text_of(client)
    assert f"{PAGE}2026.2/prendi/" not in text
    assert "peggiora" in text
    answer = client.post(f"{PAGE}2026.2/prendi/", {"reason": "lo stesso"})
    assert answer.status_code == 200
    assert "non si possono prendere" in answer.content.decode()


def test_weights_that_correct_what_ponte_no_longer_delivers_are_pointed_out(cast: Cast, browse: Browse) -> None:
    for version, is_old in ((f"{delivered().version}+r1", False), ("2019-01-01+r2", True)):
        learnt(version)
        client = browse(cast.network_manager)
        client.post(f"{PAGE}{version}/prendi/", {"reason": "x"})
        assert ("di una versione precedente di Ponte" in text_of(client)) == is_old


def test_asking_for_a_proposal_leaves_it_to_the_worker(cast: Cast, browse: Browse, card: Make) -> None:
    answers_of_a_shelter(cast, card)
    client = browse(cast.network_manager)
    assert "Proponi ora" in text_of(client)
    for _ in range(2):
        assert client.post(f"{PAGE}proponi/").status_code == 302
    jobs = ProcrastinateJob.objects.filter(task_name__endswith="propose_weights")
    assert [job.args for job in jobs] == [{"user_id": cast.network_manager.pk}]
    assert not LearntWeights.objects.exists()


def test_precision_is_that_of_the_pairs_drawn_by_lot_with_what_chance_leaves(
    cast: Cast, card: Make, pair: Pair
) -> None:
    for answer, drawn in (("same", "random"), ("different", "random"), ("same", "certain")):
        one = pair(card(cast.job_desk), card(cast.job_desk), band=Band.LIKELY)
        with system_role():
            MatchPair.objects.filter(pk=one.pk).update(drawn=drawn)
        decided(cast, one, answer)
    guarded = pair(card(cast.trans_desk), card(cast.trans_desk), circle=cast.trans_desk, band=Band.LIKELY)
    decided(cast, guarded, "different")
    with acting_as(cast.administrator.pk):
        found = figures.shown().precision
    assert [(one.band, one.same, one.decided) for one in found] == [(Band.LIKELY, 1, 2)]
    assert found[0].interval == (9, 91)
    assert figures.Precision(Band.SAME, 100, 100).interval == (96, 100)


def test_others_are_counted_nothing_for_also_by_the_database(cast: Cast, card: Make, pair: Pair) -> None:
    decided(cast, pair(card(cast.job_desk), card(cast.job_desk)), "same")
    for name, user in cast.users.items():
        if name in {"network_manager", "administrator"}:
            continue
        with acting_as(user.pk), connection.cursor() as cursor:
            cursor.execute("SELECT pairs FROM learning_counts()")
            assert cursor.fetchone() == (0,), name
            cursor.execute("SELECT count(*) FROM learning_precision()")
            assert cursor.fetchone() == (0,), name


@pytest.mark.parametrize("versions", [1, 3])
def test_the_page_asks_the_same_for_one_version_and_for_three(cast: Cast, browse: Browse, versions: int) -> None:
    for number in range(versions):
        learnt(f"v{number}")
    client = browse(cast.network_manager)
    text_of(client)
    with CaptureQueriesContext(connection) as captured:
        text_of(client)
    assert len(captured) == 12, "\n".join(query["sql"][:120] for query in captured.captured_queries)
