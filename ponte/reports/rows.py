# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The frozen rows behind one published figure, as far as the acting user may see them."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q, TextChoices

from ponte.network.models import Service
from ponte.register.analysis.links import narrowed
from ponte.register.measures.rows import RowsBehind, rows_behind
from ponte.register.models import Intervention, Participation, Setting
from ponte.reports.content import Figure, Section
from ponte.reports.frozen import definition_now, frozen_facts
from ponte.reports.models import FrozenFact, ReportVersion


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One frozen row in words. It has no names: who a registered person is stands in the register, if still there."""

    fact: FrozenFact
    service: str
    kind: str
    setting: str
    role: str
    result: str

    @property
    def others(self) -> list[str]:
        fact = self.fact
        return [text for text in (fact.group, fact.partner, fact.output, fact.test, self.result) if text]


def frozen_rows(
    version: ReportVersion, figure: Figure, key: Sequence[str | None], *, offset: int, limit: int
) -> tuple[RowsBehind, list[ShownRow]]:
    """One page of the rows that the figure, or one line of its breakdown, counts."""
    source = frozen_facts(version.pk)
    definition = narrowed(definition_now(version, figure.definition), key)
    behind = rows_behind(definition, offset=offset, limit=limit, counted=source, visible_facts=source)
    interventions = {intervention for intervention, _participation in behind.ids}
    facts = FrozenFact.objects.filter(version=version, intervention_id__in=interventions)
    if not behind.whole:
        wanted = {participation for _intervention, participation in behind.ids}
        facts = facts.filter(Q(participation_id__in=wanted) | Q(participation_id__isnull=True))
    by_row: dict[tuple[int, int | None], FrozenFact] = {}
    for fact in facts:
        by_row.setdefault((fact.intervention_id, None if behind.whole else fact.participation_id), fact)
    services = dict(
        Service.objects.filter(pk__in={fact.service_id for fact in by_row.values()}).values_list("pk", "name")
    )
    return behind, [_shown(by_row[row], services) for row in behind.ids if row in by_row]


def _shown(fact: FrozenFact, services: dict[int, str]) -> ShownRow:
    return ShownRow(
        fact=fact,
        service=services.get(fact.service_id, ""),
        kind=_label(Intervention.Kind, fact.kind),
        setting=_label(Setting, fact.setting),
        role=_label(Participation.Role, fact.role),
        result=_label(Participation.Result, fact.result),
    )


def _label(choices: type[TextChoices], key: str | None) -> str:
    return str(dict(choices.choices).get(key or "", key or ""))


def figure_of(version: ReportVersion, section: str, key: str) -> tuple[Section, Figure] | None:
    """The published figure of a section (`service/<slug>` or `project/<slug>`) by its key."""
    kind, _slash, slug = section.partition("/")
    found = version.report.section(kind, slug)
    if found is None:
        return None
    return next(((found, figure) for figure in found.figures if figure.key == key), None)
