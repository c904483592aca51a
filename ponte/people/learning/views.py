# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The weights in force, what was learnt, and the choice between them."""

from collections.abc import Callable
from contextlib import suppress

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from procrastinate.exceptions import AlreadyEnqueued

from ponte.accounts.models import User
from ponte.people.learning import actions, figures, rules
from ponte.people.learning.forms import ReasonForm
from ponte.people.learning.judging import Measured
from ponte.people.learning.models import LearntWeights
from ponte.people.learning.tasks import propose_weights
from ponte.people.matching.model import delivered
from ponte.people.views.web import acting_user, say, show_refusal


def _keeper(request: HttpRequest) -> User:
    user = acting_user(request)
    if not rules.may_choose(user):
        raise PermissionDenied
    return user


@require_safe
def weights(request: HttpRequest) -> HttpResponse:
    _keeper(request)
    return render(request, "learning/weights.html", {"shown": figures.shown()})


@require_POST
def propose(request: HttpRequest) -> HttpResponse:
    """Learning takes a while: the worker does it."""
    user = _keeper(request)
    with suppress(AlreadyEnqueued), transaction.atomic():
        propose_weights.defer(user_id=user.pk)
    say(request, _("Il confronto con le risposte è in corso: la proposta comparirà qui tra poco."))
    return redirect("learning:weights")


def take(request: HttpRequest, version: str) -> HttpResponse:
    """One act, shown with what follows from it before it is done."""
    wanted = _version(version)

    def act(reason: str, by: User) -> str:
        actions.take(weights=wanted, reason=reason, by=by)
        return _("Da adesso i confronti usano i pesi %(version)s.") % {"version": version}

    return _choose(request, "learning/take.html", wanted, version, act)


def leave(request: HttpRequest, version: str) -> HttpResponse:
    wanted = _version(version)
    if wanted is None:
        raise Http404

    def act(reason: str, by: User) -> str:
        actions.leave(weights=wanted, reason=reason, by=by)
        return _("I pesi %(version)s non sono stati presi.") % {"version": version}

    return _choose(request, "learning/leave.html", wanted, version, act)


def _choose(
    request: HttpRequest, template: str, wanted: LearntWeights | None, version: str, act: Callable[[str, User], str]
) -> HttpResponse:
    user = _keeper(request)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            sentence = act(form.cleaned_data["reason"], user)
        except ValidationError as refusal:
            show_refusal(form, refusal)
        else:
            say(request, sentence)
            return redirect("learning:weights")
    groups = [Measured.read(one) for one in wanted.measured] if wanted else []
    return render(request, template, {"form": form, "version": version, "weights": wanted, "groups": groups})


def _version(version: str) -> LearntWeights | None:
    if version == delivered().version:
        return None
    try:
        return LearntWeights.objects.get(version=version)
    except LearntWeights.DoesNotExist:
        raise Http404 from None
