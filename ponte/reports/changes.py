# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What one report says differently from another: figure by figure, text by text."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from django.utils.translation import gettext as _

from ponte.register.measures.names import format_value
from ponte.reports.content import AnnualReport, Figure, Section


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that reads differently; an empty `before` is new, an empty `after` has gone."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class SectionChanges:
    name: str
    figures: Sequence[Change] = field(default_factory=list)
    texts: Sequence[Change] = field(default_factory=list)


def changes_between(old: AnnualReport, new: AnnualReport) -> list[SectionChanges]:
    """The sections of either report that differ, in the order of the newer one; those that have gone come last."""
    before = {(section.kind, section.slug): section for section in old.sections}
    after = {(section.kind, section.slug): section for section in new.sections}
    differing = []
    for key in [*after, *(key for key in before if key not in after)]:
        was, now = before.get(key), after.get(key)
        figures, texts = list(_figures(was, now)), list(_texts(was, now))
        if figures or texts:
            name = now.name if now else was.name if was else ""
            differing.append(SectionChanges(name, figures, texts))
    return differing


def _figures(was: Section | None, now: Section | None) -> Iterator[Change]:
    before = {figure.key: figure for figure in was.figures} if was else {}
    after = {figure.key: figure for figure in now.figures} if now else {}
    for key in dict.fromkeys(chain(after, before)):
        old, new = before.get(key), after.get(key)
        label = new.label if new else old.label if old else key
        if (old and old.total) != (new and new.total) or (old is None) != (new is None):
            yield Change(label, _total(old), _total(new))
        old_parts = {part.label: part.value for part in old.parts} if old else {}
        new_parts = {part.label: part.value for part in new.parts} if new else {}
        measure = new.measure if new else old.measure if old else ""
        for part in dict.fromkeys(chain(new_parts, old_parts)):
            if old_parts.get(part) != new_parts.get(part):
                yield Change(
                    f"{label}: {part}",
                    format_value(measure, old_parts[part]) if part in old_parts else "",
                    format_value(measure, new_parts[part]) if part in new_parts else "",
                )


def _total(figure: Figure | None) -> str:
    return format_value(figure.measure, figure.total, withheld=figure.withheld) if figure else ""


def _texts(was: Section | None, now: Section | None) -> Iterator[Change]:
    old, new = _told(was), _told(now)
    for label in dict.fromkeys(chain(new, old)):
        if old.get(label, "") != new.get(label, ""):
            yield Change(label, old.get(label, ""), new.get(label, ""))


def _told(section: Section | None) -> dict[str, str]:
    if section is None:
        return {}
    return {
        _("Nome"): section.name,
        _("Periodo"): section.period.label,
        _("Tipologia"): section.type,
        _("Territorio"): section.territory,
        _("Descrittivo"): section.description,
        _("Attività"): section.activities,
        _("Obiettivi"): section.objectives,
        _("Personale"): "\n".join(section.staff),
        _("Partnership"): section.partners_note or "; ".join(str(party) for party in section.partners),
        _("Sostenuto da"): section.funders_note or "; ".join(str(party) for party in section.funders),
    }
