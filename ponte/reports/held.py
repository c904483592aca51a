# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What published reports hold of people: rows without names, which nobody finds again once the card is erased."""

from collections.abc import Collection

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from ponte.people.models import Card
from ponte.people.rights.holdings import Holding, add
from ponte.reports.models import FrozenFact


def _facts(cards: Collection[int], answering: int) -> QuerySet[FrozenFact]:
    persons = Card.objects.filter(pk__in=cards).values("person_id")
    return FrozenFact.objects.filter(person_id__in=persons, service_id=answering)


def tell() -> None:
    why = _("righe senza nome dietro alle cifre pubblicate: si contano, non si leggono")
    add(Holding(FrozenFact, _facts, withheld=why, stays=why))
