# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The list of what was done, narrowed, added up and taken away as a spreadsheet."""

import tempfile
from pathlib import Path

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from ponte.platform.spreadsheets.writing import CONTENT_TYPES
from ponte.register import listing, prefill, queries
from ponte.register.export import export_register
from ponte.register.forms.filters import FilterForm
from ponte.register.views.common import user_of

PAGE_LENGTH = 50
LIKE_LAST = 3


@require_GET
def listed(request: HttpRequest) -> HttpResponse:
    user = user_of(request)
    reach = queries.reach_of(user)
    form = FilterForm(request.GET, reach=reach)
    filters = form.filters()
    found = listing.matching(user, reach, filters)
    length = found.order_by()[: listing.BOUND + 1].count()
    many = length > listing.BOUND
    paginator = Paginator(listing.with_details(found), PAGE_LENGTH)
    paginator.count = min(length, listing.BOUND)
    page = paginator.get_page(request.GET.get("page"))
    query = request.GET.copy()
    query.pop("page", None)
    return render(
        request,
        "register/list.html",
        {
            "form": form,
            "page": page,
            "rows": [(row, *listing.shown_people(row.participations.all())) for row in page],
            "days": filters.days(),
            "many": many,
            "bound": listing.BOUND,
            "totals": listing.totals(found) if length <= listing.TOTALS_AT_ONCE or "totals" in request.GET else None,
            "team": {service.pk for service in reach.team},
            "services": {service.pk: service.name for service in reach.services},
            "query": query.urlencode(),
            "export_kinds": list(CONTENT_TYPES),
            "last_sessions": prefill.last_sessions(reach.team)[:LIKE_LAST] if reach.team else [],
        },
    )


@require_GET
def totals(request: HttpRequest) -> HttpResponse:
    """The totals alone: of a list so long that the page does not wait for them."""
    user = user_of(request)
    reach = queries.reach_of(user)
    found = listing.matching(user, reach, FilterForm(request.GET, reach=reach).filters())
    return render(request, "register/_totals.html", {"totals": listing.totals(found), "team": reach.team})


@require_GET
def export(request: HttpRequest, kind: str) -> HttpResponse:
    """Exactly the rows of the list, as a sheet that another installation can import."""
    if kind not in CONTENT_TYPES:
        raise Http404
    user = user_of(request)
    reach = queries.reach_of(user)
    found = listing.matching(user, reach, FilterForm(request.GET, reach=reach).filters())
    name = f"{_('registro')}-{timezone.localdate().isoformat()}.{kind}"
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        try:
            export_register(interventions=found, kind=kind, path=path, filters=request.GET.dict(), by=user)
        except ValidationError as refused:
            messages.error(request, " ".join(refused.messages))
            return redirect(f"{reverse('register:list')}?{request.GET.urlencode()}")
        content = path.read_bytes()
    return HttpResponse(
        content,
        content_type=CONTENT_TYPES[kind],
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )
