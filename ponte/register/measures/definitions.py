# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What can be asked of the register, and what comes back."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from django.utils.translation import gettext as _

from ponte.register.measures.dimensions import DIMENSIONS


class MeasureError(ValueError):
    """A definition that cannot be computed; its message is a sentence for whoever asked."""


class Measure(StrEnum):
    """What is counted. Every count is exact and counts each thing once in the total and once under each key."""

    HOURS = "hours"  # minutes of distinct interventions / 60; for a project, times its share
    INTERVENTIONS = "interventions"
    PEOPLE = "people"  # distinct registered persons: cards held to be one person count once
    HOUSEHOLDS = "households"  # distinct households of registered people; no household, no count
    ATTENDEES = "attendees"  # per intervention its distinct people, distinct codes and headcounts; summed
    GROUPS = "groups"  # distinct labels of classes, teams and groups
    ORGANISATIONS = "organisations"  # distinct partners
    STAFF = "staff"  # distinct staff members of an organisation
    REFERRALS = "referrals"  # rows of kind referral, or referred somewhere; a headcount counts as that many
    CONTACTS = "contacts"  # rows of an outing, or that say whether it was the first contact; likewise
    NEW_CONTACTS = "new_contacts"  # rows whose first contact it was; likewise
    TESTS = "tests"  # rows with a test; likewise
    OUTPUTS = "outputs"  # distinct names of products
    MEAN_AGE = "mean_age"  # of distinct people, in completed years at their first counted intervention
    SHARE = "share"  # of distinct people, the part for whom dimension `of` has `value`; from 0 to 1
    SUBSCRIBERS = "subscribers"  # distinct partners and people that received issues of a bulletin


# A small figure of these could single out a person.
COUNTS_PEOPLE = frozenset(
    {
        Measure.PEOPLE,
        Measure.HOUSEHOLDS,
        Measure.ATTENDEES,
        Measure.REFERRALS,
        Measure.CONTACTS,
        Measure.NEW_CONTACTS,
        Measure.TESTS,
        Measure.MEAN_AGE,
        Measure.SHARE,
        Measure.SUBSCRIBERS,
    }
)


@dataclass(frozen=True, slots=True)
class Definition:
    """One figure: a measure, its breakdown, and which rows of the register it counts.

    `where` maps a dimension to values, of which any fits (None: the row has no value); several dimensions
    must all fit. `services`, `projects` and `organisations` are slugs, and `since` and `until` are both
    included. `of` and `value` belong to the measure `share` only. Raises `MeasureError`.
    """

    measure: str
    by: Sequence[str] = ()
    where: Mapping[str, Sequence[str | None]] = field(default_factory=dict)
    services: Sequence[str] = ()
    projects: Sequence[str] = ()
    organisations: Sequence[str] = ()
    since: date | None = None
    until: date | None = None
    of: str | None = None
    value: str | None = None

    def __post_init__(self) -> None:
        if self.measure not in set(Measure):
            raise MeasureError(
                _("La misura «%(given)s» non esiste; le misure sono: %(known)s.")
                % {"given": self.measure, "known": ", ".join(Measure)}
            )
        for name in (*self.by, *self.where, *([self.of] if self.of else [])):
            if name not in DIMENSIONS:
                raise MeasureError(
                    _("La dimensione «%(given)s» non esiste; le dimensioni sono: %(known)s.")
                    % {"given": name, "known": ", ".join(DIMENSIONS)}
                )
        asked = [*self.where.items(), *([(self.of, [self.value])] if self.of else [])]
        for name, values in asked:
            for value in values:
                if value is not None and not DIMENSIONS[name].takes(value):
                    raise MeasureError(_unknown_value(name, value))
        if len(set(self.by)) != len(self.by) or len(self.by) > 2:
            raise MeasureError(_("Una cifra si suddivide per una o due dimensioni diverse fra loro."))
        if (self.measure == Measure.SHARE) != bool(self.of):
            raise MeasureError(_("Una quota, e solo una quota, ha una dimensione di cui è la quota."))
        if self.since and self.until and self.since > self.until:
            raise MeasureError(
                _("Il periodo finisce (%(until)s) prima di cominciare (%(since)s).")
                % {"since": self.since.isoformat(), "until": self.until.isoformat()}
            )


def _unknown_value(name: str, value: str) -> str:
    choices = DIMENSIONS[name].choices
    if choices:
        return _("«%(given)s» non è un valore di «%(name)s»; i valori sono: %(known)s.") % {
            "given": value,
            "name": name,
            "known": ", ".join(choices),
        }
    return _("«%(given)s» non è un valore di «%(name)s».") % {"given": value, "name": name}


Number = int | float


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a breakdown; a key of None stands for an empty value, a value of None for a suppressed one."""

    keys: tuple[str | None, ...]
    value: Number | None
    # Of how many people a mean or a share is; for every other measure the value itself says it.
    people: int | None = None


def in_order(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The largest value first, then by key, the empty one last."""
    return tuple(sorted(rows, key=lambda row: (-(row.value or 0), [(part is None, part or "") for part in row.keys])))


@dataclass(frozen=True, slots=True)
class Result:
    """A figure and its breakdown, in order.

    `total` is None for the mean or share of nobody, and where suppressed. `suppressed` counts the values
    withheld, a whole breakdown as one.
    """

    definition: Definition
    total: Number | None
    rows: tuple[Row, ...] = ()
    people: int | None = None
    suppressed: int = 0

    def as_json(self) -> dict[str, Any]:
        by = list(self.definition.by)
        answer: dict[str, Any] = {
            "measure": str(self.definition.measure),
            "total": self.total,
            "by": by,
            "rows": [{**dict(zip(by, row.keys, strict=True)), "value": row.value} for row in self.rows],
        }
        if self.suppressed:
            answer["suppressed"] = self.suppressed
        return answer

    @property
    def withholds_breakdown(self) -> bool:
        """There is one, and none of it may be shown: not that it is empty."""
        return bool(self.suppressed and self.definition.by and not self.rows)

    def breakdown(self) -> dict[str | None, Number | None]:
        """Value by key, for a definition with one dimension."""
        return {row.keys[0]: row.value for row in self.rows}
