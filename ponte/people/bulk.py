# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Storing the rows of a file as cards, a hundred thousand at a time.

A card remembers a digest of what its file last said in each column. Importing again applies only what the
file changed since: a correction made here is not undone by the file that was wrong.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from django.db import connection
from django.utils.translation import ngettext

from ponte.accounts.models import User
from ponte.network.areas import areas_by_name_or_code
from ponte.network.models import Service
from ponte.people import holds, identifiers, names
from ponte.people.candidates.keeping import index_cards
from ponte.people.matching.keys import VERSION
from ponte.people.models import Acquaintance, Card, CardIdentifier, CardName, Household, NameToken, Person, new_code
from ponte.platform.audit import actions as audit
from ponte.platform.database import bulk
from ponte.platform.partial_dates import PartialDate
from ponte.platform.spreadsheets.importing import STEP, ParsedRow, Progress, Stored

SAME_NAME = (
    "given_name", "family_name", "native_name", "chosen_name", "sex", "birth_place", "birth_country", "languages",
    "phone", "email", "address", "postcode", "education", "employment", "household_role",
)  # fmt: skip
NAMES = SAME_NAME[:4]
CARD_COLUMNS = (
    *SAME_NAME, "birth_year", "birth_month", "birth_day", "citizenships", "area_id", "household_id", "notes",
)  # fmt: skip
LISTS = {"languages", "citizenships"}

Digests = dict[str, str]


@dataclass(slots=True)
class Changed:
    """A card that is there and of which the file now says something else in `columns`."""

    card_id: int
    row: ParsedRow
    columns: set[str]
    before: Digests
    digests: Digests


@dataclass(frozen=True, slots=True)
class Asked:
    """`known` are the cards of rows that were brought in before; `held` counts changes that must not be made now."""

    new: list[tuple[ParsedRow, Digests]]
    changed: list[Changed]
    known: list[int]
    held: int

    @property
    def counts(self) -> dict[str, int]:
        created, updated = len(self.new), len(self.changed)
        return {"created": created, "updated": updated, "unchanged": len(self.known) - updated}


