# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Rows of a file that look like a card that is there, or like another row: stored all the same, and put to people.

Whoever imports is told of other services' people no more than at intake: of what only protected services know,
nothing. The review queue keeps to the same rules on its own.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from ponte.accounts.models import User
from ponte.people.candidates.lookalikes import LookAlike, lookalikes_of
from ponte.people.models import Acquaintance, Card
from ponte.people.presence import Kind, openness
from ponte.people.queries import team_service_ids
from ponte.people.review import actions as review
from ponte.people.review.models import MatchPair
from ponte.people.review.proposals import Proposal
from ponte.platform.spreadsheets.importing import Progress, silent

MOST_TOLD = 20


@dataclass(frozen=True, slots=True)
class FoundTwice:
    """How many rows, and the first of them in words."""

    rows: int
    in_words: str = ""


def propose_lookalikes(written: Mapping[int, int], *, by: User | None, progress: Progress = silent) -> FoundTwice:
    """Put the pairs into the review queues; `written` is the row of each card that was made or changed. For roles
    that see every card."""
    alike = lookalikes_of(written, progress)
    review.propose(
        (Proposal(pair.card, pair.other, pair.likeness) for pair in alike), source=MatchPair.Source.IMPORT, by=by
    )
    told = _what_may_be_told(alike, written, by)
    sentences: dict[int, str] = {}
    for pair in alike:
        for one, other in ((pair.card, pair.other), (pair.other, pair.card)):
            if one in written and other in told and not (other in written and written[other] > written[one]):
                sentence = _("riga %(row)s: %(whom)s (%(band)s)")
                said = {"row": written[one], "whom": told[other], "band": pair.likeness.band.label}
                sentences.setdefault(written[one], sentence % said)
    if not sentences:
        return FoundTwice(0)
    first = "; ".join(sentences[row] for row in sorted(sentences)[:MOST_TOLD])
    more = " …" if len(sentences) > MOST_TOLD else ""
    head = _(
        "Righe che somigliano a schede che ci sono già o ad altre righe, salvate e messe tra le schede forse doppie:"
    )
    return FoundTwice(len(sentences), f"{head} {first}{more}.")


def _what_may_be_told(alike: Collection[LookAlike], written: Mapping[int, int], by: User | None) -> dict[int, str]:
    """Of each card in a pair, words for it; none for a card of which the user may not be told. Whoever works on the
    command line sees every card."""
    ids = {card for pair in alike for card in (pair.card, pair.other)}
    words = {card: _("come la riga %(row)s") % {"row": written[card]} for card in ids if card in written}
    others = ids - words.keys()
    codes = dict(Card.objects.filter(pk__in=others).values_list("pk", "code"))
    for card, (kind, _services) in how_known(others, by).items():
        if kind == Kind.OWN:
            words[card] = _("come la scheda %(code)s") % {"code": codes[card]}
        else:
            words[card] = _("come una persona che un altro servizio conosce")
    return words


def how_known(cards: Collection[int], by: User | None) -> dict[int, tuple[Kind, list[int]]]:
    """Of each card of which something may be told, how openly, and the shared services that know it. Whoever works on
    the command line sees every card."""
    if by is None:
        return {card: (Kind.OWN, []) for card in cards}
    mine = team_service_ids(by)
    known: dict[int, list[tuple[int, str]]] = {}
    rows = Acquaintance.objects.for_user(by).filter(card__in=cards).order_by("service__position", "service_id")
    for card, service, confidentiality in rows.values_list("card_id", "service_id", "service__confidentiality"):
        known.setdefault(card, []).append((service, confidentiality))
    return {
        card: (kind, [service for service, how in knowing if how == Kind.SHARED])
        for card, knowing in known.items()
        if (kind := openness(knowing, mine)) is not None
    }
