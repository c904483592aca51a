# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What stands in the way of using a card: it was erased, or its data may be kept and not used.

Rooms above add their reasons with `add_provider` in their `AppConfig.ready`; actions ask `check` before they write.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence

from django.core.exceptions import ValidationError
from django.db import connection
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

# Given card ids, a sentence for each that may not be used now.
Provider = Callable[[Sequence[int]], Mapping[int, str]]
_providers: list[Provider] = []


class HeldError(ValidationError):
    """The sentence says why the card may not be used, and whom to ask."""


def add_provider(provider: Provider) -> None:
    if provider not in _providers:
        _providers.append(provider)


def held(cards: Iterable[int]) -> dict[int, str]:
    """The cards that may not be used, each with the reason."""
    ids = sorted(set(cards))
    return {card: why for provider in _providers for card, why in provider(ids).items()} if ids else {}


def check(cards: Iterable[int]) -> None:
    """Raises `HeldError` where one of the cards may not be used."""
    for why in held(cards).values():
        raise HeldError(why)


def check_not_erased(cards: Iterable[int]) -> None:
    """Raises `HeldError` where one of the cards was erased: who was whom can then no longer be decided or taken back.

    Asked past row-level security: an erased card is known to nobody.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT max(erased_at) FROM ponte_erased_cards(%s)", [sorted(set(cards))])
        erased_at = cursor.fetchone()[0]
    if erased_at is not None:
        when = date_format(timezone.localtime(erased_at), "SHORT_DATE_FORMAT")
        raise HeldError(
            _(
                "I dati di una di queste schede sono stati cancellati il %(when)s: le unioni che la riguardano "
                "non si possono più cambiare né annullare."
            )
            % {"when": when}
        )
