# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Keeping the keys of cards in step with what the cards say."""

from collections.abc import Collection

from django.db import connection, transaction

from ponte.people.candidates.records import records_of
from ponte.people.matching import keys
from ponte.people.matching.pairs import MOST_SHARING
from ponte.people.models import Card, FrequentKey, MatchKey
from ponte.platform.database import bulk

# The fields of a card of which keys are made.
KEYED_FIELDS = {
    "given_name", "family_name", "native_name", "chosen_name", "birth_year", "birth_month", "birth_day", "phone",
    "email", "address",
}  # fmt: skip
AT_ONCE = 5_000
MANY = 100


@transaction.atomic
def index_cards(card_ids: Collection[int]) -> None:
    """Give these cards the keys of what they say now. Belongs into the transaction that changed them.

    Whoever makes a card writes `keys.VERSION` on it.
    """
    ordered = sorted(card_ids)
    for start in range(0, len(ordered), AT_ONCE):
        _index_some(ordered[start : start + AT_ONCE])


def _index_some(card_ids: list[int]) -> None:
    wanted = {(key, pk) for pk, record in records_of(card_ids).items() for key in keys.keys_of(record)}
    present = set(MatchKey.objects.filter(card__in=card_ids).values_list("key", "card_id"))
    gone = present - wanted
    if gone:
        with connection.cursor() as cursor:
            cursor.executemany("DELETE FROM people_matchkey WHERE key = %s AND card_id = %s", sorted(gone))
    new = sorted(wanted - present)
    if len(new) > MANY:
        bulk.insert_many(MatchKey._meta.db_table, ("key", "card_id"), new)
    else:
        MatchKey.objects.bulk_create(MatchKey(key=key, card_id=pk) for key, pk in new)


def index_outdated(most: int = AT_ONCE) -> int:
    """Make the keys of some cards again that an older version of the algorithm made; returns how many."""
    with transaction.atomic():
        outdated = Card.objects.select_for_update(skip_locked=True).filter(
            keys_version__lt=keys.VERSION, erased_at=None
        )
        card_ids = list(outdated.values_list("pk", flat=True)[:most])
        index_cards(card_ids)
        Card.objects.filter(pk__in=card_ids).update(keys_version=keys.VERSION)
    return len(card_ids)


@transaction.atomic
def count_frequent_keys() -> None:
    """Count anew which keys many cards share. Until the next time, a key is as frequent as it was."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM people_frequentkey")
        cursor.execute(
            f"INSERT INTO {FrequentKey._meta.db_table} (key, cards) "  # noqa: S608 (a table's own name)
            "SELECT key, count(*) FROM people_matchkey GROUP BY key HAVING count(*) > %s",
            [MOST_SHARING],
        )
