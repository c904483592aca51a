# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Reading pairs: the queue, the sides of a pair as far as the user may see them, and what was answered."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest

from django.db import connection
from django.db.models import Exists, F, OuterRef, Q, QuerySet, Subquery

from ponte.accounts.models import User
from ponte.people import decisions
from ponte.people.matching.likeness import Band
from ponte.people.models import Card
from ponte.people.naming import may_be_named
from ponte.people.queries import team_service_ids
from ponte.people.review import rules
from ponte.people.review.certain import is_certain
from ponte.people.review.models import MatchPair, QueuePlace, Verdict
from ponte.people.review.sides import Given, OtherService, PairView, Side

Status = MatchPair.Status
Drawn = MatchPair.Drawn
Answer = Verdict.Answer
MOST_COUNTED = 1000
URGENT = -100_000  # The place of a pair that somebody waits for is below this: see `review_place` in the database.


def visible_to(user: User) -> QuerySet[MatchPair]:
    """The pairs in the queues of the user's teams, whatever became of them."""
    places = QueuePlace.objects.filter(pair=OuterRef("pk"), service_id__in=team_service_ids(user))
    return MatchPair.objects.filter(Exists(places))


def pair_for(user: User, pk: int) -> PairView:
    """Raises `MatchPair.DoesNotExist` where it is in none of the user's queues."""
    return described(user, [visible_to(user).get(pk=pk)])[0]


def described(user: User, pairs: Sequence[MatchPair]) -> list[PairView]:
    """The pairs with both sides, each as far as the user may see it."""
    known = rules.known_cards(user, pairs)
    ids = set[int]().union(*known.values())
    cards = (
        Card.objects.filter(pk__in=ids)
        .select_related("area", "registered_by", "household")
        .prefetch_related("identifiers", "other_names", "other_contacts")
        .in_bulk()
    )
    others = _other_sides([pair.pk for pair in pairs if len(known[pair.pk]) < 2])
    given = _given(user, pairs)
    return [
        PairView(
            pair,
            tuple(  # type: ignore[arg-type]
                Side(cards[card]) if card in known[pair.pk] else others.get((pair.pk, card), Side(None))
                for card in (pair.card_a_id, pair.card_b_id)
            ),
            given.get(pair.pk, ()),
        )
        for pair in pairs
    ]


def _other_sides(pairs: Sequence[int]) -> dict[tuple[int, int], Side]:
    if not pairs:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pair_id, card_id, is_reserved, name, birth_year, services FROM review_other_sides(%s)",
            [list(pairs)],
        )
        rows = cursor.fetchall()
    return {
        (pair, card): Side(
            None,
            name or "",
            birth_year,
            tuple(
                OtherService(one["name"], one["provider"], one["phone"] or "", one["referent"] or "")
                for one in json.loads(services)
            ),
            reserved,
        )
        for pair, card, reserved, name, birth_year, services in rows
    }


def _given(user: User, pairs: Sequence[MatchPair]) -> dict[int, tuple[Given, ...]]:
    """Each one's latest answer about each pair; names only of those whose service is no secret to the user."""
    answers = (
        Verdict.objects.filter(pair__in=pairs, pk__gt=F("pair__answers_after"))
        .order_by("pair_id", "given_by_id", "-pk")
        .distinct("pair_id", "given_by_id")
        .prefetch_related("given_by__memberships__service")
    )
    found: dict[int, list[Given]] = {}
    mine = team_service_ids(user)
    for verdict in answers:
        who = str(verdict.given_by) if may_be_named(verdict.given_by, to=mine) else ""
        told = Given(verdict.answer, who, verdict.given_by_id == user.pk, verdict.note, verdict)
        found.setdefault(verdict.pair_id, []).append(told)
    return {pair: tuple(sorted(given, key=lambda one: one.verdict.pk)) for pair, given in found.items()}


@dataclass(frozen=True, slots=True)
class Count:
    """How many pairs wait for the user, how many that they answered wait for somebody else, and how many decisions of
    their protected services do not hold."""

    mine: int
    others: int
    overruled: int = 0

    @property
    def mine_shown(self) -> str:
        return f"{MOST_COUNTED}+" if self.mine > MOST_COUNTED else str(self.mine)


