# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What an annual report says, apart from any way of showing it: the one source of page, documents and JSON."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date, datetime
from typing import Any

from ponte.reports.periods import Period

Number = int | float


@dataclass(frozen=True, slots=True)
class Part:
    """One line of a figure's breakdown; a key of None stands for rows in which nothing was said.

    A `value` of None is withheld because it could single out a person; `before` is the year before's.
    """

    key: str | None
    label: str
    value: Number | None
    before: Number | None = None


@dataclass(frozen=True, slots=True)
class Figure:
    """One result. `definition` says, whole, which rows it counts, and `definition_before` which ones a year
    earlier; `facets` are the parts of it that JSON names."""

    key: str
    label: str
    measure: str
    total: Number | None
    sentence: str
    definition: Mapping[str, Any]
    definition_before: Mapping[str, Any] | None = None
    facets: Mapping[str, Any] = field(default_factory=dict)
    by: str | None = None
    by_label: str = ""
    parts: tuple[Part, ...] = ()
    before: Number | None = None
    withheld: bool = False

    @property
    def change(self) -> Number | None:
        if self.total is None or self.before is None:
            return None
        return round(self.total - self.before, 6)

    def as_json(self) -> dict[str, Any]:
        answer: dict[str, Any] = {"label": self.label, "measure": self.measure, **self.facets, "total": self.total}
        if self.by:
            answer["by"] = self.by
            answer["breakdown"] = {part.key: part.value for part in self.parts}
        answer["sentence"] = self.sentence
        answer["previous"] = self.before
        answer["change"] = self.change
        if self.withheld:
            answer["suppressed"] = True
        return answer


@dataclass(frozen=True, slots=True)
class Party:
    """An organisation beside the one that reports: partner, network, commissioner or funder."""

    name: str
    role: str
    note: str = ""

    def __str__(self) -> str:
        return f"{self.name} ({self.note})" if self.note else self.name


@dataclass(frozen=True, slots=True)
class Section:
    """One service or project: who, where and what in its own words, and what was counted in its period."""

    kind: str
    slug: str
    name: str
    period: Period
    type: str = ""
    territory: str = ""
    description: str = ""
    activities: str = ""
    objectives: str = ""
    staff: tuple[str, ...] = ()
    partners: tuple[Party, ...] = ()
    partners_note: str = ""
    funders: tuple[Party, ...] = ()
    funders_note: str = ""
    status: str = ""
    figures: tuple[Figure, ...] = ()

    @property
    def has_results(self) -> bool:
        return bool(self.figures)

    @property
    def is_ongoing(self) -> bool:
        return self.kind == "project" and self.status == "ongoing"

    def as_json(self) -> dict[str, Any]:
        answer: dict[str, Any] = {
            "name": self.name,
            "period": self.period.words,
            "from": self.period.since.isoformat(),
            "to": self.period.until.isoformat(),
        }
        if self.status:
            answer["status"] = self.status
        answer |= {
            "type": self.type,
            "territory": self.territory,
            "description": self.description,
            "activities": self.activities,
            "objectives": self.objectives,
            "staff": list(self.staff),
            "partners": [str(party) for party in self.partners],
            "partners_note": self.partners_note,
            "funders": [str(party) for party in self.funders],
            "funders_note": self.funders_note,
            "results": {figure.key: figure.as_json() for figure in self.figures},
        }
        return answer


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A project of another organisation in which the one that reports takes part."""

    slug: str
    name: str
    lead: str
    roles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AnnualReport:
    organisation: str
    name: str
    year: int
    computed_at: datetime
    services: tuple[Section, ...] = ()
    projects: tuple[Section, ...] = ()
    takes_part: tuple[Elsewhere, ...] = ()
    description: str = ""
    # Where values that could single out a person were withheld: the smallest that is shown.
    shown_from: int | None = None

    @property
    def sections(self) -> tuple[Section, ...]:
        return (*self.services, *self.projects)

    def figures(self) -> Iterator[tuple[Section, Figure]]:
        for section in self.sections:
            for figure in section.figures:
                yield section, figure

    def section(self, kind: str, slug: str) -> Section | None:
        return next((one for one in self.sections if (one.kind, one.slug) == (kind, slug)), None)

    def as_json(self) -> dict[str, Any]:
        """The shape of the command-line contract's `report annual`."""
        answer: dict[str, Any] = {
            "organisation": self.organisation,
            "name": self.name,
            "year": self.year,
            "computed_at": self.computed_at.isoformat(timespec="seconds"),
            "services": {section.slug: section.as_json() for section in self.services},
            "projects": {section.slug: section.as_json() for section in self.projects},
            "takes_part": [
                {"project": one.slug, "name": one.name, "lead": one.lead, "roles": list(one.roles)}
                for one in self.takes_part
            ],
        }
        if self.shown_from:
            answer["suppressed_below"] = self.shown_from
        return answer

    def to_state(self) -> dict[str, Any]:
        """Everything, in plain JSON types; `from_state` reads it back."""
        state: dict[str, Any] = _plain(asdict(self))
        return state

    @classmethod
    def from_state(cls, state: Mapping[str, Any]) -> "AnnualReport":
        return cls(
            **{
                **state,
                "computed_at": datetime.fromisoformat(state["computed_at"]),
                "services": tuple(_section(one) for one in state["services"]),
                "projects": tuple(_section(one) for one in state["projects"]),
                "takes_part": tuple(
                    Elsewhere(**{**one, "roles": tuple(one["roles"])}) for one in state["takes_part"]
                ),
            }
        )


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    return value


def _section(state: Mapping[str, Any]) -> Section:
    return Section(
        **{
            **state,
            "period": Period.from_state(state["period"]),
            "staff": tuple(state["staff"]),
            "partners": tuple(Party(**one) for one in state["partners"]),
            "funders": tuple(Party(**one) for one in state["funders"]),
            "figures": tuple(
                Figure(**{**one, "parts": tuple(Part(**part) for part in one["parts"])}) for one in state["figures"]
            ),
        }
    )
