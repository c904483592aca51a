# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Rows with the same identifier as one intervention."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from typing import Any

from ponte.platform.spreadsheets.importing import ParsedRow
from ponte.register.importing.references import References
from ponte.register.models import Intervention

# What must agree in all rows of an intervention, as far as they say it.
AGREED = ("organisation", "service", "kind", "date", "minutes", "setting", "municipality")
# One value in all rows that say it is the intervention's; several are each row's own.
SHARED = ("group", "partner", "output")
# Of these each row counts, also where it says nothing more.
COUNTED_BY_ROW = {Intervention.Kind.REFERRAL, Intervention.Kind.OUTING_CONTACT}
OF_A_ROW = ("person", "headcount", "role", "first_contact", "referred_to", "test", "result")


@dataclass(slots=True)
class Imported:
    """One intervention as the file tells it; `rows` are its participations, with ids in place of words."""

    ref: str
    service_id: int
    organisation_id: int
    own: dict[str, Any]
    projects: dict[int, Decimal]
    staff: list[str]
    notes: str
    rows: list[dict[str, Any]]
    digest: str


def groups(rows: Iterable[ParsedRow]) -> dict[str, list[ParsedRow]]:
    by_ref: dict[str, list[ParsedRow]] = {}
    for row in rows:
        by_ref.setdefault(row.values["intervention"], []).append(row)
    return by_ref


def shares(given: Mapping[str, Decimal | None]) -> dict[str, Decimal]:
    """Each project's share; those named without one divide what is left among them."""
    without = sum(share is None for share in given.values())
    rest = max(1 - sum((share for share in given.values() if share is not None), Decimal(0)), Decimal(0))
    equal = (rest / max(without, 1)).quantize(Decimal("0.001"), ROUND_DOWN)
    return {slug: equal if share is None else share for slug, share in given.items()}


def imported(ref: str, rows: list[ParsedRow], known: References) -> Imported:
    """The intervention that these rows, which agree, tell of."""
    agreed = {column: _first(rows, column) for column in AGREED}
    shared = {column: _only(rows, column) for column in SHARED}
    languages = list(dict.fromkeys(code for row in rows for code in row.values.get("language", ())))
    staff = list(dict.fromkeys(name for row in rows for name in row.values.get("staff", ())))
    projects: dict[str, Decimal | None] = {}
    for row in rows:
        for slug, share in row.values.get("project", ()):
            projects[slug] = share if share is not None else projects.get(slug)
    notes = "\n".join(dict.fromkeys(f"{heading}: {text}" for row in rows for heading, text in row.notes.items()))
    own = [name for name in SHARED if shared[name] is None]
    participations = [_participation(row, own, known) for row in rows]
    if len(rows) == 1 or agreed["kind"] not in COUNTED_BY_ROW:
        participations = [values for values in participations if values]
    slug = agreed["service"]
    return Imported(
        ref=ref,
        service_id=known.services[slug],
        organisation_id=known.organisations[agreed["organisation"] or known.providers[slug]],
        own={
            "kind": agreed["kind"],
            "date": agreed["date"],
            "minutes": agreed["minutes"],
            "setting": agreed["setting"] or "",
            "area_id": known.areas.get(agreed["municipality"] or ""),
            "languages": languages,
            **{column: value or "" for column, value in shared.items()},
        },
        projects={known.projects[slug]: share for slug, share in shares(projects).items() if share > 0},
        staff=staff,
        notes=notes,
        rows=participations,
        digest=_digest(rows),
    )


def _first(rows: list[ParsedRow], column: str) -> Any:
    return next((row.values[column] for row in rows if column in row.values), None)


def _only(rows: list[ParsedRow], column: str) -> str | None:
    """The one value of all rows that say one, "" where none does, None where they differ."""
    said = {row.values[column] for row in rows if column in row.values}
    return (said.pop() if said else "") if len(said) < 2 else None


def _participation(row: ParsedRow, own: list[str], known: References) -> dict[str, Any]:
    """What the row says of someone who took part; nothing where it only tells of the intervention."""
    values = {name: row.values[name] for name in (*OF_A_ROW, *own) if name in row.values}
    if "person" in values:
        values["card_id"] = known.people[values.pop("person")]
    service = known.services.get(values.get("referred_to", ""))
    if service is not None:
        del values["referred_to"]
        values["referred_to_service_id"] = service
    return values


def _digest(rows: list[ParsedRow]) -> str:
    """Of what the rows say, in whatever order they stand."""
    said = sorted(repr(sorted((*row.values.items(), *row.notes.items()), key=lambda item: item[0])) for row in rows)
    return hashlib.blake2b("\n".join(said).encode(), digest_size=10).hexdigest()
