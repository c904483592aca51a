# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Fictional users, at least one for each role, whose sign-ins the demo prints."""

from dataclasses import dataclass
from functools import lru_cache

from django.contrib.auth.hashers import check_password, make_password

from ponte.accounts.models import User
from ponte.network.models import Membership, Organisation, Service

PASSWORD = "ponte-di-prova-2021"  # noqa: S105 - it is printed for everyone who starts the example
DOMAIN = "ponte.example"

Role = Membership.Role


@dataclass(frozen=True, slots=True)
class Example:
    """One example user: sign-in, name, role, and the slugs of the services or of the organisation it is held in."""

    account: str
    name: str
    role: Membership.Role
    services: tuple[str, ...] = ()
    organisation: str = ""

    @property
    def email(self) -> str:
        return f"{self.account}@{DOMAIN}"


EXAMPLES = (
    Example(
        "operatrice",
        "Giulia Ferrante",
        Role.OPERATOR,
        ("sportello-lavoro", "ricerca-offerta-lavoro", "bollettino-offerte-lavoro"),
    ),
    Example("sportello.trans", "Alex Conti", Role.OPERATOR, ("sportello-trans",)),
    Example("scuole", "Irene Bassi", Role.OPERATOR, ("orientamento-scolastico", "psicologia-scolastica")),
    Example("psicologo", "Davide Serra", Role.OPERATOR, ("consulenza-psicologica",)),
    Example("mediatrice", "Lin Hu", Role.MEDIATOR, ("mediazione-culturale",)),
    Example("sportello.assemi", "Paola Vitali", Role.OPERATOR, ("sportelli-stranieri-sud-est",)),
    Example("assistente.sociale", "Marta Colombo", Role.SOCIAL_WORKER, ("segretariato-itinerante",)),
    Example(
        "sportello.integrazione",
        "Youssef El Amrani",
        Role.OPERATOR,
        ("spazio-immigrazione-garbagnate", "sportello-stranieri-cinisello-bresso"),
    ),
    Example("ricongiungimenti", "Rosa Quispe", Role.OPERATOR, ("ricongiungimenti-wemi",)),
    Example("coordinatrice.lavoro", "Elena Marchi", Role.COORDINATOR, ("sportello-lavoro",)),
    Example("coordinatrice.mediazione", "Silvia Rota", Role.COORDINATOR, ("mediazione-culturale",)),
    Example("coordinatrice", "Chiara Lombardi", Role.COORDINATOR, organisation="ala-milano"),
    Example("coordinatore.assemi", "Franco Negri", Role.COORDINATOR, organisation="assemi"),
    Example("coordinatrice.integrazione", "Anna Pozzi", Role.COORDINATOR, organisation="progetto-integrazione"),
    Example("rete", "Marco Villa", Role.NETWORK_MANAGER),
    Example("dpo", "Laura Gentile", Role.AUDITOR),
    Example("amministratore", "Paolo Sala", Role.ADMINISTRATOR),
)


def load(password: str) -> None:
    """Create or update the example users, all with this password, and their memberships."""
    hashed = make_password(password)
    services = {service.slug: service for service in Service.objects.all()}
    organisations = {organisation.slug: organisation for organisation in Organisation.objects.all()}
    for example in EXAMPLES:
        user, _ = User.objects.update_or_create(
            email=example.email, defaults={"name": example.name, "password": hashed}
        )
        user.memberships.all().delete()
        Membership.objects.bulk_create(
            Membership(user=user, role=example.role, service=service, organisation=organisation)
            for service, organisation in _places(example, services, organisations)
        )


def _places(
    example: Example, services: dict[str, Service], organisations: dict[str, Organisation]
) -> list[tuple[Service | None, Organisation | None]]:
    if example.services:
        return [(services[slug], None) for slug in example.services]
    return [(None, organisations[example.organisation] if example.organisation else None)]


def sign_ins(password: str) -> list[tuple[str, str, str, str]]:
    """What to show to whoever tries the example: role, where, e-mail and password."""
    return [
        (
            str(example.role.label),
            ", ".join(example.services) or example.organisation or "rete",
            example.email,
            password,
        )
        for example in EXAMPLES
    ]


def well_known() -> list[tuple[Example, str]]:
    """The example users that are there, with the password that opens them: for whoever signs in to try Ponte.

    None where the example was loaded under a password of its own.
    """
    hashes = dict(User.objects.filter(email__endswith=f"@{DOMAIN}", is_active=True).values_list("email", "password"))
    here = [example for example in EXAMPLES if example.email in hashes]
    if not here or not _opens(hashes[here[0].email]):
        return []
    return [(example, PASSWORD) for example in here]


@lru_cache(maxsize=4)
def _opens(hashed: str) -> bool:
    return check_password(PASSWORD, hashed)
