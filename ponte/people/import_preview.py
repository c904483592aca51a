# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Rows of a file beside the cards that are there and beside one another, before anything is stored.

Whoever imports is told no more than at intake: of a shared service's person as much as it takes to recognise them, of
a reserved one's that there is somebody to ask, of what only protected services know nothing. What is told is in the
audit trail: a file of names must not be a way to ask unseen.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Final

from django.urls import reverse
from django.utils.translation import gettext as _

from ponte.accounts.models import User
from ponte.network.areas import areas_by_name_or_code
from ponte.people import decisions
from ponte.people.bulk import Asked, CardImport
from ponte.people.candidates.lookalikes import LookAlike, lookalikes_of_rows
from ponte.people.imported_twice import how_known
from ponte.people.learning import in_force
from ponte.people.matching import competing
from ponte.people.matching.likeness import Band
from ponte.people.matching.model import Model
from ponte.people.matching.records import Record, from_sheet
from ponte.people.models import Card, Household, IdentityDecision, ToldApart
from ponte.people.presence import Kind
from ponte.people.telling import Desk, desks_of
from ponte.platform.audit import actions as audit
from ponte.platform.spreadsheets.importing import ParsedRow, Preview, Progress, RowAlike

MOST_OTHERS: Final = 3
MOST_IN_TRAIL: Final = 1000
Known = Mapping[int, tuple[Kind, list[int]]]


def preview(cards: CardImport, rows: Sequence[ParsedRow], *, by: User | None, progress: Progress) -> Preview:
    """For roles that see every card."""
    asked = cards.sort(rows)
    fresh = [row for row, _digests in asked.new] + [change.row for change in asked.changed]
    compared = lookalikes_of_rows(_records(fresh, cards.source), progress)
    found = _still_open(compared.pairs, asked)
    alike, told = _in_words(found, compared.as_one, fresh, by)
    if told:
        audit.record(
            "people.preview_import", by=by,
            after={"rows": len(rows), "alike": len(alike), "cards": ",".join(map(str, told[:MOST_IN_TRAIL]))},
        )  # fmt: skip
    return Preview(asked.counts, alike)


def _records(rows: Sequence[ParsedRow], source: str) -> dict[int, Record]:
    areas = areas_by_name_or_code({row.values["municipality"] for row in rows if "municipality" in row.values})
    homes = dict(
        Household.objects.filter(import_source=source).exclude(import_ref="").values_list("import_ref", "pk")
    )
    return {row.number: from_sheet(_as_cells(row, areas, homes)) for row in rows}


def _as_cells(row: ParsedRow, areas: Mapping[str, object], homes: Mapping[str, int]) -> dict[str, str]:
    """The row as a card's record would have it: names of comuni, and households by their number."""
    cells = {
        column: ";".join(value) if isinstance(value, list) else str(value) for column, value in row.values.items()
    }
    if "municipality" in cells:
        cells["municipality"] = getattr(areas.get(cells["municipality"]), "name", cells["municipality"])
    if "household" in cells:
        cells["household"] = str(homes.get(cells["household"], f"row {cells['household']}"))
    return cells


def _still_open(found: Sequence[LookAlike], asked: Asked) -> list[LookAlike]:
    """Without a row beside its own card, or beside cards that are one person with that or were told apart from it."""
    own = {-change.row.number: change.card_id for change in asked.changed}
    cards = set(own.values())
    apart = {
        frozenset(pair)
        for pairs in (
            decisions.in_force().filter(verdict=IdentityDecision.Verdict.DIFFERENT),
            ToldApart.objects.all(),
        )
        for pair in pairs.filter(decisions.about(cards)).values_list("card_a_id", "card_b_id")
    }
    persons = dict(
        Card.objects.filter(pk__in=cards | {one for pair in found for one in (pair.card, pair.other)}).values_list(
            "pk", "person_id"
        )
    )

    def is_open(pair: LookAlike) -> bool:
        one, other = own.get(pair.card, pair.card), own.get(pair.other, pair.other)
        same_person = one in persons and persons[one] == persons.get(other)
        return not same_person and frozenset((one, other)) not in apart

    return [pair for pair in found if is_open(pair)]


