# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Writing a world into the database, as the installation's own processes may."""

import datetime as dt
from dataclasses import dataclass
from functools import cached_property

from django.utils import timezone

from ponte.accounts.models import User
from ponte.network.models import Membership, Organisation, Service
from ponte.people.access.models import EmergencyAccess, EmergencyCard, Protection, Share
from ponte.people.actions import index_names
from ponte.people.candidates.keeping import index_cards
from ponte.people.models import (
    Acquaintance,
    Card,
    CardContact,
    CardIdentifier,
    CardName,
    Enrolment,
    EnrolmentEvent,
    Household,
    Person,
    PresenceNotice,
)
from ponte.register.models import Intervention, InterventionNote, Participation
from tests.people.access.everyone.papers import Papers, build_papers
from tests.people.access.everyone.world import World
from tests.support import system_role

# Names as unlike each other as there are, so that who is found is who was looked for.
NAMES = (
    ("Bartolomeo", "Vinciguerra", 1951), ("Xhulieta", "Qosja", 1962), ("Oyelaran", "Adebowale", 1973),
    ("Fatoumata", "Diabate", 1984), ("Grzegorz", "Szczepański", 1995), ("Huangfu", "Ruolan", 1990),
    ("Tikhomir", "Yanchev", 1947), ("Nayeli", "Cuauhtemoc", 2001),
)  # fmt: skip
DAY = dt.date(2026, 3, 2)


@dataclass(frozen=True)
class Built:
    users: list[User]
    services: list[Service]
    cards: list[Card]
    shares: list[Share]
    emergencies: list[EmergencyAccess]
    papers: Papers
    person_number: dict[int, int]

    @cached_property
    def card_number(self) -> dict[int, int]:
        return {card.pk: number for number, card in enumerate(self.cards)}

    @cached_property
    def user_number(self) -> dict[int, int]:
        return {user.pk: number for number, user in enumerate(self.users)}

    @cached_property
    def service_number(self) -> dict[int, int]:
        return {service.pk: number for number, service in enumerate(self.services)}


def build(world: World) -> Built:
    with system_role():
        users = User.objects.bulk_create(
            User(email=f"u{number}@example.org", name=f"U {number}", password="!")
            for number in range(len(world.users))
        )
        organisation = Organisation.objects.create(slug="ente", name="Ente", kind=Organisation.Kind.ASSOCIATION)
        services = Service.objects.bulk_create(
            Service(slug=f"s-{number}", name=f"Servizio {number}", provider=organisation, confidentiality=kind)
            for number, kind in enumerate(world.services)
        )
        _memberships(world, users, services, organisation)
        cards = _cards(world, users, services)
        shares = _shares(world, users, services, cards)
        emergencies = _emergencies(world, users, cards, services)
        papers = build_papers(world, users, services, cards)
        for card in cards:
            card.refresh_from_db(fields=["person"])
        persons = {card.person_id: person for card, person in zip(cards, world.persons(), strict=True)}
        return Built(users, services, cards, shares, emergencies, papers, persons)


def _memberships(world: World, users: list[User], services: list[Service], organisation: Organisation) -> None:
    role = Membership.Role
    Membership.objects.bulk_create(
        [
            *(
                Membership(
                    user=users[number],
                    role=role.COORDINATOR if service in user.leads else role.OPERATOR,
                    service=services[service],
                )
                for number, user in enumerate(world.users)
                for service in sorted(user.teams)
            ),
            *(
                Membership(user=users[number], role=role.COORDINATOR, organisation=organisation)
                for number, user in enumerate(world.users)
                if user.coordinates
            ),
            *(
                Membership(user=users[number], role=user.network_role)
                for number, user in enumerate(world.users)
                if user.network_role
            ),
        ]
    )


def _cards(world: World, users: list[User], services: list[Service]) -> list[Card]:
    persons = Person.objects.bulk_create(Person() for _ in world.cards)
    # One without anybody in it tells nothing, and everybody may see it.
    homes = {card.household for card in world.cards} - {None}
    households = {home: Household.objects.create() for home in homes}
    cards = Card.objects.bulk_create(
        Card(
            given_name=given, family_name=family, birth_year=year, person=persons[number],
            registered_by=services[card.registered_by], phone=f"+39333000{number:04}",
            household=households.get(card.household),
        )
        for number, (card, (given, family, year)) in enumerate(zip(world.cards, NAMES, strict=False))
    )  # fmt: skip
    Acquaintance.objects.bulk_create(
        Acquaintance(
            card=cards[number], service=services[service],
            guarded_for=sorted(users[user].pk for user in card.kept[service]) if service in card.kept else None,
        )
        for number, card in enumerate(world.cards)
        for service in sorted(card.known_by)
    )  # fmt: skip
    Protection.objects.bulk_create(
        Protection(
            card=cards[number], service=services[service], kept_for=sorted(users[user].pk for user in kept),
            reason="x", by=users[0],
        )
        for number, card in enumerate(world.cards)
        for service, kept in card.kept.items()
    )  # fmt: skip
    CardName.objects.bulk_create(CardName(card=card, kind="nickname", name=f"Nomignolo {card.pk}") for card in cards)
    CardContact.objects.bulk_create(CardContact(card=card, kind="other", value="presso una zia") for card in cards)
    CardIdentifier.objects.bulk_create(
        CardIdentifier(card=card, kind="passport", value=f"ZZ{card.pk:07}", country="MA") for card in cards
    )
    for card in cards:
        index_names(card)
    index_cards([card.pk for card in cards])
    for number, card in enumerate(world.cards):
        for service in sorted(card.enrolled):
            enrolment = Enrolment.objects.create(card=cards[number], service=services[service], opened_on=DAY)
            EnrolmentEvent.objects.create(enrolment=enrolment, kind="opened", on=DAY)
        for service in sorted(card.met):
            work = Intervention.objects.create(
                service=services[service],
                organisation=services[service].provider,
                kind="interview",
                date=DAY,
                minutes=30,
            )
            Participation.objects.create(intervention=work, card=cards[number])
            InterventionNote.objects.create(intervention=work, text=f"nota {number}/{service}")
        for service in sorted(card.known_by):
            PresenceNotice.objects.create(card=cards[number], service=services[service], met_by=services[0], on=DAY)
    return cards


def _shares(world: World, users: list[User], services: list[Service], cards: list[Card]) -> list[Share]:
    now = timezone.now()
    made = [
        Share(
            card=cards[share.card], sender=services[share.sender], receiver=services[share.receiver],
            names_sender=share.names_sender, opens=["card", *sorted(share.opens)], purpose="x", basis="agreement",
            basis_text="x", agreed_on=DAY, shared_by=users[0], shared_at=now - dt.timedelta(days=3),
            until=now + dt.timedelta(days=1 if share.in_force or number % 2 else -1),
            ended_at=now if not share.in_force and number % 2 else None,
        )
        for number, share in enumerate(world.shares)
    ]  # fmt: skip
    return [(share.save(force_insert=True), share)[1] for share in made]


def _emergencies(
    world: World, users: list[User], cards: list[Card], services: list[Service]
) -> list[EmergencyAccess]:
    now = timezone.now()
    made = []
    for number, one in enumerate(world.emergencies):
        access = EmergencyAccess.objects.create(
            user=users[one.user], service=services[0], reason="x", started_at=now - dt.timedelta(hours=2),
            until=now + dt.timedelta(hours=1 if one.in_force or number % 2 else -1),
            ended_at=now if not one.in_force and number % 2 else None,
        )  # fmt: skip
        EmergencyCard.objects.create(access=access, card=cards[one.card])
        made.append(access)
    return made
