# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""A register in plain Python, and its figures counted by loops: what the engine must agree with."""

import itertools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

from ponte.register.measures import Definition

BANDS = (
    (range(6), "0-5"), (range(6, 11), "6-10"), (range(11, 14), "11-13"), (range(14, 18), "14-17"),
    (range(18, 26), "18-25"), (range(26, 36), "26-35"), (range(36, 51), "36-50"), (range(51, 66), "51-65"),
    (range(66, 200), "66+"),
)  # fmt: skip


@dataclass(frozen=True)
class PlainCard:
    number: int
    person: int
    household: int | None = None
    sex: str = ""
    birth: tuple[int, ...] = ()
    citizenships: tuple[str, ...] = ()
    education: str = ""
    employment: str = ""

    def age_on(self, day: date) -> int | None:
        if not self.birth:
            return None
        year, *rest = self.birth
        birthday = (*rest, 15)[:2] if rest else (7, 1)
        age = day.year - year - ((day.month, day.day) < birthday)
        return age if age >= 0 else None


@dataclass(frozen=True)
class Part:
    number: int
    card: PlainCard | None = None
    code: str = ""
    headcount: int | None = None
    role: str = ""
    first_contact: bool | None = None
    referred_to: str = ""
    test: str = ""
    result: str = ""
    group: str = ""
    partner: str = ""
    output: str = ""


@dataclass(frozen=True)
class Work:
    number: int
    service: str
    organisation: str
    date: date
    kind: str
    minutes: int | None = None
    setting: str = ""
    municipality: str | None = None
    languages: tuple[str, ...] = ()
    group: str = ""
    partner: str = ""
    output: str = ""
    staff: tuple[str, ...] = ()
    shares: dict[str, Decimal] = field(default_factory=dict)
    parts: tuple[Part, ...] = ()
    voided: bool = False


NOBODY = Part(number=0)
Line = tuple[Work, Part]
Figure = int | float | None


def values_of(name: str, line: Line) -> set[str]:
    work, part = line
    card = part.card
    quarter = f"{work.date.year}-Q{(work.date.month + 2) // 3}"
    found: Iterable[str | None]
    match name:
        case "month":
            found = [f"{work.date:%Y-%m}"]
        case "quarter":
            found = [quarter]
        case "year":
            found = [f"{work.date:%Y}"]
        case "project":
            found = list(work.shares)
        case "language":
            found = work.languages
        case "staff":
            found = work.staff
        case "service" | "organisation" | "municipality" | "kind" | "setting":
            found = [getattr(work, name)]
        case "role" | "result":
            found = [getattr(part, name)]
        case "group":
            found = [part.group or work.group]
        case "citizenship":
            found = card.citizenships if card else []
        case "sex" | "education" | "employment":
            found = [getattr(card, name)] if card else []
        case "age_band":
            age = card.age_on(work.date) if card else None
            found = [label for ages, label in BANDS if age in ages]
        case "recipient":
            found = ["organisation" if part.partner or work.partner else None, "person" if card else None]
    return {value for value in found if value}


def count(definition: Definition, works: Sequence[Work]) -> tuple[Figure, dict[tuple[str | None, ...], Figure]]:
    """Total and value by keys."""
    where = {name: set(values) for name, values in definition.where.items()}
    if definition.projects:
        where["project"] = where.get("project", set(definition.projects)) & set(definition.projects)
    lines = [
        (work, part)
        for work in works
        if not work.voided
        and (not definition.services or work.service in definition.services)
        and (not definition.organisations or work.organisation in definition.organisations)
        and (definition.since is None or work.date >= definition.since)
        and (definition.until is None or work.date <= definition.until)
        for part in (work.parts or (NOBODY,))
        if all((values_of(name, (work, part)) or {None}) & wanted for name, wanted in where.items())
    ]
    by_keys: dict[tuple[str | None, ...], list[Line]] = {}
    for line in lines:
        choices = []
        for name in definition.by:
            values: set[str | None] = set(values_of(name, line)) or {None}
            choices.append(values & where[name] if name in where else values)
        for keys in itertools.product(*choices):
            by_keys.setdefault(keys, []).append(line)
    total = measure(definition, lines, {}, where)
    if total is None and definition.measure not in {"mean_age", "share"}:
        total = 0
    rows = {
        keys: value
        for keys, some in by_keys.items()
        if definition.by
        and (value := measure(definition, some, dict(zip(definition.by, keys, strict=True)), where)) is not None
    }
    return total, rows


