# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Certain pairs, many at a time: shown, confirmed, and taken back in one."""

import uuid

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from ponte.people import decisions, identity, presentation
from ponte.people.review import actions, queries
from ponte.people.review.views.queue import reviewer
from ponte.people.views.web import say


def certain(request: HttpRequest) -> HttpResponse:
    user = reviewer(request)
    views = queries.certain(user)
    if request.method == "POST":
        wanted = {int(pk) for pk in request.POST.getlist("pair") if pk.isascii() and pk.isdigit()}
        pairs = [view.pair for view in views if view.pair.pk in wanted]
        if pairs:
            outcome = actions.confirm_certain(pairs=pairs, by=user)
            for _pair, why in outcome.kept:
                messages.warning(request, why)
            return redirect("review:bulk_done", outcome.batch)
        messages.warning(request, _("Nessuna coppia scelta."))
    today = timezone.localdate()
    rows = [(view, [(card, presentation.summary(card, today)) for card in view.cards]) for view in views]
    return render(request, "review/certain.html", {"rows": rows, "count": queries.count(user)})


@require_safe
def done(request: HttpRequest, batch: uuid.UUID) -> HttpResponse:
    user = reviewer(request)
    made = list(decisions.of_batch(user, batch))
    if not made:
        raise Http404
    return render(request, "review/bulk_done.html", {"made": made, "batch": batch, "count": queries.count(user)})


@require_POST
def undo(request: HttpRequest, batch: uuid.UUID) -> HttpResponse:
    user = reviewer(request)
    if not decisions.of_batch(user, batch).exists():
        raise Http404
    try:
        undone = identity.undo_batch(batch=batch, by=user, reason=_("Conferma insieme annullata."))
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    else:
        say(
            request,
            ngettext("%(count)s unione annullata.", "%(count)s unioni annullate.", len(undone))
            % {"count": len(undone)},
        )
    return redirect("review:queue")
