# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Lists of indicators written in YAML: those that Ponte proposes, and the example's."""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import yaml

from ponte.network.models import Project, Service

if TYPE_CHECKING:
    from ponte.register.indicators.actions import Fields

PROPOSED: Final = Path(__file__).resolve().parents[1] / "data" / "indicators.yaml"


@cache
def read(file: Path) -> Mapping[str, Any]:
    with file.open(encoding="utf-8") as text:
        found: Mapping[str, Any] = yaml.load(text, Loader=yaml.CSafeLoader)
    return found


def proposals_for(section: Service | Project) -> Iterable["Fields"]:
    """What such a service, or any project, usually accounts for."""
    lists = read(PROPOSED)
    kind = "project" if isinstance(section, Project) else section.kind
    return [fields_of(row) for row in (*lists.get(kind, ()), *lists["everywhere"])]


def fields_of(row: Mapping[str, Any]) -> "Fields":
    """A row of such a file as the fields of an indicator."""
    singular, plural = row.get("unit", ("", ""))
    return {
        "key": row["key"],
        "name": row["name"],
        "measure": row["measure"],
        "filters": row.get("where", {}),
        "by": row.get("by", ""),
        "of": row.get("of", ""),
        "value": row.get("value", ""),
        "subject": row.get("subject", ""),
        "unit_singular": singular,
        "unit_plural": plural,
        "sentence": row.get("sentence", ""),
    }
