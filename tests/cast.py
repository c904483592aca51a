# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The cast: known people in known teams, so that a test can say exactly who sees what.

| who | where |
| --- | --- |
| operator, colleague | team of the job desk of ALA Milano (shared) |
| coordinator | coordinates that desk, and is in its team |
| mediator | team of ALA Milano's mediation service (shared) |
| social_worker | team of ALA Milano's psychology service (reserved) |
| protected | team of ALA Milano's trans desk (protected) |
| org_coordinator | coordinates ALA Milano as a whole: sees its work, no people |
| stranger | team of the desks for foreigners of ASSEMI, another organisation (shared) |
| network_manager, auditor, administrator | over the network; see no people |
"""

from dataclasses import dataclass
from functools import cache

from django.contrib.auth.hashers import make_password

from ponte.accounts.models import User
from ponte.network.models import Area, Membership, Organisation, Partnership, Project, Service

PASSWORD = "ponte-di-prova-2021"


@cache
def hashed_password() -> str:
    """Made once: hashing is slow on purpose."""
    return make_password(PASSWORD)


@dataclass(frozen=True, slots=True)
class Cast:
    operator: User
    colleague: User
    coordinator: User
    mediator: User
    social_worker: User
    protected: User
    org_coordinator: User
    stranger: User
    network_manager: User
    auditor: User
    administrator: User

    ala: Organisation
    assemi: Organisation
    city: Organisation
    job_desk: Service
    mediation: Service
    psychology: Service
    trans_desk: Service
    foreign_desk: Service
    family_work: Project
    lab_impact: Project
    milano: Area
    rozzano: Area

    @property
    def users(self) -> dict[str, User]:
        return {name: value for name in self.__slots__ if isinstance(value := getattr(self, name), User)}

    @property
    def services(self) -> tuple[Service, ...]:
        return (self.job_desk, self.mediation, self.psychology, self.trans_desk, self.foreign_desk)


NAMES = {
    "operator": "Olga Prati",
    "colleague": "Carlo Ferri",
    "coordinator": "Cora Monti",
    "mediator": "Mei Lin Zhou",
    "social_worker": "Sara Galli",
    "protected": "Petra Neri",
    "org_coordinator": "Orsola Riva",
    "stranger": "Sandro Valli",
    "network_manager": "Nadia Rete",
    "auditor": "Dario Garante",
    "administrator": "Ada Macchi",
}


def assemble() -> Cast:
    """Create the cast in the current transaction, as the web role may."""
    users = {
        name: User(email=f"{name.replace('_', '.')}@ponte.example", name=full_name, password=hashed_password())
        for name, full_name in NAMES.items()
    }
    User.objects.bulk_create(users.values())
    areas = {area.slug: area for area in Area.objects.filter(slug__in=["milano", "rozzano"])}
    ala, assemi, city = Organisation.objects.bulk_create(
        [
            Organisation(slug="ala-milano", name="ALA Milano", kind=Organisation.Kind.ASSOCIATION),
            Organisation(slug="assemi", name="Azienda Sociale Sud Est Milano", kind=Organisation.Kind.DISTRICT),
            Organisation(slug="comune-di-milano", name="Comune di Milano", kind=Organisation.Kind.MUNICIPALITY),
        ]
    )
    job_desk, mediation, psychology, trans_desk, foreign_desk = Service.objects.bulk_create(
        [
            _service("sportello-lavoro", "Sportello Lavoro", Service.Kind.JOB_DESK, ala),
            _service("mediazione-culturale", "Mediazione culturale", Service.Kind.MEDIATION, ala),
            _service("consulenza-psicologica", "Consulenza psicologica", Service.Kind.PSYCHOLOGY, ala, "reserved"),
            _service("sportello-trans", "Sportello Trans", Service.Kind.ANTIDISCRIMINATION, ala, "protected"),
            _service("sportelli-stranieri-sud-est", "Sportelli per stranieri", Service.Kind.INFORMATION_DESK, assemi),
        ]
    )
    family_work, lab_impact = Project.objects.bulk_create(
        [
            Project(slug="ricetta-family-work-km-zero", name="Ricetta Family Work Km Zero", lead=ala),
            Project(slug="lab-impact-sud-est-milano", name="FAMI Lab'Impact", lead=assemi),
        ]
    )
    role = Partnership.Role
    Partnership.objects.bulk_create(
        [Partnership(service=service, organisation=ala, role=role.PROVIDER) for service in
         (job_desk, mediation, psychology, trans_desk)]
        + [
            Partnership(service=foreign_desk, organisation=assemi, role=role.PROVIDER),
            Partnership(project=family_work, organisation=ala, role=role.LEAD),
            Partnership(project=lab_impact, organisation=assemi, role=role.LEAD),
            Partnership(service=job_desk, organisation=city, role=role.FUNDER),
        ]
    )  # fmt: skip
    in_team = {
        "operator": (Membership.Role.OPERATOR, job_desk),
        "colleague": (Membership.Role.OPERATOR, job_desk),
        "coordinator": (Membership.Role.COORDINATOR, job_desk),
        "mediator": (Membership.Role.MEDIATOR, mediation),
        "social_worker": (Membership.Role.SOCIAL_WORKER, psychology),
        "protected": (Membership.Role.OPERATOR, trans_desk),
        "stranger": (Membership.Role.OPERATOR, foreign_desk),
    }
    Membership.objects.bulk_create(
        [Membership(user=users[name], role=role, service=service) for name, (role, service) in in_team.items()]
        + [Membership(user=users["org_coordinator"], role=Membership.Role.COORDINATOR, organisation=ala)]
        + [Membership(user=users[role], role=role) for role in Membership.NETWORK_ROLES]
    )
    return Cast(
        **users,
        ala=ala,
        assemi=assemi,
        city=city,
        job_desk=job_desk,
        mediation=mediation,
        psychology=psychology,
        trans_desk=trans_desk,
        foreign_desk=foreign_desk,
        family_work=family_work,
        lab_impact=lab_impact,
        milano=areas["milano"],
        rozzano=areas["rozzano"],
    )


def _service(
    slug: str, name: str, kind: Service.Kind, provider: Organisation, confidentiality: str = "shared"
) -> Service:
    return Service(slug=slug, name=name, kind=kind, provider=provider, confidentiality=confidentiality)
