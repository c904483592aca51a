# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A network as plain data: who works where, who knows whom, and what was opened to whom.

People, services and users are numbers; `building` writes them into a database.
"""

from dataclasses import dataclass, field

from hypothesis import strategies as st

KINDS = ("shared", "reserved", "protected")
PARTS = ("documents", "enrolments", "activities", "notes", "files")
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
class Join:
    """Somebody held two cards to be one person, or two; a protected service alone, where it is `guarded_by` one."""

    cards: tuple[int, int]
    verdict: str
    guarded_by: int | None = None
    undone: bool = False


@dataclass(frozen=True)
class File:
    card: int
    service: int
    for_all: bool
    removed: bool


@dataclass(frozen=True)
class Card:
    """`kept` says, for services that know the card and keep it to some, to which users, who may have left the team
    since; `papers` are the services
    that wrote down what the person was told, agreed to and asked for."""

    registered_by: int
    known_by: frozenset[int]
    kept: dict[int, frozenset[int]] = field(default_factory=dict)
    enrolled: frozenset[int] = frozenset()
    met: frozenset[int] = frozenset()
    papers: frozenset[int] = frozenset()
    household: int | None = None


@dataclass(frozen=True)
class User:
    teams: frozenset[int]
    coordinates: bool = False  # the organisation, which provides all services
    network_role: str = ""
    leads: frozenset[int] = frozenset()  # those of the teams that the user coordinates


@dataclass(frozen=True)
class World:
    services: tuple[str, ...]
    users: tuple[User, ...]
    cards: tuple[Card, ...]
    shares: tuple[Share, ...]
    emergencies: tuple[Emergency, ...]
    joins: tuple[Join, ...] = ()
    files: tuple[File, ...] = ()

    def persons(self) -> list[int]:
        """For each card, the first card of the person that it is of."""
        person = list(range(len(self.cards)))
        for join in self.joins:
            if join.verdict == "same" and not join.undone:
                one, other = sorted(person[card] for card in join.cards)
                person = [one if number == other else number for number in person]
        return person


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
        *(_user(draw, numbers) for _ in range(draw(st.integers(2, 4)))),
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
    return World(
        services, users, cards, shares, emergencies, _joins(draw, services, cards), _files(draw, services, cards)
    )


def _user(draw: st.DrawFn, numbers: list[int]) -> User:
    teams = draw(subsets(numbers, most=2))
    return User(teams, draw(st.booleans()), leads=draw(subsets(sorted(teams))))


def _joins(draw: st.DrawFn, services: tuple[str, ...], cards: tuple[Card, ...]) -> tuple[Join, ...]:
    """Decisions that do not contradict each other: of cards that are one person, none says two."""
    numbers = list(range(len(cards)))
    pairs = draw(st.lists(st.tuples(st.sampled_from(numbers), st.sampled_from(numbers)), max_size=4, unique=True))
    joins: list[Join] = []
    for one, other in {(min(pair), max(pair)) for pair in pairs if pair[0] != pair[1]}:
        protected = [number for number in sorted(cards[one].known_by) if services[number] == "protected"]
        guarded_by = draw(st.sampled_from([None, None, *protected]))
        joins.append(Join((one, other), "same", guarded_by, undone=draw(st.integers(0, 3)) == 0))
    person = World(services, (), cards, (), (), tuple(joins)).persons()
    apart = [
        (one, other) for one in numbers for other in numbers[one + 1 :]
        if person[one] != person[other] and person.count(person[one]) == person.count(person[other]) == 1
        and (one, other) not in {join.cards for join in joins}
    ]  # fmt: skip
    if apart and draw(st.booleans()):
        joins.append(Join(draw(st.sampled_from(apart)), "different"))
    return tuple(joins)


def _files(draw: st.DrawFn, services: tuple[str, ...], cards: tuple[Card, ...]) -> tuple[File, ...]:
    kept = draw(st.lists(st.integers(0, len(cards) - 1), max_size=5))
    files = []
    for card in kept:
        service = draw(st.sampled_from(sorted(cards[card].known_by)))
        for_all = services[service] != "protected" and draw(st.booleans())
        files.append(File(card, service, for_all, removed=draw(st.integers(0, 3)) == 0))
    return tuple(files)


def _card(draw: st.DrawFn, numbers: list[int], users: tuple[User, ...]) -> Card:
    known_by = draw(subsets(numbers, least=1, most=3))
    kept = {}
    for service in sorted(known_by):
        team = [number for number, user in enumerate(users) if service in user.teams]
        left = [number for number in range(len(users)) if number not in team]
        if team and draw(st.integers(0, 4)) == 0:
            kept[service] = draw(subsets(draw(st.sampled_from((team, team, left or team))), least=1))
    ordered = sorted(known_by)
    return Card(
        registered_by=draw(st.sampled_from(ordered)),
        known_by=known_by,
        kept=kept,
        enrolled=draw(subsets(ordered)),
        met=draw(subsets(ordered)),
        papers=draw(subsets(ordered)),
        household=draw(st.sampled_from((None, 0, 0, 1))),
    )
