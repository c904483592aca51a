# SPDX-FileCopyrightText: 2026 Ponte contributors
# SPDX-License-Identifier: EUPL-1.2

"""Bringing a spreadsheet in: upload, look at what was understood, confirm, follow, read the outcome."""

import tempfile
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.contrib.auth.models import AbstractBaseUser
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from ponte.platform.audit import actions as audit
from ponte.platform.spreadsheets import running
from ponte.platform.spreadsheets.forms import UploadForm
from ponte.platform.spreadsheets.models import ImportRun
from ponte.platform.spreadsheets.registry import SheetKind, kind_at, kinds_for
from ponte.platform.spreadsheets.writing import CONTENT_TYPES, write_sheet

SHOWN_PROBLEMS = 300
SHOWN_ALIKE = 300
COUNTS = {
    "created": gettext_lazy("Nuove"),
    "updated": gettext_lazy("Aggiornate"),
    "unchanged": gettext_lazy("Invariate"),
    "look_alike": gettext_lazy("Simili ad altre"),
    "left_out": gettext_lazy("Lasciate fuori"),
}


def _user(request: HttpRequest) -> AbstractBaseUser:
    assert isinstance(request.user, AbstractBaseUser)  # noqa: S101
    return request.user


def _kind(request: HttpRequest, slug: str) -> SheetKind:
    kind = kind_at(slug)
    if kind is None:
        raise Http404
    if not kind.may_import(request.user):
        raise PermissionDenied
    return kind


def _run(request: HttpRequest, pk: int) -> tuple[ImportRun, SheetKind]:
    runs = ImportRun.objects.filter(uploaded_by_id=_user(request).pk).defer("content", "refused")
    found = get_object_or_404(runs, pk=pk)
    return found, _kind(request, found.kind)


@require_safe
def imports(request: HttpRequest) -> HttpResponse:
    user = _user(request)
    kinds = kinds_for(user)
    runs = ImportRun.objects.filter(uploaded_by_id=user.pk).defer("content", "refused", "found")[:20]
    titles = {kind.address: kind.sheet.title for kind in kinds}
    listed = [(one, titles.get(one.kind, one.kind)) for one in runs]
    return render(request, "spreadsheets/imports.html", {"kinds": kinds, "runs": listed})


def upload(request: HttpRequest, slug: str) -> HttpResponse:
    user, kind = _user(request), _kind(request, slug)
    form = UploadForm(request.POST or None, request.FILES or None)
    options = kind.options_form(request.POST or None, user=user)
    if request.method == "POST" and form.is_valid() and options.is_valid():
        file = form.cleaned_data["file"]
        started = running.upload(
            kind=kind, file_name=file.name, content=file.read(), options=options.options(), by=user
        )
        return redirect("spreadsheets:run", started.pk)
    return render(request, "spreadsheets/upload.html", {"kind": kind, "form": form, "options": options})


@require_safe
def template(request: HttpRequest, slug: str) -> HttpResponse:
    """An empty sheet with the right headings."""
    kind = _kind(request, slug)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "sheet.xlsx"
        write_sheet(path, "xlsx", headings=[column.name for column in kind.sheet.columns], rows=[])
        return _download(path.read_bytes(), f"{slug}.xlsx")


def _download(content: bytes, name: str) -> HttpResponse:
    response = HttpResponse(content, content_type=CONTENT_TYPES[name.rpartition(".")[2]])
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_safe
def run(request: HttpRequest, pk: int) -> HttpResponse:
    started, kind = _run(request, pk)
    context: dict[str, Any] = {"run": started, "kind": kind, "found": started.found}
    if started.is_working:
        return render(request, "spreadsheets/working.html", context)
    context["problems"] = started.found.get("problems", [])[:SHOWN_PROBLEMS]
    context["unshown"] = started.found.get("problem_count", 0) - len(context["problems"])
    if started.status == ImportRun.Status.CHECKED:
        context |= _preview(started, kind)
        return render(request, "spreadsheets/preview.html", context)
    counts = started.found.get("counts", {})
    context["counts"] = [(COUNTS.get(name, name), count) for name, count in counts.items()]
    context["has_refused"] = bool(started.found.get("refused_count"))
    return render(request, "spreadsheets/outcome.html", context)


