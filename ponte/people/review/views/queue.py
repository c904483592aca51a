# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The queue: one pair after the other, answered by a key or a button."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ponte.accounts.models import User
from ponte.people import timeline
from ponte.people.refusals import ContradictionError
from ponte.people.review import actions, comparison, queries, rules
from ponte.people.review.actions import Outcome
from ponte.people.review.forms import AnswerForm
from ponte.people.review.likeness import likeness_of
from ponte.people.review.models import MatchPair, Verdict
from ponte.people.review.sides import PairView
from ponte.people.views.web import acting_user, say
from ponte.platform.audit import actions as audit

AHEAD = 50
LATEST = 6
# The key, the answer, and how the button looks.
KEYS = (
    ("s", Verdict.Answer.SAME, "primary"),
    ("d", Verdict.Answer.DIFFERENT, "outline-danger"),
    ("n", Verdict.Answer.UNSURE, "outline-primary"),
    ("a", Verdict.Answer.ASK, "outline-primary"),
)


def reviewer(request: HttpRequest) -> User:
    user = acting_user(request)
    if not rules.in_a_team(user):
        raise PermissionDenied
    return user


@require_safe
def first(request: HttpRequest) -> HttpResponse:
    user = reviewer(request)
    order = queries.order(user, most=AHEAD)
    if not order:
        return render(request, "review/empty.html", {"count": queries.count(user), "done": _done(request)})
    return _show(request, user, order[0], order)


def one(request: HttpRequest, pk: int) -> HttpResponse:
    user = reviewer(request)
    if request.method != "POST":
        return _show(request, user, pk, queries.order(user, most=AHEAD))
    form = AnswerForm(request.POST)
    if not form.is_valid():
        return _show(request, user, pk, queries.order(user, most=AHEAD), form)
    view = _view(user, pk)
    order = queries.order(user, most=AHEAD)
    try:
        outcome = actions.answer(
            pair=view.pair,
            answer=form.cleaned_data["answer"],
            by=user,
            note=form.cleaned_data["note"],
            overrides=form.overrides(),
        )
    except ValidationError as refusal:
        form.add_error(None, refusal.messages)
        return _show(
            request, user, pk, order, form, papers=isinstance(refusal, ContradictionError) and refusal.documents
        )
    _tell(request, outcome, form.cleaned_data["answer"])
    # After the last one, those that were passed over on the way come again.
    following = _beside(order, pk)[1] or next((other for other in order if other != pk), None)
    where = reverse("review:pair", args=[following]) if following else reverse("review:queue")
    return redirect(f"{where}?fatto={pk}")


def _tell(request: HttpRequest, outcome: Outcome, answer: str) -> None:
    if outcome == Outcome.BRIDGE:
        messages.warning(
            request,
            _("Unirle terrebbe insieme anche altre schede che sembrano di persone diverse: "
              "sono in coda, e si guardano prima quelle."),
        )  # fmt: skip
        return
    sentences = {
        Outcome.DECIDED: _("Unite: sono la stessa persona.")
        if answer == Verdict.Answer.SAME
        else _("Segnate come persone diverse: non lo si chiederà più."),
        Outcome.WAITING: _("Risposta scritta: serve quella di un'altra persona."),
        Outcome.NOTED: _("Va bene: la coppia resta per i colleghi."),
        Outcome.ASKED: _("La domanda è in cima alla coda dell'altra équipe."),
    }
    say(request, sentences[outcome])


def _view(user: User, pk: int) -> PairView:
    try:
        return queries.pair_for(user, pk)
    except MatchPair.DoesNotExist:
        raise Http404 from None


def _beside(order: list[int], pk: int) -> tuple[int | None, int | None]:
    """The pairs before and after this one in the queue; the first follows where it is not in it."""
    if pk not in order:
        return None, next((other for other in order if other != pk), None)
    at = order.index(pk)
    return (order[at - 1] if at else None), (order[at + 1] if at + 1 < len(order) else None)


def _show(
    request: HttpRequest,
    user: User,
    pk: int,
    order: list[int],
    form: AnswerForm | None = None,
    *,
    papers: bool = False,
) -> HttpResponse:
    view = _view(user, pk)
    for card in view.cards:
        audit.record("people.read_card", card, by=user, reason=_("confronto con un'altra scheda"))
    previous, following = _beside(order, pk)
    waits = view.pair.status in view.pair.WAITING_STATUSES
    context: dict[str, Any] = {
        "view": view,
        "rows": comparison.rows(view.cards),
        "reasons": comparison.told(likeness_of(*view.cards).reasons, view.cards) if view.knows_both else (),
        "timelines": [(card, timeline.of_cards(user, [card.pk], most=LATEST)) for card in view.cards],
        "buttons": [
            (key, Verdict.Answer(answer), kind) for key, answer, kind in KEYS if waits and view.may_answer(answer)
        ],
        "given": view.given,
        "form": form or AnswerForm(),
        "papers": papers,
        "waits": waits,
        "count": queries.count(user),
        "previous": previous,
        "following": following,
        "done": _done(request),
    }
    return render(request, "review/pair.html", context)


def _done(request: HttpRequest) -> int | None:
    """The pair that was answered just now, and may be taken back."""
    given = request.GET.get("fatto", "")
    return int(given) if given.isascii() and given.isdigit() and len(given) < 19 else None


@require_POST
def take_back(request: HttpRequest, pk: int) -> HttpResponse:
    """Undo the last answer and ask again."""
    user = reviewer(request)
    view = _view(user, pk)
    try:
        if view.pair.status in view.pair.WAITING_STATUSES:
            actions.withdraw(pair=view.pair, by=user)
        else:
            actions.take_back(pair=view.pair, by=user, reason=request.POST.get("reason", ""), ask_again=True)
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        say(request, _("La risposta è annullata: la coppia aspetta di nuovo."))
    return redirect("review:pair", pk)


@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """What the user answered and others have not."""
    user = reviewer(request)
    pairs = list(queries.answered_and_waiting(user).order_by("-pk")[:AHEAD])
    views = queries.described(user, pairs)
    return render(request, "review/waiting.html", {"views": views, "count": queries.count(user)})
