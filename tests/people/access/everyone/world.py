# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A network as plain data: who works where, who knows whom, and what was opened to whom.

People, services and users are numbers; `building` writes them into a database.
"""

from dataclasses import dataclass, field

from hypothesis import strategies as st

KINDS = ("shared", "reserved", "protected")
PARTS = ("documents", "enrolments", "activities", "notes")
NETWORK = ("network_manager", "auditor", "administrator")
MOST_CARDS = 8


@dataclass(frozen=True)
class Share:
    card: int
    sender: int
    receiver: int
    opens: frozenset[str]
    names_sender: bool
    in_force: bool


@dataclass(frozen=True)
class Emergency:
    user: int
    card: int
    in_force: bool


@dataclass(frozen=True)
class Card:
    """`kept` says, for services that know the card and keep it to some, to which users."""

    registered_by: int
    known_by: frozenset[int]
    kept: dict[int, frozenset[int]] = field(default_factory=dict)
    enrolled: frozenset[int] = frozenset()
    met: frozenset[int] = frozenset()


@dataclass(frozen=True)
class User:
    teams: frozenset[int]
    coordinates: bool = False  # the organisation, which provides all services
    network_role: str = ""


@dataclass(frozen=True)
class World:
    services: tuple[str, ...]
    users: tuple[User, ...]
    cards: tuple[Card, ...]
    shares: tuple[Share, ...]
    emergencies: tuple[Emergency, ...]


def subsets(of: list[int], *, least: int = 0, most: int | None = None) -> st.SearchStrategy[frozenset[int]]:
    if not of:
        return st.just(frozenset())
    return st.frozensets(st.sampled_from(of), min_size=least, max_size=most if most is not None else len(of))


@st.composite
def worlds(draw: st.DrawFn) -> World:
    # One of each kind at least, so that there is always something to keep.
    services = (*KINDS, *draw(st.lists(st.sampled_from(KINDS), max_size=3)))
    numbers = list(range(len(services)))
    users = (
        *(User(frozenset({number})) for number in numbers[:3]),
        *(User(draw(subsets(numbers, most=2)), draw(st.booleans())) for _ in range(draw(st.integers(2, 4)))),
        User(frozenset(), network_role=draw(st.sampled_from(NETWORK))),
        User(draw(subsets(numbers, most=1)), network_role="auditor"),
    )
    cards = tuple(_card(draw, numbers, users) for _ in range(draw(st.integers(3, MOST_CARDS))))
    shares = tuple(
        Share(
            card, sender, receiver, frozenset(draw(st.sets(st.sampled_from(PARTS)))), draw(st.booleans()),
            draw(st.sampled_from((True, True, False))),
        )
        for card, sender, receiver in draw(
            st.lists(st.tuples(st.integers(0, len(cards) - 1), *[st.sampled_from(numbers)] * 2), max_size=5)
        )
        if sender in cards[card].known_by and sender != receiver
    )  # fmt: skip
    emergencies = tuple(
        Emergency(user, card, draw(st.sampled_from((True, True, False))))
        for user, card in draw(
            st.lists(
                st.tuples(st.integers(0, len(users) - 1), st.integers(0, len(cards) - 1)), max_size=4, unique=True
            )
        )
    )
    return World(services, users, cards, shares, emergencies)


def _card(draw: st.DrawFn, numbers: list[int], users: tuple[User, ...]) -> Card:
    known_by = draw(subsets(numbers, least=1, most=3))
    kept = {}
    for service in sorted(known_by):
        team = [number for number, user in enumerate(users) if service in user.teams]
        if team and draw(st.integers(0, 4)) == 0:
            kept[service] = draw(subsets(team, least=1))
    ordered = sorted(known_by)
    return Card(
        registered_by=draw(st.sampled_from(ordered)),
        known_by=known_by,
        kept=kept,
        enrolled=draw(subsets(ordered)),
        met=draw(subsets(ordered)),
    )