def _waiting_for(user: User) -> QuerySet[QueuePlace]:
    """Places of pairs that the user has not answered; again those that came back answered by the other side."""
    last = Verdict.objects.filter(
        pair=OuterRef("pair"), given_by=user, pk__gt=OuterRef("pair__answers_after")
    ).order_by("-pk")
    places = QueuePlace.objects.filter(service_id__in=team_service_ids(user), is_open=True)
    places = places.alias(answered=Subquery(last.values("answer")[:1]))
    undecided = Q(answered__in=[Answer.UNSURE, Answer.ASK], pair__status=Status.WAITING)
    return places.filter(Q(answered=None) | undecided)


def order(user: User, *, most: int) -> list[int]:
    """The pairs that wait for the user: what others wait for, then the most certain and those by lot in turn."""
    waiting = _waiting_for(user)
    streams = []
    for drawn in Drawn:
        places = waiting.filter(drawn=drawn).order_by("place").values_list("pair_id", "place")[: 2 * most]
        streams.append(list(dict.fromkeys(places)))
    urgent = [place for stream in streams for place in stream if place[1] < URGENT]
    plain = [[place for place in stream if place[1] >= URGENT] for stream in streams]
    in_turn = chain.from_iterable(zip_longest(*plain))
    return list(dict.fromkeys(place[0] for place in (*urgent, *in_turn) if place is not None))[:most]


def next_pairs(user: User, *, most: int) -> list[PairView]:
    ids = order(user, most=most)
    pairs = MatchPair.objects.in_bulk(ids)
    return described(user, [pairs[pk] for pk in ids if pk in pairs])


def count(user: User) -> Count:
    mine = set(_waiting_for(user).values_list("pair_id", flat=True)[: MOST_COUNTED + 1])
    overruled = decisions.overruled(user)[:MOST_COUNTED].count()
    return Count(len(mine), answered_and_waiting(user)[:MOST_COUNTED].count(), overruled)


def answered_and_waiting(user: User) -> QuerySet[MatchPair]:
    own = Verdict.objects.filter(pair=OuterRef("pk"), given_by=user, answer__in=[Answer.SAME, Answer.DIFFERENT])
    asked = Verdict.objects.filter(pair=OuterRef("pk"), given_by=user, answer=Answer.ASK)
    return visible_to(user).filter(
        (Q(status=Status.WAITING) & Q(Exists(own))) | (Q(status=Status.OPEN) & Q(Exists(asked)))
    )


def _about(user: User, cards: Sequence[Card]) -> QuerySet[MatchPair]:
    ids = [card.pk for card in cards]
    return visible_to(user).filter(Q(card_a__in=ids) | Q(card_b__in=ids))


def joined_elsewhere(user: User, cards: Sequence[Card]) -> list[PairView]:
    """Joins of these cards with cards that the user may not see, each as far as it is told."""
    pairs = list(_about(user, cards).filter(status=Status.SAME).order_by("-closed_at")[:20])
    return [view for view in described(user, pairs) if not view.knows_both] if pairs else []


def waiting_about(user: User, cards: Sequence[Card]) -> int:
    """How many pairs about these cards wait for an answer."""
    return _about(user, cards).filter(status__in=MatchPair.WAITING_STATUSES).count()


def certain(user: User, pks: Collection[int] | None = None, *, most: int = 100) -> list[PairView]:
    """Pairs that may be confirmed many at a time: see `certain.is_certain`."""
    places = _waiting_for(user).filter(pair__band=Band.SAME, pair__guarded_by=None, pair__status=Status.OPEN)
    if pks is not None:
        places = places.filter(pair__in=pks)
    ids = list(dict.fromkeys(places.order_by("place").values_list("pair_id", flat=True)[: 2 * most]))[:most]
    pairs = MatchPair.objects.in_bulk(ids)
    return [view for view in described(user, [pairs[pk] for pk in ids]) if is_certain(view)]