def measure(
    definition: Definition, lines: list[Line], key: dict[str, str | None], where: dict[str, set[str | None]]
) -> Figure:
    """The figure of these lines; None where nothing of them is counted."""
    people = {part.card.person for _, part in lines if part.card}
    match definition.measure:
        case "hours":
            works = {work.number: work for work, _ in lines if work.minutes is not None}
            if not works:
                return None
            return rounded(sum(Fraction(w.minutes or 0) * weight(w, key, where) for w in works.values()) / 60, 2)
        case "interventions":
            return len({work.number for work, _ in lines}) or None
        case "people":
            return len(people) or None
        case "households":
            return len({part.card.household for _, part in lines if part.card and part.card.household}) or None
        case "attendees":
            present = {(work.number, "p", part.card.person): 1 for work, part in lines if part.card}
            present |= {(work.number, "c", part.code): 1 for work, part in lines if part.code}
            present |= {(work.number, "h", part.number): part.headcount for work, part in lines if part.headcount}
            return sum(present.values()) or None
        case "groups":
            return len({part.group or work.group for work, part in lines} - {""}) or None
        case "organisations":
            return len({part.partner or work.partner for work, part in lines} - {""}) or None
        case "outputs":
            return len({part.output or work.output for work, part in lines} - {""}) or None
        case "staff":
            if "staff" in key:
                return 1 if key["staff"] else None
            return len({(work.organisation, name) for work, _ in lines for name in work.staff}) or None
        case "referrals":
            return heads(line for line in lines if line[0].kind == "referral" or line[1].referred_to)
        case "contacts":
            return heads(x for x in lines if x[0].kind == "outing_contact" or x[1].first_contact is not None)
        case "new_contacts":
            return heads(line for line in lines if line[1].first_contact)
        case "tests":
            return heads(line for line in lines if line[1].test)
        case "mean_age":
            ages: dict[int, int] = {}
            for work, part in sorted(lines, key=lambda line: (line[0].date, line[0].number, line[1].number)):
                age = part.card.age_on(work.date) if part.card else None
                if part.card and age is not None:
                    ages.setdefault(part.card.person, age)
            return rounded(Fraction(sum(ages.values()), len(ages)), 2) if ages else None
        case "share":
            assert definition.of
            having = {
                line[1].card.person
                for line in lines
                if line[1].card and definition.value in (values_of(definition.of, line) or {None})
            }
            return rounded(Fraction(len(having), len(people)), 4) if people else None
        case "subscribers":
            issues = [(work, part) for work, part in lines if work.kind == "bulletin_issue"]
            recipients = {("organisation", part.partner or work.partner) for work, part in issues}
            recipients = {recipient for recipient in recipients if recipient[1]}
            recipients |= {("person", str(part.card.person)) for _, part in issues if part.card}
            if "recipient" in key:
                recipients = {recipient for recipient in recipients if recipient[0] == key["recipient"]}
            elif "recipient" in where:
                recipients = {recipient for recipient in recipients if recipient[0] in where["recipient"]}
            return len(recipients) or None
    raise AssertionError(definition.measure)


def weight(work: Work, key: dict[str, str | None], where: dict[str, set[str | None]]) -> Fraction:
    if "project" in key:
        return Fraction(work.shares[key["project"]]) if key["project"] else Fraction(1)
    if "project" not in where:
        return Fraction(1)
    shares = [Fraction(share) for slug, share in work.shares.items() if slug in where["project"]]
    return sum(shares, Fraction(0)) if shares else Fraction(1)


def heads(lines: Iterable[Line]) -> int | None:
    counted = {(work.number, part.number): part.headcount or 1 for work, part in lines}
    return sum(counted.values()) or None


def rounded(value: Fraction, places: int) -> Figure:
    exact = Decimal(value.numerator) / Decimal(value.denominator)
    near = exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return int(near) if near == int(near) else float(near)
