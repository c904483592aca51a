# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Fictional work, day by day: contacts of one person, and group sessions with people and headcounts."""

import random
from array import array
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from ponte.demo.generated.people import Population
from ponte.demo.generated.places import Desk, Weights
from ponte.demo.published import ORGANISATION as PUBLISHED
from ponte.platform.database.filling import TableWriter, next_ids
from ponte.register.models import StaffMember

INTERVENTION_COLUMNS = (
    "id",
    "service_id",
    "organisation_id",
    "kind",
    "date",
    "minutes",
    "setting",
    "place",
    "area_id",
    "languages",
    "group",
    "partner",
    "output",
    "import_source",
    "import_ref",
    "version",
    "void_reason",
    "created_at",
)
PARTICIPATION_COLUMNS = (
    "intervention_id",
    "position",
    "card_id",
    "code",
    "headcount",
    "role",
    "first_contact",
    "referred_to",
    "group",
    "partner",
    "output",
    "test",
    "result",
)
DESTINATIONS = ("Centro per l'impiego", "Consultorio familiare", "CAF", "Questura", "ASST", "CPIA", "Patronato")
# The days of ALA Milano's published report, school year included.
PUBLISHED_DAYS = (date(2021, 1, 1).toordinal(), date(2022, 8, 31).toordinal())
SESSION_PEOPLE = (0, 9)


@dataclass(slots=True)
class Register:
    """The writers of the register's tables, which are filled together."""

    interventions: TableWriter
    participations: TableWriter
    staff: TableWriter
    shares: TableWriter
    next_id: int

    @property
    def participations_written(self) -> int:
        return self.participations.written


def generate(
    population: Population, participations: int, *, today: date, rng: random.Random, progress: Callable[[int], None]
) -> None:
    """Write about `participations` rows of work with the people of `population`, up to `today`, in order of days."""
    first = min(population.start, default=today.toordinal())
    days = today.toordinal() - first + 1
    contacts = _plan_contacts(population, round(participations * 0.62), first, days, rng)
    sessions = participations - sum(map(len, contacts))
    staff_ids = _staff(population.desks)
    people_in_session = (SESSION_PEOPLE[0] + SESSION_PEOPLE[1]) / 2 + 1
    weight = sum(desk.profile.sessions for desk in population.desks) or 1
    per_day = sessions / people_in_session / days / weight
    register = Register(
        interventions=TableWriter("register_intervention", INTERVENTION_COLUMNS),
        participations=TableWriter("register_participation", PARTICIPATION_COLUMNS),
        staff=TableWriter("register_intervention_staff", ("intervention_id", "staffmember_id")),
        shares=TableWriter("register_projectshare", ("intervention_id", "project_id", "share")),
        next_id=next_ids("register_intervention", participations + 1),
    )
    desks = [_Desk(desk, ids, rng) for desk, ids in zip(population.desks, staff_ids, strict=True)]
    written = 0
    with register.interventions, register.participations, register.staff, register.shares:
        for offset in range(days):
            day = first + offset
            on = date.fromordinal(day)
            weekend = on.weekday() == 6
            text = on.isoformat()
            closed = PUBLISHED_DAYS[0] <= day <= PUBLISHED_DAYS[1]
            for entry in contacts[offset]:
                position, number = divmod(entry, 256)
                desk = desks[number]
                if closed and desk.is_published:
                    continue
                desk.contact(register, text, population.first_card + position, population.language[position])
                written += 1
            if weekend:
                continue
            for desk in desks:
                if desk.sessions and not (closed and desk.is_published):
                    expected = per_day * desk.sessions
                    for _ in range(int(expected) + (rng.random() < expected % 1)):
                        written += desk.session(register, text)
            progress(written)


