# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""How good the registry is: figures for whoever answers for a service, or for the network."""

import datetime as dt

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from ponte.people.learning.rules import may_choose
from ponte.people.review import figures
from ponte.people.views.web import acting_user

LOOKING_BACK = dt.timedelta(days=365)


@require_safe
def quality(request: HttpRequest) -> HttpResponse:
    since = timezone.localdate() - LOOKING_BACK
    found = figures.of_services(acting_user(request), since=since)
    if found is None:
        raise PermissionDenied
    context = {
        "figures": found,
        "since": since,
        "fields": [label for _name, label in figures.FIELDS],
        "may_choose_weights": may_choose(acting_user(request)),
    }
    return render(request, "review/quality.html", context)
