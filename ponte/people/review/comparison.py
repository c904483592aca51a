# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Cards beside each other, row by row, with what is equal and what differs."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ponte.people import names, permits, phones, presentation
from ponte.people.matching.likeness import Reason
from ponte.people.models import Card, CardIdentifier
from ponte.people.presentation import Said


class Mark(StrEnum):
    EQUAL = "equal"
    DIFFERENT = "different"
    ONE_SIDED = "one_sided"  # some say nothing
    SILENT = "silent"


@dataclass(frozen=True, slots=True)
class Row:
    label: str | Promise
    cells: tuple[Said, ...]

    @property
    def mark(self) -> Mark:
        values = [str(cell.value).casefold() for cell in self.cells if cell.value]
        if not values:
            return Mark.SILENT
        if len(set(values)) > 1:
            return Mark.DIFFERENT
        return Mark.EQUAL if len(values) == len(self.cells) else Mark.ONE_SIDED


def told(reasons: Sequence[Reason], cards: Sequence[Card]) -> list[Reason]:
    """The reasons that may be read beside these cards: none that spells a legal name behind a chosen one."""
    hidden = set[str]()
    for card in cards:
        if card.chosen_name:
            shown = names.tokens([card.chosen_name, card.family_name])
            legal = names.tokens([card.given_name, card.native_name])
            codes = [paper.value for paper in card.identifiers.all() if paper.kind == CardIdentifier.Kind.FISCAL_CODE]
            hidden |= (legal - shown) | names.tokens(codes)
    return [reason for reason in reasons if not hidden & names.tokens([reason.text])]


def rows(cards: Sequence[Card]) -> list[Row]:
    """What at least one of the cards says."""
    said = [[*_names(card), *presentation.about(card), *presentation.contacts(card), *_more(card)] for card in cards]
    found = [Row(cells[0].label, cells) for cells in zip(*said, strict=True)]
    return [row for row in found if row.mark is not Mark.SILENT]


def _names(card: Card) -> list[Said]:
    others = [str(other) for other in card.other_names.all()]
    return [
        Said(_("Nome"), card.chosen_name or card.given_name),
        Said(_("Cognome"), card.family_name),
        Said(_("Nome nella sua scrittura"), card.shown_native_name),
        Said(_("Altri nomi"), ", ".join(sorted(others))),
    ]


def _more(card: Card) -> list[Said]:
    reached = [
        phones.displayed(other.value) if other.kind == "phone" else other.value for other in card.other_contacts.all()
    ]
    return [
        Said(_("Altri recapiti"), ", ".join(sorted(reached))),
        *(
            Said(kind.label, _numbers(card, kind))
            for kind in CardIdentifier.Kind
            if kind != CardIdentifier.Kind.OTHER
        ),
        Said(_("Ruolo nel nucleo"), card.get_household_role_display() if card.household_role else ""),
        Said(_("Annotazioni"), card.notes),
    ]


def _numbers(card: Card, kind: CardIdentifier.Kind) -> str:
    """A codice fiscale tells the legal name: not beside a chosen one."""
    if card.chosen_name and kind == CardIdentifier.Kind.FISCAL_CODE:
        return ""
    papers = [paper for paper in card.identifiers.all() if paper.kind == kind]
    return ", ".join(sorted(filter(None, (" ".join(_words(paper)) for paper in papers))))


def _words(paper: CardIdentifier) -> list[str]:
    return list(filter(None, (paper.country, paper.value, str(permits.permit_label(paper.permit_type)))))