@require_safe
def progress(request: HttpRequest, pk: int) -> HttpResponse:
    """The moving part of the page, asked for every second; at the end it sends the whole page again."""
    started, kind = _run(request, pk)
    response = render(request, "spreadsheets/progress.html", {"run": started, "kind": kind})
    if not started.is_working:
        response["HX-Refresh"] = "true"
    return response


def _preview(started: ImportRun, kind: SheetKind) -> dict[str, Any]:
    found = started.found
    named = {column.name: column.meaning for column in kind.sheet.columns}
    settled = found["mapping"] | ({} if started.mapping is not None else found["proposals"])
    return {
        "columns": [(name, f"{name} – {meaning}") for name, meaning in named.items()],
        "headings": [
            {
                "position": at,
                "heading": heading,
                "chosen": settled.get(heading, ""),
                "is_proposal": heading in found["proposals"] and started.mapping is None,
                "is_unknown": heading in found["unknown"],
                "examples": [row[at + 1] for row in found["sample"] if len(row) > at + 1 and row[at + 1]][:2],
            }
            for at, heading in enumerate(found["headings"])
        ],
        "alike": found.get("alike", [])[:SHOWN_ALIKE],
        "unshown_alike": max(0, found.get("alike_count", 0) - SHOWN_ALIKE),
        "counts": [(COUNTS.get(name, name), count) for name, count in found.get("counts", {}).items()],
        "good_count": found["rows"] - found["refused_count"],
        "may_store": not any(problem[0] < found["sample"][0][0] for problem in found["problems"][:1]),
    }


@require_POST
def map_headings(request: HttpRequest, pk: int) -> HttpResponse:
    started, _kind_of = _run(request, pk)
    if started.status != ImportRun.Status.CHECKED:
        return redirect("spreadsheets:run", pk)
    chosen = {
        heading: column
        for at, heading in enumerate(started.found["headings"])
        if (column := request.POST.get(f"column_{at}", ""))
    }
    twice = {column for column in chosen.values() if list(chosen.values()).count(column) > 1}
    if twice:
        messages.error(request, _("La colonna «%(name)s» è stata scelta due volte.") % {"name": sorted(twice)[0]})
        return redirect("spreadsheets:run", pk)
    running.check_again(run_=started, mapping=chosen)
    return redirect("spreadsheets:run", pk)


@require_POST
def confirm(request: HttpRequest, pk: int) -> HttpResponse:
    started, _kind_of = _run(request, pk)
    if started.status == ImportRun.Status.CHECKED:
        shown = {row[0] for row in started.found.get("alike", [])[:SHOWN_ALIKE]}
        leave_out = {number for number in shown if str(number) in request.POST.getlist("leave_out")}
        running.confirm(run_=started, partial="partial" in request.POST, leave_out=leave_out, by=_user(request))
    return redirect("spreadsheets:run", pk)


@require_POST
def try_again(request: HttpRequest, pk: int) -> HttpResponse:
    started, _kind_of = _run(request, pk)
    if started.has_gone_silent:
        running.try_again(run_=started)
    return redirect("spreadsheets:run", pk)


@require_POST
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    started, _kind_of = _run(request, pk)
    if not started.is_working or started.has_gone_silent:
        running.discard(run_=started, by=_user(request))
    return redirect("spreadsheets:imports")


@require_safe
def refused(request: HttpRequest, pk: int) -> HttpResponse:
    started, _kind_of = _run(request, pk)
    if started.refused is None:
        raise Http404
    audit.record("spreadsheets.download_refused", started, by=_user(request))
    suffix = started.file_name.rpartition(".")[2].lower()
    return _download(bytes(started.refused), f"righe-rifiutate.{suffix if suffix in CONTENT_TYPES else 'csv'}")
