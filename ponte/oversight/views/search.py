# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""The auditor's pages: searching the trail, what one request did, and a trail to take away."""

import datetime as dt
import tempfile
import uuid
from pathlib import Path

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ponte.oversight import presentation, trail
from ponte.oversight.forms import ExportForm, SearchForm
from ponte.oversight.trail import Criteria, Place
from ponte.oversight.views.web import auditor
from ponte.platform.audit import actions as audit
from ponte.platform.spreadsheets.writing import CONTENT_TYPES, write_sheet

MOST_EXPORTED = 10_000
OF_ONE_REQUEST = 500


@require_safe
def search(request: HttpRequest) -> HttpResponse:
    user = auditor(request)
    form = SearchForm(request.GET)
    context: dict[str, object] = {"form": form, "export_form": ExportForm(), "lines": [], "is_searched": False}
    if form.is_valid():
        page = trail.search(form.criteria(), by=user, after=_place(request.GET.get("dopo", "")))
        if form.told():
            audit.record("oversight.search_trail", by=user, after=form.told())
        context |= {
            "lines": presentation.lines(page.events),
            "is_searched": bool(form.told()),
            "unknown": not page.known,
            "next": _address(request, page.next),
            "query": request.GET.urlencode(),
            "most": MOST_EXPORTED,
        }
    return render(request, "oversight/search.html", context)


@require_safe
def one_request(request: HttpRequest, request_id: uuid.UUID) -> HttpResponse:
    """All that one click did, in the order in which it happened."""
    user = auditor(request)
    page = trail.search(Criteria(request=request_id), by=user, most=OF_ONE_REQUEST)
    audit.record("oversight.read_request", by=user, after={"request": request_id})
    lines = presentation.lines(sorted(page.events, key=lambda event: event.id))
    return render(request, "oversight/request.html", {"lines": lines, "first": lines[0] if lines else None})


@require_POST
def export(request: HttpRequest) -> HttpResponse:
    """The events of a search as a sheet, for whoever says why. Which fields changed, never what they hold."""
    user = auditor(request)
    asked, form = SearchForm(request.GET), ExportForm(request.POST)
    kind = request.POST.get("kind", "xlsx")
    if not (asked.is_valid() and form.is_valid() and kind in CONTENT_TYPES):
        messages.error(request, _("Scriva perché scarica queste tracce."))
        return redirect(f"{reverse('oversight:search')}?{request.GET.urlencode()}")
    page = trail.search(asked.criteria(), by=user, most=MOST_EXPORTED)
    headings = (_("Quando"), _("Chi"), _("Équipe"), _("Che cosa"), _("Su che cosa"), _("Campi cambiati"),
                _("Perché"), _("Da dove"), _("Richiesta"))  # fmt: skip
    rows = (
        (
            f"{line.at:%Y-%m-%d %H:%M:%S}", line.who, ", ".join(line.teams), line.what,
            ", ".join(line.event.codes) or line.about, ", ".join(line.changed), line.event.reason,
            line.event.address or "", str(line.event.request or ""),
        )
        for line in presentation.lines(page.events)
    )  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"tracce.{kind}"
        write_sheet(path, kind, headings=headings, rows=rows, title=_("Tracce"))
        content = path.read_bytes()
    audit.record(
        "oversight.export_trail",
        by=user,
        reason=form.cleaned_data["reason"],
        after={**asked.told(), "kind": kind, "events": len(page.events)},
    )
    name = f"{_('tracce')}-{timezone.localdate().isoformat()}.{kind}"
    return HttpResponse(
        content,
        content_type=CONTENT_TYPES[kind],
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _place(text: str) -> Place | None:
    """Where a page begins, as `_address` wrote it; the beginning where it is something else."""
    moment, _dash, number = text.partition("-")
    if not (moment.isascii() and moment.isdigit() and number.isascii() and number.isdigit()):
        return None
    if len(moment) > 16 or len(number) > 18:
        return None
    since = dt.datetime(1970, 1, 1, tzinfo=dt.UTC) + dt.timedelta(microseconds=int(moment))
    return Place(since, int(number))


def _address(request: HttpRequest, place: Place | None) -> str:
    if place is None:
        return ""
    query = request.GET.copy()
    since = place.at - dt.datetime(1970, 1, 1, tzinfo=dt.UTC)
    query["dopo"] = f"{since // dt.timedelta(microseconds=1)}-{place.id}"
    return f"?{query.urlencode()}"
