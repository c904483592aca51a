# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What learning holds on a card: of an answer about it, the group of languages."""

from collections.abc import Collection

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from ponte.people.learning.models import VerdictGroup
from ponte.people.rights.holdings import Holding, add


def _groups(cards: Collection[int], answering: int) -> QuerySet[VerdictGroup]:
    found = Q(verdict__pair__card_a__in=cards) | Q(verdict__pair__card_b__in=cards)
    return VerdictGroup.objects.filter(found, verdict__pair__guarded_by=None)


def tell() -> None:
    why = _("gruppo di lingue di una risposta su due schede: non si torna da lì a nessuno")
    add(Holding(VerdictGroup, _groups, withheld=why, stays=why))
