# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Joining cards with everything in view, choosing which card says what, and parting them again."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from ponte.accounts.models import User
from ponte.people import decisions, identity, rules
from ponte.people.models import Card, IdentityDecision
from ponte.people.persons import Field
from ponte.people.refusals import ContradictionError
from ponte.people.review import merging, preview
from ponte.people.review.actions import Outcome
from ponte.people.review.forms import MergeForm, PartForm
from ponte.people.search import search
from ponte.people.views.web import acting_user, card_or_404, say
from ponte.platform.audit import actions as audit

MOST = 8


def merge(request: HttpRequest, code: str) -> HttpResponse:
    """`?con=CODE`, as often as needed, names the cards to be joined to this one; a name in any script does, too."""
    user, card = acting_user(request), card_or_404(request, code)
    others, unclear = _named(user, card, request.GET.getlist("con")[:MOST])
    cards = preview.all_cards_of(user, [card, *others])
    is_merge = len({one.person_id for one in cards}) > 1
    form = MergeForm(
        request.POST or None, documents=is_merge and _papers_differ(card, others),
        initial={"seen": identity.fingerprint(cards)},
    )  # fmt: skip
    if request.method == "POST" and is_merge and form.is_valid():
        try:
            outcome = merging.merge(
                cards=[card, *others],
                by=user,
                reason=form.cleaned_data["reason"],
                overrides=form.overrides(),
                seen=form.cleaned_data["seen"],
                choices=_choices(request, cards),
            )
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
        else:
            _tell(request, outcome)
            return redirect("people:card", card.code)
    elif request.method == "POST" and not is_merge and len(cards) > 1:
        merging.choose_values(cards=cards, choices=_choices(request, cards), by=user)
        say(request, _("I valori scelti sono quelli che si vedono."))
        return redirect("people:card", card.code)
    for one in cards:
        audit.record("people.read_card", one, by=user, reason=_("anteprima di un'unione"))
    context = {
        "card": card,
        "others": others,
        "unclear": unclear,
        "form": form,
        "is_merge": is_merge,
        "together": preview.together(user, cards, _choices(request, cards)) if len(cards) > 1 else None,
        "takes_two": is_merge and rules.guarding_service(user, cards) is not None,
        "former": _former(user, cards),
        "history": decisions.history(user, cards),
    }
    return render(request, "review/merge.html", context)


def _named(user: User, card: Card, said: list[str]) -> tuple[list[Card], list[tuple[str, list[Card]]]]:
    """The cards meant by these codes or names; then what means none or several, with those that it may mean."""
    found: dict[int, Card] = {}
    unclear = []
    for text in dict.fromkeys(text.strip() for text in said if text.strip()):
        meant = [one for one in search(user, text, most=MOST).cards if one.pk != card.pk]
        code = text.replace(" ", "").upper()
        by_code = [one for one in meant if one.code == code]
        if meant and not by_code:
            audit.record("people.search_people", by=user, several=meant, after={"q": text, "page": "review:merge"})
        if len(by_code or meant) == 1:
            one = (by_code or meant)[0]
            found.setdefault(one.pk, one)
        else:
            unclear.append((text, meant))
    return list(found.values()), unclear


def _papers_differ(card: Card, others: list[Card]) -> bool:
    try:
        for other in others:
            identity.check_documents(card.pk, other.pk)
    except ContradictionError:
        return True
    return False


def _choices(request: HttpRequest, cards: list[Card]) -> dict[str, Card]:
    """The card chosen for each field for which the form offered a choice."""
    by_code = {card.code: card for card in cards}
    given = {field: request.POST.get(f"value_{field}", "") for field in Field}
    return {field: by_code[code] for field, code in given.items() if code in by_code}


def _former(user: User, cards: list[Card]) -> list[tuple[IdentityDecision, str]]:
    """Decisions in force that held cards of the persons about to be joined to be different, and whose they are."""
    ids = [card.pk for card in cards]
    found = decisions.in_force().filter(verdict=IdentityDecision.Verdict.DIFFERENT, card_a__in=ids, card_b__in=ids)
    return [
        (decision, decisions.who_decided(decision, user))
        for decision in found.select_related("card_a", "card_b", "decided_by")
    ]


def _tell(request: HttpRequest, outcome: Outcome) -> None:
    if outcome == Outcome.DECIDED:
        say(request, _("Le schede sono unite: ognuna resta com'è, e la persona è una."))
    else:
        messages.info(
            request,
            _("La sua risposta è scritta. L'unione vale quando anche un'altra persona dell'équipe la conferma."),
        )


def part(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Take a join back, after seeing what it will part."""
    user, card = acting_user(request), card_or_404(request, code)
    cards = preview.all_cards_of(user, [card])
    ids = [one.pk for one in cards]
    found = decisions.in_force().filter(pk=pk, verdict=IdentityDecision.Verdict.SAME, card_a__in=ids, card_b__in=ids)
    decision = found.select_related("card_a", "card_b", "decided_by").first()
    if decision is None:
        raise Http404
    whole = list(decisions.of_batch(user, decision.batch)) if decision.batch else [decision]
    form = PartForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            merging.part(
                decision=decision,
                by=user,
                reason=form.cleaned_data["reason"],
                hold_different=form.cleaned_data["different"],
            )
        except ValidationError as refusal:
            form.add_error(None, refusal.messages)
        else:
            say(request, _("L'unione è annullata: quello che è stato scritto dopo resta sulla sua scheda."))
            return redirect("people:card", card.code)
    context = {
        "card": card,
        "decision": decision,
        "who": decisions.who_decided(decision, user),
        "whole": whole,
        "parts": preview.parts_without(user, whole, cards),
        "form": form,
    }
    return render(request, "review/part.html", context)
