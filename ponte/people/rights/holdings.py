# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""What each room holds on a card: to be told to the person, and to be erased.

Rooms above add theirs with `add` in their `AppConfig.ready`. A guard test fails for a table with a path to a person
that nobody told of here.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from django.db.models import Model, QuerySet
from django.utils.functional import Promise

Text = str | Promise


@dataclass(frozen=True, slots=True)
class Scope:
    """What is being erased: what `service` holds on `card`.

    `whole` where no other service knows the card, which then goes too. `words` are those by which the person is found
    in texts about several people.
    """

    disposal: int
    card: int
    service: int
    whole: bool
    words: tuple[str, ...]


# Given card ids and the service that answers: what it holds on them, and nothing that another keeps to itself.
Rows = Callable[[Collection[int], int], QuerySet[Any]]
# Erases, as the system, and returns how many rows.
Erase = Callable[[Scope], int]


@dataclass(frozen=True, slots=True)
class Holding:
    """`withheld` says why rows are not told (none is then given out), `partly` why some are not, `stays` why they are
    not erased, or what stays of them. `hidden` are fields that are not told.

    `notes` erases texts alone, for a term on notes. Where `is_base` is set, others need these rows to find their own:
    they are erased last.
    """

    model: type[Model]
    rows: Rows
    erase: Erase | None = None
    notes: Erase | None = None
    withheld: Text = ""
    partly: Text = ""
    stays: Text = ""
    hidden: frozenset[str] = frozenset()
    is_base: bool = False

    @property
    def name(self) -> str:
        return str(self.model._meta.verbose_name_plural)


_holdings: dict[type[Model], Holding] = {}


def add(*held: Holding) -> None:
    for one in held:
        _holdings[one.model] = one


def all_of_them() -> list[Holding]:
    """In the order in which they are erased."""
    return sorted(_holdings.values(), key=lambda one: one.is_base)


def of_card(model: type[Model], *, path: str = "card", service: str = "") -> Rows:
    """Rows that lead to the card by `path`; with `service`, only those of the service that answers."""

    def rows(cards: Collection[int], answering: int) -> QuerySet[Any]:
        found: QuerySet[Any] = QuerySet(model).filter(**{f"{path}__in": cards})
        return found.filter(**{service: answering}) if service else found

    return rows


def deleting(rows: Rows, *, only_whole: bool = False) -> Erase:
    """Rows that can simply go; with `only_whole`, when nobody else knows the card."""

    def erase(scope: Scope) -> int:
        if only_whole and not scope.whole:
            return 0
        return sum(rows([scope.card], scope.service).delete()[1].values())

    return erase
