# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What the register counts: one row per participation, without a name.

The views `register_fact` (the measures door: every row, for the role `ponte_measures` only) and
`register_visible_fact` (row-level security of whoever asks) share one body, written in the migration
`0005_facts`. A frozen copy of facts has these same columns, so that the engine reads it unchanged.

A participation without a group, partner or output of its own has that of its intervention.
An intervention without participations gives one row with an empty `participation_id`; a voided one
gives none. What a person's card tells comes from the card that took part; `person_id` says whose it is.
"""

from dataclasses import dataclass
from typing import Final

INTERVENTION_COLUMNS: Final = (
    "intervention_id",
    "service_id",
    "organisation_id",
    "date",
    "kind",
    "minutes",
    "setting",
    "area_id",
    "municipality_id",
    "languages",
    "staff",
    "projects",
    "shares",
)
PARTICIPATION_COLUMNS: Final = (
    "participation_id",
    "code",
    "headcount",
    "role",
    "first_contact",
    "referred",
    "group",
    "partner",
    "output",
    "test",
    "result",
)
CARD_COLUMNS: Final = (
    "person_id",
    "household_id",
    "sex",
    "birth_year",
    "birth_month",
    "birth_day",
    "citizenships",
    "education",
    "employment",
)
FACT_COLUMNS: Final = (*INTERVENTION_COLUMNS, *PARTICIPATION_COLUMNS, *CARD_COLUMNS)


@dataclass(frozen=True, slots=True)
class Source:
    """A relation with `FACT_COLUMNS`.

    The others are short cuts that the register has and a frozen copy may do without: `work` has
    `INTERVENTION_COLUMNS`, one row per intervention; `shares` (intervention_id, project_id, share) and `staff`
    (intervention_id, staffmember_id) hold what the arrays of the same names hold. `only` keeps to the rows in
    which a further column has one value: one frozen copy, say.
    """

    facts: str
    work: str | None = None
    shares: str | None = None
    staff: str | None = None
    only: tuple[str, int] | None = None


FACTS: Final = Source(
    "register_fact", work="register_work", shares="register_projectshare", staff="register_intervention_staff"
)
VISIBLE_FACTS: Final = Source(
    "register_visible_fact", shares="register_projectshare", staff="register_intervention_staff"
)