class CardImport:
    """One file's rows on their way into the registry. `said` are the columns that the file has."""

    def __init__(self, source: str, said: set[str], service: Service | None, by: User | None) -> None:
        self.source = source
        self.said = said
        self.service = service
        self.by = by
        self.areas: Mapping[str, int] = {}
        self.households: dict[str, int] = {}
        # The cards that were made or changed, and the row of each.
        self.written: dict[int, int] = {}

    def store(self, rows: Sequence[ParsedRow], progress: Progress) -> Stored:
        with connection.cursor() as cursor:
            # Two imports of one source wait for each other: each must see the other's cards.
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"import people {self.source}"])
        total = len(rows)
        progress("store", 0, total)
        self.areas = self._areas(rows)
        self.households = self._households(rows)
        asked = self.sort(rows)
        created = self._create(asked.new, progress)
        self._update(asked.changed)
        self._make_known([*asked.known, *created])
        self.written = {pk: row.number for pk, (row, _) in zip(created, asked.new, strict=True)}
        self.written |= {change.card_id: change.row.number for change in asked.changed}
        index_cards(self.written)
        progress("store", total, total)
        return Stored(asked.counts, [_left_alone(asked.held)] if asked.held else [])

    def sort(self, rows: Sequence[ParsedRow]) -> Asked:
        """What the rows ask for, beside what is there."""
        known = {
            ref: (pk, digests or {})
            for ref, pk, digests in Card.objects.filter(import_source=self.source)
            .exclude(import_ref="")
            .values_list("import_ref", "pk", "import_digests")
        }
        new: list[tuple[ParsedRow, Digests]] = []
        changed: list[Changed] = []
        card_ids: list[int] = []
        for row in rows:
            digests = {column: _digest(row, column) for column in self.said if _has(row, column)}
            if row.values["ref"] not in known:
                new.append((row, digests))
                continue
            card_id, before = known[row.values["ref"]]
            card_ids.append(card_id)
            columns = {column for column in self.said if before.get(column) != digests.get(column)}
            if columns:
                kept = {column: value for column, value in before.items() if column not in self.said}
                changed.append(Changed(card_id, row, columns, before, kept | digests))
        held = holds.held(change.card_id for change in changed)
        changed = [change for change in changed if change.card_id not in held]
        return Asked(new, changed, card_ids, len(held))

    def _areas(self, rows: Sequence[ParsedRow]) -> dict[str, int]:
        said = {row.values["municipality"] for row in rows if "municipality" in row.values}
        return {name: area.pk for name, area in areas_by_name_or_code(said).items()}

    def _households(self, rows: Sequence[ParsedRow]) -> dict[str, int]:
        wanted = dict.fromkeys(row.values["household"] for row in rows if "household" in row.values)
        there = dict(
            Household.objects.filter(import_source=self.source).exclude(import_ref="").values_list("import_ref", "pk")
        )
        missing = [ref for ref in wanted if ref not in there]
        ids = bulk.reserve_ids(Household._meta.db_table, len(missing))
        bulk.insert_many(
            Household._meta.db_table,
            ("id", "import_source", "import_ref", "created_at"),
            ((pk, self.source, ref, datetime.now(UTC)) for pk, ref in zip(ids, missing, strict=True)),
        )
        return there | dict(zip(missing, ids, strict=True))

    def _create(self, new: Sequence[tuple[ParsedRow, Digests]], progress: Progress) -> list[int]:
        card_ids = bulk.reserve_ids(Card._meta.db_table, len(new))
        person_ids = bulk.reserve_ids(Person._meta.db_table, len(new))
        codes = _fresh_codes(len(new))
        now = datetime.now(UTC)
        bulk.insert_many(Person._meta.db_table, ("id", "created_at"), ((pk, now) for pk in person_ids))
        by = self.by.pk if self.by else None
        service = self.service.pk if self.service else None

        def lines() -> Iterator[Sequence[Any]]:
            for at, (row, digests) in enumerate(new):
                if at % STEP == 0:
                    progress("store", at, len(new))
                values = self._card_values(row)
                yield (
                    *(values[column] for column in CARD_COLUMNS),
                    card_ids[at], codes[at], person_ids[at], self.source, row.values["ref"], json.dumps(digests),
                    service, by, now, now, "{}", "", "", VERSION,
                )  # fmt: skip

        bulk.insert_many(
            Card._meta.db_table,
            (
                *CARD_COLUMNS, "id", "code", "person_id", "import_source", "import_ref", "import_digests",
                "registered_by_id", "created_by_id", "created_at", "updated_at", "answers", "preferred_channel",
                "preferred_language", "keys_version",
            ),
            lines(),
        )  # fmt: skip
        bulk.insert_many(
            NameToken._meta.db_table,
            ("card_id", "token"),
            (
                (pk, token)
                for pk, (row, _) in zip(card_ids, new, strict=True)
                for token in names.tokens(row.values.get(name, "") for name in NAMES)
            ),
        )
        self._add_identifiers(
            (pk, kind, value)
            for pk, (row, _) in zip(card_ids, new, strict=True)
            for kind, value in _identifiers(row, {"fiscal_code", "document"})
        )
        audit.record_many(
            "people.register_card",
            Card,
            (
                (pk, None, {"import_source": self.source, "import_ref": row.values["ref"]})
                for pk, (row, _) in zip(card_ids, new, strict=True)
            ),
            by=self.by,
        )
        return card_ids

    def _card_values(self, row: ParsedRow) -> dict[str, Any]:
        values: dict[str, Any] = {
            column: row.values.get(column, [] if column in LISTS else "") for column in SAME_NAME
        }
        born: PartialDate | None = row.values.get("birth_date")
        values["birth_year"], values["birth_month"], values["birth_day"] = (
            (born.year, born.month, born.day) if born else (None, None, None)
        )
        values["citizenships"] = row.values.get("citizenship", [])
        values["area_id"] = self.areas.get(row.values.get("municipality", ""))
        values["household_id"] = self.households.get(row.values.get("household", ""))
        values["notes"] = _notes(row)
        return values

    def _add_identifiers(self, found: Iterator[tuple[int, str, str]]) -> None:
        bulk.insert_many(
            CardIdentifier._meta.db_table,
            ("card_id", "kind", "value", "country", "permit_type"),
            ((pk, kind, value, "", "") for pk, kind, value in found),
        )

    def _update(self, changed: Sequence[Changed]) -> None:
        """Apply what the file changed; all cards' rows are fetched first, so that the trail says what was there."""
        for start in range(0, len(changed), STEP):
            self._update_some(changed[start : start + STEP])

    def _update_some(self, changed: Sequence[Changed]) -> None:
        cards = Card.objects.in_bulk([change.card_id for change in changed])
        trail: list[tuple[int, dict[str, Any], dict[str, Any]]] = []
        renamed: list[int] = []
        for change in changed:
            card = cards[change.card_id]
            after = self._changes(card, change)
            before = {column: getattr(card, column) for column in after}
            for column, value in after.items():
                setattr(card, column, value)
            trail.append((card.pk, before, after))
            if change.columns & set(NAMES):
                renamed.append(card.pk)
        now = datetime.now(UTC)
        bulk.update_many(
            Card._meta.db_table,
            ("id", *CARD_COLUMNS, "import_digests", "updated_at"),
            (
                (
                    change.card_id,
                    *(getattr(cards[change.card_id], column) for column in CARD_COLUMNS),
                    json.dumps(change.digests),
                    now,
                )
                for change in changed
            ),
        )
        self._replace_identifiers(changed)
        _index_names_again([cards[pk] for pk in renamed])
        audit.record_many("people.change_card", Card, iter(trail), by=self.by)

    def _changes(self, card: Card, change: Changed) -> dict[str, Any]:
        wanted = self._card_values(change.row)
        after: dict[str, Any] = {}
        for column in change.columns:
            for field in _FIELDS_OF.get(column, (column,)):
                if field in wanted:
                    after[field] = wanted[field]
        if "notes" in after and card.notes and _hash(card.notes) != change.before.get("notes"):
            # Someone wrote more here: what the file says now is added, nothing is taken away.
            after["notes"] = f"{card.notes}\n{after['notes']}".strip()
        return {field: value for field, value in after.items() if getattr(card, field) != value}

    def _replace_identifiers(self, changed: Sequence[Changed]) -> None:
        concerned = {change.card_id: change for change in changed if change.columns & {"fiscal_code", "document"}}
        outdated = [
            identifier.pk
            for identifier in CardIdentifier.objects.filter(card_id__in=concerned)
            for column in ("fiscal_code", "document")
            if column in concerned[identifier.card_id].columns
            and _hash(identifier.value) == concerned[identifier.card_id].before.get(column)
        ]
        CardIdentifier.objects.filter(pk__in=outdated).delete()
        self._add_identifiers(
            (pk, kind, value)
            for pk, change in concerned.items()
            for kind, value in _identifiers(change.row, change.columns)
        )

    def _make_known(self, card_ids: Sequence[int]) -> None:
        if self.service is None:
            return
        now = datetime.now(UTC)
        bulk.insert_many(
            Acquaintance._meta.db_table,
            ("card_id", "service_id", "since"),
            ((pk, self.service.pk, now) for pk in card_ids),
            ignore_conflicts=True,
        )


