# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Two sheets to write on: people, and the register of work."""

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from ponte.demo import names

Row = dict[str, str]

PEOPLE_COLUMNS = (
    "ref",
    "given_name",
    "family_name",
    "native_name",
    "chosen_name",
    "sex",
    "birth_date",
    "citizenship",
    "languages",
    "municipality",
    "phone",
    "education",
    "employment",
    "household",
    "household_role",
)


class Sheets:
    """Collects rows in the shape of the sheets that `ponte import` reads (see the command-line contract)."""

    def __init__(self, *, organisation: str, seed: int) -> None:
        self.organisation = organisation
        self.rng = random.Random(seed)
        self.people: list[Row] = []
        self.register: list[Row] = []
        self._last = 0

    def person(
        self,
        prefix: str,
        *,
        citizenship: str,
        sex: str = "",
        born: tuple[int, int] | date = (1960, 2002),
        municipality: str = "Milano",
        **columns: str,
    ) -> str:
        """Add a fictional person and return their ref. `born` is a range of years or a day."""
        sex = sex or self.rng.choice("FM")
        name = names.make_name(self.rng, citizenship, "F" if sex == "X" else sex)
        birth = born if isinstance(born, date) else self.some_day(date(born[0], 1, 1), date(born[1], 12, 31))
        ref = f"{prefix}-{len(self.people) + 1:04}"
        spoken = names.languages_of(citizenship)
        self.people.append(
            {
                "ref": ref,
                "given_name": name.given,
                "family_name": name.family,
                "native_name": name.native,
                "sex": sex,
                "birth_date": self._as_told(birth) if not isinstance(born, date) else birth.isoformat(),
                "citizenship": citizenship,
                "languages": ";".join(spoken[:2]),
                "municipality": municipality,
                "phone": f"+39 3{self.rng.randrange(20, 99)} 555 {self.rng.randrange(1000, 9999)}",
                **columns,
            }
        )
        return ref

    def intervention(
        self, service: str, kind: str, on: date, rows: Sequence[Row], *, minutes: int | None = None, **common: str
    ) -> None:
        """Add one intervention with a row for each participation; `common` goes into every row."""
        self._last += 1
        shared = {
            "intervention": f"{on.year}-{self._last:05}",
            "organisation": self.organisation,
            "service": service,
            "kind": kind,
            "date": on.isoformat(),
            "minutes": str(minutes) if minutes else "",
            **common,
        }
        self.register.extend({**shared, **row} for row in rows or [{}])

    def chosen_name(self, citizenship: str, sex: str) -> str:
        """A given name that the person chose, often not the one that their papers' sex suggests."""
        return names.make_chosen_name(self.rng, citizenship, {"F": "M", "M": "F"}.get(sex, "F"))

    def some_day(self, first: date, last: date) -> date:
        return first + timedelta(days=self.rng.randrange((last - first).days + 1))

    def working_day(self, first: date, last: date) -> date:
        """A day from Monday to Friday on which desks and schools are open: not in August."""
        while True:
            day = self.some_day(first, last)
            if day.weekday() < 5 and day.month != 8:
                return day

    def split(self, total: int, parts: int) -> list[int]:
        """Cut `total` into `parts` positive whole numbers of similar size."""
        cuts = [total // parts] * parts
        for position in self.rng.sample(range(parts), total % parts):
            cuts[position] += 1
        for _ in range(parts):
            give, take = self.rng.randrange(parts), self.rng.randrange(parts)
            if give != take and cuts[give] > total // parts - 2 and cuts[give] > 1:
                cuts[give] -= 1
                cuts[take] += 1
        return cuts

    def visits(self, people: Sequence[str], total: int) -> Iterator[str]:
        """Each of `people` at least once, `total` visits in all, in no order."""
        visits = [*people, *self.rng.choices(people, k=total - len(people))]
        self.rng.shuffle(visits)
        yield from visits

    def _as_told(self, birth: date) -> str:
        """Most people tell the day; some only the month or the year."""
        told = self.rng.random()
        if told < 0.90:
            return birth.isoformat()
        return birth.strftime("%Y-%m") if told < 0.94 else str(birth.year)
