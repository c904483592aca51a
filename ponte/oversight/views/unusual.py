# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Unusual looks, one after the other, for the auditor to say what they were."""

import datetime as dt
from collections.abc import Iterable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ponte.oversight import actions, trail
from ponte.oversight.forms import ReviewForm
from ponte.oversight.models import UnusualAccess
from ponte.oversight.unusual.words import in_words
from ponte.oversight.views.web import auditor
from ponte.people.views.web import say

MOST = 100
LATEST = 30
MEASURED = dt.timedelta(days=30)


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """What waits, what is being followed up, and how short the list stays."""
    user = auditor(request)
    all_of_them = UnusualAccess.objects.select_related("actor", "reviewed_by").order_by("-day", "-pk")
    waiting = all_of_them.filter(outcome="")
    recent = UnusualAccess.objects.filter(day__gte=timezone.localdate() - MEASURED)
    looks = trail.looks_since(timezone.now() - MEASURED, by=user)
    context = {
        "waiting": _described(waiting[:MOST]),
        "reviewed": _described(all_of_them.exclude(outcome="")[:LATEST]),
        "count": waiting.count(),
        "recent": recent.count(),
        "justified": recent.filter(outcome=UnusualAccess.Outcome.JUSTIFIED).count(),
        "looks": looks,
    }
    return render(request, "oversight/unusual.html", context)


def one(request: HttpRequest, pk: int) -> HttpResponse:
    user = auditor(request)
    found = get_object_or_404(UnusualAccess.objects.select_related("actor", "reviewed_by"), pk=pk)
    initial = {"outcome": found.outcome, "note": found.note}
    form = ReviewForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.review(unusual=found, by=user, **form.cleaned_data)
        say(request, _("La valutazione è scritta."))
        return redirect("oversight:unusual")
    context = {
        "one": found,
        "title": capfirst(found.get_kind_display()),
        "words": in_words(found),
        "form": form,
        "codes": sorted(trail.codes(found.cards, by=user).values()),
    }
    return render(request, "oversight/unusual_one.html", context)


def _described(found: Iterable[UnusualAccess]) -> list[tuple[UnusualAccess, str]]:
    return [(one, in_words(one)) for one in found]
