# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the network has, in the form in which the generator draws from it."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from ponte.demo.generated.profiles import Profile, profile_of
from ponte.network.models import Area, Membership, Service

ITALIAN_GIVEN = (
    "Giulia",
    "Marta",
    "Chiara",
    "Paola",
    "Silvia",
    "Francesca",
    "Elena",
    "Laura",
    "Luca",
    "Marco",
    "Andrea",
    "Stefano",
    "Davide",
    "Paolo",
    "Fatima",
    "Amina",
    "Olena",
    "Ana",
    "Rosa",
    "Li",
    "Omar",
    "Karim",
    "Ionela",
)
ITALIAN_FAMILY = (
    "Brambilla",
    "Colombo",
    "Fumagalli",
    "Galli",
    "Locatelli",
    "Mariani",
    "Pagani",
    "Rota",
    "Sala",
    "Villa",
    "Zanetti",
    "Vitali",
    "Benali",
    "Haddad",
    "Kovalenko",
    "Flores",
    "Quispe",
    "Hu",
    "Popescu",
    "Diallo",
)


@dataclass(frozen=True, slots=True)
class Desk:
    """A service with its profile, its place in the territory and the people who work in it."""

    service_id: int
    organisation_id: int
    organisation_slug: str
    profile: Profile
    project_ids: tuple[int, ...]
    area_ids: tuple[int, ...]
    staff: tuple[str, ...]
    referents: tuple[int, ...]


def desks(rng: random.Random) -> Sequence[Desk]:
    """Every service of the installation but the bulletin, which has subscribers and no visitors."""
    municipalities = set(Area.objects.filter(kind=Area.Kind.MUNICIPALITY).values_list("pk", flat=True))
    milan = Area.objects.filter(kind=Area.Kind.MUNICIPALITY, name="Milano").values_list("pk", flat=True)
    services = (
        Service.objects.exclude(kind=Service.Kind.BULLETIN)
        .select_related("provider")
        .prefetch_related("projects", "areas", "areas__member_municipalities")
        .order_by("pk")
    )
    team: dict[int, list[int]] = {}
    for service_id, user_id in Membership.objects.filter(service__isnull=False).values_list("service_id", "user_id"):
        team.setdefault(service_id, []).append(user_id)
    found = []
    for service in services:
        areas = [
            place.pk
            for area in service.areas.all()
            for place in (area, *area.member_municipalities.all())
            if place.pk in municipalities
        ]
        profile = profile_of(service.kind)
        staff = {
            f"{rng.choice(ITALIAN_GIVEN)} {rng.choice(ITALIAN_FAMILY)}" for _ in range(3 + round(profile.size * 1.5))
        }
        found.append(
            Desk(
                service_id=service.pk,
                organisation_id=service.provider_id,
                organisation_slug=service.provider.slug,
                profile=profile,
                project_ids=tuple(project.pk for project in service.projects.all()),
                area_ids=tuple(areas) or tuple(milan),
                staff=tuple(sorted(staff)),
                referents=tuple(team.get(service.pk, ())),
            )
        )
    return found


class Weights:
    """Draws values by weight, quickly: the running sums are made once."""

    def __init__(self, values: Sequence[str], weights: Sequence[float], rng: random.Random) -> None:
        self._values = values
        self._sums = list(accumulate(weights))
        self._rng = rng

    def draw(self) -> str:
        return self._rng.choices(self._values, cum_weights=self._sums)[0]
