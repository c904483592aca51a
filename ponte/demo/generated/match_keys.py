# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The keys by which generated cards are found, made from the row on its way into the table."""

from collections.abc import Sequence
from typing import Any

from ponte.demo.generated.card_rows import CARD_COLUMNS
from ponte.people.matching import keys, records
from ponte.people.matching.records import Birth, Record

_AT = {column: position for position, column in enumerate(CARD_COLUMNS)}


def keys_of_row(row: Sequence[Any]) -> frozenset[int]:
    """As `candidates.index_cards` would make them: generated cards have no identifiers and no further names."""

    def said(column: str) -> Any:
        return row[_AT[column]] or ""

    return keys.keys_of(
        Record(
            names=records.whole_names(
                said("given_name"), said("family_name"), said("native_name"), said("chosen_name")
            ),
            birth=Birth(*(row[_AT[part]] or 0 for part in ("birth_year", "birth_month", "birth_day"))),
            phones=tuple(filter(None, (records.phone_tail(said("phone")),))),
            emails=tuple(filter(None, (said("email").lower(),))),
            address=records.folded(said("address")),
        )
    )
