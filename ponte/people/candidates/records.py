# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Cards as what is compared of them."""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from django.db import connection

from ponte.people.matching import records
from ponte.people.matching.records import Birth, Record
from ponte.people.models import Card

STEP = 5_000

# An array for each thing of which a card has several, then the person.
_ROWS = "SELECT * FROM ponte_described_cards(%s)"


def record_of(card: Card) -> Record:
    """Raises `KeyError` where the role in force may not see the card."""
    return records_of([card.pk])[card.pk]


def records_of(card_ids: Collection[int]) -> dict[int, Record]:
    """The records of these cards, as far as the role in force may see them, in one statement."""
    return {pk: record for pk, (_person, record) in persons_of(card_ids).items()}


def persons_of(card_ids: Collection[int]) -> dict[int, tuple[int, Record]]:
    """The same, each with the person it belongs to."""
    with connection.cursor() as cursor:
        cursor.execute(_ROWS, [list(card_ids)])
        return {row[0]: (row[-1], _record(row[1:-1])) for row in cursor.fetchall()}


def _record(row: Sequence[Any]) -> Record:
    (given, family, native, chosen, sex, year, month, day, place, country, citizenships, phone, email, address,
     postcode, area, household, names, phones, emails, codes, documents) = row  # fmt: skip
    code = records.compact(codes[0]) if codes else ""
    told = Birth(year or 0, month or 0, day or 0)
    birth, sex = records.completed(told, sex, code)
    return Record(
        names=records.whole_names(given, family, native, chosen, *names),
        given=given,
        birth=birth,
        sex=sex,
        birth_place=records.folded(place),
        birth_country=country,
        citizenships=frozenset(citizenships),
        phones=tuple(filter(None, map(records.phone_tail, (phone, *phones)))),
        emails=tuple(value.lower() for value in (email, *emails) if value),
        documents=tuple(filter(None, map(records.document, documents))),
        fiscal_code=records.without_omocodia(code),
        code_fits=records.fits(told, code),
        address=records.folded(address),
        postcode=records.compact(postcode),
        municipality=records.folded(area or ""),
        household=str(household or ""),
    )


def all_records(*, after: int = 0) -> Iterator[tuple[int, Record]]:
    """Every card with a key above `after`, in the order of their keys, read some thousand at a time."""
    while True:
        card_ids = list(
            Card.objects.filter(pk__gt=after, erased_at=None).order_by("pk").values_list("pk", flat=True)[:STEP]
        )
        if not card_ids:
            return
        found = records_of(card_ids)
        yield from ((pk, found[pk]) for pk in card_ids if pk in found)
        after = card_ids[-1]
