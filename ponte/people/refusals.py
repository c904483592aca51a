# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Why a decision about who is whom is refused, in a sentence that names what stands against it.

Cards that the one who decides may not see are not named; the database leaves out those whose very existence
must not be learnt.
"""

from collections.abc import Collection, Iterable, Sequence

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ponte.accounts.models import User
from ponte.people import decisions
from ponte.people.models import Card, CardIdentifier, IdentityDecision


class ContradictionError(ValidationError):
    """Something in force says otherwise. `documents`: it is papers, which may be wrong."""

    def __init__(self, sentence: str, *, documents: bool = False) -> None:
        super().__init__(sentence)
        self.documents = documents


class AlreadyDecidedError(ValidationError):
    """Somebody was quicker."""


def named(card: Card) -> str:
    return _("«%(name)s» (scheda %(code)s)") % {"name": card.display_name, "code": card.code}


def _told(decision: IdentityDecision, to: User) -> dict[str, str]:
    return {"one": named(decision.card_a), "other": named(decision.card_b), **_who_and_when(decision, to)}


def _who_and_when(decision: IdentityDecision, to: User) -> dict[str, str]:
    return {
        "who": decisions.who_decided(decision, to),
        "when": date_format(timezone.localtime(decision.decided_at), "SHORT_DATETIME_FORMAT"),
    }


def already_decided(decision: IdentityDecision, *, to: User) -> AlreadyDecidedError:
    if decision.verdict == IdentityDecision.Verdict.SAME:
        sentence = _("%(one)s e %(other)s sono già unite: lo ha deciso %(who)s, %(when)s.")
    else:
        sentence = _("%(one)s e %(other)s sono già considerate persone diverse: lo ha deciso %(who)s, %(when)s.")
    return AlreadyDecidedError(sentence % _told(decision, to))


def already_undone(by: IdentityDecision | None = None, *, to: User) -> AlreadyDecidedError:
    if by is None:
        return AlreadyDecidedError(_("Questa decisione è già stata annullata."))
    return AlreadyDecidedError(
        _("Questa decisione è già stata annullata: lo ha fatto %(who)s, %(when)s.") % _who_and_when(by, to)
    )


def changed_meanwhile(cards: Collection[int], *, to: User) -> AlreadyDecidedError:
    persons = Card.objects.filter(pk__in=cards).values("person_id")
    together = list(Card.objects.filter(person_id__in=persons).values_list("pk", flat=True))
    last = (
        IdentityDecision.objects.filter(decisions.about(together))
        .select_related("card_a", "card_b", "decided_by")
        .order_by("-pk")
        .first()
    )
    if last is None:
        return AlreadyDecidedError(_("Nel frattempo queste schede sono cambiate: le riguardi e decida di nuovo."))
    return AlreadyDecidedError(
        _("Nel frattempo %(who)s ha deciso su %(one)s e %(other)s (%(what)s): riguardi e decida di nuovo.")
        % {"what": last.get_verdict_display(), **_told(last, to)}
    )


def contradicting_documents(found: Iterable[tuple[str, int, int]]) -> ContradictionError:
    """`found` are kinds of documents and the two cards that hold different ones."""
    sentences = []
    for kind, card_a, card_b in found:
        label = CardIdentifier.Kind(kind).label
        cards = {card.pk: card for card in Card.objects.filter(pk__in=[card_a, card_b])}
        if len(cards) == 2:
            sentences.append(
                _("%(one)s e %(other)s hanno documenti diversi dello stesso tipo: %(kind)s.")
                % {"one": named(cards[card_a]), "other": named(cards[card_b]), "kind": label}
            )
        else:
            sentences.append(
                _("Un'altra scheda della stessa persona, di un altro servizio, ha un documento diverso: %(kind)s.")
                % {"kind": label}
            )
    sentences.append(_("Se uno dei due è sbagliato o è stato rinnovato, lo dica e scriva il motivo."))
    return ContradictionError(" ".join(sentences), documents=True)


def contradiction(*, left_out: int, wall: int, made: Sequence[IdentityDecision], to: User) -> ContradictionError:
    """The decisions `left_out` (same) and `wall` (different) cannot both stand; `made` are the new ones."""
    there = {
        decision.pk: decision
        for decision in IdentityDecision.objects.filter(pk__in=[left_out, wall]).select_related(
            "card_a", "card_b", "decided_by"
        )
    }
    new = {decision.pk for decision in made}
    if wall in there and wall not in new:
        sentence = _(
            "%(one)s e %(other)s sono considerate persone diverse: lo ha deciso %(who)s, %(when)s. "
            "Prima va annullata quella decisione."
        )
        return ContradictionError(sentence % _told(there[wall], to))
    if left_out in there and left_out not in new:
        sentence = _(
            "Restano unite da un'altra decisione, su %(one)s e %(other)s: l'ha presa %(who)s, %(when)s. "
            "Prima va annullata quella."
        )
        return ContradictionError(sentence % _told(there[left_out], to))
    return ContradictionError(
        _(
            "Un altro servizio ha deciso il contrario su una scheda della stessa persona: "
            "ne parli con il suo referente."
        )
    )
