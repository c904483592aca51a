# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What oversight holds on a card: that somebody looked at it in a way worth a question."""

from collections.abc import Collection

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from ponte.oversight.models import UnusualAccess
from ponte.people.rights.holdings import Holding, Scope, add


def _noticed(cards: Collection[int], answering: int) -> QuerySet[UnusualAccess]:
    return UnusualAccess.objects.filter(Q(card__in=cards) | Q(cards__overlap=list(cards)))


def _erase_notes(scope: Scope) -> int:
    return _noticed([scope.card], scope.service).exclude(note="").update(note="") if scope.whole else 0


def tell() -> None:
    add(
        Holding(
            UnusualAccess,
            _noticed,
            erase=_erase_notes,
            withheld=_("riguarda chi lavora nei servizi, finché non è stato chiarito"),
            stays=_("resta chi ha guardato, quando e quante volte, per numero e senza note"),
        )
    )