def _in_words(
    found: Sequence[LookAlike], as_one: Collection[frozenset[int]], rows: Sequence[ParsedRow], by: User | None
) -> tuple[list[RowAlike], list[int]]:
    """The rows in their order, and the cards that are told of. Of two rows alike, the later one is told."""
    named = {row.number: _name_of(row) for row in rows}
    there = {card for pair in found for card in (pair.card, pair.other) if card > 0}
    words = _of_cards(there, how_known(there, by))
    model = in_force.model()
    alone: dict[int, dict[int, float]] = defaultdict(dict)
    for pair in found:
        low, high = sorted((pair.card, pair.other))
        if high < 0 or high in words:
            alone[-low][high] = pair.likeness.score
    # Only those who are told of compete: whom nothing may be told of changes no word.
    beside = {number: _among(model, others, as_one) for number, others in alone.items()}
    told = sorted({other for others in beside.values() for _band, other in others[:MOST_OTHERS] if other > 0})
    return [
        RowAlike(
            number,
            named[number],
            str(others[0][0].label),
            [
                words[other]
                if other > 0
                else (_("riga %(row)s: %(name)s") % {"row": -other, "name": named[-other]}, "")
                for _band, other in others[:MOST_OTHERS]
            ],
        )
        for number, others in sorted(beside.items())
    ], told


def _among(model: Model, alone: Mapping[int, float], as_one: Collection[frozenset[int]]) -> list[tuple[Band, int]]:
    """Each with its band once the others are heard, of whom at most one person is the row's."""
    groups: list[list[int]] = []
    for other in alone:
        joined = next((g for g in groups if any(frozenset((other, one)) in as_one for one in g)), None)
        if joined is None:
            groups.append([other])
        else:
            joined.append(other)
    odds = competing.bits_among([max(alone[other] for other in group) for group in groups])
    taken = {
        other: bits - max(alone[one] for one in group)
        for group, bits in zip(groups, odds, strict=True)
        for other in group
    }
    return [(competing.band(model, bits + taken[other]), other) for other, bits in alone.items()]


def _name_of(row: ParsedRow) -> str:
    get = row.values.get
    latin = f"{get('chosen_name') or get('given_name', '')} {get('family_name', '')}".strip()
    return latin or str(get("native_name", ""))


def _of_cards(ids: Collection[int], known: Known) -> dict[int, tuple[str, str]]:
    """Words for each card of which something may be told, and the address of its page where that may be opened."""
    shared = [(pk, service) for pk, (kind, services) in known.items() if kind == Kind.SHARED for service in services]
    desks = desks_of(shared)
    found = {}
    for card in Card.objects.filter(pk__in=known.keys() & set(ids)).select_related("area"):
        kind = known[card.pk][0]
        if kind == Kind.OWN:
            said = _("scheda %(code)s: %(name)s") % {"code": card.code, "name": _recognised(card)}
            found[card.pk] = (said, reverse("people:card", args=[card.code]))
        elif kind == Kind.SHARED:
            whom = "; ".join(map(_whom, desks.get(card.pk, [])))
            found[card.pk] = (_("%(name)s, che conosce %(whom)s") % {"name": _recognised(card), "whom": whom}, "")
        else:
            found[card.pk] = (_("una persona che un servizio riservato conosce: c'è un referente a cui chiedere"), "")
    return found


def _recognised(card: Card) -> str:
    """The name to call them by, year and comune: as much as it takes."""
    return ", ".join(
        filter(None, (card.display_name, str(card.birth_year or ""), card.area.name if card.area else ""))
    )


def _whom(desk: Desk) -> str:
    return ", ".join(filter(None, (f"{desk.service} ({desk.provider})", desk.phone, desk.referent)))
