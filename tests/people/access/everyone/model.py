# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Who may know what, as the sentences of the rules say it: sets of users, services and cards, no database.

- A member of a team knows whom the team's service knows, unless that service keeps the person to others.
- Of a person whom a service keeps to some, none of whom is left in its team, its coordinators and the data protection
  officer are told the number; who they were, the officer alone.
- A share opens a card to the team that it names, a part of the sender's own work with it, while it is in force.
- An emergency opens a card to one user, of the services that others may know of, while it lasts.
- Whoever is in no team reads nobody.
- That two cards are one person is known to whoever knows both; what a protected service decided, to its team.
- What people were told, agreed to and asked for is known to the team that wrote it down, and where that is of a
  shared service, to whoever knows the person. A request for access also to protected services that know the person,
  and like a disposal, by number, to the data protection officer and to whoever coordinates the organisation.
- Whoever reads a card that was opened to them is told that its use is restricted: by whom, where the service may be
  named; of shared services, and of those whose work is opened.
- A file is its team's, or everybody's who knows the person where it says so.
- Who saw a person is told to whoever coordinates a service that knows them.
- At intake the answer is the most open one that applies; of what protected services know, or a team keeps to some,
  others are told nothing.
"""

from collections.abc import Iterable

from tests.people.access.everyone.world import Card, Share, User, World

Pairs = set[tuple[int, int]]


class Model:
    def __init__(self, world: World) -> None:
        self.world = world
        self.cards = dict(enumerate(world.cards))

    def may_know_of(self, user: int, card: Card, service: int) -> bool:
        """The user is in the service's team, which knows the card and does not keep it from them."""
        if service not in self.world.users[user].teams or service not in card.known_by:
            return False
        return service not in card.kept or user in card.kept[service]

    def is_open(self, card: Card, service: int) -> bool:
        """What the service knows of the card may be told to others."""
        known = service in card.known_by and service not in card.kept
        return known and self.world.services[service] != "protected"

    def knows(self, user: int) -> set[int]:
        return {
            number
            for number, card in self.cards.items()
            if any(self.may_know_of(user, card, service) for service in card.known_by)
        }

    def shares_to(self, user: int) -> Iterable[Share]:
        teams = self.world.users[user].teams
        return (share for share in self.world.shares if share.in_force and share.receiver in teams)

    def emergency_cards(self, user: int) -> set[int]:
        if not self.world.users[user].teams:
            return set()
        return {
            one.card
            for one in self.world.emergencies
            if one.in_force
            and one.user == user
            and any(self.is_open(self.cards[one.card], service) for service in self.cards[one.card].known_by)
        }

    def opened(self, user: int) -> set[int]:
        return {share.card for share in self.shares_to(user)} | self.emergency_cards(user)

    def reads(self, user: int) -> set[int]:
        return self.knows(user) | self.opened(user)

    def documents(self, user: int) -> set[int]:
        shared = {share.card for share in self.shares_to(user) if "documents" in share.opens}
        return self.knows(user) | shared | self.emergency_cards(user)

    def own_work(self, user: int, of: str) -> Pairs:
        """Cards and services, for the rows that a service wrote of its work with the card."""
        return {
            (number, service)
            for number, card in self.cards.items()
            for service in (card.known_by if of == "known_by" else getattr(card, of))
            if self.may_know_of(user, card, service)
        }

    def opened_work(self, user: int, card: int, part: str) -> set[int | None]:
        """The services whose work is opened; none for one that is not to be named."""
        held = self.opened_services(user, card, part)
        did = self.cards[card].enrolled if part == "enrolments" else self.cards[card].met
        return {service if is_named else None for service, is_named in held.items() if service in did}

    def opened_services(self, user: int, card: int, part: str) -> dict[int, bool]:
        """The services whose work is opened, and whether they may be named."""
        held: dict[int, bool] = {}
        for share in self.shares_to(user):
            if share.card == card and part in share.opens | {"card"}:
                held[share.sender] = held.get(share.sender, False) or share.names_sender
        if card in self.emergency_cards(user) and part != "notes":
            for service in self.cards[card].known_by:
                if self.is_open(self.cards[card], service):
                    held[service] = True
        return held

    def restricted_by(self, user: int, card: int) -> set[int | None]:
        """Of an opened card: the services that restricted its use; none for one that is not to be named."""
        if card not in self.opened(user):
            return set()
        one, held = self.cards[card], self.opened_services(user, card, "card")
        told = {s for s in one.papers if s in held or (self.world.services[s] == "shared" and self.is_open(one, s))}
        return {service if held.get(service) else None for service in told}

    def is_told_restricted(self, user: int, card: int) -> bool:
        """Of a card that the user reads, on its page."""
        if card not in self.knows(user):
            return bool(self.restricted_by(user, card))
        told = {number for number, _service in self.papers(user)}
        return any(one in told or self.restricted_by(user, one) for one in {card} | self.same_person(user, card))

    def opened_notes(self, user: int, card: int) -> set[int]:
        """Notes come with the work that they are of, however that was opened."""
        agreed = [share for share in self.shares_to(user) if share.card == card]
        emergency = card in self.emergency_cards(user)
        return {
            share.sender
            for share in agreed
            if "notes" in share.opens
            and share.sender in self.cards[card].met
            and (
                any(other.sender == share.sender and "activities" in other.opens for other in agreed)
                or (emergency and self.is_open(self.cards[card], share.sender))
            )
        }

    def presence(self, user: int, card: int) -> str | None:
        """What somebody of a team is told of the person at intake."""
        one = self.cards[card]
        if any(self.may_know_of(user, one, service) for service in one.known_by):
            return "own"
        kinds = {self.world.services[service] for service in one.known_by if self.is_open(one, service)}
        return next((kind for kind in ("shared", "reserved") if kind in kinds), None)

    def told_services(self, user: int, card: int) -> set[int]:
        """The shared services that an answer of the kind "shared" names."""
        one = self.cards[card]
        return {
            service
            for service in one.known_by
            if self.is_open(one, service) and self.world.services[service] == "shared"
        }

    def same_person(self, user: int, card: int) -> set[int]:
        """The other cards of the person that the user knows."""
        person = self.world.persons()
        return {other for other in self.knows(user) if person[other] == person[card] and other != card}

    def decisions(self, user: int) -> set[int]:
        """What a protected service decided is told to those of its team from whom it keeps neither card."""
        knows = self.knows(user)
        told = set()
        for number, join in enumerate(self.world.joins):
            if join.guarded_by is None:
                may = set(join.cards) <= knows
            else:
                in_team = join.guarded_by in self.world.users[user].teams
                may = in_team and not any(self.is_kept_from(user, card, join.guarded_by) for card in join.cards)
            if may:
                told.add(number)
        return told

    def is_kept_from(self, user: int, card: int, service: int) -> bool:
        """The service knows the card, and keeps it to others."""
        kept = self.cards[card].kept
        return service in kept and user not in kept[service]

    def kept_by(self, user: int) -> Pairs:
        """What is written of who knows a person, to those who do."""
        return {
            (number, service)
            for number, card in self.cards.items()
            for service in card.kept
            if self.may_know_of(user, card, service)
        }

    def orphans(self, user: int) -> set[tuple[int, int, frozenset[int]]]:
        """Cards and services, and who they were kept to as far as the user is told."""
        one = self.world.users[user]
        is_auditor = one.network_role == "auditor"
        return {
            (number, service, kept if is_auditor else frozenset())
            for number, card in self.cards.items()
            for service, kept in card.kept.items()
            if (is_auditor or one.coordinates or service in one.leads)
            and not any(service in self.world.users[other].teams for other in kept)
        }

    def chosen_values(self, user: int) -> set[int]:
        knows = self.knows(user)
        return {number for number in self.decisions(user) if self.world.joins[number].cards[0] in knows}

    def households(self, user: int) -> set[int]:
        return {self.cards[card].household for card in self.reads(user)} - {None}  # type: ignore[arg-type]

    def lives_with(self, user: int, card: int) -> set[int]:
        household = self.cards[card].household
        if household is None:
            return set()
        return {other for other in self.knows(user) if self.cards[other].household == household} - {card}

    def files(self, user: int) -> set[int]:
        knows = self.knows(user)
        return {
            number
            for number, file in enumerate(self.world.files)
            if self.may_know_of(user, self.cards[file.card], file.service)
            or (file.for_all and file.card in knows and self.is_open(self.cards[file.card], file.service))
        }

    def opened_files(self, user: int, card: int) -> set[tuple[int, int | None]]:
        """Of the sender's files, and the sender where it is named."""
        named: dict[int, bool] = {}
        for share in self.shares_to(user):
            if share.card == card and "files" in share.opens:
                named[share.sender] = named.get(share.sender, False) or share.names_sender
        return {
            (number, file.service if named[file.service] else None)
            for number, file in enumerate(self.world.files)
            if file.card == card and file.service in named and not file.removed
        }

    def papers(self, user: int, of: str = "papers") -> Pairs:
        """What people were told and asked for, by card and the service that wrote it down."""
        return {
            (number, service)
            for number, card in self.cards.items()
            for service in card.papers
            if self._may_read_paper(user, number, service, of)
        }

    def _may_read_paper(self, user: int, number: int, service: int, of: str) -> bool:
        one, card = self.world.users[user], self.cards[number]
        if of == "file":
            # A part holds all the cards of the person that the service knows.
            person = self.world.persons()
            together = [other for other in self.cards if person[other] == person[number]]
            return service in one.teams and not any(self.is_kept_from(user, other, service) for other in together)
        if service in one.teams:
            # The team is not told of whom it keeps from some: not by the other ways either.
            return self.may_know_of(user, card, service)
        if of in {"request", "disposal"} and (one.coordinates or one.network_role == "auditor"):
            return True
        if of == "disposal":
            return False
        is_shared = self.world.services[service] == "shared" and service not in card.kept
        if is_shared and number in self.knows(user):
            return True
        return of == "request" and self.world.services[service] != "protected" and self._protects(user, number)

    def _protects(self, user: int, number: int) -> bool:
        """A protected service of the user's knows the person."""
        person = self.world.persons()
        return any(
            self.world.services[service] == "protected" and self.may_know_of(user, card, service)
            for other, card in self.cards.items()
            if person[other] == person[number]
            for service in card.known_by
        )

    def answers_for(self, user: int) -> set[int]:
        leads = self.world.users[user].leads
        return {
            number
            for number, card in self.cards.items()
            if any(self.may_know_of(user, card, service) for service in leads)
        }

    def trail(self, user: int) -> set[int]:
        """Whose doings the user may be told: everybody's for the auditor; for whoever coordinates a team those of its
        members, and of those who are in teams of shared services alone."""
        users, one = self.world.users, self.world.users[user]
        if one.network_role == "auditor":
            return set(range(len(users)))
        if not one.leads:
            return set()
        return {
            number
            for number, other in enumerate(users)
            if other.teams & one.leads
            or (other.teams and all(self.world.services[service] == "shared" for service in other.teams))
        }

    def shares_sent(self, user: int) -> set[int]:
        return {
            number
            for number, share in enumerate(self.world.shares)
            if self.may_know_of(user, self.cards[share.card], share.sender)
        }

    def emergencies(self, user: int) -> set[int]:
        is_auditor = self.world.users[user].network_role == "auditor"
        return {number for number, one in enumerate(self.world.emergencies) if is_auditor or one.user == user}

    def overseen(self, user: int) -> set[int]:
        """Services whose work, without people, the user reads."""
        one: User = self.world.users[user]
        return set(range(len(self.world.services))) if one.coordinates else set(one.teams)

    def whole_notes(self, user: int) -> Pairs:
        """What was written about a person, for those of the team who may know of the person there."""
        return self.own_work(user, "met")