def _left_alone(count: int) -> str:
    return ngettext(
        "%(count)s scheda ha un uso limitato su richiesta della persona, e non è stata toccata.",
        "%(count)s schede hanno un uso limitato su richiesta delle persone, e non sono state toccate.",
        count,
    ) % {"count": count}


_FIELDS_OF = {
    "birth_date": ("birth_year", "birth_month", "birth_day"),
    "citizenship": ("citizenships",),
    "municipality": ("area_id",),
    "household": ("household_id",),
}


def _has(row: ParsedRow, column: str) -> bool:
    return bool(row.notes) if column == "notes" else column in row.values


def _digest(row: ParsedRow, column: str) -> str:
    if column == "notes":
        return _hash(_notes(row))
    value = row.values[column]
    return _hash(";".join(value) if isinstance(value, list) else str(value))


def _hash(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=5).hexdigest()


def _notes(row: ParsedRow) -> str:
    return "\n".join(f"{heading}: {text}" for heading, text in row.notes.items())


def _identifiers(row: ParsedRow, columns: set[str]) -> Iterator[tuple[str, str]]:
    number = row.values.get("fiscal_code")
    if number and "fiscal_code" in columns:
        yield identifiers.health_code_kind(number) or CardIdentifier.Kind.FISCAL_CODE, number
    if "document" in columns and "document" in row.values:
        yield CardIdentifier.Kind.OTHER, row.values["document"]


def _index_names_again(cards: Sequence[Card]) -> None:
    others: dict[int, list[str]] = {}
    for card_id, name in CardName.objects.filter(card__in=cards).values_list("card_id", "name"):
        others.setdefault(card_id, []).append(name)
    NameToken.objects.filter(card__in=cards).delete()
    bulk.insert_many(
        NameToken._meta.db_table,
        ("card_id", "token"),
        (
            (card.pk, token)
            for card in cards
            for token in names.tokens([*(getattr(card, name) for name in NAMES), *others.get(card.pk, [])])
        ),
    )


def _fresh_codes(count: int) -> list[str]:
    """Codes that no card has. Among a million cards, a hundred thousand random ones meet one of them now and then."""
    codes: set[str] = set()
    while len(codes) < count:
        fresh = {new_code() for _ in range(count - len(codes))} - codes
        codes |= fresh - set(Card.objects.filter(code__in=fresh).values_list("code", flat=True))
    return list(codes)
