# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Figures, as `ponte query` gives them and with what the pages withhold."""

import datetime as dt
from typing import Annotated, Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Query, Router, Schema
from pydantic import Field

from ponte.api.authentication import needs, user_of
from ponte.api.models import Scope
from ponte.api.problems import ProblemError
from ponte.api.schemas import PROBLEMS
from ponte.platform.audit import actions as audit
from ponte.register.analysis.summaries import summary_of
from ponte.register.analysis.views import shown_to
from ponte.register.measures import Definition, Measure

router = Router(tags=["measures"])

Word = Annotated[str, Field(max_length=120)]
Words = Annotated[list[Word], Query(max_length=20)]


class Figure(Schema):
    """A figure of people from 1 to 4 is `null` for whoever does not work in every service asked, and others with it
    so that it cannot be worked out; `suppressed` says how many."""

    measure: Measure
    total: int | float | None
    by: list[str]
    rows: list[dict[str, str | int | float | None]]
    suppressed: int = 0


@router.get("/{measure}", response={200: Figure, **PROBLEMS}, url_name="measure", summary="Compute a figure")
@needs(Scope.FIGURES_READ)
def compute_figure(
    request: HttpRequest,
    measure: Word,
    by: Words = [],  # noqa: B006 - ninja copies it
    service: Words = [],  # noqa: B006
    project: Words = [],  # noqa: B006
    organisation: Words = [],  # noqa: B006
    where: Annotated[list[Word], Query(max_length=20, description="`key=value`; an empty value means none.")] = [],  # noqa: B006
    since: Annotated[dt.date | None, Query(alias="from")] = None,
    until: Annotated[dt.date | None, Query(alias="to")] = None,
    of: Word = "",
    value: Word = "",
) -> Any:
    """Measures and dimensions are those of `ponte query`. `by` takes one or two."""
    definition = Definition(
        measure=measure, by=tuple(by), where=_conditions(where), services=service, projects=project,
        organisations=organisation, since=since, until=until, of=of or None, value=value or None,
    )  # fmt: skip
    figure = shown_to(user_of(request), definition).as_json()
    audit.record(
        "register.export_analysis", by=user_of(request), after={"definition": summary_of(definition), "kind": "api"}
    )
    return figure


def _conditions(where: list[str]) -> dict[str, list[str | None]]:
    conditions: dict[str, list[str | None]] = {}
    for condition in where:
        name, equals, value = condition.partition("=")
        if not equals:
            raise ProblemError(422, errors=[("where", _("Serve chiave=valore, come role=parent."))])
        conditions.setdefault(name.strip(), []).append(value if value not in {"", "null"} else None)
    return conditions
