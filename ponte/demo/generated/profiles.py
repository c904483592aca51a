# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""How each kind of service works: what it does, where, with whom, and how long it takes."""

from dataclasses import dataclass, field

from ponte.network.models import Service

Weighted = tuple[tuple[str, ...], tuple[float, ...]]


@dataclass(frozen=True, slots=True)
class Profile:
    """The everyday work of a service.

    `size` weighs how many of the network's people come here, `enrolled` how many of those are taken on, and
    `sessions` how many group sessions a week it holds, with `headcount` unnamed people in each.
    """

    size: float
    kinds: Weighted
    settings: Weighted
    minutes: tuple[int, ...] = (15, 20, 30, 45, 60)
    role: str = "client"
    enrolled: float = 0.5
    sessions: float = 0.0
    session_kind: str = "workshop"
    session_role: str = "student"
    headcount: tuple[int, int] = (8, 24)
    ages: tuple[int, int] = (18, 68)
    mediated: float = 0.1
    groups: tuple[str, ...] = field(default=())


DESK = Profile(
    size=6,
    kinds=(("information", "interview", "phone_call", "referral"), (50, 25, 17, 8)),
    settings=(("office", "phone", "online"), (75, 20, 5)),
    enrolled=0.25,
)
SCHOOL = Profile(
    size=4,
    kinds=(("mediation", "interview", "translation"), (60, 30, 10)),
    settings=(("school", "online"), (92, 8)),
    minutes=(45, 60, 90, 120),
    role="student",
    enrolled=0.7,
    sessions=3,
    session_kind="course_session",
    session_role="student",
    headcount=(6, 22),
    ages=(6, 16),
    mediated=0.8,
    groups=("Italiano L2 base", "Italiano L2 intermedio", "Studio assistito", "Prima accoglienza"),
)
MEDIATION = Profile(
    size=4,
    kinds=(("mediation", "translation", "interview", "phone_call"), (70, 10, 10, 10)),
    settings=(("office", "home", "hospital", "online", "phone"), (55, 15, 10, 12, 8)),
    minutes=(45, 60, 90, 120),
    enrolled=0.45,
    mediated=0.95,
)
CARE = Profile(
    size=1.5,
    kinds=(("interview", "phone_call", "referral"), (78, 12, 10)),
    settings=(("office", "online", "phone"), (70, 22, 8)),
    minutes=(45, 50, 60),
    enrolled=0.9,
    sessions=0.5,
    session_kind="group_session",
    session_role="client",
    headcount=(0, 3),
    mediated=0.15,
    groups=("Gruppo di parola", "Mutuo aiuto"),
)
WORK = Profile(
    size=3,
    kinds=(("interview", "information", "phone_call", "referral", "placement"), (50, 22, 15, 8, 5)),
    settings=(("office", "online", "phone"), (70, 20, 10)),
    minutes=(30, 45, 60),
    enrolled=0.75,
    sessions=1,
    session_kind="workshop",
    session_role="client",
    headcount=(0, 6),
    ages=(18, 62),
    groups=("Ricerca attiva del lavoro", "Curriculum", "Colloquio di selezione"),
)
GROUPS = Profile(
    size=2,
    kinds=(("interview", "information"), (60, 40)),
    settings=(("office", "other"), (70, 30)),
    enrolled=0.4,
    sessions=2,
    session_kind="workshop",
    session_role="citizen",
    headcount=(5, 25),
    ages=(14, 65),
    groups=("Cucito creativo", "Conversazione in italiano", "Doposcuola", "Educazione finanziaria"),
)
HELPLINE = Profile(
    size=2,
    kinds=(("phone_call", "information", "referral"), (80, 12, 8)),
    settings=(("phone", "online"), (92, 8)),
    minutes=(5, 10, 15, 20),
    enrolled=0.1,
    mediated=0.6,
)

OF_KIND = {
    Service.Kind.MEDIATION: MEDIATION,
    Service.Kind.TRANSLATION: MEDIATION,
    Service.Kind.INFORMATION_DESK: DESK,
    Service.Kind.SOCIAL_SECRETARIAT: DESK,
    Service.Kind.FAMILY_REUNIFICATION: DESK,
    Service.Kind.SCHOOL_GUIDANCE: SCHOOL,
    Service.Kind.SCHOOL_INTEGRATION: SCHOOL,
    Service.Kind.PSYCHOLOGY: CARE,
    Service.Kind.COUNSELLING: CARE,
    Service.Kind.ANTIDISCRIMINATION: CARE,
    Service.Kind.JOB_DESK: WORK,
    Service.Kind.COMMUNITY_LAB: GROUPS,
    Service.Kind.GROUP_ACTIVITIES: GROUPS,
    Service.Kind.TRAINING: GROUPS,
    Service.Kind.HELPLINE: HELPLINE,
}


def profile_of(kind: str) -> Profile:
    return OF_KIND.get(Service.Kind(kind), DESK)