class _Desk:
    """One service at work: draws what happens, and remembers whom it met lately for its sessions."""

    def __init__(self, desk: Desk, staff_ids: Sequence[int], rng: random.Random) -> None:
        profile = desk.profile
        self._desk = desk
        self._staff = staff_ids
        self._rng = rng
        self._kinds = Weights(*profile.kinds, rng)
        self._settings = Weights(*profile.settings, rng)
        self._met: deque[int] = deque(maxlen=60)
        self._known: set[int] = set()
        self.sessions = profile.sessions
        self.is_published = desk.organisation_slug == PUBLISHED

    def contact(self, register: Register, day: str, card: int, language: str) -> None:
        rng, profile = self._rng, self._desk.profile
        kind = self._kinds.draw()
        mediated = kind in {"mediation", "translation"} or rng.random() < profile.mediated
        self._intervention(
            register,
            day,
            kind,
            rng.choice(profile.minutes),
            self._settings.draw(),
            language if mediated else "ita",
            "",
        )
        first = "f" if card in self._known else "t"
        self._known.add(card)
        self._met.append(card)
        referred_to = rng.choice(DESTINATIONS) if kind == "referral" else ""
        register.participations.write(
            (register.next_id, 0, card, "", None, profile.role, first, referred_to, "", "", "", "", "")
        )
        register.next_id += 1

    def session(self, register: Register, day: str) -> int:
        """Write a session; returns how many participations it has."""
        rng, profile = self._rng, self._desk.profile
        group = rng.choice(profile.groups) if profile.groups else ""
        self._intervention(
            register, day, profile.session_kind, rng.choice((60, 90, 120)), profile.settings[0][0], "ita", group
        )
        present = rng.sample(self._met, min(len(self._met), rng.randint(*SESSION_PEOPLE)))
        rows = 0
        for card in dict.fromkeys(present):
            register.participations.write(
                (register.next_id, rows, card, "", None, profile.session_role, None, "", "", "", "", "", "")
            )
            rows += 1
        headcount = rng.randint(*profile.headcount)
        if headcount or not rows:
            register.participations.write(
                (
                    register.next_id,
                    rows,
                    None,
                    "",
                    max(1, headcount),
                    profile.session_role,
                    None,
                    "",
                    "",
                    "",
                    "",
                    "",
                    "",
                )
            )
            rows += 1
        register.next_id += 1
        return rows

    def _intervention(
        self, register: Register, day: str, kind: str, minutes: int, setting: str, language: str, group: str
    ) -> None:
        rng, desk = self._rng, self._desk
        number = register.next_id
        register.interventions.write(
            (
                number,
                desk.service_id,
                desk.organisation_id,
                kind,
                day,
                minutes,
                setting,
                "",
                rng.choice(desk.area_ids),
                "{" + language + "}",
                group,
                "",
                "",
                "",
                "",
                1,
                "",
                day,
            )
        )
        register.staff.write((number, rng.choice(self._staff)))
        if desk.project_ids and rng.random() < 0.8:
            register.shares.write((number, rng.choice(desk.project_ids), "1.000"))


def _plan_contacts(
    population: Population, total: int, first: int, days: int, rng: random.Random
) -> list["array[int]"]:
    """For each day, who comes where: position in the population × 256 + number of the desk.

    Visits follow a person's first day at growing distances; some people come once, some for years.
    """
    plan = [array("Q") for _ in range(days)]
    count = len(population.start)
    if not count:
        return plan
    mean = max(0.0, total / count - 1)
    for position in range(count):
        offset = population.start[position] - first
        home, second = population.home[position], population.second[position]
        plan[offset].append(position * 256 + home)
        visits = int(rng.expovariate(1 / mean)) if mean else 0
        gap = rng.choice((7, 14, 30, 60))
        for _ in range(visits):
            offset += 1 + int(rng.random() * 2 * gap)
            if offset >= days:
                break
            desk = second if second >= 0 and rng.random() < 0.35 else home
            plan[offset].append(position * 256 + desk)
    return plan


def _staff(desks: Sequence[Desk]) -> list[list[int]]:
    """Make the staff of every desk's organisation, once per name, and return the ids desk by desk."""
    wanted = {(desk.organisation_id, name) for desk in desks for name in desk.staff}
    StaffMember.objects.bulk_create(
        [StaffMember(organisation_id=organisation, name=name) for organisation, name in sorted(wanted)],
        ignore_conflicts=True,
    )
    ids = {(row.organisation_id, row.name): row.pk for row in StaffMember.objects.all()}
    return [[ids[desk.organisation_id, name] for name in desk.staff] for desk in desks]
