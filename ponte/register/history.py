# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The state of an intervention as plain data, to be kept whole when it is corrected; and its history in words."""

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db import models
from django.utils.text import capfirst
from django.utils.translation import gettext, ngettext

from ponte.network.models import Area, Organisation, Project, Service
from ponte.people.models import Card
from ponte.platform.codes import language_name
from ponte.platform.ui.components.text import in_words
from ponte.register.models import Intervention, InterventionNote, Participation, Setting

OWN_FIELDS = (
    "service_id", "organisation_id", "kind", "date", "starts_at", "minutes", "setting", "place", "area_id",
    "languages", "group", "partner", "output",
)  # fmt: skip
PARTICIPATION_FIELDS = (
    "card_id", "code", "headcount", "role", "first_contact", "referred_to", "referred_to_service_id", "group",
    "partner", "output", "test", "result", "outcome",
)  # fmt: skip


def state_of(intervention: Intervention, *, note: str | None = None) -> dict[str, Any]:
    """The intervention with its projects, staff, note and participations; people by card id only.

    Without `note` the note is fetched; whatever else was prefetched is not fetched again.
    """
    if note is None:
        notes = InterventionNote.objects.filter(intervention=intervention)
        note = notes.values_list("text", flat=True).first() or ""
    shares = sorted(intervention.project_shares.all(), key=lambda share: share.project_id)
    rows = sorted(intervention.participations.all(), key=lambda row: (row.position, row.pk))
    return {
        **{name: _plain(getattr(intervention, name)) for name in OWN_FIELDS},
        "projects": {str(share.project_id): str(share.share) for share in shares},
        "staff": sorted(member.name for member in intervention.staff.all()),
        "note": note,
        "participations": [participation_state(row) for row in rows],
    }


def participation_state(row: Participation) -> dict[str, Any]:
    """What a participation says; what it leaves empty is left out."""
    values = {name: getattr(row, name) for name in PARTICIPATION_FIELDS}
    return {name: value for name, value in values.items() if value not in ("", None)}


def _plain(value: Any) -> Any:
    return value if isinstance(value, bool | int | str | list | None) else str(value)


@dataclass(frozen=True, slots=True)
class Difference:
    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """One correction: who made it, why, and what it changed. Taking back is the last one and changes nothing."""

    version: int
    at: dt.datetime
    by: str
    reason: str
    differences: list[Difference]


def changes_of(intervention: Intervention) -> list[Change]:
    """The corrections of an intervention, the latest first."""
    versions = list(intervention.versions.select_related("replaced_by").order_by("version"))
    if not versions:
        return []
    states = [version.state for version in versions] + [state_of(intervention)]
    words = _Words(states)
    return [
        Change(
            version=version.version,
            at=version.replaced_at,
            by=str(version.replaced_by or ""),
            reason=version.reason,
            differences=words.differences(before, after),
        )
        for version, before, after in zip(versions, states[:-1], states[1:], strict=True)
    ][::-1]


class _Words:
    """Says states in words; the names behind their ids are fetched once."""

    def __init__(self, states: Sequence[dict[str, Any]]) -> None:
        rows = [row for state in states for row in state["participations"]]
        self._names: dict[str, dict[int, str]] = {
            "service_id": _names(Service.objects.all(), [state["service_id"] for state in states]),
            "organisation_id": _names(Organisation.objects.all(), [state["organisation_id"] for state in states]),
            "area_id": _names(Area.objects.all(), [state["area_id"] for state in states]),
            "project": _names(Project.objects.all(), [pk for state in states for pk in state["projects"]]),
            "card_id": _names(Card.objects.all(), [row.get("card_id") for row in rows]),
            "referred_to_service_id": _names(
                Service.objects.all(), [row.get("referred_to_service_id") for row in rows]
            ),
        }

    def differences(self, before: dict[str, Any], after: dict[str, Any]) -> list[Difference]:
        said_before, said_after = self._said(before), self._said(after)
        found = [
            Difference(label, said_before[label], said_after[label])
            for label in said_before
            if said_before[label] != said_after[label]
        ]
        gone, new = (Counter(self._row(row) for row in state["participations"]) for state in (before, after))
        if gone != new:
            # Of many participants only those who came or went.
            found.append(
                Difference(
                    gettext("Partecipanti"), "\n".join((gone - new).elements()), "\n".join((new - gone).elements())
                )
            )
        return found

    def _said(self, state: dict[str, Any]) -> dict[str, str]:
        said = {}
        for name in OWN_FIELDS:
            field = Intervention._meta.get_field(name.removesuffix("_id"))
            said[capfirst(str(getattr(field, "verbose_name", name)))] = self._value(name, state[name])
        said[gettext("Progetti")] = ", ".join(
            f"{self._names['project'].get(int(pk), pk)} ({_percent(share)}%)"
            for pk, share in state["projects"].items()
        )
        said[gettext("Operatori")] = ", ".join(state["staff"])
        said[gettext("Nota")] = state["note"]
        return said

    def _value(self, name: str, value: Any) -> str:
        if value in (None, "", []):
            return ""
        if name in self._names:
            return self._names[name].get(int(value), f"#{value}")
        if name == "languages":
            return ", ".join(language_name(code) for code in value)
        if name == "date":
            return in_words(dt.date.fromisoformat(value), "d MMMM y")
        choices: dict[str, Any] = {"kind": Intervention.Kind, "setting": Setting}
        return str(choices[name](value).label) if name in choices else str(value)

    def _row(self, row: dict[str, Any]) -> str:
        choices: dict[str, Any] = {
            "role": Participation.Role,
            "result": Participation.Result,
            "outcome": Participation.Outcome,
        }
        who = ""
        if "card_id" in row:
            who = self._names["card_id"].get(row["card_id"], f"#{row['card_id']}")
        elif "headcount" in row:
            who = ngettext("%(count)s persona", "%(count)s persone", row["headcount"]) % {"count": row["headcount"]}
        elif "code" in row:
            who = row["code"]
        said = [who] if who else []
        for name, value in row.items():
            if name in choices:
                said.append(str(choices[name](value).label))
            elif name == "first_contact":
                said.append(gettext("primo contatto") if value else gettext("già conosciuto/a"))
            elif name == "referred_to_service_id":
                said.append("→ " + self._names[name].get(value, f"#{value}"))
            elif name == "referred_to":
                said.append(f"→ {value}")
            elif name in {"group", "partner", "output", "test"}:
                said.append(value)
        return " · ".join(said)


def _names(rows: models.QuerySet[Any], ids: Iterable[Any]) -> dict[int, str]:
    """The names of the rows with these ids, as far as whoever looks may see them."""
    wanted = {int(pk) for pk in ids if pk is not None}
    return {pk: str(row) for pk, row in rows.in_bulk(wanted).items()} if wanted else {}


def _percent(share: str) -> str:
    return f"{Decimal(share) * 100:f}".rstrip("0").rstrip(".")
