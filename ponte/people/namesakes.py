# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""People of one name who were not born at different times: whatever else is known, somebody decides about them."""

from dataclasses import replace

from django.db import connection

from ponte.people.matching import keys
from ponte.people.matching.records import Birth, Record, folded, whole_names
from ponte.people.models import Card

MOST = 20


def are_namesakes(record: Record, card: Card) -> bool:
    """The same words in any order, and of the dates of birth nothing that differs."""
    named = whole_names(card.given_name, card.family_name, card.native_name, card.chosen_name)
    if not _words(record.names) & _words(named):
        return False
    born = Birth(card.birth_year or 0, card.birth_month or 0, card.birth_day or 0)
    parts = ((record.birth.year, born.year), (record.birth.month, born.month), (record.birth.day, born.day))
    return all(not one or not other or one == other for one, other in parts)


def _words(names: tuple[str, ...]) -> set[tuple[str, ...]]:
    return {tuple(sorted(words)) for name in names if (words := folded(name).split())}


def cards_of_one_name_and_birth(record: Record) -> list[int]:
    """The cards, visible to the role in force, of the same name and the same date of birth, as precise as it is."""
    if not record.birth.year:
        return []
    found: dict[int, None] = {}
    for name in record.names:
        alone = Record(names=(name,))
        telling = keys.keys_of(replace(alone, birth=record.birth)) - keys.keys_of(alone)
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT card_id FROM people_matchkey WHERE key = ANY(%s) "
                "GROUP BY card_id HAVING count(*) = %s LIMIT %s",
                [list(telling), len(telling), MOST],
            )
            found |= dict.fromkeys(pk for (pk,) in cursor.fetchall())
    cards = Card.objects.filter(pk__in=found).only(*Card.NAMES, "birth_year", "birth_month", "birth_day")
    return [card.pk for card in cards if are_namesakes(record, card)]
